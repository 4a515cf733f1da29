"""Whole commands, from start to end, beside a process that imports what any such program needs."""

import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

from ledger.desk.desk import Desk
from ledger.desk.statements.adding import add
from ledger.store.opening.ledger import open_ledger
from tests.bench.corpus import made_up
from tests.bench.measure import Result

HELP, MATCH = 0.35, 1.2
"""A command may take so many times as long as the imports."""
_STATEMENTS = 20
_ROUNDS = 3
_IMPORTS = ("-c", "import typer, rich, sqlmodel, alembic")
_COMMAND = ("-m", "ledger")


def bench(rounds: int) -> Iterator[Result]:
    """One round of each when quick, the best of a few otherwise, in turn."""
    corpus = made_up(_STATEMENTS)
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "ledger.db"
        desk = Desk(open_ledger(str(file), create=True), "bench")
        for sentence in corpus.sentences:
            add(desk, {"text": sentence, "outlet": "Bench"})
        desk.close()
        matching = (*_COMMAND, "match", corpus.queries[0], "--db", str(file))
        commands = {"imports": _IMPORTS, "help": (*_COMMAND, "--help"), "match": matching}
        best = dict.fromkeys(commands, float("inf"))
        for _ in range(min(rounds, _ROUNDS)):
            for name, command in commands.items():
                best[name] = min(best[name], _seconds(*command))
    for name, most in (("help", HELP), ("match", MATCH)):
        peer, theirs = "typer, rich, sqlmodel, alembic", 1 / best["imports"]
        yield Result(f"factledger {name}", "/s", 1 / best[name], peer, theirs, 1 / most)


def _seconds(*arguments: str) -> float:
    """The CPU seconds of one process of Python."""
    before = os.times()
    subprocess.run((sys.executable, *arguments), check=True, stdout=subprocess.DEVNULL)
    after = os.times()
    return sum(after[2:4]) - sum(before[2:4])
