"""What a process holds at most that matches, or imports: run by itself, as a command is.

Linux alone says what a process held since it began, and not since it was copied from another.
"""

import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Sequence
from pathlib import Path

from ledger.desk.desk import Desk
from ledger.desk.texts.matching import match
from ledger.store.opening.ledger import open_ledger
from tests.bench.corpus import MOST, QUICK, ledger_of, made_up
from tests.bench.importing import imported, written
from tests.bench.measure import Result

MOST_MB = 400
_STATUS = Path("/proc/self/status")
_BEST = 10


IMPORTED, QUICK_IMPORTED = (20_000, 200_000), (2_000, 10_000)
"""Statements of a short file and of a long one."""
FLAT = 1.1
"""Times the memory that the short one takes."""


def bench(rounds: int) -> Iterator[Result]:
    """At ten thousand claims when quick, at a million otherwise; files likewise."""
    size = QUICK if rounds == 1 else MOST
    queries = made_up(size).queries
    with ledger_of(size) as store:
        held = _held("match", str(store.place), queries)
    what = f"a process that matches, {size:,} claims: memory allowed"
    yield Result(what, "MB", MOST_MB, "held", held, 1, size == MOST)
    sizes = QUICK_IMPORTED if rounds == 1 else IMPORTED
    for kind in ("import", "import --no-match"):
        with tempfile.TemporaryDirectory() as folder:
            files = [written(Path(folder) / f"{size}.jsonl", size) for size in sizes]
            short, long = (_held(kind, str(file)) for file in files)
        what = f"{kind}, {sizes[0]:,} statements: memory"
        yield Result(what, "MB", short, f"{sizes[1]:,}", long, 1 / FLAT, sizes == IMPORTED)


def _held(work: str, place: str, lines: Sequence[str] = ()) -> float:
    """The most a process holds, in MB, that does some work."""
    asked = subprocess.run(
        (sys.executable, "-m", "tests.bench.memory", work, place),
        input="\n".join(lines),
        capture_output=True,
        check=True,
        encoding="utf-8",
        env={**os.environ, "OPENBLAS_NUM_THREADS": "1"},  # as the command has it
    )
    return float(asked.stdout)


def _do(work: str, place: str) -> None:
    """Ask the queries of the standard input, or import a file, and write how much was held."""
    if work == "match":
        desk = Desk(open_ledger(place), "bench")
        for query in sys.stdin.read().split("\n"):
            match(desk, query, _BEST)
    else:
        imported(Path(place), match=work == "import")
    (most,) = (line for line in _STATUS.read_text().splitlines() if line.startswith("VmHWM"))
    sys.stdout.write(str(int(most.split()[1]) / 1024))


if __name__ == "__main__":
    _do(*sys.argv[1:])
