"""alias on the command line."""

import json

import pytest

from tests.cli.program import Program, assert_golden


def test_list_aligns_names_in_terminal_cells(bridge: Program) -> None:
    assert_golden("alias list", bridge.done("alias", "list", "--kind", "outlet"))


def test_list_as_json(bridge: Program) -> None:
    listed = json.loads(bridge.done("alias", "list", "--json"))
    assert [known["name"] for known in listed] == ["Hanna Oost"]


def test_an_empty_list_says_so(program: Program) -> None:
    program.done("add", "The ferry stops at nine.", "--outlet", "Sable Coast Radio")
    assert program("alias", "list").err == "factledger: the ledger knows no speakers yet\n"


def test_an_alias_brings_two_spellings_to_one_speaker(bridge: Program) -> None:
    bridge.done("alias", "add", "Hanna Oost", "漢娜·奧斯特")
    bridge.done("add", "大橋耗資不變。", "--outlet=霧港財經", "--speaker=漢娜·奧斯特")
    assert len(json.loads(bridge.done("alias", "list", "--json"))) == 1


@pytest.mark.parametrize(
    ("arguments", "complaint"),
    [
        (["Nobody", "No One"], "no speaker is called 'Nobody'"),
        (["Hanna Oost", " "], "invalid value for 'ALIAS': it is blank"),
        (["Hanna Oost", "\udcff"], "invalid value for 'ALIAS': it is not text in UTF-8"),
        (["Hanna Oost"], "missing argument 'ALIAS'"),
        (["霧港財經", "FH", "--kind", "outlets"], "invalid value for '--kind'"),
    ],
    ids=["an unknown name", "a blank alias", "not text", "half an alias", "no such kind"],
)
def test_a_wrong_alias_is_refused(bridge: Program, arguments: list[str], complaint: str) -> None:
    assert bridge.refused("alias", "add", *arguments).startswith(complaint)


def test_an_alias_of_somebody_else_is_refused(bridge: Program) -> None:
    assert bridge.refused(
        "alias", "add", "Tidewater Courier", "霧港財經", "--kind", "outlet"
    ).startswith(
        "'霧港財經' already stands for 霧港財經; choose another alias, or make the two one"
    )


def test_a_name_nobody_goes_by_says_where_the_names_are(bridge: Program) -> None:
    assert "'factledger outlets' shows" in bridge.refused("alias", "agency", "Nobody")


def test_names_are_listed_renamed_merged_and_marked(bridge: Program) -> None:
    outlet = ("--kind", "outlet")
    assert "Hanna Oost" in bridge.done("speakers")
    assert bridge.done("alias", "rename", "Hanna Oost", "H. M. Oost").startswith("H. M. Oost: ")
    said = bridge.done("alias", "merge", "霧港財經", "Sable Coast Radio", *outlet)
    assert said.startswith("霧港財經: ")
    assert bridge.done("alias", "agency", "霧港財經") == "霧港財經: agency\n"
    listed = {known["name"]: known for known in json.loads(bridge.done("outlets", "--json"))}
    assert (listed["霧港財經"]["role"], listed["霧港財經"]["statements"]) == ("agency", 2)
    assert "霧港財經           agency  2" in bridge.done("outlets")
    assert bridge.done("alias", "agency", "霧港財經", "--not") == "霧港財經: outlet\n"
    refused = bridge.refused("alias", "merge", "Hanna Oost", "H. M. Oost")
    assert refused.startswith("'Hanna Oost' and 'H. M. Oost' stand for the same one")
