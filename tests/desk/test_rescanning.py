"""Rescan: an archive is read later and gives what an import gives; people's decisions stay."""

from pathlib import Path

from ledger.desk.desk import Desk
from ledger.desk.importing import import_file
from ledger.desk.rescanning import rescan
from ledger.desk.verifying import verify_ledger
from tests.desk.newsroom import write_rows
from tests.desk.statements import record, rows

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
    assert [row["basis"] for row in held["filing"]] == ["new", "new"]
    assert len(held["quantity"]) > 0
    assert [question["claim_number"] for question in held["question"]] == [1]
    verify_ledger(desk)


def test_a_second_rescan_finds_nothing_more(desk: Desk, tmp_path: Path) -> None:
    _archive(desk, tmp_path, FERRY.format(900), FERRY.format(700), "The mayor resigned.")
    rescan(desk)
    before = rows(desk)
    assert rescan(desk).near == 0
    assert rows(desk) == before


def test_no_statement_changes_its_claim(desk: Desk) -> None:
    record(desk, FERRY.format(900), claim="Passengers")
    record(desk, FERRY.format(700), "Tideline", claim="Travellers")
    before = [row["claim_number"] for row in rows(desk)["filing"]]
    assert rescan(desk).near == 1
    assert [row["claim_number"] for row in rows(desk)["filing"]] == before
