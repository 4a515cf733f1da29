"""review: the open conflicts one after the other, on the screen or line by line."""

from typing import TYPE_CHECKING, Annotated

import typer

from ledger.cli import output
from ledger.cli.asking import ask_key, ask_line
from ledger.cli.diagnostics import say
from ledger.cli.options import Db, Who, at_desk
from ledger.cli.printing import day, source
from ledger.cli.ui import Theme, start
from ledger.errors import LedgerError

if TYPE_CHECKING:
    from ledger.desk.casework.deciding import Answer
    from ledger.desk.casework.reviewing import Case
    from ledger.desk.desk import Desk
    from ledger.desk.looking.statement_views import StatementView

KEYS = "a A holds, b B holds, k both stand, d different claims, u unsure, s skip, z undo, q quit"
_ANSWERS: "dict[str, Answer]" = {
    "a": "a_holds",
    "b": "b_holds",
    "k": "both_stand",
    "d": "different_claims",
    "u": "unsure",
}


def review(
    query: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="WORDS",
            help="Only conflicts that fit: words, and as for find speaker:NAME, outlet:NAME, "
            "topic:TEXT, by:NAME, for:NAME, after:DAY, before:DAY and added:DAY.",
        ),
    ] = None,
    plain: Annotated[
        bool, typer.Option("--plain", help="Ask line by line, for screen readers and pipes.")
    ] = False,
    theme: Theme = None,
    db: Db = None,
    who: Who = None,
) -> None:
    """Decide the open conflicts one by one, yours first."""
    written = " ".join(query or [])
    if not plain:
        start(theme, db, who, ("review", None, written))
        return
    with at_desk(db, who) as desk:
        _walk(desk, written)


def _walk(desk: "Desk", written: str) -> None:
    """Ask about every case once; an undo or a colleague's decision loads what is open anew."""
    from ledger.desk.casework.reviewing import AT_ONCE, review_queue
    from ledger.desk.undoing import undo

    skipped: set[tuple[str, ...]] = set()
    while True:
        queue = review_queue(desk, written, AT_ONCE + sum(map(len, skipped)))
        cases = [case for case in queue.cases if case.refs not in skipped]
        if not cases:
            break
        case = cases[0]
        more = "more than " if queue.ready < queue.conflicts else ""
        _print(case, f"{more}{len(cases)} left")
        key = ask_key(KEYS, "abkduszq")
        if key == "q":
            return
        if key == "s":
            skipped.add(case.refs)
            continue
        try:
            if key == "z":
                say(f"taken back: {undo(desk, desk.actor).summary}")
            else:
                _decide(desk, case, _ANSWERS[key])
                skipped.add(case.refs)
        except LedgerError as error:
            say(str(error))
    say("no other conflict is left" if queue.cases else "no conflict is left")


def _decide(desk: "Desk", case: "Case", answer: "Answer") -> None:
    from ledger.desk.casework.deciding import decide_all
    from ledger.desk.casework.reviewing import kinds, typed_reason

    joined = "  ".join(kinds())
    written = "" if answer == "unsure" else ask_line(f"why? {joined}, a colon, words: ")
    reason, kind = typed_reason(written, answer)
    decide_all(desk, case.rulings(answer), reason, kind)
    told = f" ({kind})" if kind else ""
    output.line(f"{', '.join(case.refs)}: {answer.replace('_', ' ')}{told}")


def _print(case: "Case", left: str) -> None:
    """What differs, both sides, and what was decided before."""
    first = case.dispute.conflicts[0]
    output.line()
    output.line(f"{left}.  {first.claim}  {first.wording}")
    for conflict in case.dispute.conflicts:
        output.line(f"{conflict.ref}  {conflict.code.replace('_', ' ')}: {conflict.explanation}")
    for letter, _, statement in case.dispute.sides():
        _print_side(letter, statement)
    for decision in first.decisions:
        why = f": {decision.reason}" if decision.reason else ""
        told = f"{decision.actor}: {decision.answer.replace('_', ' ')}{why}"
        output.line(f"history, {day(decision.at.date())}, {told}")


def _print_side(letter: str, statement: "StatementView") -> None:
    output.line(f"{letter}  {source(statement)}")
    output.paragraph(statement.text, "   ")


COMMANDS = {"review": review}
