"""Numbers in digits with every separator the field uses, and the unit of the last digit written."""

from decimal import Decimal

import pytest

from ledger.quantities import read
from ledger.quantities.numerals.digits import read_digits


@pytest.mark.parametrize(
    ("text", "value", "step"),
    [
        pytest.param("42", "42", "1", id="whole"),
        pytest.param("1.20", "1.20", "0.01", id="a final nought was written"),
        pytest.param(".75", "0.75", "0.01", id="nothing before the point"),
        pytest.param("7,654", "7654", "1", id="commas"),
        pytest.param("7,654.5", "7654.5", "0.1", id="commas and decimals"),
        pytest.param("98,76,543", "9876543", "1", id="Indian grouping"),
        pytest.param("5.432,10", "5432.10", "0.01", id="European grouping"),
        pytest.param("60 000", "60000", "1", id="a space groups"),
        pytest.param("8,5", "8.5", "0.1", id="a decimal comma"),
        pytest.param("3e6", "3000000", "1000000", id="an exponent"),
        pytest.param("2.5×10^3", "2500", "100", id="times a power of ten"),
        pytest.param("2^10", "1024", "0", id="a power"),
        pytest.param("3/8", "0.375", "0.0625", id="a fraction"),
        pytest.param("4 3/8", "4.375", "0.0625", id="a mixed fraction"),
    ],
)
def test_value_and_step(text: str, value: str, step: str) -> None:
    numeral = read_digits(text, 0)
    assert numeral is not None
    assert (numeral.value, numeral.step, numeral.end) == (
        Decimal(value),
        Decimal(step),
        len(text),
    )


@pytest.mark.parametrize(
    ("text", "at", "value"),
    [
        pytest.param("-5", 1, -5, id="at the start"),
        pytest.param("(-5)", 2, -5, id="in brackets"),
        pytest.param("为-5", 2, -5, id="after a verb in Chinese"),
        pytest.param("3-5", 2, 5, id="between figures it is a dash"),
        pytest.param("a - 5", 4, 5, id="between words it is a dash"),
    ],
)
def test_sign(text: str, at: int, value: int) -> None:
    numeral = read_digits(text, at)
    assert numeral is not None
    assert numeral.value == value


def test_a_run_too_long_is_no_figure() -> None:
    """A serial number of sixty digits."""
    assert read_digits("7" * 60, 0) is None


def test_division_by_nought_is_left_alone() -> None:
    """1/0 holds two numbers and no third."""
    numeral = read_digits("1/0", 0)
    assert numeral is not None
    assert numeral.value == 1
    assert numeral.end == 1


@pytest.mark.parametrize(
    "text", ["about 0." + "3" * 60, "4." + "2" * 50 + "%", "3." + "1" * 45 + "萬"]
)
def test_more_decimals_than_any_figure_has_are_no_figure(text: str) -> None:
    assert read(text) == ()
