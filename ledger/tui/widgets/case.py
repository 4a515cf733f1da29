"""A dispute in words: what differs, the two sides, and what was decided so far."""

from typing import TYPE_CHECKING

from textual.content import Content

from ledger.tui.shown import line, shown
from ledger.tui.widgets.side import side

if TYPE_CHECKING:
    from ledger.desk.casework.deciding import Answer
    from ledger.desk.casework.reviewing import Case
    from ledger.desk.looking.rulings import DecisionView
    from ledger.desk.looking.views import ConflictView

ANSWERS: "dict[Answer | str, str]" = {
    "a_holds": "A holds",
    "b_holds": "B holds",
    "both_stand": "both stand",
    "different_claims": "different claims",
    "unsure": "unsure",
}
_DECISIONS = 3
"""Decisions shown; the older ones stand in the history."""


def explanation(case: "Case", number: int) -> Content:
    """What differs in one conflict of a case, and how many others there are."""
    conflict, count = case.dispute.conflicts[number], len(case.dispute.conflicts)
    code = conflict.code.replace("_", " ")
    other = case.dispute.other.upper()
    also = f" ({other} is {number + 1} of {count}, ← → for the others)" if count > 1 else ""
    return Content(f"{conflict.ref} {code}{also}: ") + line(conflict.explanation)


def sides(case: "Case", number: int) -> tuple[Content, Content]:
    """Both sides of one conflict of a case; one of them is the same in all its conflicts."""
    conflict = case.dispute.conflicts[number]
    a, b = (
        side(letter, view, conflict.spans(view.ref), conflict.origins(view.ref))
        for letter, view in (("A", conflict.a), ("B", conflict.b))
    )
    alone = conflict.a.ref == conflict.b.ref
    return a, Content("its own figures cannot all hold") if alone else b


def decisions(conflict: "ConflictView") -> Content:
    """What people decided about a conflict, the latest last."""
    told = [decision for decision in conflict.decisions if decision.answer != "undone"]
    return Content("\n").join(map(_decision, told[-_DECISIONS:]))


def _decision(decision: "DecisionView") -> Content:
    on = decision.at.astimezone()
    kind = f" ({decision.because})" if decision.because else ""
    reason = f"{kind}: “{decision.reason}”" if decision.reason else kind
    gone = " (taken back)" if decision.superseded else ""
    answer = ANSWERS.get(decision.answer, decision.answer)
    told = f"{on.day} {on:%b} {decision.actor}: {answer}{reason}{gone}"
    return Content("History  ") + shown(told.replace("\n", " "))
