"""What holds for any text: nothing raises, spans are true, spelling changes nothing."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from opencc import OpenCC

from ledger.quantities import (
    Quantity,
    as_contract,
    comparable,
    interval_text,
    read,
    read_ahead,
    read_once,
)

_PIECES = st.sampled_from(
    [
        *"0123456789.,-/%$+~^()<> ",
        *"約近逾百千萬億兆十零一二兩三五九半幾餘多年月日個成折倍分之點第前上至到人票元",
        *["between ", " and ", "to ", "over ", "under ", " million", "bn", " half", "third "],
        *["twenty-", "five ", " percent", "points", "USD ", "NT$", "a ", "an ", "hundred "],
        *["\u202e", "\u200b", "\ud800", "\x00", "\n", "İ", "ß", "ﬁ", "½", "²", "e\u0301"],
    ]
)
_WRITTEN = st.lists(_PIECES, max_size=20).map("".join)
_SENTENCES = st.sampled_from(
    [
        "市場份額約{}%",
        "產量超過{}萬噸",
        "由{}%降至1%",
        "約{}億美元",
        "逾{}人死亡",
        "利率為{}個百分點",
        "增加{}倍",
    ]
)
_NUMBERS = st.integers(min_value=2, max_value=999_999)


def _meaning(q: Quantity) -> tuple[object, ...]:
    return (q.value, q.low, q.high, q.unit, q.dimension, q.comparator, q.change, q.period, q.role)


@settings(max_examples=100, deadline=None)
@given(st.one_of(st.text(max_size=60), _WRITTEN))
def test_never_raises_and_spans_are_true(text: str) -> None:
    """Hostile text included: words stand where they should, intervals are in order."""
    for q in read(text):
        assert text[q.start : q.end] == q.text != ""
        assert q.low is None or q.high is None or q.low <= q.high
        assert interval_text(q)
        assert comparable(q)[0]
        assert set(as_contract(q)) >= {"low", "high", "unit"}


@settings(max_examples=20, deadline=None)
@given(st.lists(_WRITTEN, max_size=80))
def test_reading_ahead_changes_nothing(texts: list[str]) -> None:
    """A text means the same in whatever company it is read."""
    read.cache_clear()
    alone = [*map(read, texts)]
    read.cache_clear()
    read_ahead(texts)
    assert [*map(read_once, texts)] == [*map(read, texts)] == alone


@settings(max_examples=60, deadline=None)
@given(_SENTENCES, _NUMBERS)
def test_script_changes_nothing(sentence: str, number: int) -> None:
    """Traditional and Simplified give one reading."""
    text = sentence.format(number)
    simplified = OpenCC("t2s").convert(text)
    assert [*map(_meaning, read(text))] == [*map(_meaning, read(simplified))] != []


@settings(max_examples=60, deadline=None)
@given(_SENTENCES, _NUMBERS)
def test_width_changes_nothing(sentence: str, number: int) -> None:
    """Full-width digits and signs give one reading."""
    text = sentence.format(number)
    wide = text.translate({ord(c): ord(c) + 0xFEE0 for c in "0123456789%,"})
    assert [*map(_meaning, read(text))] == [*map(_meaning, read(wide))] != []


@settings(max_examples=60, deadline=None)
@given(_SENTENCES, _NUMBERS)
def test_spaces_around_a_figure_change_nothing(sentence: str, number: int) -> None:
    """Typesetters put thin spaces between Chinese and digits."""
    spaced = sentence.replace("{}", " {} ").format(number)
    plain = sentence.format(number)
    assert [*map(_meaning, read(plain))] == [*map(_meaning, read(spaced))] != []


@settings(max_examples=60, deadline=None)
@given(_NUMBERS)
def test_separators_change_nothing(number: int) -> None:
    """123456 tonnes and 123,456 tonnes are one figure."""
    assert [*map(_meaning, read(f"{number} tonnes"))] == [
        *map(_meaning, read(f"{number:,} tonnes"))
    ]


@pytest.mark.parametrize(
    "unit",
    ["1", "億", "(", "1 ", "111,", "1.", "1-", "一千", "5%", "1/", "約", "one ", "a half ", "年"],
)
def test_long_repetitions_end(unit: str) -> None:
    """No pattern goes back and forth over a long run; what is no figure is passed over."""
    assert isinstance(read(unit * (20_000 // len(unit))), tuple)
