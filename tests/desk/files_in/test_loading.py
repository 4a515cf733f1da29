"""Loading an archive: the same ledger however the file is cut, and an index that finds it all."""

from functools import partial
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import select

from ledger.desk.desk import Desk
from ledger.desk.files_in import loading
from ledger.desk.files_in.importing import Imported, import_file
from ledger.desk.index.indexing import check_index
from ledger.desk.undoing import undo
from ledger.exchange import jsonl
from ledger.store.bulk.columns import POSTING
from ledger.store.index import postings
from ledger.store.index.inversion import Inversion
from tests.desk.ledgers import COST, rows, said
from tests.desk.newsroom import write_rows

LINES: list[dict[str, Any]] = [
    said("The Tallow Bridge costs 40 million euros.", claim=COST, topic="Bridge"),
    said("塔洛橋的造價是六千萬歐元。", "海灣日報", speaker="林岸", said_on="2025-12-01"),
    said("The ferry sails at noon.", "The Tideline", notes="Harbour news", url="https://a.example"),
    said("The Tallow Bridge costs 60 million euros.", "海灣日報", claim=COST),
    said("The ferry sails at noon.", "The Tideline", notes="Harbour news", url="https://a.example"),
    said("The Ferry sails at noon!", "The Tideline"),
    said("渡輪中午開航。", "海灣日報", topic="Ferry"),
]


def loaded(desk: Desk, folder: Path, lines: list[dict[str, Any]] = LINES) -> Imported:
    return import_file(desk, write_rows(folder / "old.jsonl", lines), match=False)


@pytest.mark.parametrize("at_once", [1, 2, 100])
def test_an_archive_is_the_same_however_it_is_cut(
    desk: Desk, tmp_path: Path, at_once: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(jsonl, "AT_ONCE", at_once)
    monkeypatch.setattr(loading, "Inversion", partial(Inversion, at_hand=at_once))
    done = loaded(desk, tmp_path)
    assert (done.recording.added, done.repeated) == (6, 1)
    assert [
        (fate.fate, fate.statement, fate.claim, fate.basis, fate.like) for fate in done.fates
    ] == [
        ("added", "S1", "C1", "given", None),
        ("added", "S2", "C2", "archived", None),
        ("added", "S3", "C3", "archived", None),
        ("added", "S4", "C1", "given", None),
        ("repeated", "S3", "C3", "archived", None),
        ("added", "S5", "C4", "archived", 3),
        ("added", "S6", "C5", "archived", None),
    ]
    held = rows(desk)
    assert [(row["first"], row["last"], row["reader"]) for row in held["reading"]] == [(1, 6, 0)]
    assert held["quantity"] == []
    found = check_index(desk)
    assert found.fingerprint == check_index(desk, rebuild=True).fingerprint


def test_an_archive_leaves_one_bundle_to_a_name_however_it_is_cut(
    desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(jsonl, "AT_ONCE", 1)
    monkeypatch.setattr(loading, "Inversion", partial(Inversion, at_hand=1))
    monkeypatch.setattr(postings, "_WORTH_BUNDLING", 0)
    loaded(desk, tmp_path)
    with desk.reading() as session:
        held = [*session.connection().execute(select(POSTING.c.token)).scalars()]
    assert len(held) == len(set(held)) > len(LINES)


def test_an_archive_taken_back_is_filed_again(desk: Desk, tmp_path: Path) -> None:
    loaded(desk, tmp_path)
    before = rows(desk)["statement"]
    undo(desk)
    again = loaded(desk, tmp_path)
    assert (again.recording.added, again.repeated) == (6, 1)
    assert rows(desk)["statement"] == before
    assert loaded(desk, tmp_path).recording.added == 0


def test_a_claim_the_file_names_is_the_one_that_was_there(desk: Desk, tmp_path: Path) -> None:
    loaded(desk, tmp_path, LINES[:1])
    done = loaded(desk, tmp_path, [said(COST, "The Tideline"), *LINES[3:4]])
    assert [row.filed.claim for row in done.recording.rows] == [2, 1]


def test_progress_is_told_up_to_the_end(desk: Desk, tmp_path: Path) -> None:
    told: list[tuple[str, int, int]] = []
    path = write_rows(tmp_path / "old.jsonl", LINES)
    import_file(desk, path, match=False, progress=lambda *how_far: told.append(how_far))
    assert told == [("loading", 0, 7), ("loading", 7, 7)]


def test_a_bad_row_of_an_archive_is_set_aside(desk: Desk, tmp_path: Path) -> None:
    done = loaded(desk, tmp_path, [LINES[0], {"text": "no outlet"}, LINES[1]])
    assert (done.recording.added, [row.line for row in done.refused]) == (2, [2])
    assert done.rejects is not None
    assert done.rejects.exists()
