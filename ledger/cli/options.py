"""Options that mean the same wherever they stand."""

import os
import shlex
import shutil
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from ledger.cli import output
from ledger.cli.diagnostics import say
from ledger.cli.progress import progress_bar

if TYPE_CHECKING:
    from ledger.desk.desk import Desk


def written(value: str | None) -> str | None:
    """What goes into the ledger for good must be text, and not blank."""
    if value is not None and not value.strip():
        raise typer.BadParameter("it is blank")
    if value is not None and any("\ud800" <= character <= "\udfff" for character in value):
        raise typer.BadParameter("it is not text in UTF-8")
    return value


Db = Annotated[
    str | None,
    typer.Option(
        "--db",
        envvar="FACTLEDGER_DB",
        metavar="PATH|URL",
        help="The ledger: a file or a postgresql:// URL. Your own ledger when left out.",
        show_default=False,
        callback=written,
    ),
]
Who = Annotated[
    str | None,
    typer.Option(
        "--as",
        envvar="FACTLEDGER_USER",
        metavar="NAME",
        help="Who you are; written into every act. Your login name when left out: on PostgreSQL "
        "the one you logged in with there.",
        show_default=False,
        callback=written,
    ),
]
Json = Annotated[bool, typer.Option("--json", help="Print one JSON document.")]
Reason = Annotated[
    str | None,
    typer.Option(
        "--reason",
        metavar="TEXT",
        help="Why, in a few words.",
        show_default=False,
        callback=written,
    ),
]
Processes = Annotated[
    int | None,
    typer.Option(
        "--processes",
        metavar="N",
        min=1,
        help="How many processes here share long work; each holds the whole index in memory. As "
        "many as there are processors, up to 4, when left out; 1 is this process alone.",
        show_default=False,
    ),
]
Scheduler = Annotated[
    str | None,
    typer.Option(
        "--scheduler",
        metavar="ADDRESS",
        help="A Dask scheduler, as tcp://HOST:8786, whose workers do it instead. Each must reach "
        "the ledger itself: a server by its URL, with a login of the worker's own, or a file on a "
        "disk they share, under the same path. Whoever runs the scheduler can read all of it.",
        show_default=False,
        callback=written,
    ),
]


@contextmanager
def at_desk(
    db: str | None, who: str | None, *, create: bool = False, indexed: bool = True
) -> Iterator["Desk"]:
    """Sit down at the ledger the options name."""
    from ledger.desk.desk import sit_down

    asked = {"create": create, "indexed": indexed}
    with sit_down(db, who, **asked, watched=_indexing, waits=_waiting) as desk:
        yield desk


def _waiting() -> None:
    say("another program is writing to this ledger; waiting for it, Ctrl-C gives up")


@contextmanager
def _indexing() -> Iterator[Callable[[str, int, int], None]]:
    """What is said while the search index is built again."""
    say("this program reads texts otherwise than the last one: building the search index again")
    with progress_bar() as progress:
        yield progress


AsOf = Annotated[
    str | None,
    typer.Option(
        "--as-of",
        metavar="DAY",
        help="What the ledger knew and had decided when that day ended, in UTC.",
        show_default=False,
    ),
]


@contextmanager
def at_desk_on(db: str | None, who: str | None, day: str | None) -> Iterator["Desk"]:
    """Sit down at the ledger as it is, or as it stood at the end of a day."""
    from ledger.desk.looking.looking_back import as_of
    from ledger.desk.statements.adding import day as typed_day

    with at_desk(db, who) as desk:
        if day is None:
            yield desk
            return
        with as_of(desk, typed_day(desk, day)) as past:
            yield past


def command_line(*words: str, db: str | None = None) -> str:
    """A command of this program as it can be typed again here, quoted where the shell wants it.

    A database given by URL is left out: the URL may hold a password.
    """
    typed = sys.argv[0]
    on_the_path = os.sep not in typed or shutil.which("factledger") == typed
    program = ["factledger"] if on_the_path else [typed]
    if Path(typed).name == "__main__.py":
        program = [sys.executable, "-m", "ledger"]
    ledger = ["--db", db] if db is not None and "://" not in db else []
    return shlex.join([*program, *words, *ledger])


def help_when_alone(context: typer.Context) -> None:
    """Print a group's help when no command of it was named."""
    if context.invoked_subcommand is None:
        output.verbatim(context.get_help())
