"""demo: a ledger to look at."""

from pathlib import Path
from typing import Annotated

import typer

from ledger.cli import output
from ledger.cli.options import Who, actor
from ledger.cli.printing import print_conflicts
from ledger.cli.progress import progress_bar

NEXT = """\
The report is {report}; open it in any Markdown viewer.

What to type next (--db {database} each time, or export FACTLEDGER_DB={database}):
  factledger show {claim} --db {database}
  factledger match "US gets ~18-month lead" --db {database}
  factledger decide {conflict} --both-stand --reason "different years" --db {database}
  factledger undo --db {database}
  factledger --help"""


def demo(
    folder: Annotated[Path, typer.Option("--dir", metavar="DIR", help="Where to build it.")] = Path(
        "factledger-demo"
    ),
    who: Who = None,
) -> None:
    """Build the demo ledger, show its conflicts and write its report."""
    from ledger.desk.demonstrating import build_demo

    with progress_bar() as progress:
        built = build_demo(folder, actor(who), progress)
    print_conflicts(built.conflicts)
    output.line()
    output.line(built.summary)
    first = built.conflicts[0]
    output.line(
        NEXT.format(
            report=built.report, database=built.database, claim=first.claim, conflict=first.ref
        )
    )


COMMANDS = {"demo": demo}
