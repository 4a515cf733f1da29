"""The hostile fixture through the desk: taken in, shown, matched, found and reported as text."""

import json
from collections.abc import Iterator

import pytest
from sqlalchemy import Engine, text

from ledger.desk.casework.deciding import attach, decide, split
from ledger.desk.desk import Desk
from ledger.desk.files_in.importing import import_file
from ledger.desk.looking.showing import conflicts, find, history, show
from ledger.desk.looking.statement_views import StatementView
from ledger.desk.references import Reference
from ledger.desk.report.reporting import Wanted, report_markdown
from ledger.desk.statements.adding import add
from ledger.desk.statements.filing import Choice
from ledger.desk.texts.comparing import relation, side_from
from ledger.desk.texts.figures import quantities
from ledger.desk.texts.matching import match
from ledger.desk.undoing import undo
from ledger.exchange.shipped import fixture
from ledger.store.opening.ledger import open_ledger
from ledger.text.fold import fold
from tests.desk.ledgers import entries, rows
from tests.desk.newsroom import Row
from tests.times import MORNING

HOSTILE = fixture("hostile.jsonl")


def hostile_rows() -> list[Row]:
    return [json.loads(line) for line in HOSTILE.read_text(encoding="utf-8").splitlines()]


@pytest.fixture(scope="module", params=["sqlite", "postgresql"])
def hostile(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Desk]:
    """The hostile fixture, once on each kind of database, to be read only."""
    if request.param == "sqlite":
        place = str(tmp_path_factory.mktemp("hostile") / "ledger.db")
    else:
        postgres: Engine = request.getfixturevalue("postgres")
        with postgres.connect() as connection:
            connection.execute(text("CREATE DATABASE hostile"))
        place = postgres.url.set(database="hostile").render_as_string(hide_password=False)
    desk = Desk(open_ledger(place, create=True), "mira", lambda: MORNING)
    import_file(desk, HOSTILE, strict=True)
    yield desk
    desk.close()


def test_every_row_is_recorded_and_verified(hostile: Desk) -> None:
    assert len(rows(hostile)["statement"]) == len(hostile_rows())
    assert entries(hostile) == 1


def test_what_is_read_back_is_what_was_put_in(hostile: Desk) -> None:
    fields = ("text", "outlet", "speaker", "relayed_from", "url", "notes", "ref")
    stored = [{name: row[name] for name in fields} for row in rows(hostile)["statement"]]
    given = [_stripped({name: row.get(name) for name in fields}) for row in hostile_rows()]
    assert stored == given


def test_every_row_is_shown_as_it_stands(hostile: Desk) -> None:
    for number, row in enumerate(hostile_rows(), start=1):
        found = show(hostile, Reference("statement", number))
        assert isinstance(found, StatementView)
        assert (found.text, found.importer_ref) == (row["text"], row["ref"])


@pytest.mark.parametrize("kind", ["outlet", "speaker"])
def test_names_became_one_only_where_letters_and_figures_are_the_same(
    hostile: Desk, kind: str
) -> None:
    written: dict[int, set[str]] = {}
    for row in rows(hostile)["statement"]:
        if row[kind] is not None:
            written.setdefault(row[f"{kind}_number"], set()).add(row[kind])
    assert [names for names in written.values() if len(set(map(_letters, names))) > 1] == []


def test_every_row_can_be_matched_and_read_and_compared(hostile: Desk) -> None:
    previous = side_from("The ferry sails at noon with 900 passengers.")
    for row in hostile_rows():
        found = match(hostile, row["text"], 5)
        assert all(0 <= near.score <= 1 for near in found)
        quantities(row["text"])
        side = side_from({"text": row["text"], "outlet": row["outlet"]})
        assert relation(previous, side).relation in {"agree", "disagree", "not_comparable"}
        assert relation(side, side).relation != "disagree", row["ref"]
        previous = side


def test_a_row_is_found_by_its_own_words_or_by_none(hostile: Desk) -> None:
    for row in hostile_rows():
        find(hostile, row["text"][:500], 5)
        find(hostile, row["outlet"], 5)
    assert find(hostile, "'; DROP TABLE statement; --", 5) is not None
    assert len(rows(hostile)["statement"]) == len(hostile_rows())


def test_the_report_holds_every_row(hostile: Desk) -> None:
    page = report_markdown(hostile)
    assert page == report_markdown(hostile)
    assert all(f"S{n}" in page for n in range(1, len(hostile_rows()) + 1))
    for topic in ("", "|", "# x", "\x1b[31m"):
        report_markdown(hostile, Wanted(topic=topic))
    assert "\x1b" not in page


def test_every_row_alone_can_be_added_moved_and_taken_back(desk: Desk) -> None:
    given = hostile_rows()
    for row in given:
        added = add(desk, row, Choice())
        assert added.statement.text == row["text"]
    assert import_file(desk, HOSTILE, strict=True).recording.added == 0
    split(desk, Reference("statement", 1), given[0]["text"][:300])
    attach(desk, Reference("statement", 2), Reference("claim", 1), given[7]["text"][:300])
    for conflict in conflicts(desk)[:3]:
        number = int(conflict.ref[1:])
        decide(desk, Reference("conflict", number), "a_holds", given[8]["text"][:300])
    report_markdown(desk)
    for _ in range(5):
        undo(desk)
    assert len(history(desk)) == entries(desk)


def _stripped(row: Row) -> Row:
    """Names, links and refs lose the blanks around them; words and notes lose nothing."""
    kept = {"text", "notes"}
    return {
        name: value if name in kept or value is None else value.strip() or None
        for name, value in row.items()
    }


def _letters(name: str) -> str:
    return "".join(filter(str.isalnum, fold(name))) or fold(name)
