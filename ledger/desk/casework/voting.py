"""The second reader: two people answer a conflict without seeing each other's answer.

The first answer waits, unseen. A second one that says the same decides; one that says otherwise
sends the conflict back, and both answers stay on record.
"""

from collections.abc import Mapping

from ledger.desk.decisions import write_decision
from ledger.store.asking import rulings
from ledger.store.journal.act import Act
from ledger.store.tables.casework import Vote
from ledger.store.tables.ledger import Conflict


def waiting(act: Act, conflict: int) -> Vote | None:
    """The first reader's answer that waits for a second."""
    return next((v for v in rulings.votes(act.session, [conflict]) if v.state == "waiting"), None)


def hear(act: Act, conflict: Conflict, said: Mapping[str, str | None]) -> Vote | None:
    """Take one reader's answer where the ledger asks for two.

    Args:
        act: the transaction; its actor is the reader.
        conflict: what is answered.
        said: ``answer``, ``difference`` and ``reason``.

    Returns:
        The first reader's vote when this answer agrees with it, and the conflict can be decided;
        ``None`` when it waits for a second reader, or was sent back.
    """
    first = waiting(act, conflict.number)
    if first is not None and first.actor == act.actor:
        act.update(Vote, first.number, **said, at=act.at)
        return None
    vote = {"conflict_number": conflict.number, **said, "actor": act.actor, "at": act.at}
    if first is None:
        act.add(Vote, vote)
        return None
    kept = {"answer": first.answer, "difference": first.difference}
    is_agreed = kept == {"answer": said["answer"], "difference": said["difference"]}
    state = "agreed" if is_agreed else "dissent"
    act.add(Vote, {**vote, "state": state})
    act.update(Vote, first.number, state=state)
    if is_agreed:
        return first
    names = f"{first.actor}: {_told(kept)}; {act.actor}: {_told(said)}"
    write_decision(act, "dissent", names, conflict_number=conflict.number)
    act.update(Conflict, conflict.number, state="reopened")
    return None


def wait_no_longer(act: Act, conflict: int) -> None:
    """Let no answer wait for a second reader where one alone decided, as the rule was lifted."""
    first = waiting(act, conflict)
    if first is not None:
        act.update(Vote, first.number, live=False)


def _told(said: Mapping[str, str | None]) -> str:
    words = [said["answer"], said["difference"]]
    return ", ".join(word.replace("_", " ") for word in words if word)
