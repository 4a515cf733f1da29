"""Texts that differ only in how a number is written, in names and where none is read."""

import pytest

from ledger.disagreement import compare
from ledger.disagreement.spelled import differs_in_spelling

SAME = [
    ("Version two will be kept", "Version 2 will be kept"),
    ("He flew in Apollo Eleven", "He flew in Apollo 11"),
    ("这里是五台山", "这里是5台山"),
    ("第二版仍会维护", "第2版仍会维护"),
    ("She made a half turn", "She made 0.5 turn"),
]
OTHER = [
    ("Version two will be kept", "Version 3 will be kept"),
    ("Version two will be kept", "Version 20 will be kept"),
    ("Version ten will be kept", "Version two will be kept"),
    ("Version two will be kept", "The version will be kept"),
    ("about two", "2"),
    ("这里是五台山", "这里是六台山"),
    ("这里是五台山", "这里是15台山"),
]


@pytest.mark.parametrize(("a", "b"), SAME)
def test_one_number_in_two_spellings_is_one_text(a: str, b: str) -> None:
    assert compare(a, b).relation == "agree"
    assert compare(b, a).relation == "agree"


@pytest.mark.parametrize(("a", "b"), OTHER)
def test_another_number_or_word_is_another_text(a: str, b: str) -> None:
    assert not differs_in_spelling(a.lower(), b.lower())
    assert not differs_in_spelling(b.lower(), a.lower())


def test_a_text_without_end_is_no_number() -> None:
    assert not differs_in_spelling("x" * 20_000, "x" * 19_999)
    assert not differs_in_spelling("1" * 20_000, "1" * 19_999)
