"""Importing a file of the made-up corpus, and loading it as an archive; beside the rates asked for.

Every sentence is entered as a statement of one of forty outlets. What is counted is everything an
import does, from reading the file to the journal entry.
"""

import json
import tempfile
from collections.abc import Iterator
from functools import partial
from pathlib import Path

from ledger.desk.desk import Desk
from ledger.desk.files_in.importing import import_file
from ledger.store.opening.ledger import open_ledger
from tests.bench.corpus import made_up
from tests.bench.measure import Result, rate

QUICK, MANY = 5_000, 100_000
WHOLE, ARCHIVE = 2_000, 20_000
"""Statements a second asked for: with everything on, and with ``--no-match``."""
_OUTLETS = 40


def bench(rounds: int) -> Iterator[Result]:
    """Five thousand statements when quick, a hundred thousand otherwise."""
    size = QUICK if rounds == 1 else MANY
    with tempfile.TemporaryDirectory() as folder:
        file = written(Path(folder) / "statements.jsonl", size)
        for what, match, target in (("import", True, WHOLE), ("import --no-match", False, ARCHIVE)):
            ours = rate(partial(imported, file, match=match), rounds=1)
            yield Result(f"{what}, {size:,}", "statements/s", ours, "asked for", target, 1)


def written(path: Path, size: int) -> Path:
    """So many sentences of the made-up corpus, as a file of statements."""
    with path.open("w", encoding="utf-8") as file:
        for number, text in enumerate(made_up(size).sentences):
            row = {"text": text, "outlet": f"Outlet {number % _OUTLETS}", "said_on": "2026-01-01"}
            file.write(json.dumps(row, ensure_ascii=False) + "\n")
    return path


def imported(file: Path, *, match: bool) -> int:
    """Import a file into a ledger of its own; how many statements that added."""
    with tempfile.TemporaryDirectory() as folder:
        desk = Desk(open_ledger(str(Path(folder) / "ledger.db"), create=True), "bench")
        found = import_file(desk, file, match=match)
        desk.close()
    return found.recording.added
