"""A short claim about one fact of a longer text, and neighbours that only look like it."""

import csv
from pathlib import Path

import pytest

from ledger.disagreement import compare

with (Path(__file__).parent / "claims.csv").open(encoding="utf-8", newline="") as table:
    CASES = [(row["expected"], row["long"], row["short"]) for row in csv.DictReader(table)]


@pytest.mark.parametrize(("expected", "long", "short"), CASES)
def test_a_claim_is_set_against_the_one_fact_it_is_about(
    expected: str, long: str, short: str
) -> None:
    found = compare(long, short)
    if expected == "no flag":
        assert found.relation == "not_comparable"
    else:
        assert expected in (found.code, found.relation)
    mirrored = compare(short, long)
    assert (mirrored.relation, mirrored.code) == (found.relation, found.code)
