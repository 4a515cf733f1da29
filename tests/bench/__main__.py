"""Speed and memory, side by side with other programs in one run: ``python -m tests.bench``.

Run by hand; the peers it compares with are in the extra ``bench``. Times are CPU seconds of one
core, the best of several rounds, but for whole batches, which take what cores there are; what
counts is the ratio, because machines differ.
"""

import argparse
import sys
from pathlib import Path

from rich.console import Console
from rich.table import Table

from tests.bench import (
    extracting,
    faults,
    fuzz,
    importing,
    keys,
    load,
    matching,
    memory,
    reading,
    recording,
    rescanning,
    starting,
)
from tests.bench.measure import Result, Survey

BENCHES = {
    "reading": reading.bench,
    "starting": starting.bench,
    "matching": matching.bench,
    "memory": memory.bench,
    "importing": importing.bench,
    "recording": recording.bench,
    "rescanning": rescanning.bench,
    "extracting": extracting.bench,
    "keys": keys.bench,
}


SURVEYS = {
    "faults": faults.survey,
    "load": load.survey,
    "fuzz": fuzz.survey,
}
"""What is run only when it is asked for by name."""


def main() -> None:
    """Run the benches asked for, print a table, and write it as Markdown if told where."""
    parser = argparse.ArgumentParser(prog="python -m tests.bench", description=__doc__)
    names = ", ".join((*BENCHES, *SURVEYS))
    parser.add_argument("names", nargs="*", metavar="NAME", help=f"of {names}")
    parser.add_argument("--quick", action="store_true", help="fewer rounds: under two minutes")
    parser.add_argument("-o", "--output", type=Path, help="write the table here, as Markdown")
    given = parser.parse_args()
    asked = given.names or list(BENCHES)
    results: list[Result] = []
    for name in asked:
        for result in BENCHES[name](rounds=1 if given.quick else 5) if name in BENCHES else ():
            sys.stderr.write(f"{result.what}: {result.ratio:.3g} x {result.peer}\n")
            results.append(result)
    tables = [Survey(HEADS, [_cells(result) for result in results])] if results else []
    tables += [SURVEYS[name](quick=given.quick) for name in asked if name in SURVEYS]
    console = Console() if sys.stdout.isatty() else Console(width=_WIDE)
    for table in tables:
        console.print(_table(table))
    if given.output is not None:
        given.output.write_text("\n".join(map(_markdown, tables)), encoding="utf-8")


HEADS = ("what", "ours", "peer", "theirs", "target", "measured", "met")
_WIDE = 160
"""Columns where no terminal says how many."""


def _cells(result: Result) -> tuple[str, ...]:
    return (
        result.what,
        f"{result.ours:,.0f} {result.unit}",
        result.peer,
        f"{result.theirs:,.0f} {result.unit}",
        f"{result.target:.3g} x",
        f"{result.ratio:.3g} x",
        _met(result),
    )


def _met(result: Result) -> str:
    if not result.at_size:
        return "not asked at this size"
    return "yes" if result.met else "missed"


def _table(survey: Survey) -> Table:
    table = Table(*survey.heads)
    for row in survey.rows:
        table.add_row(*row)
    return table


def _markdown(survey: Survey) -> str:
    lines = [survey.heads, ("---",) * len(survey.heads), *survey.rows]
    return "".join(f"| {' | '.join(line)} |\n" for line in lines)


if __name__ == "__main__":
    main()
