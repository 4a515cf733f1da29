"""Options that mean the same wherever they stand."""

import os
import shlex
import shutil
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from ledger.cli import output
from ledger.cli.diagnostics import say
from ledger.cli.progress import progress_bar
from ledger.progress import Progress

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
        callback=written,
    ),
]
ClaimRef = Annotated[str, typer.Argument(metavar="C12", help="The claim.")]
StatementRef = Annotated[str, typer.Argument(metavar="S48", help="The statement.")]
Claims = Annotated[
    list[str] | None, typer.Option(metavar="C12", help="Only this claim; again for more.")
]
Encoding = Annotated[
    str | None,
    typer.Option(
        metavar="NAME",
        help="Its encoding: big5, cp950, gb18030, utf-16 and others. UTF-8 when left out.",
    ),
]
Json = Annotated[bool, typer.Option("--json", help="Print one JSON document.")]
Reason = Annotated[
    str | None,
    typer.Option("--reason", metavar="TEXT", help="Why, in a few words.", callback=written),
]
Processes = Annotated[
    int | None,
    typer.Option(
        "--processes",
        metavar="N",
        min=1,
        help="How many processes here share long work; each holds the whole index in memory. As "
        "many as there are processors, up to 4, when left out; 1 is this process alone.",
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
        callback=written,
    ),
]


Jsonl = Annotated[bool, typer.Option("--jsonl", help="Print one JSON object a line.")]


def into(metavar: str) -> Any:  # noqa: ANN401 - Typer's own word for it
    """The option that names a file to write, in place of standard output."""
    return typer.Option(
        "--output",
        "-o",
        metavar=metavar,
        help="Write it here, in place of an earlier one, instead of printing it.",
    )


@contextmanager
def at_desk(
    db: str | None, who: str | None, *, create: bool = False, indexed: bool = True
) -> Iterator["Desk"]:
    """Sit down at the ledger the options name."""
    from ledger.desk.sitting import sit_down

    with sit_down(
        db, who, create=create, indexed=indexed, watched=_indexing, waits=_waiting
    ) as desk:
        yield desk


def _waiting() -> None:
    say("another program is writing to this ledger; waiting for it, Ctrl-C gives up")


@contextmanager
def _indexing() -> Iterator[Progress]:
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
    ),
]


@contextmanager
def at_desk_on(db: str | None, who: str | None, day: str | None) -> Iterator["Desk"]:
    """Sit down at the ledger as it is, or as it stood at the end of a day."""
    from ledger.desk.looking.looking_back import as_of

    with at_desk(db, who) as desk:
        if day is None:
            yield desk
            return
        with as_of(desk, desk.day(day)) as past:
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


def group(meaning: str) -> typer.Typer:
    """A command that has commands of its own, and prints its help when none of them is named."""
    made = typer.Typer(rich_markup_mode=None, help=meaning)
    made.callback(invoke_without_command=True)(help_when_alone)
    return made


def help_when_alone(context: typer.Context) -> None:
    """Print a group's help when no command of it was named."""
    if context.invoked_subcommand is None:
        output.verbatim(context.get_help())


def day_typed(written: str | None) -> date | None:
    """The day somebody typed; ``None`` for nothing typed.

    Raises:
        AmbiguousDate: it can be read as two days.
        UnreadableDate: it can be read as none.
    """
    from ledger.text.dates import typed_date

    if written is None or not written.strip():
        return None
    return typed_date(written, date.today())  # noqa: DTZ011 - the day where the person sits
