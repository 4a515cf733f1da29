"""report: the ledger as Markdown that stands on its own."""

from pathlib import Path
from typing import Annotated

import typer

from ledger.cli import output
from ledger.cli.options import Db, Who, at_desk


def report(
    topic: Annotated[
        str | None,
        typer.Option(metavar="TEXT", help="Only claims under this topic.", show_default=False),
    ] = None,
    conflicts_only: Annotated[
        bool, typer.Option("--conflicts", help="Only claims sources disagree about.")
    ] = False,
    to: Annotated[
        Path | None,
        typer.Option(
            "--output", "-o", metavar="FILE.md", help="Write it here instead of printing it."
        ),
    ] = None,
    db: Db = None,
    who: Who = None,
) -> None:
    """Write the report as Markdown, conflicts first."""
    from ledger.desk.reporting import Wanted, report_markdown, write_report

    with at_desk(db, who) as desk:
        page = report_markdown(desk, Wanted(topic, conflicts_only))
    if to is None:
        output.verbatim(page.removesuffix("\n"))
    else:
        write_report(to, page)
        output.line(f"wrote {to}")


COMMANDS = {"report": report}
