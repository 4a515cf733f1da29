"""Figures of like kind meet in one unit."""

import pytest

from ledger.quantities import comparable, read


@pytest.mark.parametrize(
    ("one", "other"),
    [
        pytest.param("2 years", "24 months", id="years and months"),
        pytest.param("25 bp", "0.25 percentage points", id="basis points"),
        pytest.param("降息一碼", "a quarter-point cut", id="碼 and a quarter-point"),
        pytest.param("3 km", "3000米", id="kilometres and 米"),
        pytest.param("五成", "50 percent", id="成 and percent"),
        pytest.param("2 tonnes", "2000公斤", id="tonnes and kilograms"),
        pytest.param("212 degrees Fahrenheit", "100 degrees Celsius", id="two scales of heat"),
        pytest.param("50 cents", "$0.50", id="cents and dollars"),
        pytest.param("1 GB", "1000 MB", id="bytes"),
    ],
)
def test_meet(one: str, other: str) -> None:
    (first,), (second,) = map(comparable, read(one)), map(comparable, read(other))
    assert first[0] == second[0]
    assert None not in (*first, *second)
    assert _overlap(first, second)


def test_a_year_and_a_half_is_eighteen_months() -> None:
    """The case the whole product is explained by."""
    (half,), (months,) = read("a year and a half"), read("~18-month lead")
    assert comparable(half) == ("month", 15.0, 21.0)
    assert comparable(months)[1:] == pytest.approx((16.2, 19.8))


@pytest.mark.parametrize(
    ("text", "base"),
    [
        pytest.param("NT$5", "TWD", id="money stays in its currency"),
        pytest.param("5 ships", "ship", id="a count in what it counts"),
        pytest.param("at 5", "number", id="a bare number"),
        pytest.param("528 million francs", "franc", id="a coin of no one currency"),
    ],
)
def test_base(text: str, base: str) -> None:
    assert comparable(read(text)[0])[0] == base


def test_no_end_stays_no_end() -> None:
    """Over five years is over sixty months, without a top."""
    assert comparable(read("over 5 years")[0]) == ("month", 60.0, None)


def _overlap(
    first: tuple[str, float | None, float | None], second: tuple[str, float | None, float | None]
) -> bool:
    _, low, high = first
    _, other_low, other_high = second
    assert low is not None
    assert high is not None
    assert other_low is not None
    assert other_high is not None
    return max(low, other_low) <= min(high, other_high)
