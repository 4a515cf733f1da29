"""The filter box: what each word of it means, and where it stops making sense."""

from contextlib import suppress
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ledger.desk.looking.filtering import Filter, parse_filter
from ledger.errors import BadFilter

TODAY = date(2025, 12, 15)


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        pytest.param("", Filter(), id="nothing"),
        pytest.param("  rate   cut ", Filter("rate cut"), id="words in any order"),
        pytest.param("市占率 chip", Filter("市占率 chip"), id="two languages"),
        pytest.param("speaker:Quill", Filter(said={"speaker": "Quill"}), id="a name"),
        pytest.param('speaker:"Ada Quill"', Filter(said={"speaker": "Ada Quill"}), id="in quotes"),
        pytest.param('outlet:"Ada', Filter(said={"outlet": "Ada"}), id="quotes still open"),
        pytest.param("speaker:", Filter(), id="a name not typed yet"),
        pytest.param("status:decided", Filter(states=("decided",)), id="a state"),
        pytest.param("after:yesterday", Filter(after=date(2025, 12, 14)), id="a day in words"),
        pytest.param("before:2025-11-30", Filter(before=date(2025, 11, 30)), id="an ISO day"),
        pytest.param(
            "added:today by:jo", Filter(said={"by": "jo"}, added=TODAY), id="who and when"
        ),
        pytest.param("https://x.org", Filter("https://x.org"), id="a colon that names nothing"),
        pytest.param("topic:a b", Filter("b", {"topic": "a"}), id="a value ends at a space"),
    ],
)
def test_what_is_meant(written: str, meant: Filter) -> None:
    assert parse_filter(written, TODAY) == meant


@pytest.mark.parametrize(
    ("written", "at"),
    [
        pytest.param("status:odd", 0, id="no such state"),
        pytest.param("chip after:someday", 5, id="no such day"),
        pytest.param("before:03/04/2025", 0, id="a day with two readings"),
    ],
)
def test_where_it_stops_making_sense(written: str, at: int) -> None:
    with pytest.raises(BadFilter) as refused:
        parse_filter(written, TODAY)
    assert refused.value.at == at


@given(st.text(max_size=60))
def test_any_text_is_a_filter_or_a_plain_refusal(written: str) -> None:
    with suppress(BadFilter):
        assert isinstance(parse_filter(written, TODAY), Filter)
