"""inbox on the command line."""

import json

import pytest

from tests.cli.page import PAGE, extract
from tests.cli.program import Program


def test_the_inbox_is_filled_once(program: Program) -> None:
    assert extract(program, "--inbox").startswith("D1: 2 proposals put into the inbox;")
    assert "0 proposals put into the inbox, 2 there already" in extract(program, "--inbox")
    assert [row["ref"] for row in json.loads(program.done("inbox", "--json"))] == ["P1", "P2"]


def test_each_deed(program: Program) -> None:
    extract(program, "--inbox")
    shown = program.done("inbox", "edit", "P1", "--speaker", "Mara Tolland", "--said-on", "")
    assert "Mara Tolland, in 潮聲社" in shown
    assert program.done("inbox", "accept", "P1", "--new") == "P1 is S1 under C1\n"
    assert program.done("inbox", "reject", "p2") == "P2 rejected\n"
    assert "P1 was accepted already" in program.refused("inbox", "reject", "P1")
    assert "the inbox is empty" in program("inbox").err


@pytest.mark.parametrize(
    ("deed", "told"),
    [
        pytest.param(("accept",), "P1 is S1 under C1\nP2 is S2 under C2\n", id="accept"),
        pytest.param(("reject",), "P1 rejected\nP2 rejected\n", id="reject"),
        pytest.param(("edit", "--outlet", "Quay Post"), "in Quay Post", id="edit"),
    ],
)
def test_one_deed_for_several_is_one_act(program: Program, deed: list[str], told: str) -> None:
    extract(program, "--inbox")
    before = program.done("inbox", "--json")
    verb, *options = deed
    assert told in program.done("inbox", verb, "P1", "P2", *options)
    program.done("undo")
    assert program.done("inbox", "--json") == before
    assert "P9" in program.refused("inbox", verb, "P1", "P9", *options)
    assert program.done("inbox", "--json") == before


def test_walking_takes_a_key_for_each(program: Program) -> None:
    extract(program, "--inbox")
    ended = program("inbox", "walk", stdin=b"x\ne\nMara Tolland\n\n\n-\nPort fees\na\nr\n")
    assert ended.code == 0
    assert "P1 is S1 under C1" in ended.out
    assert "  [Port fees]" in program.done("show", "C1")
    assert "Mara Tolland, in 潮聲社" in ended.out
    assert json.loads(program.done("inbox", "--json")) == []


def test_a_near_claim_is_shown_and_its_number_accepts_there(program: Program) -> None:
    extract(program, "--inbox")
    program.done("inbox", "accept", "P1")
    said = "港務局長杜景和表示，港務費將調漲15%。"
    program("extract", "-", "--outlet", "沼地日報", "--inbox", stdin=said.encode())
    program.done("inbox", "reject", "P2")
    out = program("inbox", "walk", stdin=b"1\n").out
    assert "1 of 1" in out
    assert "    1  C1  港務局長杜景和週二表示" in out
    assert "P3 is S2 under C1" in out
    assert "numeric_disjoint" in out


def test_the_end_of_input_ends_the_walk(program: Program) -> None:
    extract(program, "--inbox")
    assert program("inbox", "walk").code == 0
    assert "1 of 2" in program("inbox", "--plain").out
    assert len(json.loads(program.done("inbox", "--json"))) == 2


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        pytest.param(("extract", "none.txt"), "none.txt", id="no such file"),
        pytest.param(("extract", "-", "--inbox"), "--outlet", id="nobody published it"),
        pytest.param(("extract", "-", "--published", "x"), "'x' is not a date", id="no date"),
        pytest.param(("inbox", "accept"), "say which", id="no proposal"),
    ],
)
def test_what_is_refused(program: Program, arguments: tuple[str, ...], told: str) -> None:
    extract(program, "--inbox")
    assert told in program.refused(*arguments, stdin=PAGE)
