"""A quantity in words and as the contract's object."""

import json

import pytest

from ledger.quantities import as_contract, interval_text, read


@pytest.mark.parametrize(
    ("text", "words"),
    [
        pytest.param("約18個月", "16.2–19.8 months", id="an estimate"),
        pytest.param("58 %", "58 %", id="exact as stated, though 58.4 may round to it"),
        pytest.param("1,234,567 votes", "1,234,567 votes", id="no digit is lost to a scale"),
        pytest.param("1.2 million votes", "1.2 million votes", id="as short as it is exact"),
        pytest.param("over 95 %", "over 95 %", id="an open bound"),
        pytest.param("under 5 %", "under 5 %", id="an open bound from above"),
        pytest.param("at least 12 people", "at least 12 people", id="a closed bound"),
        pytest.param("up to 50 %", "at most 50 %", id="a closed bound from above"),
        pytest.param("25-30億美元", "USD 2.5–3 billion", id="money leads with its code"),
        pytest.param("the third cut", "3rd", id="an ordinal"),
        pytest.param("2026年", "2026", id="a year"),
        pytest.param("on 2025-12-08", "2025-12-08", id="a day is written as a date"),
        pytest.param("12月8日", "8 December", id="a day of no year"),
        pytest.param("12日", "day 12 of the month", id="a day of no month"),
        pytest.param("less than 5 degrees Celsius", "under 5 degrees Celsius", id="a temperature"),
        pytest.param("twofold", "2 times", id="a multiple"),
        pytest.param("over 12 buses", "over 12 buses", id="a plural in es"),
        pytest.param("over 3 species", "over 3 species", id="a noun that is its own plural"),
    ],
)
def test_interval_text(text: str, words: str) -> None:
    assert interval_text(read(text)[0]) == words


def test_contract_keys() -> None:
    """Exactly the keys of the batch format, in order, and values JSON can hold."""
    (quantity,) = read("約18個月")
    assert json.loads(json.dumps(as_contract(quantity))) == {
        "text": "約18個月",
        "start": 0,
        "end": 5,
        "low": 16.2,
        "high": 19.8,
        "low_closed": True,
        "high_closed": True,
        "value": 18.0,
        "unit": "month",
        "currency": None,
        "dimension": "duration",
        "comparator": "~",
        "comparator_text": "約",
        "change": None,
        "measure": None,
        "period": None,
    }


@pytest.mark.parametrize(
    ("text", "value", "comparator", "words"),
    [
        pytest.param("25-30億美元", None, "range", None, id="a true range has no value"),
        pytest.param("逾100萬顆", 1e6, ">", "逾", id="base scale"),
        pytest.param("30多人", 30.0, ">", "多", id="the rest left open is the comparator"),
        pytest.param("1.1億元", 110000000.0, "=", None, id="an exact decimal"),
        pytest.param("25 %", 25.0, "=", None, id="percent as said"),
        pytest.param("300+ ships", 300.0, ">=", "+", id="a sign behind"),
    ],
)
def test_value_and_comparator(
    text: str, value: float | None, comparator: str, words: str | None
) -> None:
    (quantity,) = read(text)
    assert (quantity.value, quantity.comparator, quantity.comparator_text) == (
        value,
        comparator,
        words,
    )


def test_a_multiple_has_no_unit() -> None:
    """It is of what it multiplies, and the dimension says so."""
    told = as_contract(read("sales rose threefold")[0])
    assert (told["dimension"], told["unit"], told["value"]) == ("multiple", None, 3.0)
