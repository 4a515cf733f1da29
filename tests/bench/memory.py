"""What a process that matches against a ledger holds at most: run by itself, as a command is.

Linux alone says what a process held since it began, and not since it was copied from another.
"""

import os
import subprocess
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

from ledger.desk.comparing import match
from ledger.desk.desk import Desk
from ledger.store.ledger import open_ledger
from tests.bench.corpus import MOST, QUICK, ledger_of, made_up
from tests.bench.measure import Result

MOST_MB = 400
_STATUS = Path("/proc/self/status")
_BEST = 10


def bench(rounds: int) -> Iterator[Result]:
    """At ten thousand claims when quick, at a million otherwise."""
    size = QUICK if rounds == 1 else MOST
    queries = made_up(size).queries
    with ledger_of(size) as store:
        held = _held_matching(str(store.place), queries)
    what = f"a process that matches, {size:,} claims: memory allowed"
    yield Result(what, "MB", MOST_MB, "held", held, 1, size == MOST)


def _held_matching(place: str, queries: Sequence[str]) -> float:
    """The most a process holds, in MB, that asks all of these queries."""
    asked = subprocess.run(
        (sys.executable, "-m", "tests.bench.memory", place),
        input="\n".join(queries),
        capture_output=True,
        check=True,
        encoding="utf-8",
        env={**os.environ, "OPENBLAS_NUM_THREADS": "1"},  # as the command has it
    )
    return float(asked.stdout)


def _ask(place: str) -> None:
    """Ask the queries of the standard input, and write how much was held."""
    desk = Desk(open_ledger(place), "bench")
    for query in sys.stdin.read().split("\n"):
        match(desk, query, _BEST)
    (most,) = (line for line in _STATUS.read_text().splitlines() if line.startswith("VmHWM"))
    sys.stdout.write(str(int(most.split()[1]) / 1024))


if __name__ == "__main__":
    _ask(sys.argv[1])
