"""English number words: cardinals, fractions, mixed numbers and ordinals."""

from decimal import Decimal

import pytest

from ledger.quantities.numerals.english import read_english
from tests.quantities.tables import cases


@pytest.mark.parametrize(("text", "value"), cases("numerals/english.csv"))
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
