"""db: the database behind the ledger, who may do what in it, and moving to another."""

from typing import Annotated, Literal

import typer

from ledger.cli import output
from ledger.cli.options import Db, Json, Who, at_desk, group, written
from ledger.cli.printing import count, entries
from ledger.cli.progress import progress_bar
from ledger.cli.taken import Command

GROUP = group("Look after the database behind the ledger.")


@GROUP.command("check", cls=Command)
def check(
    rebuild_index: Annotated[
        bool, typer.Option("--rebuild-index", help="Build the search index again from the texts.")
    ] = False,
    as_json: Json = False,
    db: Db = None,
    who: Who = None,
) -> None:
    """Check that the search index holds what the texts say."""
    from ledger.desk.index.indexing import check_index

    with at_desk(db, who, indexed=not rebuild_index) as desk, progress_bar() as progress:
        checked = check_index(desk, rebuild=rebuild_index, progress=progress)
    if as_json:
        output.json_document(checked)
    else:
        done = "was built again from" if rebuild_index else "holds what is said in"
        output.line(f"the search index {done} {count(checked.documents, 'text')}")


@GROUP.command("status", cls=Command)
def status(as_json: Json = False, db: Db = None, who: Who = None) -> None:
    """Say which database it is, and what you may do in it."""
    from ledger.desk.upkeep.sharing import status as status_of

    with at_desk(db, who) as desk:
        found = status_of(desk)
    if as_json:
        output.json_document(found)
        return
    output.table(
        [
            ("ledger", found.place),
            ("database", found.kind),
            ("schema", found.schema),
            ("holds", f"{count(found.statements, 'statement')}, {entries(found.entries)}"),
            ("you are", found.you + (f", {found.role}" if found.role else "")),
        ]
    )


@GROUP.command("upgrade", cls=Command)
def upgrade(db: Db = None, who: Who = None) -> None:
    """Bring an older schema up to date.

    Opening the ledger does the same, where you may.
    """
    from ledger.desk.upkeep.sharing import status as status_of

    with at_desk(db, who) as desk:
        output.line(f"the schema is {status_of(desk).schema}, the newest this program knows")


@GROUP.command("grant", cls=Command)
def grant(
    name: Annotated[
        str, typer.Argument(metavar="NAME", help="A login the server knows.", callback=written)
    ],
    role: Annotated[
        Literal["reader", "editor", "checker", "admin", "none"],
        typer.Option(
            "--as",
            metavar="ROLE",
            help="reader looks; editor records and files; checker also decides and gives verdicts; "
            "admin also grants, upgrades and sets policies; none takes all of it back.",
        ),
    ],
    db: Db = None,
) -> None:
    """Say what a login may do in a ledger on PostgreSQL."""
    from ledger.desk.upkeep.sharing import grant as give

    with at_desk(db, None) as desk:
        give(desk, name, role)
    now = f"is {_A[role]} in this ledger now" if role in _A else "may do nothing here any more"
    output.line(f"{name} {now}")


_A = {"reader": "a reader", "editor": "an editor", "checker": "a checker", "admin": "an admin"}


@GROUP.command("copy", cls=Command)
def copy(
    source: Annotated[
        str,
        typer.Argument(
            metavar="FROM", help="A ledger: a file or a postgresql:// URL.", callback=written
        ),
    ],
    target: Annotated[
        str,
        typer.Argument(
            metavar="TO", help="An empty database, or a file that is not there.", callback=written
        ),
    ],
    who: Who = None,
    as_json: Json = False,
) -> None:
    """Copy a ledger whole to another database, and verify it.

    Its journal goes with it. The ledger it comes from stays as it is.
    """
    from ledger.desk.sitting import sit_down
    from ledger.desk.upkeep.copying import copy_ledger

    with sit_down(source, who) as here, sit_down(target, who, create=True) as there:
        with progress_bar() as progress:
            copied = copy_ledger(here, there, progress)
        place = str(there.store.place)
    if as_json:
        output.json_document(copied)
    else:
        rows = count(copied.rows, "row")
        output.line(f"copied {entries(copied.entries)} and {rows} to {place}, and verified them")
