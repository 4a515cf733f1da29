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
from ledger.disagreement.one_thing.told_enough import told_too_little
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
        ("He is a former policeman.", "Women won.", False),
    ],
)
def test_kinds_of_one_thing(a: str, b: str, *, expected: bool) -> None:
    assert of_siblings(prepared(a), prepared(b)) is expected
    assert of_siblings(prepared(b), prepared(a)) is expected


@pytest.mark.parametrize(
    ("a", "b", "expected"),
    [
        # each has a word of its own, and there is nothing else
        ("The bakery's owner was fined.", "The bakery's manager was acquitted.", True),
        ("法院判面包店老板有罪。", "法院判面包店学徒无罪。", True),
        # one says no more than the other
        ("The bakery's owner was fined.", "The owner was acquitted.", False),
        ("桥建于1985年。", "桥是1995年建成的。", False),
        # one of them tells it at length, or a clause more, and of one day
        (
            "The bakery's owner was fined.",
            "Judges in Lowmere cleared the bearded man behind the bakery on the northern quay.",
            False,
        ),
        (
            "The bakery's owner was fined on Friday.",
            "On Friday, the bakery's manager was acquitted.",
            False,
        ),
        # who says so, and that it is so now, are of no other thing
        ("The bakery now pays 1 percent.", "The bakery still pays 2 percent, a clerk said.", False),
        # years are in common
        (
            "The bakery's owner had 3 in 2016 and 2 in 2023.",
            "Its staff had 4 in 2016 and 2023.",
            False,
        ),
        # words of two languages cannot be told apart
        ("Owners of the bakery in Lowmere paid.", "面包店的店主没有付款。", False),
        ("", "The bakery's owner was fined.", False),
    ],
)
def test_what_tells_too_little(a: str, b: str, *, expected: bool) -> None:
    assert told_too_little(prepared(a), prepared(b)) is expected
    assert told_too_little(prepared(b), prepared(a)) is expected
