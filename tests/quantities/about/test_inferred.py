"""Measures that no phrase names: a share held of a market, what a rate is cut by and to."""

import pytest

from ledger.quantities import read
from tests.quantities.tables import NOTHING, cases, entries


@pytest.mark.parametrize(("text", "measures"), cases("about/inferred.csv"))
def test_inferred(text: str, measures: str) -> None:
    assert [q.measure or NOTHING for q in read(text)] == entries(measures)
