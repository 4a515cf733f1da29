"""The hostile fixture: every row is a statement, survives every format, and hides nothing."""

import unicodedata
from pathlib import Path

import pytest

from ledger.exchange.formats import FORMAT_NAMES
from ledger.model import NewStatement
from tests.exchange.test_formats import read, written

HOSTILE = Path(__file__).parents[2] / "fixtures" / "hostile.jsonl"
UNSEEN = {"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"}


@pytest.fixture(scope="module")
def statements() -> list[NewStatement]:
    return read("jsonl", HOSTILE.read_bytes())


def test_every_row_has_its_own_ref_and_identity(statements: list[NewStatement]) -> None:
    assert [row.ref for row in statements] == [f"h{n:03d}" for n in range(1, len(statements) + 1)]
    assert len(statements) >= 100
    assert len({row.identity() for row in statements}) == len(statements)


@pytest.mark.parametrize("name", FORMAT_NAMES)
def test_every_row_survives(name: str, statements: list[NewStatement]) -> None:
    assert read(name, written(name, statements)) == statements


def test_the_file_is_what_the_writer_writes(statements: list[NewStatement]) -> None:
    assert written("jsonl", statements) == HOSTILE.read_bytes()


def test_the_file_is_safe_to_look_at() -> None:
    text = HOSTILE.read_text(encoding="utf-8")
    raw = {c for c in text if unicodedata.category(c) in UNSEEN}
    assert raw == {"\n"}


def test_twins_look_alike_and_differ(statements: list[NewStatement]) -> None:
    composed = next(row for row in statements if row.notes == "NFC twin of the next row")
    decomposed = next(row for row in statements if row.notes == "NFD twin of the row before")
    assert composed.text != decomposed.text
    assert composed.text == unicodedata.normalize("NFC", decomposed.text)
