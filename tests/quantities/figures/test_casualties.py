"""The dead, the injured and the missing of headlines, with and without a word for people."""

import pytest

from ledger.quantities import read


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("車禍釀2死5傷", [(2, "deaths"), (5, "injured")], id="a character each"),
        pytest.param("三死五傷", [(3, "deaths"), (5, "injured")], id="numbers in words"),
        pytest.param("1死3重傷2失蹤", [(1, "deaths"), (3, "injured"), (2, "missing")], id="three"),
        pytest.param("火警3人死、12人傷", [(3, "deaths"), (12, "injured")], id="people named"),
        pytest.param("至少12死", [(12, "deaths")], id="with a bound"),
        pytest.param(
            "12 people died and 3 were injured", [(12, "deaths"), (3, "injured")], id="a verb each"
        ),
        pytest.param(
            "Outside the café 12 died and 3 were hurt",
            [(12, "deaths"), (3, "injured")],
            id="a letter with an accent",
        ),
        pytest.param("two were badly hurt", [(2, "injured")], id="hurt"),
        pytest.param(
            "3 people of the village were hurt", [(3, None)], id="a verb further on is not theirs"
        ),
        pytest.param("九死一生", [], id="an idiom counts nobody"),
        pytest.param("12大死因", [(12, None)], id="a cause of death is nobody's"),
    ],
)
def test_fate(text: str, expected: list[tuple[int, str | None]]) -> None:
    found = read(text)
    assert [(q.value, q.measure) for q in found] == expected
    assert all(q.unit == "person" for q in found if q.measure)
