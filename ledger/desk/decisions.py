"""What an act of a person needs: what can be acted on, and the decision written down."""

from typing import TypeVar

from ledger.desk.references import Reference
from ledger.errors import NotFound
from ledger.store.asking import membership
from ledger.store.asking.among import by_number
from ledger.store.journal.act import Act
from ledger.store.tables.ledger import Claim, Conflict, Decision, Filing

TAKEN_BACK = "undone"
"""The answer of a decision that only takes back an earlier one."""

Acted = TypeVar("Acted", Claim, Conflict)


def live_claim(act: Act, reference: Reference) -> Claim:
    """A claim that can be acted on.

    Raises:
        NotFound: when the ledger holds no such claim.
    """
    return _live(act, Claim, reference)


def live_conflict(act: Act, reference: Reference) -> Conflict:
    """A conflict that can be acted on, or what is only worth a look.

    Raises:
        NotFound: when the ledger holds no such finding.
    """
    return _live(act, Conflict, reference)


def _live(act: Act, table: type[Acted], reference: Reference) -> Acted:
    row = by_number(act.session, table, reference.number)
    if row is None or not row.live:
        raise NotFound(str(reference))
    return row


def filed(act: Act, reference: Reference) -> Filing:
    """Where a statement stands.

    Raises:
        NotFound: when the ledger holds no such statement, or it stands nowhere.
    """
    for filing in membership.filings(act.session, of_statements=[reference.number]):
        return filing
    raise NotFound(str(reference))


def write_decision(act: Act, answer: str, reason: str | None = None, **about: int) -> int:
    """Write what a person decided, once and for all; gives back the decision's number.

    Args:
        act: the transaction it happens in, which knows who and when.
        answer: what it comes to, in the ledger's words (``a_holds``, ``same_claim``).
        reason: why.
        about: the numbers of what it is about, by column (``conflict_number=7``).
    """
    taken = {"answer": answer, "reason": reason, "actor": act.actor, "at": act.at}
    return act.add(Decision, {**taken, **about})
