"""English number words: cardinals, fractions, mixed numbers and ordinals."""

from decimal import Decimal

import pytest

from ledger.quantities.numerals.english import read_english


@pytest.mark.parametrize(
    ("text", "value"),
    [
        pytest.param("forty-seven", "47", id="a hyphen joins tens and units"),
        pytest.param("forty seven", "47", id="a space does too"),
        pytest.param("three hundred and nine", "309", id="and after hundred"),
        pytest.param("two million and forty", "2000040", id="and after a scale"),
        pytest.param("six thousand two hundred", "6200", id="a group below the scale"),
        pytest.param("a hundred", "100", id="an article counts one"),
        pytest.param("412 hundred", "41200", id="digits may exceed the hundred"),
        pytest.param("5 hundred and 17", "517", id="digits on both sides"),
        pytest.param("7.5 million", "7500000", id="decimals and a scale"),
        pytest.param("two lakh crore", "2000000000000", id="lakh crore multiplies"),
        pytest.param("four dozen", "48", id="dozens multiply"),
        pytest.param("seven point nought five", "7.05", id="decimals spoken"),
        pytest.param("a quarter", "0.25", id="a part alone"),
        pytest.param("three quarters", "0.75", id="parts counted"),
        pytest.param("five-eighths", "0.625", id="parts with a hyphen"),
        pytest.param("one twenty-fifth", "0.04", id="a long denominator"),
        pytest.param("two hundred and sixty fifths", "52", id="parts above one stay whole"),
        pytest.param("three and a half", "3.5", id="and a half"),
        pytest.param("ninety and two fifths", "90.4", id="and a proper fraction"),
        pytest.param("six and a half million", "6500000", id="the scale counts for both"),
        pytest.param("two billion and a quarter million", "2000250000", id="two scales add"),
        pytest.param("4 million and a quarter", "4250000", id="a part of the scale"),
        pytest.param("half a million", "500000", id="half a scale"),
        pytest.param("half a dozen", "6", id="half a dozen"),
        pytest.param("three quarters billion", "750000000", id="parts of a scale"),
    ],
)
def test_value(text: str, value: str) -> None:
    numeral = read_english(text, 0)
    assert numeral is not None
    assert (numeral.value, numeral.end) == (Decimal(value), len(text))


@pytest.mark.parametrize(
    ("text", "value"),
    [
        pytest.param("quarter of voters", "0.25", id="of a whole"),
        pytest.param("quarter-point", "0.25", id="of a unit"),
        pytest.param("quarter", None, id="alone, one of the year"),
        pytest.param("quarter of 2024", None, id="of a year"),
        pytest.param("quarter-on-quarter", None, id="beside another"),
        pytest.param("two quarters", "2", id="two of them are half a year, not a half"),
    ],
)
def test_a_quarter_of_a_whole_and_of_a_year(text: str, value: str | None) -> None:
    numeral = read_english(text, 0)
    assert (str(numeral.value) if numeral is not None else None) == value


@pytest.mark.parametrize(
    ("text", "value"),
    [
        pytest.param("third", 3, id="simple"),
        pytest.param("forty-second", 42, id="hyphened"),
        pytest.param("one hundred twenty-fifth", 125, id="long and singular is no fraction"),
        pytest.param("two hundredth", 200, id="of a hundred"),
    ],
)
def test_ordinal(text: str, value: int) -> None:
    numeral = read_english(text, 0)
    assert numeral is not None
    assert numeral.value == value
    assert numeral.form == "ordinal"


@pytest.mark.parametrize(
    ("text", "taken"),
    [
        pytest.param("4 hundred and 2 hundred", "4 hundred", id="two numbers of one size"),
        pytest.param("three million ships and two", "three million", id="a noun ends it"),
        pytest.param("seven seven", "seven", id="units do not follow units"),
        pytest.param("twenty thirty", "twenty", id="tens do not follow tens"),
        pytest.param("two million and three million", "two million", id="a scale of its own"),
        pytest.param("1.1 billion and 1.3 billion", "1.1 billion", id="nor has it a decimal"),
    ],
)
def test_stops_where_the_grammar_does(text: str, taken: str) -> None:
    numeral = read_english(text, 0)
    assert numeral is not None
    assert text[: numeral.end] == taken


@pytest.mark.parametrize("text", ["hundred", "million ships", "a car", "an apple", ""])
def test_no_number(text: str) -> None:
    assert read_english(text, 0) is None
