"""match, find, show, conflicts and history on the command line."""

import json

import pytest

from tests.cli.program import Program, assert_golden


@pytest.mark.parametrize("reference", ["C1", "S2", "X1"])
def test_show_tells_all_that_is_known(bridge: Program, reference: str) -> None:
    assert_golden(f"show {reference}", bridge.done("show", reference))


@pytest.mark.parametrize("reference", ["c1", " C-1 "], ids=["lower case", "as spoken"])
def test_show_reads_references_as_people_type_them(bridge: Program, reference: str) -> None:
    assert bridge.done("show", reference).startswith("C1  ")


@pytest.mark.parametrize(
    ("reference", "command"), [("C99", "find WORDS"), ("S99", "find WORDS"), ("X99", "conflicts")]
)
def test_show_of_what_is_not_there_says_how_to_look_for_it(
    bridge: Program, reference: str, command: str
) -> None:
    assert bridge.refused("show", reference) == (
        f"the ledger holds no {reference}; 'factledger {command}' looks for it"
    )


def test_show_of_what_is_no_reference_says_what_one_looks_like(bridge: Program) -> None:
    assert bridge.refused("show", "bridge").startswith("'bridge' is not a reference; write it like")


def test_show_gives_the_true_text_as_json(bridge: Program) -> None:
    assert json.loads(bridge.done("show", "S2", "--json"))["text"] == "港口大橋將耗資5500萬歐元。"


def test_conflicts_shows_both_sides_in_full(bridge: Program) -> None:
    assert_golden("conflicts", bridge.done("conflicts"))


def test_a_decided_conflict_is_no_longer_open(bridge: Program) -> None:
    bridge.done("decide", "X1", "--both-stand", "--reason", "scope: with and without the ramp")
    assert_golden("conflicts decided", bridge.done("conflicts"))
    empty = bridge("conflicts", "--open")
    assert (empty.code, empty.out) == (0, "")
    assert empty.err == "factledger: there are no open conflicts\n"


def test_no_conflicts_is_an_empty_list_as_json(program: Program) -> None:
    program.done("add", "The ferry stops at nine.", "--outlet", "Sable Coast Radio")
    assert json.loads(program.done("conflicts", "--json")) == []


def test_find_lists_claims_newest_first(bridge: Program) -> None:
    bridge.done("add", "The bridge opens in spring.", "--outlet", "Tidewater Courier", "--new")
    assert_golden("find", bridge.done("find", "bridge"))


def test_find_of_nothing_says_so_outside_the_data(bridge: Program) -> None:
    empty = bridge("find", "submarine")
    assert (empty.code, empty.out) == (0, "")
    assert empty.err == (
        "factledger: no claim fits; fewer words or the beginning of one find more\n"
    )


@pytest.mark.parametrize(
    ("asked", "refs"),
    [
        pytest.param(["bri"], ["C1"], id="a word half typed"),
        pytest.param(["大桥"], ["C1"], id="the other script"),
        pytest.param([], ["C2", "C1"], id="all claims"),
        pytest.param(["status:open"], ["C1"], id="by state"),
        pytest.param(["the", "outlet:sable"], ["C2"], id="by outlet"),
        pytest.param(["after:2025-12-09"], ["C1"], id="by day"),
        pytest.param(["--sort", "conflicts"], ["C1", "C2"], id="the most disputed first"),
        pytest.param(["--sort", "wording"], ["C2", "C1"], id="by wording"),
    ],
)
def test_find_takes_what_the_filter_on_the_screen_takes(
    bridge: Program, asked: list[str], refs: list[str]
) -> None:
    assert [row["ref"] for row in json.loads(bridge.done("find", "--json", *asked))] == refs


def test_find_says_that_there_is_more(bridge: Program) -> None:
    ended = bridge("find", "--limit", "1")
    assert ended.out.startswith("C2")
    assert ended.out.count("\n") == 1
    assert ended.err == "factledger: these are the first 1; --limit lists more\n"
    assert "C1" in bridge.done("find", "--limit", "2")


def test_find_says_where_a_filter_stops_making_sense(bridge: Program) -> None:
    assert bridge.refused("find", "bridge", "status:shut") == (
        "at character 8: status is one of open, decided, noted"
    )


def test_history_lists_acts_newest_first(bridge: Program) -> None:
    bridge.done("undo")
    assert_golden("history", bridge.done("history"))


def test_history_of_one_thing(bridge: Program) -> None:
    bridge.done("decide", "X1", "--both-stand", "--because", "date")
    acts = [line.split()[4] for line in bridge.done("history", "X1").splitlines()]
    assert acts == ["decide", "add"]


def test_match_finds_a_claim_across_languages(bridge: Program) -> None:
    found = json.loads(bridge.done("match", "港口大橋耗資4000萬歐元", "--json"))["matches"]
    assert found[0]["claim"] == "C1"
    assert set(found[0]) >= {"claim", "statement", "ref", "score", "reasons"}


def test_match_of_something_new_says_so(bridge: Program) -> None:
    empty = bridge("match", "zzz")
    assert (empty.code, empty.out) == (0, "")
    assert empty.err == "factledger: no claim is near; this would be a new one\n"


def test_match_of_what_shares_but_a_word_says_it_is_new_and_shows_what_is_nearest(
    bridge: Program,
) -> None:
    asked = bridge("match", "The cup final cost the broadcaster 9 million viewers")
    assert asked.err == "factledger: no claim is near enough; this would be a new one\n"
    assert asked.out.splitlines()[0].split()[1] == "C1"
    near = bridge("match", "The harbour bridge cost 55 million euros")
    assert (near.err, near.out.split()[1]) == ("", "C1")


def test_what_shares_a_name_and_no_more_is_for_programs_only(bridge: Program) -> None:
    for carried in ("900 cars", "80 cyclists"):
        text = f"The ferry to Skerry carries {carried} a day."
        bridge.done("add", text, "--outlet", "Tidewater Courier", "--new")
    asked = "The ferry to Skerry carries 900 cars and 80 cyclists a day"
    scores = [one["score"] for one in json.loads(bridge.done("match", asked, "--json"))["matches"]]
    shown = [line for line in bridge.done("match", asked).splitlines() if line[:2] in ("0.", "1.")]
    assert scores[-1] < 0.02 <= scores[0]
    assert len(shown) == sum(score >= 0.02 for score in scores)


def test_match_keeps_to_its_limit(bridge: Program) -> None:
    bridge.done("add", "The bridge opens in spring.", "--outlet", "Tidewater Courier", "--new")
    found = bridge.done("match", "The harbour bridge", "--jsonl", "--limit", "1")
    assert len(json.loads(found)["matches"]) == 1
    assert found.count("\n") == 1


def test_a_batch_of_matches_writes_nothing(bridge: Program) -> None:
    before = bridge.done("verify")
    answers = bridge.done("match", "--batch", "-", "--jsonl", stdin=b'{"id": 7, "text": "ferry"}\n')
    assert json.loads(answers)["id"] == 7
    assert bridge.done("verify") == before


@pytest.mark.parametrize(
    "command",
    [
        ["match", "ferry"],
        ["find", "ferry"],
        ["show", "C1"],
        ["conflicts"],
        ["history"],
        ["report"],
        ["verify"],
        ["undo"],
        ["alias", "list"],
        ["decide", "X1", "--unsure"],
        ["attach", "S1", "C1"],
        ["split", "S1"],
    ],
    ids=lambda command: command[0],
)
def test_only_add_and_import_make_a_ledger(program: Program, command: list[str]) -> None:
    assert program.refused(*command, code=3).startswith(f"there is no ledger at {program.ledger}; ")
    assert not program.ledger.exists()


def test_a_day_gone_by_is_shown_as_it_was(bridge: Program) -> None:
    bridge.done("rename", "C1", "What the bridge costs")
    assert bridge.done("show", "C1", "--as-of", "2025-12-15").startswith("C1  What the bridge")
    assert bridge.refused("show", "C1", "--as-of", "2025-12-14").startswith(
        "the ledger holds no C1"
    )
    assert "no conflicts" in bridge("conflicts", "--as-of", "2025-12-14").err
    assert bridge.done("conflicts", "--as-of", "today").startswith("X1  open")
    assert "is not a date" in bridge.refused("show", "C1", "--as-of", "never")


def test_match_cuts_what_is_long_and_does_not_tell_a_founding_text_twice(program: Program) -> None:
    text = "The pier at Corran is closed.\n" + "Nobody knows when it opens again. " * 40
    program.done("add", text, "--outlet", "Tideline")
    lines = program.done("match", "the pier at Corran is closed").splitlines()
    assert len(lines) < 9
    assert sum("The pier at Corran" in line for line in lines) == 1
    assert lines[0].startswith(("0.", "1."))
    assert any(line.endswith("…") for line in lines)
