"""The same statements in another order, in the other script, or twice: the same ledger."""

from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path

import pytest
from opencc import OpenCC

from ledger.desk.desk import Desk
from ledger.desk.files_in.importing import import_file
from ledger.desk.report.reporting import report_markdown
from ledger.store.opening.ledger import open_ledger
from tests.desk.ledgers import content
from tests.desk.newsroom import (
    PATH,
    Row,
    fixture_rows,
    groups,
    noted,
    opened,
    texts,
    told,
    write_rows,
)
from tests.times import MORNING

TEXTS = ("text", "speaker", "outlet", "relayed_from", "claim", "topic", "notes", "document")
OTHER_SCRIPT = {"zh-Hant": ("t2s", "zh-Hans"), "zh-Hans": ("s2t", "zh-Hant")}


def as_it_is(row: Row) -> Row:
    return row


def in_the_other_script(row: Row) -> Row:
    """Every text field of a Chinese row in the other script; an English row stays as it is."""
    if row["language"] not in OTHER_SCRIPT:
        return row
    name, language = OTHER_SCRIPT[row["language"]]
    turned = {field: _converter(name)(row[field]) for field in TEXTS if field in row}
    return {**row, **turned, "language": language}


def in_simplified(row: Row) -> Row:
    return in_the_other_script(row) if row["language"] == "zh-Hant" else row


def in_traditional(row: Row) -> Row:
    return in_the_other_script(row) if row["language"] == "zh-Hans" else row


def reversed_rows(rows: list[Row]) -> list[Row]:
    return rows[::-1]


def interleaved(rows: list[Row]) -> list[Row]:
    return [*rows[1::2], *rows[::2]]


@cache
def _converter(name: str) -> Callable[[str], str]:
    convert: Callable[[str], str] = OpenCC(name).convert
    return convert


@pytest.fixture(
    scope="module",
    params=[
        pytest.param((reversed_rows, as_it_is), id="reversed"),
        pytest.param((interleaved, as_it_is), id="every other row first"),
        pytest.param((list, in_the_other_script), id="other script"),
        pytest.param((list, in_simplified), id="all simplified"),
        pytest.param((list, in_traditional), id="all traditional"),
        pytest.param((reversed_rows, in_the_other_script), id="reversed in the other script"),
    ],
)
def turned(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Desk]:
    """The newsroom fixture, turned about."""
    order, script = request.param
    folder = tmp_path_factory.mktemp("turned")
    path = write_rows(folder / "newsroom.jsonl", map(script, order(fixture_rows())))
    desk = Desk(open_ledger(str(folder / "ledger.db"), create=True), "mira", lambda: MORNING)
    import_file(desk, path)
    yield desk
    desk.close()


def test_statements_stand_together_as_before(newsroom_sqlite: Desk, turned: Desk) -> None:
    before, after = groups(newsroom_sqlite), groups(turned)
    assert sorted(map(sorted, before - after)) == sorted(map(sorted, after - before))


def test_the_same_conflicts_are_open(newsroom_sqlite: Desk, turned: Desk) -> None:
    before, after = opened(newsroom_sqlite), opened(turned)
    assert after == before, _differences(before, after)


def test_the_same_is_worth_a_look(newsroom_sqlite: Desk, turned: Desk) -> None:
    before, after = noted(newsroom_sqlite), noted(turned)
    assert after == before, _differences(before, after)


def test_imported_twice_the_report_is_byte_equal(desk: Desk) -> None:
    assert import_file(desk, PATH).recording.added == len(fixture_rows())
    before, page = content(desk), report_markdown(desk)
    again = import_file(desk, PATH)
    assert (again.recording.added, again.repeated) == (0, len(fixture_rows()))
    assert content(desk) == before
    assert report_markdown(desk) == page


def test_imported_twice_reversed_the_report_is_byte_equal(desk: Desk, tmp_path: Path) -> None:
    import_file(desk, PATH)
    page = report_markdown(desk)
    import_file(desk, write_rows(tmp_path / "back.jsonl", fixture_rows()[::-1]))
    assert report_markdown(desk) == page


def _differences(before: dict[frozenset[str], str], after: dict[frozenset[str], str]) -> str:
    """Pairs that were found in one of two ledgers, or with another code."""
    why = {
        pair: f"{before.get(pair, 'nothing')} before, {after.get(pair, 'nothing')} now"
        for pair in before.keys() | after.keys()
        if before.get(pair) != after.get(pair)
    }
    return f"{len(why)} differ:\n{told(why, why, texts())}"
