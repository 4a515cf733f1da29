"""Chinese counts by their noun: what a classifier goes with, behind it, ahead or left out."""

import pytest

from ledger.quantities import comparable, read
from ledger.quantities.lexicon import rows
from ledger.text.fold import fold


@pytest.mark.parametrize(
    ("text", "sort"),
    [
        pytest.param("40名礦工", "person", id="people are people, whatever they do"),
        pytest.param("16所國小", "所", id="a thing is of its classifier"),
        pytest.param("五萬居民", "person", id="without a classifier too"),
        pytest.param("40 miners", "miner", id="in English the noun is the sort"),
    ],
)
def test_what_is_compared(text: str, sort: str) -> None:
    assert comparable(read(text)[0])[0] == sort


def test_nouns_are_folded_and_told_apart() -> None:
    """Forms stand as a key has them, and each goes once with a classifier."""
    taken: set[tuple[str, str]] = set()
    for row in rows("counted_nouns.csv"):
        for form in row["zh"].split("|"):
            assert fold(form) == form
            for classifier in row["classifiers"].split("|"):
                assert (classifier, form) not in taken
                taken.add((classifier, form))
