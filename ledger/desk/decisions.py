"""What an act of a person needs: what can be acted on, and the decision written down."""

from ledger.desk.references import Reference
from ledger.errors import NotFound
from ledger.store import queries
from ledger.store.act import Act
from ledger.store.tables import Claim, Conflict, Decision

TAKEN_BACK = "undone"
"""The answer of a decision that only takes back an earlier one."""


def live_claim(act: Act, reference: Reference) -> Claim:
    """A claim that can be acted on.

    Raises:
        NotFound: when the ledger holds no such claim.
    """
    row = queries.by_number(act.session, Claim, reference.number)
    if row is None or not row.live:
        raise NotFound(str(reference))
    return row


def live_conflict(act: Act, reference: Reference) -> Conflict:
    """A conflict that can be acted on, or what is only worth a look.

    Raises:
        NotFound: when the ledger holds no such finding.
    """
    row = queries.by_number(act.session, Conflict, reference.number)
    if row is None or not row.live:
        raise NotFound(str(reference))
    return row


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
