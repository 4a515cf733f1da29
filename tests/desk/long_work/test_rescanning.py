"""Rescan: an archive is read later and gives what an import gives; people's decisions stay."""

from pathlib import Path

from ledger.desk.casework.deciding import attach
from ledger.desk.desk import Desk
from ledger.desk.files_in.importing import import_file
from ledger.desk.index.indexing import check_index
from ledger.desk.long_work.rereading import reread
from ledger.desk.long_work.rescanning import rescan
from ledger.desk.references import parse
from ledger.desk.undoing import undo
from ledger.desk.upkeep.verifying import verify_ledger
from tests.desk.ledgers import record, rows, standing
from tests.desk.newsroom import write_rows

FERRY = "The Tallow harbour ferry carried {} passengers to Port Marlow on Sunday."


def _archive(desk: Desk, folder: Path, *texts: str) -> None:
    lines = [{"text": text, "outlet": f"Courier {n}"} for n, text in enumerate(texts)]
    import_file(desk, write_rows(folder / "old.jsonl", lines), match=False)


def test_an_archive_is_filed_and_neither_read_nor_matched(desk: Desk, tmp_path: Path) -> None:
    _archive(desk, tmp_path, FERRY.format(900), FERRY.format(700))
    held = rows(desk)
    assert [row["basis"] for row in held["filing"]] == ["archived", "archived"]
    assert (held["quantity"], held["question"], held["conflict"]) == ([], [], [])


def test_a_rescan_reads_an_archive_and_asks_about_what_is_near(desk: Desk, tmp_path: Path) -> None:
    _archive(desk, tmp_path, FERRY.format(900), FERRY.format(700))
    done = rescan(desk)
    held = rows(desk)
    assert (done.statements, done.read, done.near) == (2, 2, 1)
    assert [row["basis"] for row in held["filing"]] == ["archived", "archived"]
    assert len(held["quantity"]) > 0
    assert [question["claim_number"] for question in held["question"]] == [1]
    verify_ledger(desk)


def test_a_claim_named_by_an_archive_was_given(desk: Desk, tmp_path: Path) -> None:
    lines = [{"text": FERRY.format(900), "outlet": "Courier", "claim": "Passengers"}]
    import_file(desk, write_rows(tmp_path / "old.jsonl", lines), match=False)
    assert [row["basis"] for row in rows(desk)["filing"]] == ["given"]
    assert rescan(desk).read == 1
    assert [row["basis"] for row in rows(desk)["filing"]] == ["given"]


def test_a_second_rescan_finds_nothing_more(desk: Desk, tmp_path: Path) -> None:
    _archive(desk, tmp_path, FERRY.format(900), FERRY.format(700), "The mayor resigned.")
    rescan(desk)
    before = rows(desk)
    assert rescan(desk).near == 0
    assert rows(desk) == before


def test_a_rescan_taken_back_stays_read_and_can_be_made_again(desk: Desk, tmp_path: Path) -> None:
    _archive(desk, tmp_path, FERRY.format(900), FERRY.format(700))
    first = rescan(desk)
    seen = standing(desk)
    undo(desk)
    check_index(desk)
    assert "question" not in standing(desk)
    again = rescan(desk)
    assert (again.read, again.near, again.conflicts) == (0, first.near, first.conflicts)
    assert standing(desk) == seen
    check_index(desk)
    verify_ledger(desk)


def test_an_archive_moved_by_hand_is_read_all_the_same(desk: Desk, tmp_path: Path) -> None:
    _archive(desk, tmp_path, FERRY.format(900), FERRY.format(700))
    attach(desk, parse("S2"), parse("C1"))
    check_index(desk)
    assert rescan(desk).read == 2
    check_index(desk)


def test_two_archives_are_read_once_each(desk: Desk, tmp_path: Path) -> None:
    _archive(desk, tmp_path, FERRY.format(900))
    assert rescan(desk).read == 1
    _archive(desk, tmp_path, FERRY.format(900), FERRY.format(700), "The mayor resigned.")
    assert reread(desk).statements == 0
    assert rescan(desk).read == 2
    assert rescan(desk).read == 0


def test_no_statement_changes_its_claim(desk: Desk) -> None:
    record(desk, FERRY.format(900), claim="Passengers")
    record(desk, FERRY.format(700), "Tideline", claim="Travellers")
    before = [row["claim_number"] for row in rows(desk)["filing"]]
    assert rescan(desk).near == 1
    assert [row["claim_number"] for row in rows(desk)["filing"]] == before
