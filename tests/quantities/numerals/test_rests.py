"""Numbers left open by 余, 多 or 几: how far they may go when they are compared."""

import pytest

from ledger.quantities import comparable, read


@pytest.mark.parametrize(
    ("text", "end"),
    [
        pytest.param("票房500餘萬", 6_000_000, id="short of the next round number"),
        pytest.param("150多艘船", 160, id="one more of the last digit that is no nought"),
        pytest.param("二十幾萬艘", 300_000, id="in characters"),
        pytest.param("2年多", None, id="a rest behind the unit"),
        pytest.param("逾500萬人", None, id="over is open"),
        pytest.param("500萬餘萬人", 6_000_000, id="a scale said twice counts once"),
        pytest.param("1萬多億元", 2_000_000_000_000, id="a scale of a scale"),
        pytest.param("hundreds of ships", None, id="an open English plural"),
    ],
)
def test_a_rest_ends_short_of_the_next_round_number(text: str, end: float | None) -> None:
    (quantity,) = read(text)
    assert quantity.high is None
    assert comparable(quantity)[2] == end
