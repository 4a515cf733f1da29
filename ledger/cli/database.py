"""db: the database behind the ledger."""

from typing import Annotated

import typer

from ledger.cli import output
from ledger.cli.options import Db, Json, Who, at_desk, help_when_alone
from ledger.cli.printing import count
from ledger.cli.progress import progress_bar

db_app = typer.Typer(rich_markup_mode=None)


@db_app.callback(invoke_without_command=True)
def _group(context: typer.Context) -> None:
    """Look after the database behind the ledger."""
    help_when_alone(context)


@db_app.command("check")
def check(
    rebuild_index: Annotated[
        bool, typer.Option("--rebuild-index", help="Build the search index again from the texts.")
    ] = False,
    as_json: Json = False,
    db: Db = None,
    who: Who = None,
) -> None:
    """Check that the search index holds what the texts say."""
    from ledger.desk.indexing import check_index

    with at_desk(db, who) as desk, progress_bar() as progress:
        checked = check_index(desk, rebuild=rebuild_index, progress=progress)
    if as_json:
        output.json_document(checked)
    else:
        done = "was built again from" if rebuild_index else "holds what is said in"
        output.line(f"the search index {done} {count(checked.documents, 'text')}")
