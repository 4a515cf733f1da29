"""Questions the score left open: does this statement belong to that claim?"""

from dataclasses import dataclass

from ledger.desk.casework.deciding import put_under
from ledger.desk.decisions import write_decision
from ledger.desk.desk import Desk
from ledger.desk.looking.statement_views import StatementView
from ledger.desk.looking.views import Views
from ledger.desk.references import Reference
from ledger.errors import NotFound
from ledger.store.asking import counting, same_claim
from ledger.store.asking.among import by_number
from ledger.store.index import lookups
from ledger.store.tables.ledger import Question

_MOST = 200
"""Questions shown at once; nobody answers more in one sitting."""


@dataclass(frozen=True, slots=True)
class QuestionView:
    """One question.

    Attributes:
        ref: its reference.
        statement: the statement it is about.
        claim: the claim it may belong to.
        wording: that claim's wording.
        members: what stands under that claim, in order of number.
        score: how sure the score is.
    """

    ref: str
    statement: StatementView
    claim: str
    wording: str
    members: tuple[StatementView, ...]
    score: float


def questions(desk: Desk) -> list[QuestionView]:
    """The open questions, the surest first; of very many the first ones."""
    with desk.reading() as session:
        rows = sorted(same_claim.open_questions(session), key=lambda row: -row.score)[:_MOST]
        wordings = lookups.wordings(session, (row.claim_number for row in rows))
        views = Views(session)
        members = views.members(wordings)
        beside = (row.number for filed in members.values() for row in filed)
        shown = views.statements([*beside, *(row.statement_number for row in rows)])
    return [
        QuestionView(
            ref=f"Q{row.number}",
            statement=shown[row.statement_number],
            claim=f"C{row.claim_number}",
            wording=wordings[row.claim_number],
            members=tuple(shown[member.number] for member in members[row.claim_number]),
            score=row.score,
        )
        for row in rows
        if row.claim_number in wordings
    ]


def waiting(desk: Desk) -> int:
    """How many questions are open in all."""
    with desk.reading() as session:
        return counting.in_state(session, Question, ("open",))


def answer(desk: Desk, question: Reference, *, same: bool) -> None:
    """Say whether a statement belongs to the claim it was asked about, for good.

    Raises:
        NotFound: when nothing of that number is asked.
    """
    with desk.acting("attach" if same else "answer") as act:
        row = by_number(act.session, Question, question.number)
        if row is None or not row.live or row.state != "open":
            raise NotFound(f"open {question}")
        statement = Reference("statement", row.statement_number)
        claim = Reference("claim", row.claim_number)
        if same:
            put_under(act, statement, claim)
            return
        act.summary = f"{statement} is not {claim}"
        write_decision(
            act,
            "different_claims",
            question_number=question.number,
            statement_number=statement.number,
            claim_number=claim.number,
        )
        act.update(Question, question.number, state="different")
