"""Every way of writing a number, found in running text."""

from unittest.mock import patch

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ledger.quantities.line import line
from ledger.quantities.numerals.numeral import Numeral
from ledger.quantities.scanning import scanner
from ledger.quantities.scanning.marks import marks
from ledger.quantities.times.dates import DateMention
from ledger.text.phrases import Page

_AROUND_DIGITS = st.sampled_from(
    [
        *["1", "2", "15", "1999", "3,000", "0.5", ".", ",", "-", "+", "/", "%", "$", "(", ")", " "],
        *["萬", "億", "兆", "千", "點", "年", "月", "第", "負", "餘", "半", "人", "兆瓦", "分之"],
        *[" million", " thousand", "bn", " and ", " a half", " five", "minus ", "th", " May", "km"],
    ]
)


@settings(max_examples=150, deadline=None)
@given(st.lists(_AROUND_DIGITS, min_size=1, max_size=8).map("".join))
def test_plain_numerals_are_read_as_the_whole_grammar_reads_them(text: str) -> None:
    """The quick looks at digits are short cuts, never a second opinion."""
    quickly = _scanned(text)
    with (
        patch.object(scanner, "plain_at", return_value=None),
        patch.object(scanner, "DATE_SIGNS", frozenset()),
    ):
        assert _scanned(text) == quickly


def test_decimals_without_end_are_no_figure() -> None:
    assert _scanned("a share of 4." + "3" * 60) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("q3", ["q", "3"], id="a quarter"),
        pytest.param("h1", ["h", "1"], id="half a year"),
        pytest.param("h200", ["200"], id="a chip"),
        pytest.param("q", [], id="a letter"),
        pytest.param("3q25", ["3", "25"], id="a quarter and its year"),
    ],
)
def test_a_letter_and_one_digit_may_be_part_of_a_year(text: str, expected: list[str]) -> None:
    ((places, _, _),) = marks(Page([text]))
    assert [token for _, token in places] == expected


def _scanned(text: str) -> list[Numeral | DateMention]:
    made = line(text)
    ((places, _, _),) = marks(Page([made.lower]))
    plain = scanner.plain_numerals(made.lower, places)
    return scanner.scan(made, places, plain, [])
