"""What waits for a person who sits down: counts, and the drafts they left."""

from dataclasses import dataclass
from datetime import datetime, time

from ledger.desk.desk import Desk
from ledger.desk.drafts import Draft, drafts
from ledger.store.asking import counting
from ledger.store.asking.findings import OPEN_STATES
from ledger.store.tables.ledger import Conflict, Proposal, Question


@dataclass(frozen=True, slots=True)
class Glance:
    """The ledger at a glance.

    Attributes:
        place: where it is, without a password.
        statements: how many statements it holds, without those taken back.
        claims: how many claims.
        conflicts: how many conflicts want a person.
        proposals: how many proposed statements wait in the inbox.
        questions: how many statements may belong to another claim.
        today: how many statements were recorded today.
        drafts: what this person left unfinished, newest first.
    """

    place: str
    statements: int
    claims: int
    conflicts: int
    proposals: int
    questions: int
    today: int
    drafts: tuple[Draft, ...]


def glance(desk: Desk) -> Glance:
    """The ledger as it is now."""
    midnight = datetime.combine(desk.today(), time.min).astimezone()
    left = tuple(drafts(desk))
    with desk.reading() as session:
        before = counting.last_statement_before(session, midnight)
        return Glance(
            place=str(desk.store.place),
            statements=counting.filed_after(session, 0),
            claims=counting.live_claims(session),
            conflicts=counting.in_state(session, Conflict, OPEN_STATES),
            proposals=counting.in_state(session, Proposal, ("open",)),
            questions=counting.in_state(session, Question, ("open",)),
            today=counting.filed_after(session, before),
            drafts=left,
        )
