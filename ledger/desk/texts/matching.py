"""A text beside the claims of the ledger: the nearest, and what would differ. Nothing is kept."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from ledger.desk.desk import Desk
from ledger.desk.index.nearest import Index, Nearest
from ledger.desk.looking.statement_views import StatementView, statement_views
from ledger.desk.names.sources import Sources
from ledger.disagreement import Side, compare
from ledger.matching import NEAR_AT
from ledger.store.index import lookups

_NOT_ALIGNED = frozenset({"unaligned", "no_quantity"})
"""Codes that say nothing was found to compare, which is no difference."""


@dataclass(frozen=True, slots=True)
class ClaimMatch:
    """A claim a text may belong to, and what would differ.

    Attributes:
        claim: the claim's reference.
        wording: the claim's wording.
        statement: its statement nearest to the text; ``None`` for a claim without one.
        score: 0 to 1, how surely it is the same claim.
        reasons: what the two share, in words.
        differs: what cannot both hold, or is worth a look, in one sentence; ``None`` if nothing.
        code: the relation code behind ``differs``.
        relation: how the statement stands to the text.
    """

    claim: str
    wording: str
    statement: StatementView | None
    score: float
    reasons: tuple[str, ...]
    differs: str | None
    code: str | None
    relation: str

    @property
    def is_near(self) -> bool:
        """Whether it may well be the same claim; a text with none such near is a new one."""
        return self.score >= NEAR_AT


def match_contract(found: Iterable[ClaimMatch]) -> list[dict[str, Any]]:
    """Matches as other programs read them."""
    return [
        {
            "claim": match.claim,
            "statement": match.statement.ref if match.statement is not None else None,
            "ref": match.statement.importer_ref if match.statement is not None else None,
            "score": round(match.score, 4),
            "reasons": list(match.reasons),
            "wording": match.wording,
            "differs": match.differs,
            "code": match.code,
        }
        for match in found
    ]


def match(desk: Desk, asked: Side | str, limit: int, *, least: float = 0.0) -> list[ClaimMatch]:
    """The claims nearest to a text, best first.

    Args:
        desk: whose ledger.
        asked: the text, with or without its source.
        limit: at most so many claims.
        least: the score that each of them must have.
    """
    side = Side(asked) if isinstance(asked, str) else asked
    with desk.reading() as session:
        near = [n for n in Index(session).nearest(side.text, limit) if n.score >= least]
        wordings = lookups.wordings(session, (n.claim for n in near))
        numbers = [n.statement for n in near if n.statement is not None]
        rows = list(lookups.statements(session, numbers))
        statements = statement_views(session, rows)
        sources = Sources.of(session, rows)
        sides = {row.number: sources.side(row) for row in rows}
    return [_claim_match(side, n, wordings[n.claim], statements, sides) for n in near]


def _claim_match(
    asked: Side,
    near: Nearest,
    wording: str,
    statements: dict[int, StatementView],
    sides: dict[int, Side],
) -> ClaimMatch:
    other = sides[near.statement] if near.statement is not None else Side(wording)
    found = compare(asked, other)
    telling = found.relation == "disagree" or (found.parts and found.code not in _NOT_ALIGNED)
    return ClaimMatch(
        claim=f"C{near.claim}",
        wording=wording,
        statement=statements[near.statement] if near.statement is not None else None,
        score=near.score,
        reasons=near.reasons,
        differs=found.explanation if telling and found.relation != "agree" else None,
        code=found.code,
        relation=found.relation,
    )
