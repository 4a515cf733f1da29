"""What a figure measures: the nearest measure of its clause, and the sides of a vote."""

import pytest

from ledger.quantities import read
from tests.quantities.tables import NOTHING, cases, entries


@pytest.mark.parametrize(("text", "measures"), cases("about/measures.csv"))
def test_measure(text: str, measures: str) -> None:
    assert [q.measure or NOTHING for q in read(text)] == entries(measures)


@pytest.mark.parametrize(
    ("english", "chinese"),
    [
        pytest.param("market share of 20 percent", "市占率20%", id="market share"),
        pytest.param("an 18-month lead", "領先18個月", id="lead"),
        pytest.param("unemployment at 4.5 percent", "失業率4.5%", id="unemployment"),
    ],
)
def test_measures_meet_across_languages(english: str, chinese: str) -> None:
    (one,), (other,) = read(english), read(chinese)
    assert one.measure == other.measure is not None
