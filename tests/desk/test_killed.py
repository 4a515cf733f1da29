"""Killed at any moment, the ledger is before or after the act and never in between."""

import shutil
from collections.abc import Iterator
from itertools import islice, product
from pathlib import Path
from random import Random
from signal import SIGKILL

import pytest

from ledger.desk.desk import Desk
from ledger.desk.sitting import sit_down
from ledger.desk.undoing import undo
from ledger.store.bulk.columns import ENTRY, STATEMENT
from ledger.store.index import lookups, postings
from ledger.store.opening.ledger import Store, open_ledger
from tests.desk.ledgers import entries, record, said
from tests.desk.newsroom import Row, write_rows
from tests.desk.programs import (
    Program,
    adding,
    dying_at_a_merge,
    importing,
    importing_page_by_page,
    running,
)
from tests.times import MORNING

ROWS = 400
KILLS = 20


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
        return lookups.highest(session, ENTRY), lookups.highest(session, STATEMENT)


def duration(program: Program, place: object, path: Path) -> float:
    """Seconds a program takes from its seat to its end, when nobody kills it."""
    with running(program, str(place), path) as undisturbed:
        return undisturbed.finish()


def killed(program: Program, place: object, path: Path, seconds: float) -> tuple[int, int]:
    """What the ledger holds after a program was killed at it; opened and verified."""
    with running(program, str(place), path) as disturbed:
        disturbed.kill_after(seconds)
    return held(place)


def held(place: object) -> tuple[int, int]:
    """What a ledger holds, once it is opened and verified."""
    with sit_down(str(place), "mira") as desk:
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
    seconds = duration(importing_page_by_page, whole, path)
    found, written_before = [], 0
    for kill in range(KILLS):
        place = Path(shutil.copy(sqlite_template, tmp_path / f"{kill}.db"))
        with running(importing_page_by_page, str(place), path) as disturbed:
            disturbed.kill_after(moments.uniform(0, seconds))
        log = place.with_name(f"{place.name}-wal")
        written = log.stat().st_size if log.exists() else 0
        found.append(held(place))
        written_before += written > 0 and found[-1] == (0, 0)
    assert set(found) <= {(0, 0), (1, ROWS)}
    assert written_before > 0  # or no kill came between the first page and the commit


def test_an_import_killed_at_either_database_lands_whole_or_not_at_all(
    database: str, tmp_path: Path, moments: Random
) -> None:
    rows, kills = 300, 4
    for kill in range(kills):
        path = write_rows(tmp_path / f"{kill}.jsonl", islice(many(kills * rows), kill * rows, rows))
        with sit_down(database, "mira") as desk:
            before = size(desk)
        after = killed(importing, database, path, moments.uniform(0, 0.5))
        assert after in {before, (before[0] + 1, before[1] + rows)}


def test_a_statement_added_and_killed_is_there_or_not(
    sqlite_template: Path, tmp_path: Path, moments: Random
) -> None:
    place = shutil.copy(sqlite_template, tmp_path / "ledger.db")
    path = write_rows(tmp_path / "one.jsonl", many(1))
    seconds = duration(adding, shutil.copy(sqlite_template, tmp_path / "whole.db"), path)
    for kill in range(8):
        path = write_rows(tmp_path / f"{kill}.jsonl", islice(many(8), kill, kill + 1))
        before = held(place)
        after = killed(adding, place, path, moments.uniform(0, seconds))
        assert after in {before, (before[0] + 1, before[1] + 1)}


def test_a_ledger_that_was_killed_at_works_on(
    sqlite_template: Path, tmp_path: Path, moments: Random
) -> None:
    place = shutil.copy(sqlite_template, tmp_path / "ledger.db")
    path = write_rows(tmp_path / "many.jsonl", many(ROWS))
    found = killed(importing_page_by_page, place, path, moments.uniform(0, 0.3))
    duration(importing, place, path)
    with sit_down(str(place), "mira") as desk:
        assert size(desk) == (1, ROWS)
        record(desk, "The Tallow Bridge costs 40 million euros.")
        undo(desk)
        assert entries(desk) == 3
    assert found in {(0, 0), (1, ROWS)}


def test_a_merge_of_the_index_killed_half_way_leaves_it_as_it_was(
    database: str, tmp_path: Path
) -> None:
    with running(dying_at_a_merge, database, tmp_path) as dying:
        assert dying.died() == SIGKILL
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
