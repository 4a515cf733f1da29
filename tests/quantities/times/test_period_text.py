"""Periods in an editor's words."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ledger.quantities.times.period_text import period_text


@pytest.mark.parametrize(
    ("period", "words"),
    [
        ("2026", "2026"),
        ("2025-12", "December 2025"),
        ("2025-12-08", "8 December 2025"),
        ("--12", "December"),
        ("--12-08", "8 December"),
        ("---11", "day 11 of the month"),
        ("2025-Q3", "Q3 2025"),
        ("Y-1", "last year"),
        ("Y+0", "this year"),
        ("M+1", "next month"),
        ("Y-3", "-3 years"),
        ("Y+0-Q1/Y+0-Q3", "Q1 this year to Q3 this year"),
        ("Y+0-11", "November this year"),
        ("past", "earlier"),
    ],
)
def test_a_period_reads_like_prose(period: str, words: str) -> None:
    assert period_text(period) == words


@given(st.text(alphabet="YQMW+-/0123456789past", max_size=14))
def test_no_period_is_too_odd_to_be_shown(period: str) -> None:
    assert isinstance(period_text(period), str)
