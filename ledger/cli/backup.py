"""backup, restore: a copy of the ledger made while people work, and brought back."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from ledger.cli import output
from ledger.cli.options import Db, Json, Who, at_desk
from ledger.cli.printing import count, entries, written_to
from ledger.cli.progress import progress_bar

if TYPE_CHECKING:
    from ledger.desk.upkeep.backing_up import BackedUp, Restored


def backup(
    file: Annotated[Path, typer.Argument(metavar="FILE", help="Where to write it.")],
    keep: Annotated[
        int | None,
        typer.Option(
            min=1, metavar="N", help="Put the time into the name, and keep the newest N named so."
        ),
    ] = None,
    as_json: Json = False,
    db: Db = None,
    who: Who = None,
) -> None:
    """Copy the whole ledger to a file, and verify the copy.

    PostgreSQL, or a FILE ending in .zip, gives an archive that either database restores.
    """
    from ledger.desk.upkeep.backing_up import back_up

    there = keep is None and file.exists()
    with at_desk(db, who) as desk, progress_bar() as progress:
        made = back_up(desk, file, keep, progress)
    if as_json:
        output.json_document(made)
        return
    output.line(f"{written_to(made.file, there=there)}: {_held(made)}")
    for path in made.removed:
        output.line(f"took away {path}")


def restore(
    file: Annotated[Path, typer.Argument(metavar="FILE", help="A backup.")],
    dry_run: Annotated[
        bool, typer.Option("--dry-run", help="Verify it and change nothing.")
    ] = False,
    as_json: Json = False,
    db: Db = None,
    who: Who = None,
) -> None:
    """Bring a verified backup back; what it replaces is kept aside."""
    from ledger.desk.upkeep.backing_up import restore as bring_back

    done = bring_back(db, file, who, dry_run=dry_run, watched=progress_bar)
    if as_json:
        output.json_document(done)
        return
    output.line(f"{'would restore' if dry_run else 'restored'} {_held(done)}")
    if done.aside is not None:
        output.line(f"the ledger it replaced stands in {done.aside}")


def _held(done: "BackedUp | Restored") -> str:
    held = done.verified
    rows = count(held.rows, "row")
    return f"{entries(held.entries)} and {rows}, verified; newest entry {held.head}"


COMMANDS = {"backup": backup, "restore": restore}
