"""Decisions of people: about a conflict, and about which claim a statement belongs to."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from ledger.desk.casework.because import BECAUSE, Because
from ledger.desk.casework.moving import founded_on, move
from ledger.desk.casework.voting import hear, wait_no_longer, waiting
from ledger.desk.decisions import filed, live_claim, live_conflict, write_decision
from ledger.desk.desk import Desk
from ledger.desk.house.policies import policy
from ledger.desk.references import Reference
from ledger.errors import DecidedMeanwhile, KindRequired, ReasonRequired
from ledger.store.asking import rulings
from ledger.store.asking.rulings import assignees
from ledger.store.journal.act import Act
from ledger.store.tables.casework import Difference
from ledger.store.tables.ledger import Conflict

Answer = Literal["a_holds", "b_holds", "both_stand", "different_claims", "unsure"]

REASON_REQUIRED: frozenset[str] = frozenset({"a_holds", "b_holds"})
"""Saying that one source holds against another needs a reason others can check."""
KIND_REQUIRED: frozenset[str] = frozenset({"both_stand"})
"""Two statements that differ can only both stand because of something that can be named."""
_UNTOLD = {"waiting": "answered, waits for a second reader", "reopened": "two readers disagree"}
"""What the journal says where the answer itself is not to be seen yet, or did not count."""


@dataclass(frozen=True, slots=True)
class Ruling:
    """One person's answer to one conflict.

    Attributes:
        conflict: which.
        answer: what it comes to. ``unsure`` is an answer too, and leaves it open.
        seen: how many decisions about it the person had seen; ``None`` when they did not look.
    """

    conflict: Reference
    answer: Answer
    seen: int | None = None


def decide(
    desk: Desk,
    conflict: Reference,
    answer: Answer,
    reason: str | None,
    because: Because | None = None,
) -> str:
    """Answer a conflict. ``unsure`` is an answer too, and leaves it open.

    Returns:
        The state the conflict is in now; ``waiting`` when a second reader is asked.

    Raises:
        NotFound: when the ledger holds no such conflict.
        ReasonRequired: when the answer needs a reason and there is none.
        KindRequired: when the answer needs the kind of difference and none is named.
    """
    return decide_all(desk, [Ruling(conflict, answer)], reason, because)[0]


def decide_all(
    desk: Desk, rulings: Sequence[Ruling], reason: str | None, because: Because | None = None
) -> list[str]:
    """Answer conflicts for one reason in one act, so that one undo takes all of it back.

    Where they are different claims, the statement that stands in most of these conflicts leaves.
    Where the ledger asks for a second reader, an answer waits for theirs.

    Args:
        desk: whose ledger.
        rulings: the answers.
        reason: why, in words.
        because: what kind of difference it is; that both stand needs one.

    Returns:
        The state each conflict is in now; ``waiting`` when a second reader is asked.

    Raises:
        NotFound: when the ledger holds no such conflict.
        ReasonRequired: when an answer needs a reason and there is none.
        KindRequired: when an answer needs the kind of difference and none is named.
        DecidedMeanwhile: when somebody decided one of them since it was seen; nothing is written.
    """
    needed = any(ruling.answer in REASON_REQUIRED for ruling in rulings)
    if needed and not (reason and reason.strip()):
        raise ReasonRequired
    if because is None and any(ruling.answer in KIND_REQUIRED for ruling in rulings):
        raise KindRequired(BECAUSE)
    with desk.acting("decide") as act:
        rows = [_standing(act, ruling) for ruling in rulings]
        is_blind = policy(act.session, "second-reader") == "on"
        states, parted = [], []
        for ruling, row in zip(rulings, rows, strict=True):
            said = {"answer": ruling.answer, "difference": because, "reason": reason}
            state = _take(act, row, said, is_blind=is_blind)
            states.append(state)
            if state == "decided" and ruling.answer == "different_claims":
                parted.append(row)
        act.summary = "; ".join(
            f"{ruling.conflict}: {_UNTOLD.get(state) or _told(row, ruling.answer)}"
            for ruling, row, state in zip(rulings, rows, states, strict=True)
        )
        for statement in _leaving(parted):
            move(act, statement, founded_on(act, statement))
    return states


def _take(act: Act, row: Conflict, said: Mapping[str, str | None], *, is_blind: bool) -> str:
    """Write one answer down; gives back the state it leads to."""
    answer, reason = said["answer"] or "", said["reason"]
    if is_blind and answer != "unsure":
        first = hear(act, row, said)
        if first is None:
            return "waiting" if waiting(act, row.number) is not None else "reopened"
        reason = "; ".join(dict.fromkeys(why for why in (first.reason, reason) if why)) or None
    number = write_decision(act, answer, reason, conflict_number=row.number)
    if said["difference"] is not None:
        act.add(Difference, {"decision_number": number, "kind": said["difference"]})
    if answer == "unsure":
        state = _left_open(act, row)
    else:
        state = "decided"
        wait_no_longer(act, row.number)
    act.update(Conflict, row.number, state=state)
    return state


def _left_open(act: Act, row: Conflict) -> str:
    return "assigned" if assignees(act.session, [row.number]) else "open"


def _told(row: Conflict, answer: str) -> str:
    """An answer in words: what holds by its reference, as A and B are places on a screen."""
    holding = {"a_holds": row.a_number, "b_holds": row.b_number}.get(answer)
    return answer.replace("_", " ") if holding is None else f"S{holding} holds"


def _standing(act: Act, ruling: Ruling) -> Conflict:
    """The conflict as the person saw it."""
    row = live_conflict(act, ruling.conflict)
    if ruling.seen is not None:
        taken = rulings.decisions(act.session, of_conflicts=[row.number])
        if len(taken) > ruling.seen:
            last = taken[-1]
            told = _told(row, last.answer)
            raise DecidedMeanwhile(str(ruling.conflict), last.actor, told, last.reason or "")
    return row


def _leaving(parted: Sequence[Conflict]) -> list[int]:
    """The statements that go to claims of their own: of each pair the one in most of them."""
    often = Counter(number for row in parted for number in (row.a_number, row.b_number))
    return sorted(
        {max((row.a_number, row.b_number), key=lambda n: (often[n], n)) for row in parted}
    )


def flag(desk: Desk, noted: Reference, reason: str | None = None) -> None:
    """Turn what is only worth a look into a conflict, for good: no re-reading takes it back.

    Raises:
        NotFound: when the ledger holds no such finding.
    """
    with desk.acting("flag") as act:
        row = live_conflict(act, noted)
        act.summary = f"{noted} is a conflict"
        write_decision(act, "conflict", reason, conflict_number=noted.number)
        if row.state == "noted":
            act.update(Conflict, noted.number, state="open")


def attach(desk: Desk, statement: Reference, claim: Reference, reason: str | None = None) -> None:
    """Put a statement under another claim, for good: the one it leaves is not asked about again.

    Raises:
        NotFound: when the ledger holds no such statement or claim.
    """
    with desk.acting("attach") as act:
        put_under(act, statement, claim, reason)


def put_under(act: Act, statement: Reference, claim: Reference, reason: str | None = None) -> None:
    """The same within an act.

    Raises:
        NotFound: as :func:`attach`.
    """
    live_claim(act, claim)
    filed(act, statement)
    act.summary = f"{statement} to {claim}"
    about = {"statement_number": statement.number, "claim_number": claim.number}
    write_decision(act, "same_claim", reason, **about)
    move(act, statement.number, claim.number)


def split(desk: Desk, statement: Reference, reason: str | None = None) -> Reference:
    """Give a statement a claim of its own; gives back the new claim.

    Raises:
        NotFound: when the ledger holds no such statement.
    """
    with desk.acting("split") as act:
        number = founded_on(act, statement.number)
        act.summary = f"{statement} on its own, C{number}"
        about = {"statement_number": statement.number, "claim_number": number}
        write_decision(act, "different_claims", reason, **about)
        move(act, statement.number, number)
    return Reference("claim", number)
