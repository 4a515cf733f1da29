"""Claims that somebody judged different, and the statement that would bridge them."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from ledger.desk.desk import Desk
from ledger.desk.references import Reference, parse
from ledger.desk.texts.matching import ClaimMatch, match
from ledger.matching import NEAR_AT
from ledger.store.asking import apart
from ledger.store.connecting.session import Session
from ledger.store.index import lookups

_LOOKED_AT = 5
"""Near claims looked at; what is further down bridges nothing a person would think of."""


@dataclass(frozen=True, slots=True)
class Apart:
    """Two claims that a person judged different.

    Attributes:
        a: the older claim's reference.
        b: the younger one's.
        actor: who judged it last.
        on: the day they did.
    """

    a: str
    b: str
    actor: str
    on: date

    @property
    def explanation(self) -> str:
        """What a text near both should be told, in one sentence."""
        judged = f"{self.actor} judged different on {self.on.day} {self.on:%b %Y}"
        return f"It stands between {self.a} and {self.b}, which {judged}."


def bridged(session: Session, near: Sequence[ClaimMatch], *more: int) -> tuple[Apart, ...]:
    """Which of the claims a text is near to were judged different.

    Args:
        session: where to look.
        near: the claims nearest to it, best first; of those that score too low to be near, and
            of those beyond the first few, nothing is said.
        more: numbers of claims it belongs to by other reasons than its score.
    """
    first = [found for found in near[:_LOOKED_AT] if found.score >= NEAR_AT]
    claims = {parse(found.claim, "claim").number for found in first}
    pairs = apart.perhaps_apart(session, claims.union(more))
    judged = ((one, other, apart.judged_apart(session, one, other)) for one, other in pairs)
    return tuple(
        Apart(f"C{one}", f"C{other}", said.actor, said.at.date())
        for one, other, said in judged
        if said is not None
    )


def between(desk: Desk, near: Sequence[ClaimMatch]) -> tuple[Apart, ...]:
    """The same for a text that stands nowhere yet."""
    with desk.reading() as session:
        return bridged(session, near)


def bridged_by(desk: Desk, statement: Reference, claim: Reference) -> tuple[Apart, ...]:
    """Which claims near a statement were judged different from the one it is to stand under.

    A claim that holds nothing but the statement is left out: the statement takes it along.
    """
    with desk.reading() as session:
        text = next((row.text for row in lookups.statements(session, [statement.number])), "")
    near = match(desk, text, _LOOKED_AT, least=NEAR_AT)
    with desk.reading() as session:
        numbers = [parse(found.claim, "claim").number for found in near]
        filed = lookups.filed_under(session, numbers)
        others = {claim for other, claim in filed if other != statement.number}
        left = [found for found in near if parse(found.claim, "claim").number in others]
        found = bridged(session, left, claim.number)
    return tuple(apart for apart in found if str(claim) in (apart.a, apart.b))
