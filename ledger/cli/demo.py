"""demo: a ledger to look at."""

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from ledger.cli import output
from ledger.cli.importing import import_summary
from ledger.cli.options import Who, command_line
from ledger.cli.printing import print_conflicts_by_claim
from ledger.cli.progress import progress_bar

if TYPE_CHECKING:
    from ledger.desk.demonstrating import Demo

LEAD = "US gets ~18-month lead"
"""A text whose claim the demo ledger knows from Chinese sources only."""


def demo(
    folder: Annotated[Path, typer.Option("--dir", metavar="DIR", help="Where to build it.")] = Path(
        "factledger-demo"
    ),
    who: Who = None,
) -> None:
    """Build a ledger to look at, with its conflicts and report."""
    from ledger.desk.demonstrating import build_demo

    with progress_bar() as progress:
        built = build_demo(folder, who, progress)
    print_conflicts_by_claim(built.conflicts)
    output.line(import_summary(built.imported))
    output.line(f"The ledger holds {built.summary}")
    output.line(f"Its report is {built.report}; open it in any Markdown viewer.")
    output.line()
    output.line("What to type next:")
    for command in _next_commands(built):
        output.line(f"  {command}")


def _next_commands(built: "Demo") -> Iterator[str]:
    ledger = str(built.database)
    yield command_line("conflicts", "--open", db=ledger)
    if built.conflicts:
        first = built.conflicts[0]
        yield command_line("show", first.claim, db=ledger)
        answer = ("--both-stand", "--because", "definition", "--reason", "two ways of counting")
        yield command_line("decide", first.ref, *answer, db=ledger)
        yield command_line("undo", db=ledger)
    yield command_line("match", LEAD, db=ledger)
    yield command_line("compare", LEAD, "a 12-month lead")
    yield command_line("ui", db=ledger)
    yield command_line("--help")


COMMANDS = {"demo": demo}
