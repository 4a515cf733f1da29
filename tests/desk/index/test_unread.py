"""An archive that nobody has read yet is matched as well as any other."""

from pathlib import Path

import pytest

from ledger.desk.desk import Desk
from ledger.desk.files_in.importing import import_file
from ledger.desk.index.nearest import Index
from ledger.desk.long_work.rescanning import rescan
from ledger.desk.texts.matching import ClaimMatch, match
from tests.desk.ledgers import said
from tests.desk.newsroom import write_rows

ARCHIVE = [
    said("川普宣布對進口晶片課徵關稅。", "海灣日報"),
    said("The bridge was closed to lorries.", "The Tideline"),
    said("Forty-two divers searched the lagoon.", "The Tideline"),
    said("A choir of 42 sang in the lagoon theatre.", "The Tideline"),
    said("The mayor rides a bicycle to the town hall.", "The Tideline"),
]


@pytest.fixture
def archive(desk: Desk, tmp_path: Path) -> Desk:
    import_file(desk, write_rows(tmp_path / "old.jsonl", ARCHIVE), match=False)
    return desk


def _found(desk: Desk, text: str) -> list[tuple[str, tuple[str, ...]]]:
    found: list[ClaimMatch] = match(desk, text, 3)
    return [(one.claim, one.reasons) for one in found]


@pytest.mark.parametrize(
    ("text", "claim"),
    [
        ("Trump puts a tariff on imported chips", "C1"),  # nothing in common but concepts
        ("特朗普對芯片加徵關稅", "C1"),
        ("The lagoon was searched by 42 divers", "C3"),
    ],
)
def test_what_is_not_read_is_found_as_it_will_be(archive: Desk, text: str, claim: str) -> None:
    before = _found(archive, text)
    assert before[0][0] == claim
    rescan(archive)
    assert _found(archive, text)[0] == before[0]


def test_somebody_is_found_in_it_by_any_name(archive: Desk) -> None:
    with archive.reading() as session:
        assert Index(session).containing("Donald Trump") == [1]


def test_what_joins_an_unread_archive_is_matched_with_it(archive: Desk, tmp_path: Path) -> None:
    fresh = [said("Trump announced a tariff on imported chips.", "The Courier")]
    import_file(archive, write_rows(tmp_path / "new.jsonl", fresh))
    first, second, *_ = match(archive, "Trump announces a tariff on imported chips", 3)
    assert {first.claim, second.claim} == {"C1", "C6"}
