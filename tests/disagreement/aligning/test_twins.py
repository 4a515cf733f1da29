"""Texts that differ in one figure alone: found as such, and judged as weighing would judge them."""

from itertools import permutations
from unittest.mock import patch

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ledger.disagreement import compare
from ledger.disagreement.aligning.twins import the_only_other
from ledger.disagreement.statement.prepared import prepared

DIFFER = [
    ("one figure", "The ferry fire killed 14 people", "The ferry fire killed 19 people", 0),
    ("the second of two", "Of 120 seats 14 are empty", "Of 120 seats 16 are empty", 1),
    ("in Chinese", "渡輪大火造成14人死亡", "渡輪大火造成十九人死亡", 0),
    ("nothing", "It has 14 lanes", "It has 14 lanes", None),
    ("both of two", "Of 120 seats 14 are empty", "Of 130 seats 16 are empty", None),
    ("a word too", "It has 14 lanes", "It had 19 lanes", None),
    ("a capital too", "It has 14 lanes", "it has 19 lanes", None),
    ("another sort of figure", "It lasted 14 days", "It lasted 14 km", None),
    ("a fraction and a number", "The rest is 1/2", "The rest is 12", None),
    ("a figure that is part of a name", "The S&P 500 fell", "The S&P 600 fell", None),
    ("dates", "It opened on 3 May 2019", "It opened on 4 May 2019", None),
    (
        "which of a series",
        "The third round raised 9 million",
        "The fourth round raised 9 million",
        None,
    ),
    ("one that meets another", "Of 30 ships 14 sank", "Of 30 ships 30 sank", None),
    ("no figure at all", "It rained", "It rained", None),
]


@pytest.mark.parametrize(
    ("a", "b", "place"), [pytest.param(a, b, n, id=why) for why, a, b, n in DIFFER]
)
def test_which_figure_is_the_only_other(a: str, b: str, place: int | None) -> None:
    assert the_only_other(prepared(a), prepared(b)) == place
    assert the_only_other(prepared(b), prepared(a)) == place


SAID = [
    "The ferry fire killed {} people",
    "Analysts at Harbour Bank said the lead is about {} months, and rivals may take 7 months",
    "Sales rose {}% to 8 million tonnes in the third quarter of 2025",
    "The company did not lay off {} workers; 12 left, and 30 may follow",
    "Line {} was closed in 2019 and reopened on 3 May 2021, 8 months late",
    "Its first album sold {} copies, its second 2 million",
    "From 24 to {} percent of the vote",
    "她的第{}部電影票房達到3億元,否認賠了2億元",
    "公司擬裁員{}人,去年裁員30人",
    "他的{}萬元存款,其中8萬元被凍結",
    "2025年市占率降至{}%,營收成長8%",
    "{}",
]
numbers = st.sampled_from(["7", "8", "12", "30", "1,200", "2.5", "三", "about 40", "up to 8", "多"])


@pytest.mark.parametrize("said", SAID)
@settings(max_examples=12, deadline=None)
@given(st.lists(numbers, min_size=2, max_size=2, unique=True))
def test_what_is_found_at_once_is_what_weighing_finds(said: str, figures: list[str]) -> None:
    for x, y in permutations(map(said.format, figures)):
        found = compare(x, y)
        with patch("ledger.disagreement.compare.the_only_other", lambda *_: None):
            assert compare(x, y) == found
