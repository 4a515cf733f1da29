"""Dates as typed: one reading or a refusal."""

from contextlib import suppress
from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ledger.errors import AmbiguousDate, UnreadableDate
from ledger.text.dates import typed_date

TUESDAY = date(2026, 3, 17)


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        pytest.param("2026-03-14", date(2026, 3, 14), id="ISO"),
        pytest.param("20260314", date(2026, 3, 14), id="ISO without dashes"),
        pytest.param("2026-03-14T09:30:00Z", date(2026, 3, 14), id="ISO with a time"),
        pytest.param("2026/3/14", date(2026, 3, 14), id="year first"),
        pytest.param("２０２６－０３－１４", date(2026, 3, 14), id="full width"),
        pytest.param("14 Mar 2026", date(2026, 3, 14), id="short month"),
        pytest.param("14-Mar-2026", date(2026, 3, 14), id="spreadsheet"),
        pytest.param("14 March 2026", date(2026, 3, 14), id="long month"),
        pytest.param("14th of March, 2026", date(2026, 3, 14), id="ordinal"),
        pytest.param("Mar 14, 2026", date(2026, 3, 14), id="American"),
        pytest.param("MARCH 14 2026", date(2026, 3, 14), id="capitals, no comma"),
        pytest.param("Sept. 3rd, 2025", date(2025, 9, 3), id="abbreviation with dot"),
        pytest.param("2026年3月14日", date(2026, 3, 14), id="Chinese"),
        pytest.param("2026年3月14號", date(2026, 3, 14), id="Chinese as spoken"),
        pytest.param("二〇二六年三月二十一日", date(2026, 3, 21), id="Chinese numerals"),
        pytest.param("民國115年3月14日", date(2026, 3, 14), id="years of the Republic"),
        pytest.param("14 Mar", date(2026, 3, 14), id="this year's"),
        pytest.param("18 Mar", date(2025, 3, 18), id="tomorrow's date was last year's"),
        pytest.param("3月17日", date(2026, 3, 17), id="today's date is today"),
        pytest.param("十二月八日", date(2025, 12, 8), id="Chinese without a year"),
        pytest.param("29 Feb", date(2024, 2, 29), id="latest leap day"),
        pytest.param("25/12/2025", date(2025, 12, 25), id="one reading only, day first"),
        pytest.param("12/25/2025", date(2025, 12, 25), id="one reading only, month first"),
        pytest.param("14.03.2026", date(2026, 3, 14), id="dots"),
        pytest.param("5/5", date(2025, 5, 5), id="both readings are one day"),
        pytest.param("today", TUESDAY, id="today"),
        pytest.param("Yesterday", date(2026, 3, 16), id="yesterday"),
        pytest.param("今天", TUESDAY, id="today in Chinese"),
        pytest.param("前天", date(2026, 3, 15), id="two days ago in Chinese"),
        pytest.param("Tuesday", TUESDAY, id="weekday of today"),
        pytest.param("wed", date(2026, 3, 11), id="latest Wednesday"),
        pytest.param("週日", date(2026, 3, 15), id="Traditional weekday"),
        pytest.param("星期天", date(2026, 3, 15), id="another word for Sunday"),
        pytest.param("Saturday, 14 March 2026", date(2026, 3, 14), id="weekday that fits"),
        pytest.param("Wed 3/4", date(2026, 3, 4), id="weekday settles the reading"),
    ],
)
def test_one_reading(written: str, expected: date) -> None:
    assert typed_date(written, TUESDAY) == expected


@pytest.mark.parametrize(
    ("written", "first", "second"),
    [
        pytest.param("12/8", date(2025, 8, 12), date(2025, 12, 8), id="no year"),
        pytest.param("03/04/2026", date(2026, 4, 3), date(2026, 3, 4), id="with a year"),
        pytest.param("3.4.2026", date(2026, 4, 3), date(2026, 3, 4), id="dots"),
    ],
)
def test_two_readings_are_refused_and_both_named(written: str, first: date, second: date) -> None:
    with pytest.raises(AmbiguousDate) as refusal:
        typed_date(written, TUESDAY)
    assert refusal.value.readings == (first, second)


@pytest.mark.parametrize(
    "written",
    [
        pytest.param("", id="nothing"),
        pytest.param("2026-02-30", id="not in the calendar"),
        pytest.param("13/13", id="no reading"),
        pytest.param("0000-01-01", id="no such year"),
        pytest.param("March 2026", id="no day"),
        pytest.param("14 Marsh 2026", id="no such month"),
        pytest.param("1/2/26", id="three ways to read a short year"),
        pytest.param("Monday, 14 March 2026", id="a weekday that does not fit"),
        pytest.param("2026-03/14", id="mixed signs"),
        pytest.param("next week", id="other words"),
        pytest.param("一" * 1000 + "日", id="many numerals"),
        pytest.param("tue " * 1000 + "1", id="many weekdays"),
    ],
)
def test_no_reading(written: str) -> None:
    with pytest.raises(UnreadableDate):
        typed_date(written, TUESDAY)


@settings(max_examples=100)
@given(st.dates(min_value=date(1000, 1, 1)))
def test_every_spelling_of_a_day_is_that_day(day: date) -> None:
    for written in (
        day.isoformat(),
        f"{day.year}年{day.month}月{day.day}日",
        f"{day.day} {day:%b} {day.year}",
        f"{day:%B} {day.day}, {day.year}",
    ):
        assert typed_date(written, TUESDAY) == day


@settings(max_examples=100)
@given(st.integers(min_value=0, max_value=364))
def test_a_day_without_a_year_is_never_after_today(days: int) -> None:
    day = TUESDAY - timedelta(days=days)
    assert typed_date(f"{day.day} {day:%B}", TUESDAY) == day


@settings(max_examples=100)
@given(st.text(alphabet=st.sampled_from("0123456789/-. 年月日tuemar周一十〇") | st.characters()))
def test_any_text_is_a_date_or_refused(text: str) -> None:
    with suppress(AmbiguousDate, UnreadableDate):
        assert isinstance(typed_date(text, TUESDAY), date)
