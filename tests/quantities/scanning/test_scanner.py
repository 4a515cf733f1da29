"""Every way of writing a number, found in running text."""

from collections.abc import Callable
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
    return scanner.scan(made, places, [])


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("3,000 ships", ["3,000: [2999.5, 3000.5) ship ="], id="thousands with commas"),
        pytest.param(
            "40 000 ships", ["40 000: [39999.5, 40000.5) ship ="], id="a space groups thousands"
        ),
        pytest.param(
            "12,34,567 rupees",
            ["12,34,567 rupees: [1234566.5, 1234567.5) INR ="],
            id="Indian grouping",
        ),
        pytest.param(
            "1,3 tonnes", ["1,3 tonnes: [1.25, 1.35) metric_ton ="], id="decimal comma alone"
        ),
        pytest.param(
            "22,24,26 tonnes",
            [
                "22: [21.5, 22.5) number =",
                "24: [23.5, 24.5) number =",
                "26 tonnes: [25.5, 26.5) metric_ton =",
            ],
            id="a list with commas",
        ),
        pytest.param(
            "2.5 million ships", ["2.5 million: [2450000, 2550000) ship ="], id="a scale word"
        ),
        pytest.param("10k ships", ["10k: [9500, 10500) ship ="], id="a scale letter"),
        pytest.param("$5.5bn", ["$5.5bn: [5450000000, 5550000000) USD ="], id="bn with money"),
        pytest.param("10M users", ["10M: [9500000, 10500000) user ="], id="capital M"),
        pytest.param("1.8m", ["1.8m: [1.75, 1.85) meter ="], id="small m is metres without money"),
        pytest.param(
            "$1.2m", ["$1.2m: [1150000, 1250000) USD ="], id="small m is millions with money"
        ),
        pytest.param(
            "4e14 tonnes", ["4e14 tonnes: [3.5e+14, 4.5e+14) metric_ton ="], id="an exponent"
        ),
        pytest.param("2 1/2 miles", ["2 1/2 miles: [2.375, 2.625) mile ="], id="a mixed fraction"),
        pytest.param("½ mile", ["½ mile: [0.375, 0.625) mile ="], id="a vulgar fraction sign"),
        pytest.param(
            "one hundred and sixty-one ships",
            ["one hundred and sixty-one: [160.5, 161.5) ship ="],
            id="words",
        ),
        pytest.param(
            "two and a half million ships",
            ["two and a half million: [2250000, 2750000) ship ="],
            id="words with a half",
        ),
        pytest.param("a dozen ships", ["a dozen: [6, 18) ship ="], id="a dozen"),
        pytest.param(
            "half a dozen ships", ["half a dozen: [5.94, 6.06) ship ="], id="half a dozen"
        ),
        pytest.param("dozens of ships", ["dozens: (12, ) ship >"], id="dozens is open above"),
        pytest.param(
            "hundreds of thousands of ships",
            ["hundreds of thousands: (100000, ) ship >"],
            id="hundreds of thousands",
        ),
        pytest.param(
            "35 lakh rupees", ["35 lakh rupees: [3450000, 3550000) INR ="], id="lakh and crore"
        ),
        pytest.param(
            "3 hundred and 21 ships",
            ["3 hundred and 21: [320.5, 321.5) ship ="],
            id="digits and words",
        ),
        pytest.param(
            "一七二零噸",
            ["一七二零噸: [1719.5, 1720.5) metric_ton ="],
            id="Chinese positional digits",
        ),
        pytest.param(
            "三百五十噸", ["三百五十噸: [349.5, 350.5) metric_ton ="], id="colloquial ending"
        ),
        pytest.param(
            "九萬四噸", ["九萬四噸: [93500, 94500) metric_ton ="], id="colloquial ten thousand"
        ),
        pytest.param(
            "3萬5千噸", ["3萬5千噸: [34500, 35500) metric_ton ="], id="digits and characters"
        ),
        pytest.param(
            "1.2兆元", ["1.2兆元: [1.15e+12, 1.25e+12) CNY ="], id="trillion in Traditional"
        ),
        pytest.param(
            "肆佰陸拾噸", ["肆佰陸拾噸: [459.5, 460.5) metric_ton ="], id="financial characters"
        ),
        pytest.param("廿二噸", ["廿二噸: [21.5, 22.5) metric_ton ="], id="廿 is twenty"),
        pytest.param("兩千四百噸", ["兩千四百噸: [2399.5, 2400.5) metric_ton ="], id="兩 is two"),
        pytest.param("三百〇五噸", ["三百〇五噸: [304.5, 305.5) metric_ton ="], id="〇 inside"),
        pytest.param("半百噸", ["半百噸: [45, 55) metric_ton ="], id="半 of a hundred"),
        pytest.param(
            "三點五億噸",
            ["三點五億噸: [345000000, 355000000) metric_ton ="],
            id="a decimal in characters",
        ),
        pytest.param(
            "三分之一",
            ["三分之一: [0.328333333333, 0.338333333333) number ="],
            id="a fraction in characters",
        ),
        pytest.param(
            "一又二分之一",
            ["一又二分之一: [1.495, 1.505) number ="],
            id="a mixed fraction in characters",
        ),
        pytest.param("一半", ["一半: [0.495, 0.505) number ="], id="a half"),
        pytest.param(
            "two thirds of voters",
            ["two thirds: [66.1666666667, 67.1666666667) % ="],
            id="two thirds",
        ),
        pytest.param("one in five voters", ["one in five: [19.5, 20.5) % ="], id="one in five"),
        pytest.param("one in five", ["one in five: [0.195, 0.205) number ="], id="of nobody"),
        pytest.param("nine in 10 voters", ["nine in 10: [89.5, 90.5) % ="], id="nine in ten"),
        pytest.param(
            "two out of three voters",
            ["two out of three: [66.1666666667, 67.1666666667) % ="],
            id="two out of three",
        ),
        pytest.param(
            "two thirds of a million ships",
            ["two thirds of a million: [663333.333333, 670000) ship ="],
            id="two thirds of a million",
        ),
        pytest.param(
            "minus five percent", ["minus five percent: [-5.5, -4.5) % ="], id="minus in words"
        ),
        pytest.param("負40%", ["負40%: [-40.5, -39.5) % ="], id="負 before digits"),
        pytest.param("零下10度", ["零下10度: [-10.5, -9.5) degree_Celsius ="], id="below zero"),
        pytest.param("change: -3.5 %", ["-3.5 %: [-3.55, -3.45) % ="], id="a sign after a colon"),
        pytest.param(
            "the vote - 35 tonnes", ["35 tonnes: [34.5, 35.5) metric_ton ="], id="a dash is no sign"
        ),
    ],
)
def test_states(stated: Callable[[str], list[str]], text: str, expected: list[str]) -> None:
    assert stated(text) == expected
