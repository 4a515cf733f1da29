"""Two things that look like one, and beside them the same thing told in two ways.

``look_alikes.csv`` is read as ``cases.csv`` is: every pair without a flag would be a false alarm
about two persons, places, kinds, stages or ways to count.
"""

import csv
from pathlib import Path

import pytest
from opencc import OpenCC

from ledger.disagreement import compare
from ledger.disagreement.one_thing.siblings import of_siblings
from ledger.disagreement.one_thing.slots import in_its_place
from ledger.disagreement.statement.prepared import prepared

_ROWS = csv.DictReader(Path(__file__).with_name("look_alikes.csv").read_text("utf-8").splitlines())
CASES = [
    pytest.param(row["expected"], row["a"], row["b"], id=f"{row['expected']}: {row['why']}")
    for row in _ROWS
]
TO_SIMPLIFIED = OpenCC("t2s")


def _is_as_expected(a: str, b: str, expected: str) -> bool:
    found = compare(a, b)
    return found.relation != "disagree" if expected == "no flag" else found.code == expected


@pytest.mark.parametrize(("expected", "a", "b"), CASES)
def test_two_things_are_told_apart(expected: str, a: str, b: str) -> None:
    assert _is_as_expected(a, b, expected)
    assert _is_as_expected(TO_SIMPLIFIED.convert(b), TO_SIMPLIFIED.convert(a), expected)


@pytest.mark.parametrize(
    ("a", "b", "expected"),
    [
        ("The women's final is on Sunday.", "The men's final is on Saturday.", True),
        ("The men's and women's finals are on Sunday.", "The men's final is today.", False),
        ("The final is on Sunday.", "The men's final is on Saturday.", False),
        ("柴油每公升降0.5元。", "汽油每公升漲0.3元。", True),
        ("Youth unemployment fell.", "Unemployment fell.", True),
        ("Youth unemployment fell.", "青年失業率下降。", False),
        ("He is a former policeman.", "Women won.", False),
    ],
)
def test_kinds_of_one_thing(a: str, b: str, *, expected: bool) -> None:
    assert of_siblings(prepared(a), prepared(b)) is expected
    assert of_siblings(prepared(b), prepared(a)) is expected


@pytest.mark.parametrize(
    ("a", "b", "expected"),
    [
        ("The bakery's owner was fined twice.", "The bakery's manager was fined once.", True),
        ("The bakery's owner was fined twice.", "The bakery's owner was fined once.", False),
        ("The owner of the bakery was fined.", "The bakery's manager was fined.", False),
        ('The clerk said "the owner paid" on Friday.', "The clerk said he paid on Friday.", False),
        ("Owners of the bakery in Lowmere paid.", "面包店的店主付了款。", False),
        ("", "The bakery's owner was fined.", False),
    ],
)
def test_one_word_in_the_place_of_another(a: str, b: str, *, expected: bool) -> None:
    assert in_its_place(prepared(a), prepared(b)) is expected
    assert in_its_place(prepared(b), prepared(a)) is expected


def test_long_texts_are_not_set_side_by_side() -> None:
    words = " ".join(f"word{chr(97 + n % 26)}{chr(97 + n // 26)}" for n in range(200))
    assert not in_its_place(prepared(f"Owner {words} here."), prepared(f"Manager {words} here."))
