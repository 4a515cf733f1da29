"""add and import: statements into the ledger."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from ledger.cli import output
from ledger.cli.diagnostics import ExitCode, complain
from ledger.cli.options import Db, Json, Who, at_desk
from ledger.cli.printing import match_lines, print_conflicts
from ledger.cli.progress import progress_bar

if TYPE_CHECKING:
    from ledger.desk.adding import Added
    from ledger.desk.filing import Choice
    from ledger.desk.importing import Imported

_BASES = {
    "given": "as the file says",
    "person": "as you chose",
    "matched": "because it says nearly the same",
    "new": "a new claim",
}


def add(
    text: Annotated[str, typer.Argument(help="The words, verbatim.")],
    outlet: Annotated[str, typer.Option(help="Who published them.")],
    speaker: Annotated[
        str | None,
        typer.Option(help="Who said them; leave out when the outlet speaks.", show_default=False),
    ] = None,
    said_on: Annotated[
        str | None,
        typer.Option(help="The day: 2025-12-08, 8 Dec 2025, yesterday.", show_default=False),
    ] = None,
    url: Annotated[str | None, typer.Option(help="Where they stand.", show_default=False)] = None,
    relayed_from: Annotated[
        str | None,
        typer.Option(help="The outlet or agency the publisher quotes.", show_default=False),
    ] = None,
    topic: Annotated[
        str | None, typer.Option(help="Topic of a new claim.", show_default=False)
    ] = None,
    notes: Annotated[
        str | None, typer.Option(help="Context to search by, never compared.", show_default=False)
    ] = None,
    claim: Annotated[
        str | None, typer.Option(help="File it under this claim (C12).", show_default=False)
    ] = None,
    new: Annotated[bool, typer.Option("--new", help="File it under a new claim.")] = False,
    as_json: Json = False,
    db: Db = None,
    who: Who = None,
) -> None:
    """Record one statement and say which claims are near and what differs."""
    from ledger.desk.adding import add as add_statement
    from ledger.desk.adding import day

    choice = _choice(claim, new)
    with at_desk(db, who, create=True) as desk:
        fields = {
            "text": text,
            "outlet": outlet,
            "speaker": speaker,
            "said_on": day(desk, said_on) if said_on else None,
            "url": url,
            "relayed_from": relayed_from,
            "topic": topic,
            "notes": notes,
        }
        added = add_statement(desk, fields, choice)
    if as_json:
        output.json_document(added)
    else:
        _print_added(added)


def import_(
    files: Annotated[list[Path], typer.Argument(metavar="FILE...", help="Files to import.")],
    format_name: Annotated[
        str | None,
        typer.Option("--format", help="jsonl or csv; by the file's ending.", show_default=False),
    ] = None,
    dry_run: Annotated[
        bool, typer.Option("--dry-run", help="Say what would happen and change nothing.")
    ] = False,
    strict: Annotated[
        bool, typer.Option("--strict", help="One bad row refuses the whole file.")
    ] = False,
    rejects: Annotated[
        Path | None,
        typer.Option(help="Where bad rows go; beside the file when left out.", show_default=False),
    ] = None,
    as_json: Json = False,
    db: Db = None,
    who: Who = None,
) -> None:
    """Record a file of statements in one act; a second time adds nothing."""
    from ledger.desk.importing import import_file

    done = []
    with at_desk(db, who, create=True) as desk:
        for path in files:
            with progress_bar() as progress:
                imported = import_file(
                    desk,
                    path,
                    format_name=format_name,
                    dry_run=dry_run,
                    strict=strict,
                    rejects=rejects,
                    progress=progress,
                )
            done.append(imported)
            if not as_json:
                output.line(import_summary(imported))
    if as_json:
        output.json_document([_as_json(imported) for imported in done])
    for imported in done:
        _report_refused(imported)
    if any(imported.refused for imported in done):
        raise typer.Exit(ExitCode.USAGE)


def import_summary(imported: "Imported") -> str:
    """What a file added, in one line."""
    recording = imported.recording
    claims = len({row.filed.claim for row in recording.rows})
    parts = [
        f"{recording.added} statements {'would be ' if imported.dry_run else ''}added",
        f"{imported.repeated} known already",
        f"{claims} claims",
        f"{len(recording.conflicts)} conflicts opened",
        f"{recording.worth_a_look} worth a look",
    ]
    return f"{imported.name}: {', '.join(parts)}"


def _choice(claim: str | None, new: bool) -> "Choice | None":
    from ledger.desk.filing import Choice
    from ledger.desk.references import parse

    if claim is not None and new:
        raise typer.BadParameter("--claim and --new say two different things; give one")
    if claim is not None:
        return Choice(parse(claim, "claim").number)
    return Choice() if new else None


def _print_added(added: "Added") -> None:
    statement = added.statement
    if not added.added:
        output.line(f"{statement.ref} holds these words already, under {statement.claim}")
        return
    output.line(f"{statement.ref} recorded under {statement.claim}: {_BASES[added.basis]}")
    if added.basis == "new" and added.near:
        output.line("\nIs it one of these claims? Attach it with: ", verbatim=True)
        output.line(f"  factledger attach {statement.ref} {added.near[0].claim}")
    for line in match_lines(added.near):
        output.line(line)
    if added.conflicts:
        output.line()
        print_conflicts(added.conflicts)


def _report_refused(imported: "Imported") -> None:
    if not imported.refused:
        return
    first = imported.refused[0]
    more = f" and {len(imported.refused) - 1} more" if len(imported.refused) > 1 else ""
    place = f"; all of them with reasons in {imported.rejects}" if imported.rejects else ""
    complain(f"bad rows set aside: {first}{more}{place}")


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
        "dry_run": imported.dry_run,
        "statements": [
            {"statement": f"S{row.statement}", "claim": f"C{row.filed.claim}", "added": row.added}
            for row in recording.rows
        ],
    }


COMMANDS = {"add": add, "import": import_}
