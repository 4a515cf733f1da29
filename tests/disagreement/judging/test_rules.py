"""The table of cases: two statements, what follows, and why it matters to a fact-checker.

``cases.csv`` names the code expected, ``agree`` for any code that agrees, ``no flag`` for pairs
that only look like a contradiction: every one of those would cost trust; or ``no agreement`` for
pairs that only look like one, of which neither bears the other out nor contradicts it.
"""

import csv
from pathlib import Path

import pytest
from opencc import OpenCC

from ledger.disagreement import RELATIONS, Relation, compare

_ROWS = csv.DictReader(Path(__file__).with_name("cases.csv").read_text("utf-8").splitlines())
CASES = [
    pytest.param(row["expected"], row["a"], row["b"], id=f"{row['expected']}: {row['why']}")
    for row in _ROWS
]
TO_SIMPLIFIED = OpenCC("t2s")


def _is_as_expected(found: Relation, expected: str) -> bool:
    if expected == "no flag":
        return found.relation != "disagree"
    if expected == "no agreement":
        return found.relation == "not_comparable"
    if expected == "agree":
        return found.relation == "agree"
    return (found.relation, found.code) == (RELATIONS[expected], expected)


@pytest.mark.parametrize(("expected", "a", "b"), CASES)
def test_what_follows(expected: str, a: str, b: str) -> None:
    found = compare(a, b)
    assert _is_as_expected(found, expected), found


@pytest.mark.parametrize(("expected", "a", "b"), CASES)
def test_what_follows_the_other_way_round_and_in_the_other_script(
    expected: str, a: str, b: str
) -> None:
    found = compare(TO_SIMPLIFIED.convert(b), TO_SIMPLIFIED.convert(a))
    assert _is_as_expected(found, expected), found
