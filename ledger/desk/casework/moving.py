"""Moving a statement from one claim to another, with all that follows from where it stands."""

from ledger.desk.decisions import filed
from ledger.desk.index.nearest import followed
from ledger.desk.references import Reference
from ledger.desk.statements.relating import relate, remember
from ledger.desk.statements.wording import claim_key, wording_of
from ledger.errors import NotFound
from ledger.store.asking import findings, same_claim
from ledger.store.asking.among import by_number
from ledger.store.journal.act import Act
from ledger.store.tables.ledger import Claim, Conflict, Filing, Question, Statement


def founded_on(act: Act, statement: int) -> int:
    """A new claim worded after a statement.

    Raises:
        NotFound: when the ledger holds no such statement.
    """
    row = by_number(act.session, Statement, statement)
    if row is None:
        raise NotFound(f"S{statement}")
    wording = wording_of(row.text)
    return act.add(Claim, {"wording": wording, "key": claim_key(wording)})


def move(act: Act, statement: int, claim: int) -> None:
    """Refile a statement, withdraw what was found under the old claim, compare under the new.

    Raises:
        NotFound: when the ledger holds no such statement.
    """
    left = filed(act, Reference("statement", statement)).claim_number
    with followed(act.session, [left, claim]):
        act.update(Filing, statement, claim_number=claim, basis="person", score=None)
    if left != claim:
        _leave(act, statement, left)
    _answer(act, statement, claim, "same")
    remember(act, relate(act.session, {claim}, {statement}))


def _leave(act: Act, statement: int, claim: int) -> None:
    """Remember that a statement does not belong to a claim; what nobody decided there is gone."""
    _answer(act, statement, claim, "different")
    for conflict in findings.live(act.session, of_statement=statement):
        if conflict.claim_number == claim and conflict.state != "decided":
            act.update(Conflict, conflict.number, live=False)


def _answer(act: Act, statement: int, claim: int, state: str) -> None:
    """Remember for good whether a statement belongs to a claim."""
    for question in same_claim.about(act.session, statement, claim):
        act.update(Question, question.number, state=state, live=True)
        return
    about = {"statement_number": statement, "claim_number": claim}
    act.add(Question, {**about, "score": 0.0, "state": state})
