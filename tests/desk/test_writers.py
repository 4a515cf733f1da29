"""Two people at one ledger: writers queue, nothing is lost, nothing is written twice."""

from contextlib import ExitStack
from pathlib import Path

from ledger.desk.desk import Desk
from tests.desk.ledgers import acts, entries, filed, rows, said
from tests.desk.newsroom import Row, write_rows
from tests.desk.programs import Program, adding, importing, running

EACH = 10


def test_two_writers_at_once_lose_nothing(desk: Desk, database: str, tmp_path: Path) -> None:
    _run_both(database, tmp_path, adding, _lines("Pier"), _lines("Berth"))
    texts = {row["text"] for row in rows(desk)["statement"]}
    assert texts == {row["text"] for row in (*_lines("Pier"), *_lines("Berth"))}
    assert len(filed(desk)) == 2 * EACH
    assert entries(desk) == 2 * EACH
    assert acts(desk) == ["add"] * 2 * EACH


def test_the_same_statements_added_at_once_get_one_row_each(
    desk: Desk, database: str, tmp_path: Path
) -> None:
    _run_both(database, tmp_path, adding, _lines("Pier"), _lines("Pier"))
    stored = rows(desk)
    assert len(stored["statement"]) == len(stored["claim"]) == EACH
    assert len(stored["outlet"]) == len(stored["speaker"]) == 1
    assert entries(desk) == EACH


def test_the_same_file_imported_at_once_lands_once(
    desk: Desk, database: str, tmp_path: Path
) -> None:
    _run_both(database, tmp_path, importing, _lines("Pier"), _lines("Pier"))
    assert len(rows(desk)["statement"]) == EACH
    assert acts(desk) == ["import"]
    assert entries(desk) == 1


def test_a_reader_sees_one_ledger_while_another_writes(
    desk: Desk, database: str, tmp_path: Path
) -> None:
    path = write_rows(tmp_path / "one.jsonl", _lines("Pier"))
    with desk.reading() as session:
        before = session.connection().exec_driver_sql("SELECT count(*) FROM entry").scalar()
        with running(adding, database, path) as writing:
            writing.finish()
        after = session.connection().exec_driver_sql("SELECT count(*) FROM entry").scalar()
    assert (before, after) == (0, 0)
    assert entries(desk) == EACH


def _lines(thing: str) -> list[Row]:
    return [
        said(f"{thing} {n} is open.", "The Tideline", speaker="Ada Quill", claim=f"{thing} {n}")
        for n in range(EACH)
    ]


def _run_both(
    place: str, folder: Path, program: Program, ours: list[Row], theirs: list[Row]
) -> None:
    files = [write_rows(folder / f"{n}.jsonl", lines) for n, lines in enumerate((ours, theirs))]
    with ExitStack() as stack:
        for one in [stack.enter_context(running(program, place, path)) for path in files]:
            one.finish()
