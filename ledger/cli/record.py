"""add: one statement into the ledger."""

import sys
from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING, Annotated

import typer

from ledger.cli import output
from ledger.cli.diagnostics import say
from ledger.cli.options import Db, Json, Who, at_desk, command_line
from ledger.cli.printing import day, print_apart, print_conflicts, print_matches
from ledger.desk.references import parse

if TYPE_CHECKING:
    from ledger.desk.looking.statement_views import StatementView
    from ledger.desk.statements.adding import Added
    from ledger.desk.statements.filing import Choice
    from ledger.desk.texts.matching import ClaimMatch

_BASES = {
    "given": "as the file says",
    "person": "as you chose",
    "matched": "because it says nearly the same",
    "new": "a new claim",
}


def add(
    text: Annotated[str, typer.Argument(metavar="TEXT", help="The words, verbatim.")],
    outlet: Annotated[str, typer.Option(metavar="NAME", help="Who published them.")],
    speaker: Annotated[
        str | None,
        typer.Option(
            metavar="NAME", help="Who said them; nobody when left out: the outlet itself."
        ),
    ] = None,
    said_on: Annotated[
        str | None, typer.Option(metavar="DAY", help="2025-12-08, 8 Dec 2025 or yesterday.")
    ] = None,
    url: Annotated[str | None, typer.Option(metavar="URL", help="Where they stand.")] = None,
    relayed_from: Annotated[
        str | None, typer.Option(metavar="NAME", help="The outlet or agency the publisher quotes.")
    ] = None,
    topic: Annotated[str | None, typer.Option(metavar="TEXT", help="Topic of a new claim.")] = None,
    notes: Annotated[
        str | None, typer.Option(metavar="TEXT", help="Context to search by, never compared.")
    ] = None,
    claim: Annotated[
        str | None, typer.Option(metavar="C12", help="File it under this claim.")
    ] = None,
    new: Annotated[bool, typer.Option("--new", help="File it under a new claim.")] = False,
    as_json: Json = False,
    db: Db = None,
    who: Who = None,
) -> None:
    """Record one statement; say what is near and what differs."""
    from ledger.desk.statements.adding import add as add_statement

    choice = _choice(claim, new)
    with at_desk(db, who, create=True) as desk:
        fields = {
            "text": text,
            "outlet": outlet,
            "speaker": speaker,
            "said_on": desk.day(said_on) if said_on else None,
            "url": url,
            "relayed_from": relayed_from,
            "topic": topic,
            "notes": notes,
        }
        added = add_statement(desk, fields, choice, tell=None if as_json else _print_near)
        today = desk.today()
    if as_json:
        output.json_document(added)
    else:
        _print_added(added, db)
    _warn_of_day(added.statement, today)
    _warn_of_link(added.statement)


def _choice(claim: str | None, new: bool) -> "Choice | None":
    from ledger.desk.statements.filing import Choice

    if claim is not None and new:
        raise typer.BadParameter("--claim and --new say two different things; give one")
    if claim is not None:
        return Choice(parse(claim, "claim").number)
    return Choice() if new else None


def _print_near(near: "Sequence[ClaimMatch]") -> None:
    """What is near and what differs, on the screen before anything is written."""
    output.line("Claims near to it:")
    print_matches(near)
    output.line()
    sys.stdout.flush()


def _warn_of_day(statement: "StatementView", today: date) -> None:
    """A day still to come is taken, as a report may be under embargo; it may be a slip too."""
    from ledger.text.dates import is_to_come

    if statement.day is not None and is_to_come(statement.day, today):
        slip = "if that is a slip, 'factledger undo' takes it back"
        say(f"{statement.ref}: {day(statement.day)} is still to come; {slip}")


def _warn_of_link(statement: "StatementView") -> None:
    """What stands for a link is taken as it is; nobody could follow it."""
    if statement.url is not None and not statement.url.startswith(("https://", "http://")):
        say(f"{statement.ref}: '{statement.url}' is no link: one begins with https://")


def _print_added(added: "Added", db: str | None) -> None:
    statement = added.statement
    if not added.added:
        output.line(f"{statement.ref} holds these words already, under {statement.claim}")
        return
    output.line(f"{statement.ref} recorded under {statement.claim}, {_BASES[added.basis]}")
    if added.near and added.basis == "new":
        nearest = added.near[0].claim
        output.line(f"If it belongs to {nearest}, type:")
        output.line(f"  {command_line('attach', statement.ref, nearest, db=db)}")
    print_apart(added.apart)
    if added.conflicts:
        output.line()
        print_conflicts(added.conflicts)


COMMANDS = {"add": add}
