"""Direction, leg of a change, for each of what: what the clause says about a figure."""

import pytest

from ledger.quantities import read
from tests.quantities.tables import NOTHING, cases, entries


@pytest.mark.parametrize(("text", "moves"), cases("about/directions.csv"))
def test_direction_and_leg(text: str, moves: str) -> None:
    assert [f"{q.change or NOTHING} {q.role}" for q in read(text)] == entries(moves)


@pytest.mark.parametrize(
    ("text", "each"),
    [
        pytest.param("$3 bn a year", "year", id="a year"),
        pytest.param("每年約3.2兆元", "year", id="每年 before"),
        pytest.param("每股盈餘0.02元", "share", id="每股 before"),
        pytest.param("$62.30 a barrel", "barrel", id="a barrel"),
        pytest.param("$15.4/hour", "hour", id="a slash"),
        pytest.param("€31 per square metre", "square_meter", id="two words"),
        pytest.param("每平方公尺租金1200元", "square_meter", id="four characters"),
        pytest.param("paid $5", None, id="for itself"),
    ],
)
def test_for_each_of(text: str, each: str | None) -> None:
    assert [q.per for q in read(text)] == [each]
