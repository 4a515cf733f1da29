"""Completion: the names somebody may mean by the characters typed so far."""

import pytest

from ledger.desk.desk import Desk
from ledger.desk.names.completing import Completions, completions
from tests.desk.ledgers import record

NAMES = Completions(["Harbour Courier", "The Tideline", "霧港財經", "Quay Harbour Post", "O'Hara"])


@pytest.mark.parametrize(
    ("typed", "offered"),
    [
        pytest.param("", [], id="nothing typed"),
        pytest.param("harb", ["Harbour Courier", "Quay Harbour Post"], id="first those that begin"),
        pytest.param("HARBOUR C", ["Harbour Courier"], id="capitals"),
        pytest.param("arb", [], id="not from the middle of a word"),
        pytest.param("財經", ["霧港財經"], id="two characters from within"),
        pytest.param("财经", ["霧港財經"], id="in the other script"),
        pytest.param("港", [], id="one character within is too little"),
        pytest.param("霧", ["霧港財經"], id="one at the start is enough"),
        pytest.param("The Tideline", [], id="what is typed already is not offered"),
    ],
)
def test_what_is_offered(typed: str, offered: list[str]) -> None:
    assert NAMES.of(typed) == offered


@pytest.mark.parametrize(
    ("name", "known"),
    [
        pytest.param("the tideline", True, id="small letters"),
        pytest.param("雾港财经", True, id="the other script"),
        pytest.param("Tideline", False, id="a part is no name"),
        pytest.param("a\nb", False, id="a break is no border between names"),
    ],
)
def test_who_goes_by_a_name(name: str, *, known: bool) -> None:
    assert (name in NAMES) is known


@pytest.mark.parametrize(
    ("name", "near"),
    [
        pytest.param("the tidelime", ("The Tideline", True), id="taken for it anyway"),
        pytest.param("O'Harra", ("O'Hara", False), id="a slip in a short word"),
        pytest.param("霧港財徑", None, id="one character of four is another name"),
        pytest.param("Harbour Courier", None, id="known"),
        pytest.param("harbour courier", None, id="known in small letters"),
        pytest.param("Harbour", None, id="too short for it"),
        pytest.param("", None, id="nothing"),
        pytest.param("\x1b[2J", None, id="no name at all"),
    ],
)
def test_what_a_new_name_may_be_a_slip_of(name: str, near: tuple[str, bool] | None) -> None:
    assert NAMES.near(name) == near


def test_no_more_than_asked_are_offered() -> None:
    assert len(Completions(f"Echo {n}" for n in range(50)).of("ec", limit=3)) == 3


def test_names_of_the_ledger_come_before_the_shipped_ones(desk: Desk) -> None:
    record(desk, "Words.", "Reuters of Corran", speaker="Trumper Vale")
    assert completions(desk, "outlet").of("reut")[0] == "Reuters of Corran"
    assert completions(desk, "speaker").of("trump")[0] == "Trumper Vale"
    assert "Donald Trump" in completions(desk, "speaker").of("donald")
