"""import and export: files into the ledger and out of it."""

from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Annotated, Literal

import typer

from ledger.cli import output
from ledger.cli.diagnostics import ExitCode, say
from ledger.cli.options import Claims, Db, Encoding, Json, Who, at_desk, into
from ledger.cli.printing import count, written_to
from ledger.cli.progress import progress_bar
from ledger.desk.references import parse
from ledger.store_errors import NoLedger

if TYPE_CHECKING:
    from ledger.desk.desk import Desk
    from ledger.desk.files_in.fates import Fate
    from ledger.desk.files_in.importing import Imported
    from ledger.errors import BadRow

_FIELDS = 4
"""Fields named with how many bad rows they made; more would bury the first of the rows."""


def import_(
    files: Annotated[list[Path], typer.Argument(metavar="FILE", help="Files to import.")],
    format_name: Annotated[
        str | None,
        typer.Option(
            "--format",
            metavar="NAME",
            help="jsonl, csv or claimreview; told by the file's ending when left out.",
        ),
    ] = None,
    encoding: Encoding = None,
    dry_run: Annotated[
        bool, typer.Option("--dry-run", help="Say what would happen and change nothing.")
    ] = False,
    strict: Annotated[
        bool, typer.Option("--strict", help="One bad row refuses the whole file.")
    ] = False,
    no_match: Annotated[
        bool,
        typer.Option(
            "--no-match", help="Load an archive quickly; 'rescan' matches and compares it later."
        ),
    ] = False,
    rejects: Annotated[
        Path | None,
        typer.Option(metavar="FILE", help="Where bad rows go; beside the file when left out."),
    ] = None,
    rows: Annotated[bool, typer.Option("--rows", help="Also say what became of each row.")] = False,
    as_json: Json = False,
    db: Db = None,
    who: Who = None,
) -> None:
    """Record statements or fact-checks from files, each only once."""
    from ledger.desk.files_in.importing import import_file

    done = []
    with _desk_to_import_at(db, who, dry_run) as desk:
        for path in files:
            with progress_bar() as progress:
                imported = import_file(
                    desk,
                    path,
                    format_name=format_name,
                    encoding=encoding,
                    dry_run=dry_run,
                    strict=strict,
                    match=not no_match,
                    rejects=rejects,
                    progress=progress,
                )
            done.append(imported)
            if not as_json:
                output.line(import_summary(imported))
                if rows:
                    output.table([_fate(fate) for fate in imported.fates])
            _report_refused(imported)
            _warn_of_days(imported)
    if as_json:
        output.json_document([_as_json(imported) for imported in done])
    if any(imported.refused for imported in done):
        raise typer.Exit(ExitCode.USAGE)


def import_summary(imported: "Imported") -> str:
    """What a file added, in one line."""
    recording = imported.recording
    added = count(recording.added, "statement") if recording.added else "nothing"
    parts = [
        f"{'would add' if imported.dry_run else 'added'} {added}",
        *([f"{imported.repeated} known already"] if imported.repeated else []),
    ]
    if recording.added:
        parts.append(f"under {count(recording.rows.joined(), 'claim')}")
    if recording.added and imported.matched:
        parts += [
            f"{count(len(recording.conflicts), 'conflict')} opened",
            f"{recording.worth_a_look} worth a look",
        ]
    if imported.reviews:
        parts.append(f"{count(imported.reviews, 'verdict')} of other publishers")
    if imported.casework:
        parts.append(f"{count(imported.casework, 'record')} of casework")
    if imported.left:
        parts.append(f"{count(imported.left, 'record')} left aside; --rows says why")
    alike = len(imported.alike)
    if alike:
        parts.append(f"{count(alike, 'row')} nearly like an earlier one; --rows names them")
    if recording.reopened:
        opened = ", ".join(f"X{number}" for number in recording.reopened)
        parts.append(f"decided before and open again: {opened}")
    if recording.added and not imported.matched:
        parts.append("'factledger rescan' reads and compares them")
    return f"{imported.name}: {', '.join(parts)}"


def _fate(fate: "Fate") -> tuple[str, ...]:
    """One row's fate as cells."""
    where = f"{fate.statement} under {fate.claim}, {fate.basis}" if fate.statement else fate.record
    like = f"nearly like line {fate.like}" if fate.like is not None else ""
    told = "; ".join(part for part in (where, like, fate.reason) if part)
    return f"  line {fate.line}", fate.fate, told


@contextmanager
def _desk_to_import_at(db: str | None, who: str | None, dry_run: bool) -> Iterator["Desk"]:
    """The ledger to import into; a dry run without one tries an empty ledger nobody keeps."""
    with ExitStack() as stack:
        try:
            desk = stack.enter_context(at_desk(db, who, create=not dry_run))
        except NoLedger:
            if not dry_run:
                raise
            folder = stack.enter_context(TemporaryDirectory())
            desk = stack.enter_context(at_desk(str(Path(folder) / "ledger.db"), who, create=True))
        yield desk


def _report_refused(imported: "Imported") -> None:
    if not imported.refused:
        return
    rows = count(len(imported.refused), "bad row")
    aside = f"; all, with reasons, set aside in {imported.rejects}" if imported.rejects else ""
    say(f"{rows}{_by_field(imported.refused)}, the first: {imported.refused[0]}{aside}")


def _by_field(refused: "Sequence[BadRow]") -> str:
    """Where the faults are, the most frequent first: a column read wrongly is seen at once."""
    fields = Counter(row.field for row in refused if row.field).most_common(_FIELDS)
    told = ", ".join(f"{field} {number}" for field, number in fields)
    return f" ({told})" if len(fields) > 1 else ""


def _warn_of_days(imported: "Imported") -> None:
    if imported.to_come:
        told, first = count(len(imported.to_come), "statement"), imported.to_come[0]
        say(f"{told} said or published on a day still to come, the first in line {first}")


def _as_json(imported: "Imported") -> dict[str, object]:
    recording = imported.recording
    return {
        "file": imported.name,
        "added": recording.added,
        "repeated": imported.repeated,
        "refused": len(imported.refused),
        "rejects": str(imported.rejects) if imported.rejects else None,
        "conflicts": [f"X{number}" for number in recording.conflicts],
        "worth_a_look": recording.worth_a_look,
        "reopened": [f"X{number}" for number in recording.reopened],
        "reviews": imported.reviews,
        "casework": imported.casework,
        "left": imported.left,
        "dry_run": imported.dry_run,
        "rows": imported.fates,
        "statements": [
            {"statement": f"S{row.statement}", "claim": f"C{row.filed.claim}", "added": row.added}
            for row in recording.rows
        ],
    }


def export(
    format_name: Annotated[
        Literal["jsonl", "csv", "claimreview"],
        typer.Option(
            "--format",
            metavar="NAME",
            help="jsonl for all that is kept, csv for statements alone, claimreview for verdicts.",
        ),
    ] = "jsonl",
    claim: Claims = None,
    to: Annotated[Path | None, into("FILE")] = None,
    db: Db = None,
    who: Who = None,
) -> None:
    """Write statements or verdicts to a file, all or some.

    CSV opens in Excel with Chinese intact and formulas made harmless.
    """
    from ledger.desk.files_out.exporting import export as export_ledger

    there = to is not None and to.exists()
    only = [parse(written, "claim") for written in claim or []]
    with at_desk(db, who) as desk, progress_bar() as progress:
        data, faults = export_ledger(desk, format_name, to, progress, only)
    if to is None:
        output.data(data)
    else:
        output.line(written_to(to, there=there))
    for fault in faults:
        say(f"left out: {fault}")
    if faults:
        raise typer.Exit(ExitCode.PROBLEMS)


COMMANDS = {"import": import_, "export": export}
