"""Speed and memory, side by side with other programs in one run: ``python -m tests.bench``.

Run by hand; the peers it compares with are in the extra ``bench``. Times are CPU seconds of one
core, the best of several rounds; what counts is the ratio, because machines differ.
"""

import argparse
from pathlib import Path

from rich.console import Console
from rich.table import Table

from tests.bench import extracting, importing, keys, matching, reading, recording, rescanning
from tests.bench.measure import Result

BENCHES = {
    "reading": reading.bench,
    "matching": matching.bench,
    "importing": importing.bench,
    "recording": recording.bench,
    "rescanning": rescanning.bench,
    "extracting": extracting.bench,
    "keys": keys.bench,
}


def main() -> None:
    """Run the benches asked for, print a table, and write it as Markdown if told where."""
    parser = argparse.ArgumentParser(prog="python -m tests.bench", description=__doc__)
    parser.add_argument("names", nargs="*", metavar="NAME", help=f"of {', '.join(BENCHES)}")
    parser.add_argument("--quick", action="store_true", help="fewer rounds: under two minutes")
    parser.add_argument("-o", "--output", type=Path, help="write the table here, as Markdown")
    given = parser.parse_args()
    results = [
        result
        for name in given.names or BENCHES
        for result in BENCHES[name](rounds=1 if given.quick else 5)
    ]
    Console().print(_table(results))
    if given.output is not None:
        given.output.write_text(_markdown(results), encoding="utf-8")


HEADS = ("what", "ours", "peer", "theirs", "ratio", "target", "met")


def _cells(result: Result) -> tuple[str, ...]:
    return (
        result.what,
        f"{result.ours:,.0f} {result.unit}",
        result.peer,
        f"{result.theirs:,.0f} {result.unit}",
        f"{result.ratio:,.1f} x",
        f"{result.target:g} x",
        "yes" if result.met else "NO",
    )


def _table(results: list[Result]) -> Table:
    table = Table(*HEADS)
    for result in results:
        table.add_row(*_cells(result))
    return table


def _markdown(results: list[Result]) -> str:
    lines = [HEADS, ("---",) * len(HEADS), *map(_cells, results)]
    return "".join(f"| {' | '.join(line)} |\n" for line in lines)


if __name__ == "__main__":
    main()
