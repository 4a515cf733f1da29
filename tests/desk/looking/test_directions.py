"""Directions: figures that went opposite ways never look alike."""

import pytest

from ledger.desk.looking.directions import figure_text
from ledger.quantities import read


@pytest.mark.parametrize(
    ("text", "told"),
    [
        pytest.param("Profit fell 4 percent.", ["down 4 %"], id="down"),
        pytest.param("Profit rose 4 percent.", ["up 4 %"], id="up"),
        pytest.param("獲利成長4%。", ["up 4 %"], id="in Chinese"),
        pytest.param("降息兩碼。", ["down 0.5 percentage points"], id="a cut is down"),
        pytest.param(
            "Profit fell to 30 million euros.", ["fallen to EUR 30 million"], id="a level reached"
        ),
        pytest.param("The price went up to 40 euros.", ["risen to EUR 40"], id="no bound"),
        pytest.param("Sales doubled.", ["risen to 2 times"], id="a multiple is reached"),
        pytest.param(
            "Unemployment rose from 4.8 to 5.2 percent.",
            ["4.8 %", "risen to 5.2 %"],
            id="where it set out from has no direction",
        ),
        pytest.param("An increase of 3,000 jobs.", ["up 3,000 jobs"], id="a noun says it"),
        pytest.param("今年降息三次。", ["3 times"], id="changes that are counted go nowhere"),
        pytest.param("裁員300人。", ["down 300 people"], id="people do"),
        pytest.param("The lead is 12 months.", ["12 months"], id="no direction"),
    ],
)
def test_a_figure_keeps_its_direction(text: str, told: list[str]) -> None:
    assert [figure_text(quantity) for quantity in read(text)] == told
