"""Acts killed at random moments, as ``kill -9`` does: what stands afterwards, act by act.

``python -m tests.bench faults``: five hundred kills in a file and a hundred at a PostgreSQL server,
over every kind of act. Every ledger is opened again, verified, and compared row by row with the
ledger before the act and the ledger after it.
"""

import tempfile
from collections.abc import Iterator
from pathlib import Path
from random import Random

from tests.bench.measure import Survey
from tests.desk.killing import OPERATIONS, Ground, Kills, killed, postgres_ground, sqlite_ground
from tests.servers import server

IN_A_FILE, AT_A_SERVER = 500, 100
QUICK = 44
HEADS = ("act", "database", "killed", "before", "after", "lost", "chain", "takes, ms")


def survey(*, quick: bool) -> Survey:
    """One kill of everything in a file when quick; hundreds on both databases otherwise."""
    with tempfile.TemporaryDirectory() as folder:
        kept = Path(folder)
        rows = list(_rows("SQLite", sqlite_ground(kept / "file"), QUICK if quick else IN_A_FILE))
        if not quick:
            with server() as running:
                ground = postgres_ground(running.admin, kept / "server")
                rows += _rows("PostgreSQL", ground, AT_A_SERVER)
    return Survey(HEADS, [*rows, _sum(rows)])


def _rows(database: str, ground: Ground, kills: int) -> Iterator[tuple[str, ...]]:
    """Every kind of act in turn, each killed as often as the others or once more."""
    moments = Random(kills)
    names = sorted(OPERATIONS)
    for position, name in enumerate(names):
        often = kills // len(names) + (position < kills % len(names))
        yield _row(database, often, killed(ground, name, often, moments))


def _row(database: str, kills: int, found: Kills) -> tuple[str, ...]:
    counts = (kills, found.before, found.after, len(found.faults))
    chain = "; ".join(found.faults) or "whole"
    return (found.operation, database, *map(str, counts), chain, f"{found.seconds * 1000:.0f}")


def _sum(rows: list[tuple[str, ...]]) -> tuple[str, ...]:
    sums = [str(sum(int(row[column]) for row in rows)) for column in (2, 3, 4, 5)]
    chain = "whole" if all(row[6] == "whole" for row in rows) else "BROKEN"
    return ("all", "", *sums, chain, "")
