"""Killed at any moment, the ledger is before or after the act and never in between."""

import shutil
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from itertools import islice, product
from pathlib import Path
from random import Random
from signal import SIGKILL
from time import monotonic

import pytest

from ledger.desk.desk import Desk, sit_down
from ledger.desk.undoing import undo
from ledger.store import postings, queries
from ledger.store.ledger import Store, open_ledger
from ledger.store.tables import Entry, Statement
from tests.desk.newsroom import Row, write_rows
from tests.desk.programs import ADD, DIE_MERGING, IMPORT, finish, kill_after, seated
from tests.desk.statements import entries, record, said
from tests.times import MORNING

ROWS = 5_000
"""So many that SQLite writes most of them before it commits: three times what it holds."""
KILLS = 20
LANES = 2
"""Ledgers that are killed side by side; each takes every other kill."""


def many(count: int) -> Iterator[Row]:
    """Short statements of few outlets, each with a claim of its own."""
    syllables = ("".join(letters) for letters in product("bdfgklmnprst", "aeiou", "dlmnrst"))
    words = list(islice(syllables, 224))
    for number, pair in enumerate(islice(product(words, words), count)):
        text = " ".join(pair)
        yield said(text, f"Quay Wire {'ABC'[number % 3]}", claim=text)


def size(desk: Desk) -> tuple[int, int]:
    """How many entries and statements the ledger holds."""
    with desk.reading() as session:
        return queries.highest(session, Entry), queries.highest(session, Statement)


def duration(program: str, place: str, path: Path) -> float:
    """Seconds a program takes from its seat to its end, when nobody kills it."""
    with seated(program, place, path) as running:
        begun = monotonic()
        finish(running)
        return monotonic() - begun


def killed(program: str, place: str, path: Path, seconds: float) -> tuple[int, int]:
    """What the ledger holds after a program was killed at it; opened and verified."""
    with seated(program, place, path) as running:
        kill_after(running, seconds)
    with sit_down(place, "mira") as desk:
        found = size(desk)
        assert entries(desk) == found[0]
        return found


@pytest.fixture
def moments() -> Random:
    """The same random moments in every run."""
    return Random(20251215)


def test_an_import_killed_at_random_moments_lands_whole_or_not_at_all(
    sqlite_template: Path, tmp_path: Path, moments: Random
) -> None:
    path = write_rows(tmp_path / "many.jsonl", many(ROWS))
    whole = shutil.copy(sqlite_template, tmp_path / "whole.db")
    seconds = duration(IMPORT, str(whole), path)
    delays = [moments.uniform(0, seconds) for _ in range(KILLS)]
    lanes = [(tmp_path / f"lane{lane}.db", delays[lane::LANES]) for lane in range(LANES)]

    def survive(lane: tuple[Path, list[float]]) -> list[tuple[int, int]]:
        place, moments_of_lane = lane
        found: list[tuple[int, int]] = []
        for moment in moments_of_lane:
            if not found or found[-1] != (0, 0):
                _begin_anew(sqlite_template, place)
            found.append(killed(IMPORT, str(place), path, moment))
        return found

    with ThreadPoolExecutor(LANES) as pool:
        found = [held for lane in pool.map(survive, lanes) for held in lane]
    assert len(found) == KILLS
    assert set(found) <= {(0, 0), (1, ROWS)}


def test_an_import_killed_at_either_database_lands_whole_or_not_at_all(
    database: str, tmp_path: Path, moments: Random
) -> None:
    rows, kills = 2_000, 4
    for kill in range(kills):
        path = write_rows(tmp_path / f"{kill}.jsonl", islice(many(kills * rows), kill * rows, rows))
        with sit_down(database, "mira") as desk:
            before = size(desk)
        after = killed(IMPORT, database, path, moments.uniform(0, 2))
        assert after in {before, (before[0] + 1, before[1] + rows)}


def test_a_statement_added_and_killed_is_there_or_not(
    sqlite_template: Path, tmp_path: Path, moments: Random
) -> None:
    place = str(shutil.copy(sqlite_template, tmp_path / "ledger.db"))
    path = write_rows(tmp_path / "one.jsonl", many(1))
    seconds = duration(ADD, str(shutil.copy(sqlite_template, tmp_path / "whole.db")), path)
    for kill in range(8):
        path = write_rows(tmp_path / f"{kill}.jsonl", islice(many(8), kill, kill + 1))
        with sit_down(place, "mira") as desk:
            before = size(desk)
        after = killed(ADD, place, path, moments.uniform(0, seconds))
        assert after in {before, (before[0] + 1, before[1] + 1)}


def test_a_ledger_that_was_killed_at_works_on(
    sqlite_template: Path, tmp_path: Path, moments: Random
) -> None:
    place = str(shutil.copy(sqlite_template, tmp_path / "ledger.db"))
    path = write_rows(tmp_path / "many.jsonl", many(5_000))
    found = killed(IMPORT, place, path, moments.uniform(0, 0.5))
    duration(IMPORT, place, path)
    with sit_down(place, "mira") as desk:
        assert size(desk) == (1, 5_000)
        record(desk, "The Tallow Bridge costs 40 million euros.")
        undo(desk)
        assert entries(desk) == 3
    assert found in {(0, 0), (1, 5_000)}


def test_a_merge_of_the_index_killed_half_way_leaves_it_as_it_was(
    database: str, tmp_path: Path
) -> None:
    with seated(DIE_MERGING, database, tmp_path) as running:
        running.wait(60)
    assert running.returncode == -SIGKILL
    store = open_ledger(database)
    held = bridges(store)
    assert held == list(range(1, len(held) + 1))
    assert len(held) > 10
    with store.acting("test", actor="mira", at=MORNING) as act:
        postings.append(act.session, {100: ["bridge"]})
    assert bridges(store) == [*held, 100]
    store.close()


def bridges(store: Store) -> list[int]:
    """The documents that hold the word."""
    with store.reading() as session:
        return [int(n) for n in postings.lookup(session, ["bridge"])["bridge"]]


def _begin_anew(template: Path, place: Path) -> None:
    for leftover in (place, *(place.with_name(place.name + end) for end in ("-wal", "-shm"))):
        leftover.unlink(missing_ok=True)
    shutil.copy(template, place)
