"""Importing files: the good rows in one act, the bad ones set aside, a dry run without a trace."""

import json
from pathlib import Path
from typing import Any

import pytest

from ledger.desk.desk import Desk
from ledger.desk.files_in.importing import import_file
from ledger.desk.looking.showing import conflicts, history
from ledger.errors import RowsRefused, UnknownFormat, UnreadableFile
from tests.desk.ledgers import COST, acts, content, entries, rows, said
from tests.desk.newsroom import write_rows

GOOD: list[dict[str, Any]] = [
    said("The Tallow Bridge costs 40 million euros.", claim=COST, ref="r1"),
    said("塔洛橋的造價是六千萬歐元。", "海灣日報", claim=COST, ref="r2"),
    said("The ferry sails at noon.", "The Tideline", said_on="2025-12-01", ref="r3"),
]
BAD_LINES = [
    pytest.param('{"text": "no outlet"}', "outlet", id="a field is missing"),
    pytest.param('{"text": "", "outlet": "x"}', "text", id="a field is empty"),
    pytest.param('{"text": "x", "outlet": "x", "mood": "y"}', "mood", id="a field is unknown"),
    pytest.param('{"text": "x", "outlet": "x", "said_on": "12/8/2025"}', "said_on", id="two dates"),
    pytest.param('{"text": 7, "outlet": "x"}', "text", id="a number for words"),
    pytest.param('{"text": "x", ', None, id="half an object"),
    pytest.param("[1, 2]", None, id="a list"),
    pytest.param("nonsense", None, id="no JSON at all"),
]


def mixed(folder: Path, bad: str) -> Path:
    """A file whose second line is bad."""
    lines = [json.dumps(row, ensure_ascii=False) for row in GOOD]
    path = folder / "in.jsonl"
    path.write_text("\n".join([lines[0], bad, *lines[1:]]) + "\n", encoding="utf-8")
    return path


def files(folder: Path) -> set[str]:
    return {path.name for path in folder.iterdir() if not path.name.startswith("ledger.db")}


def test_a_file_is_one_act_and_says_what_it_did(desk: Desk, tmp_path: Path) -> None:
    done = import_file(desk, write_rows(tmp_path / "in.jsonl", GOOD))
    assert (done.recording.added, done.repeated, done.refused, done.rejects) == (3, 0, (), None)
    assert len(done.recording.conflicts) == 1
    assert acts(desk) == ["import"]
    assert history(desk)[0].summary == "3 statements from in.jsonl"
    assert entries(desk) == 1


def test_the_same_file_twice_adds_nothing_and_says_so(desk: Desk, tmp_path: Path) -> None:
    path = write_rows(tmp_path / "in.jsonl", GOOD)
    import_file(desk, path)
    before = content(desk)
    again = import_file(desk, path)
    assert (again.recording.added, again.repeated) == (0, 3)
    assert again.recording.conflicts == ()
    assert content(desk) == before


def test_a_row_twice_in_a_file_is_recorded_once_and_counted(desk: Desk, tmp_path: Path) -> None:
    done = import_file(desk, write_rows(tmp_path / "in.jsonl", [GOOD[0], GOOD[1], GOOD[0]]))
    assert (done.recording.added, done.repeated) == (2, 1)


@pytest.mark.parametrize(("bad", "field"), BAD_LINES)
def test_a_bad_row_is_set_aside_with_its_reason(
    desk: Desk, tmp_path: Path, bad: str, field: str | None
) -> None:
    done = import_file(desk, mixed(tmp_path, bad))
    assert done.recording.added == 3
    assert [(row.line, row.field) for row in done.refused] == [(2, field)]
    assert done.rejects == tmp_path / "in.jsonl.rejects.jsonl"
    (kept,) = map(json.loads, done.rejects.read_text(encoding="utf-8").splitlines())
    assert (kept["line"], kept["field"], kept["row"]) == (2, field, bad)
    assert kept["reason"] in str(done.refused[0])


@pytest.mark.parametrize(("bad", "field"), BAD_LINES)
def test_being_strict_a_bad_row_refuses_the_file(
    desk: Desk, tmp_path: Path, bad: str, field: str | None
) -> None:
    with pytest.raises(RowsRefused, match=r"in\.jsonl, line 2") as caught:
        import_file(desk, mixed(tmp_path, bad), strict=True)
    assert field is None or field in str(caught.value)
    assert acts(desk) == []
    assert files(tmp_path) == {"in.jsonl"}


def test_being_strict_a_good_file_is_imported(desk: Desk, tmp_path: Path) -> None:
    path = write_rows(tmp_path / "in.jsonl", GOOD)
    assert import_file(desk, path, strict=True).recording.added == 3


def test_rejects_go_where_they_are_asked_to_go(desk: Desk, tmp_path: Path) -> None:
    aside = tmp_path / "aside.jsonl"
    done = import_file(desk, mixed(tmp_path, "nonsense"), rejects=aside)
    assert done.rejects == aside
    assert files(tmp_path) == {"in.jsonl", "aside.jsonl"}


def test_a_file_of_bad_rows_only_writes_no_entry(desk: Desk, tmp_path: Path) -> None:
    path = tmp_path / "in.jsonl"
    path.write_text("nonsense\n{}\n", encoding="utf-8")
    done = import_file(desk, path)
    assert (done.recording.added, len(done.refused)) == (0, 2)
    assert acts(desk) == []


@pytest.mark.parametrize("bad", ["nonsense", json.dumps(GOOD[0])], ids=["a bad row", "all good"])
def test_a_dry_run_tells_all_and_changes_nothing(desk: Desk, tmp_path: Path, bad: str) -> None:
    before = content(desk)
    trial = import_file(desk, mixed(tmp_path, bad), dry_run=True)
    assert content(desk) == before
    assert files(tmp_path) == {"in.jsonl"}
    assert (trial.dry_run, trial.rejects) == (True, None)
    done = import_file(desk, mixed(tmp_path, bad))
    assert trial.recording == done.recording
    assert [str(row) for row in trial.refused] == [str(row) for row in done.refused]


def test_a_dry_run_leaves_the_file_of_a_ledger_byte_for_byte(desk: Desk, tmp_path: Path) -> None:
    import_file(desk, write_rows(tmp_path / "first.jsonl", GOOD[:1]))
    before, head = content(desk), history(desk)[0].hash
    import_file(desk, write_rows(tmp_path / "in.jsonl", GOOD), dry_run=True)
    assert (content(desk), history(desk)[0].hash) == (before, head)
    assert entries(desk) == 1


@pytest.mark.parametrize(
    ("name", "written", "format_name"),
    [
        pytest.param("in.jsonl", '{"text": "x", "outlet": "y"}\n', None, id="JSON Lines"),
        pytest.param("in.NDJSON", '{"text": "x", "outlet": "y"}\r\n', None, id="other ending"),
        pytest.param("in.csv", "text,outlet\nx,y\n", None, id="CSV"),
        pytest.param("in.csv", "\ufeffoutlet,text\r\ny,x\r\n", None, id="CSV as Excel writes it"),
        pytest.param("in.txt", "text,outlet\nx,y\n", "csv", id="format named"),
        pytest.param("in.csv", '{"text": "x", "outlet": "y"}', "JSONL", id="name wins over ending"),
    ],
)
def test_every_format_leads_to_the_same_statement(
    desk: Desk, tmp_path: Path, name: str, written: str, format_name: str | None
) -> None:
    path = tmp_path / name
    path.write_bytes(written.encode())
    assert import_file(desk, path, format_name=format_name).recording.added == 1
    (row,) = rows(desk)["statement"]
    assert (row["text"], row["outlet"]) == ("x", "y")


def test_a_format_nobody_speaks_is_refused(desk: Desk, tmp_path: Path) -> None:
    path = tmp_path / "in.xlsx"
    path.write_bytes(b"x")
    with pytest.raises(UnknownFormat):
        import_file(desk, path)
    with pytest.raises(UnknownFormat):
        import_file(desk, path, format_name="xlsx")


@pytest.mark.parametrize("made", ["missing", "folder", "binary"])
def test_a_file_that_cannot_be_read_changes_nothing(desk: Desk, tmp_path: Path, made: str) -> None:
    path = tmp_path / "in.jsonl"
    if made == "folder":
        path.mkdir()
    elif made == "binary":
        path.write_bytes(b"\xff\xfe\x00\x01" * 9)
    with pytest.raises(UnreadableFile):
        import_file(desk, path)
    assert acts(desk) == []


def test_an_empty_file_is_nothing_to_import(desk: Desk, tmp_path: Path) -> None:
    path = tmp_path / "in.jsonl"
    path.write_bytes(b"\n\n")
    done = import_file(desk, path)
    assert (len(done.recording.rows), done.refused) == (0, ())
    assert acts(desk) == []


def test_a_second_file_is_compared_with_the_first(desk: Desk, tmp_path: Path) -> None:
    for number, row in enumerate(GOOD[:2]):
        import_file(desk, write_rows(tmp_path / f"{number}.jsonl", [row]))
    (conflict,) = conflicts(desk, open_only=True)
    assert (conflict.a.importer_ref, conflict.b.importer_ref) == ("r1", "r2")


def test_progress_is_told_up_to_the_end(desk: Desk, tmp_path: Path) -> None:
    told: list[tuple[str, int, int]] = []
    lines = [said(f"Pier {n} is open.", claim=f"Pier {n}") for n in range(100)]
    import_file(
        desk,
        write_rows(tmp_path / "in.jsonl", lines),
        progress=lambda doing, done, total: told.append((doing, done, total)),
    )
    assert all(0 <= done <= total == 100 for _, done, total in told)
    ends = [doing for doing, done, _ in told if done == 100]
    assert [*dict.fromkeys(ends)] == ["reading", "entering", "filing"]
