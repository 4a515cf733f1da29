"""Programs that sit at a desk of their own: started, waited for, or killed in the middle of it."""

import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

CHECKOUT = Path(__file__).parents[2]

_SEATED = """
import json, sys
from pathlib import Path
from ledger.desk.adding import add
from ledger.desk.desk import sit_down
from ledger.desk.importing import import_file

with sit_down(sys.argv[1], "jo") as desk:
    print("seated", flush=True)
"""
IMPORT = f"{_SEATED}    import_file(desk, Path(sys.argv[2]))\n"
"""Imports a file: place, path."""
ADD = f"{_SEATED}    for line in Path(sys.argv[2]).open(): add(desk, json.loads(line))\n"
"""Adds the statements of a file one by one: place, path."""
DIE_MERGING = """
import os, signal, sys
from datetime import UTC, datetime
from ledger.store import postings
from ledger.store.ledger import open_ledger

insert, merge = postings._insert, postings._merge

def die_merging(session, tokens, small):
    postings._insert = lambda session, runs: os.kill(os.getpid(), signal.SIGKILL)
    merge(session, tokens, small)
    postings._insert = insert

postings._merge = die_merging
store = open_ledger(sys.argv[1])
print("seated", flush=True)
for number in range(1, 100):
    with store.acting("test", actor="jo", at=datetime.now(UTC)) as act:
        postings.append(act.session, {number: ["bridge"]})
"""
"""Adds documents to the index one by one until runs become one run, and dies when the small runs
are deleted and the one is not written: place."""


@contextmanager
def seated(program: str, place: str, path: Path) -> Iterator[subprocess.Popen[str]]:
    """A running program, from the moment its ledger is open; killed when the block ends."""
    with subprocess.Popen(
        [sys.executable, "-c", program, place, str(path)],
        cwd=CHECKOUT,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    ) as running:
        assert running.stdout is not None
        try:
            running.stdout.readline()
            yield running
        finally:
            running.kill()


def finish(running: subprocess.Popen[str]) -> None:
    """Wait for a program to end by itself, and well."""
    _, errors = running.communicate()
    assert (running.returncode, errors) == (0, ""), errors


def kill_after(running: subprocess.Popen[str], seconds: float) -> None:
    """Kill a program as ``kill -9`` does, unless it ended before."""
    try:
        running.wait(seconds)
    except subprocess.TimeoutExpired:
        running.kill()
        running.wait()
