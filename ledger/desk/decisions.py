"""Writing a decision: one act of one person, in a row that is never changed."""

from ledger.store.act import Act
from ledger.store.tables import Decision

TAKEN_BACK = "undone"
"""The answer of a decision that only takes back an earlier one."""


def write_decision(act: Act, answer: str, reason: str | None = None, **about: int) -> int:
    """Write what a person decided; gives back the decision's number.

    Args:
        act: the transaction it happens in, which knows who and when.
        answer: what it comes to, in the ledger's words (``a_holds``, ``same_claim``).
        reason: why.
        about: the numbers of what it is about, by column (``conflict_number=7``).
    """
    taken = {"answer": answer, "reason": reason, "actor": act.actor, "at": act.at}
    return act.add(Decision, {**taken, **about})
