"""decide, assign, reopen, attach, split, undo: what people make of the ledger, reversible."""

from typing import TYPE_CHECKING, Annotated, Literal

import typer

from ledger.cli import output
from ledger.cli.options import Db, Reason, StatementRef, Who, at_desk, written
from ledger.cli.printing import decision_line, print_apart
from ledger.desk.casework.because import BECAUSE, Because
from ledger.desk.references import parse

if TYPE_CHECKING:
    from ledger.desk.casework.deciding import Answer

ConflictRef = Annotated[str, typer.Argument(metavar="X7", help="The conflict.")]


def decide(
    conflict: ConflictRef,
    holds: Annotated[
        Literal["a", "b"] | None,
        typer.Option(metavar="a|b", help="One side holds; needs a reason."),
    ] = None,
    both_stand: Annotated[
        bool,
        typer.Option("--both-stand", help="Both stand; needs the kind of difference, --because."),
    ] = False,
    different_claims: Annotated[
        bool, typer.Option("--different-claims", help="They are not about the same thing.")
    ] = False,
    unsure: Annotated[bool, typer.Option("--unsure", help="Nobody can say yet.")] = False,
    because: Annotated[
        Because | None,
        typer.Option(
            metavar="KIND",
            help=f"What differs: {', '.join(BECAUSE[:-1])} or {BECAUSE[-1]}. "
            "'KIND: why' as the reason says the same.",
        ),
    ] = None,
    reason: Reason = None,
    db: Db = None,
    who: Who = None,
) -> None:
    """Answer a conflict; 'factledger undo' takes it back."""
    from ledger.desk.casework.deciding import decide as decide_conflict
    from ledger.desk.casework.reviewing import typed_reason
    from ledger.desk.looking.showing import standing_decision

    answer = _answer(holds, both_stand, different_claims, unsure)
    if because is None and reason is not None:
        reason, because = typed_reason(reason, answer, numbered=False)
    with at_desk(db, who) as desk:
        reference = parse(conflict, "conflict")
        earlier = standing_decision(desk, reference)
        state = decide_conflict(desk, reference, answer, reason, because)
    told = {
        "waiting": "answered; it waits for a second reader",
        "reopened": "two readers disagree; it is open again",
    }
    kind = f" ({because})" if because else ""
    output.line(f"{reference}: {told.get(state, answer.replace('_', ' ') + kind)}")
    if earlier is not None:
        output.line(f"  in place of {decision_line(earlier)}")


def assign(
    conflict: ConflictRef,
    person: Annotated[
        str | None,
        typer.Argument(metavar="NAME", help="Who decides; nobody when left out.", callback=written),
    ] = None,
    db: Db = None,
    who: Who = None,
) -> None:
    """Give a conflict to somebody to decide."""
    from ledger.desk.casework.assigning import assign as assign_conflict

    with at_desk(db, who) as desk:
        reference = parse(conflict, "conflict")
        assign_conflict(desk, [reference], person)
    output.line(f"{reference} is for {person or 'nobody in particular'}")


def reopen(
    conflict: Annotated[str, typer.Argument(metavar="X7", help="The decided conflict.")],
    reason: Reason = None,
    db: Db = None,
    who: Who = None,
) -> None:
    """Open a decided conflict again; needs a reason."""
    from ledger.desk.casework.assigning import reopen as reopen_conflict

    with at_desk(db, who) as desk:
        reference = parse(conflict, "conflict")
        reopen_conflict(desk, reference, reason)
    output.line(f"{reference} is open again")


def flag(
    noted: Annotated[str, typer.Argument(metavar="X7", help="What is worth a look.")],
    reason: Reason = None,
    db: Db = None,
    who: Who = None,
) -> None:
    """Turn what is only worth a look into a conflict."""
    from ledger.desk.casework.deciding import flag as flag_finding

    with at_desk(db, who) as desk:
        reference = parse(noted, "conflict")
        flag_finding(desk, reference, reason)
    output.line(f"{reference} is a conflict now")


def attach(
    statement: StatementRef,
    claim: Annotated[str, typer.Argument(metavar="C12", help="The claim it belongs to.")],
    reason: Reason = None,
    db: Db = None,
    who: Who = None,
) -> None:
    """File a statement under another claim, and compare it there."""
    from ledger.desk.casework.deciding import attach as attach_statement
    from ledger.desk.texts.bridging import bridged_by

    with at_desk(db, who) as desk:
        moved, target = parse(statement, "statement"), parse(claim, "claim")
        apart = bridged_by(desk, moved, target)
        attach_statement(desk, moved, target, reason)
    output.line(f"{moved} is under {target}")
    print_apart(apart)


def split(statement: StatementRef, reason: Reason = None, db: Db = None, who: Who = None) -> None:
    """Give a statement a claim of its own."""
    from ledger.desk.casework.deciding import split as split_statement

    with at_desk(db, who) as desk:
        moved = parse(statement, "statement")
        claim = split_statement(desk, moved, reason)
    output.line(f"{moved} is under {claim}, on its own")


def undo(
    batch: Annotated[
        bool,
        typer.Option(
            "--batch", help="The latest import, and all that was done since, as one step."
        ),
    ] = False,
    to: Annotated[
        int | None,
        typer.Option(
            "--to",
            metavar="N",
            min=1,
            help="Entry N of the history, and all that was done since, as one step.",
        ),
    ] = None,
    db: Db = None,
    who: Who = None,
) -> None:
    """Take back your latest act; again for the one before.

    An import is one act. With --batch or --to, what others did since is taken back as well.
    Nothing is deleted: the undo is an act of its own in the journal.
    """
    from ledger.desk.undoing import undo as take_back
    from ledger.desk.undoing import undo_batch, undo_to

    if batch and to is not None:
        raise typer.BadParameter("--batch and --to exclude each other")
    with at_desk(db, who) as desk:
        if to is not None:
            taken_back = undo_to(desk, to)
        else:
            taken_back = undo_batch(desk) if batch else [take_back(desk, desk.actor)]
    for undone in taken_back:
        output.line(f"took back entry {undone.entry}, {undone.act}: {undone.summary}")


def redo(db: Db = None, who: Who = None) -> None:
    """Do again what you took back last, if you did nothing since."""
    from ledger.desk.undoing import redo as do_again

    with at_desk(db, who) as desk:
        redone = do_again(desk, desk.actor)
    output.line(f"did entry {redone.entry} again, {redone.act}: {redone.summary}")


def _answer(holds: str | None, both_stand: bool, different_claims: bool, unsure: bool) -> "Answer":
    offered: dict[Answer, bool] = {
        "a_holds": holds == "a",
        "b_holds": holds == "b",
        "both_stand": both_stand,
        "different_claims": different_claims,
        "unsure": unsure,
    }
    given = [answer for answer, is_given in offered.items() if is_given]
    if len(given) != 1:
        raise typer.BadParameter(
            "give one answer: --holds a, --holds b, --both-stand, --different-claims or --unsure"
        )
    return given[0]


COMMANDS = {
    "decide": decide,
    "assign": assign,
    "reopen": reopen,
    "flag": flag,
    "attach": attach,
    "split": split,
    "undo": undo,
    "redo": redo,
}
