"""Two figures of one time or of two, by how they are said and when; ``cases.csv`` has the rest."""

from datetime import date

import pytest

from ledger.disagreement.compare import compare
from ledger.disagreement.side import Side

FALL, WINTER = date(2025, 11, 3), date(2026, 1, 20)
LAST_YEAR, LAST_MONTH, NOW = (
    "Exports of the harbour fell 3% last year",
    "Exports of the harbour fell 3% last month",
    "Exports of the harbour rose 5%",
)


@pytest.mark.parametrize(
    ("told", "told_on", "spoke_on", "code"),
    [
        pytest.param(LAST_YEAR, WINTER, FALL, "numeric_disjoint", id="spoke in that year"),
        pytest.param(LAST_YEAR, WINTER, WINTER, "period_mismatch", id="spoke a year later"),
        pytest.param(LAST_YEAR, FALL, WINTER, "period_mismatch", id="spoke two years later"),
        pytest.param(LAST_YEAR, WINTER, None, "period_mismatch", id="nobody knows when"),
        pytest.param(LAST_MONTH, WINTER, FALL, "numeric_disjoint", id="spoke before the month"),
        pytest.param(LAST_MONTH, FALL, FALL, "period_mismatch", id="spoke a month later"),
    ],
)
def test_who_names_no_time_means_the_time_they_speak(
    told: str, told_on: date, spoke_on: date | None, code: str
) -> None:
    sides = Side(told, said_on=told_on), Side(NOW, said_on=spoke_on)
    assert compare(*sides).code == code
    assert compare(*reversed(sides)).code == code


@pytest.mark.parametrize(
    ("spoke_on", "code"),
    [
        pytest.param(date(2019, 6, 1), "numeric_disjoint", id="in that year"),
        pytest.param(date(2020, 6, 1), "numeric_disjoint", id="while it was the last one"),
        pytest.param(date(2025, 3, 1), "period_mismatch", id="when it was long past"),
    ],
)
def test_a_named_year_is_not_the_one_somebody_speaks_of_long_after(
    spoke_on: date, code: str
) -> None:
    told, now = Side("Unemployment was 4% in 2019"), Side("Unemployment is 6%", said_on=spoke_on)
    assert compare(told, now).code == code
    assert compare(now, told).code == code
