"""add on the command line."""

import json
from datetime import timedelta

import pytest

from tests.cli.program import Program
from tests.times import MORNING

FERRY = ("add", "The ferry stops at nine.", "--outlet", "Sable Coast Radio")


def test_the_first_statement_makes_a_ledger_and_a_claim(program: Program) -> None:
    assert program.done(*FERRY) == "S1 recorded under C1, a new claim\n"
    assert program.ledger.exists()


def test_the_same_statement_again_adds_nothing(program: Program) -> None:
    program.done(*FERRY)
    before = program.done("verify")
    assert program.done(*FERRY) == "S1 holds these words already, under C1\n"
    assert program.done("verify").startswith(before.split()[0])


def test_near_claims_come_before_what_was_written(bridge: Program) -> None:
    said = bridge.done(
        "add", "The harbour bridge will cost 62 million euros.", "--outlet=Radio", "--new"
    )
    near, written = said.index("Claims near to it:"), said.index("S4 recorded under C3")
    assert near < said.index("C1") < written
    assert "differs  Radio says " in said[:written]


def test_a_new_claim_with_near_ones_says_how_to_join_them(bridge: Program) -> None:
    said = bridge.done("add", "The harbour bridge will cost 62 million euros.", "--outlet=Radio")
    assert "S4 recorded under C3, a new claim\n" in said
    assert f"  factledger attach S4 C1 --db {bridge.ledger}\n" in said
    bridge.done("attach", "S4", "C1")
    assert "S4" in bridge.done("show", "C1")


def test_a_chosen_claim_is_kept_and_its_conflict_shown(bridge: Program) -> None:
    said = bridge.done("add", "港口大橋將耗資6億歐元。", "--outlet=石階晚報", "--claim=C1")
    assert "S4 recorded under C1, as you chose\n" in said
    assert "open  numeric_disjoint  C1" in said


def test_added_as_json(program: Program) -> None:
    added = json.loads(program.done(*FERRY, "--json"))
    assert (added["statement"]["ref"], added["basis"], added["added"]) == ("S1", "new", True)


@pytest.mark.parametrize(
    ("arguments", "complaint"),
    [
        (["--said-on", "12/8"], "'12/8' may be "),
        (["--said-on", "soon"], "'soon' is not a date; write it as 2026-03-14"),
        (["--claim", "C9"], "the ledger holds no C9"),
        (["--claim", "X1"], "'X1' is a conflict; here goes one like C12"),
        (["--claim", "C1", "--new"], "--claim and --new say two different things; give one"),
        (["--speaker", "x" * 301], "speaker is "),
        (["--url", "\udcff"], "url holds "),
    ],
    ids=[
        "a date of two readings",
        "no date",
        "no such claim",
        "not a claim",
        "two choices",
        "too long a name",
        "not text",
    ],
)
def test_a_wrong_statement_is_refused_and_nothing_written(
    program: Program, arguments: list[str], complaint: str
) -> None:
    assert program.refused(*FERRY, *arguments).startswith(complaint)
    assert program("show", "S1").code != 0


def test_an_ambiguous_date_names_both_readings(program: Program) -> None:
    complaint = program.refused(*FERRY, "--said-on", "12/8")
    assert "12 August" in complaint
    assert "8 December" in complaint


@pytest.mark.parametrize(
    ("arguments", "complaint"),
    [
        (["add"], "missing argument 'TEXT' (the words, verbatim); try 'factledger add --help'"),
        (["add", "x"], "missing option '--outlet'; try 'factledger add --help'"),
        (["add", " ", "--outlet", "Radio"], "text is empty"),
    ],
    ids=[
        "no text",
        "no outlet",
        "a blank text",
    ],
)
def test_wrong_usage_is_one_line(program: Program, arguments: list[str], complaint: str) -> None:
    assert program.refused(*arguments).startswith(complaint)


@pytest.mark.parametrize(
    ("days", "warned"),
    [
        pytest.param(0, False, id="today"),
        pytest.param(1, False, id="tomorrow, where the sun rises"),
        pytest.param(2, True, id="the day after"),
        pytest.param(400, True, id="the wrong year"),
    ],
)
def test_a_day_still_to_come_is_taken_with_a_word(
    program: Program, days: int, *, warned: bool
) -> None:
    on = str(MORNING.date() + timedelta(days=days))
    ended = program("add", "The pier opens.", "--outlet", "Tideline", "--said-on", on, "--json")
    assert ended.code == 0
    assert json.loads(ended.out)["statement"]["said_on"] == on
    assert ("is still to come; if that is a slip" in ended.err) is warned


@pytest.mark.parametrize(
    ("url", "told"),
    [
        pytest.param("https://example.org/1", "", id="a link"),
        pytest.param(
            "example.org/1",
            "factledger: S1: 'example.org/1' is no link: one begins with https://\n",
            id="none",
        ),
    ],
)
def test_what_is_no_link_is_taken_with_a_word(program: Program, url: str, told: str) -> None:
    ended = program("add", "The pier opens.", "--outlet", "Tideline", "--url", url)
    assert (ended.code, ended.err) == (0, told)
    assert f"link: {url}" in program.done("show", "S1")
