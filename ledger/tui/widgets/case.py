"""A dispute in words: what differs, the two sides, and what was decided so far."""

from typing import TYPE_CHECKING

from textual.content import Content

from ledger.desk.reviewing import OTHER_SIDE
from ledger.tui.shown import line, shown
from ledger.tui.widgets.side import side

if TYPE_CHECKING:
    from ledger.desk.deciding import Answer
    from ledger.desk.reviewing import Case
    from ledger.desk.rulings import DecisionView
    from ledger.desk.views import ConflictView

ANSWERS: "dict[Answer, str]" = {
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
    also = f"  (B is {number + 1} of {count}, ← → for the others)" if count > 1 else ""
    return Content(f"{conflict.ref} {code}: ") + line(conflict.explanation) + also


def sides(case: "Case", number: int) -> tuple[Content, Content]:
    """Side A, which all conflicts of the case share, and side B of one of them."""
    conflict, pivot = case.dispute.conflicts[number], case.dispute.pivot
    a = side("A", pivot, conflict.spans(pivot.ref), conflict.origins(pivot.ref))
    other = conflict.other(pivot.ref)
    if other.ref == pivot.ref:
        return a, Content("its own figures cannot all hold")
    return a, side("B", other, conflict.spans(other.ref), conflict.origins(other.ref))


def decisions(conflict: "ConflictView", pivot: str) -> Content:
    """What people decided about a conflict, the latest last, in the letters of the screen.

    Args:
        conflict: the conflict.
        pivot: the statement shown as side A.
    """
    turned = conflict.a.ref != pivot
    latest = conflict.decisions[-_DECISIONS:]
    return Content("\n").join(_decision(decision, turned=turned) for decision in latest)


def _decision(decision: "DecisionView", *, turned: bool) -> Content:
    answer = OTHER_SIDE.get(decision.answer, decision.answer) if turned else decision.answer
    on = decision.at.astimezone()
    kind = f" ({decision.because})" if decision.because else ""
    reason = f"{kind}: “{decision.reason}”" if decision.reason else kind
    gone = " (taken back)" if decision.superseded else ""
    told = f"{on.day} {on:%b} {decision.actor}: {answer.replace('_', ' ')}{reason}{gone}"
    return Content("History  ") + shown(told.replace("\n", " "))
