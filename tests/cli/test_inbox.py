"""extract and inbox on the command line."""

import json

import pytest

from tests.cli.program import Program

PAGE = """藍灣港務費明年調漲
港務局長杜景和週二表示，港務費將調漲12%。
工程師歐陽雪說，疏浚費用達4.3億元。
""".encode()
ON_A_DAY = ("--outlet", "潮聲社", "--published", "2025-12-12")


def extract(program: Program, *more: str) -> str:
    ended = program("extract", "-", *ON_A_DAY, *more, stdin=PAGE)
    assert ended.code == 0
    return ended.out


def test_a_list_for_people_says_who_when_and_why(program: Program) -> None:
    lines = extract(program).splitlines()
    assert lines[0] == "1.00  杜景和, in 潮聲社, 9 Dec 2025 (Tuesday)"
    assert lines[1].strip() == "港務局長杜景和週二表示，港務費將調漲12%。"
    assert lines[2].strip().startswith("because attribution: 表示; figure: 12%")


def test_a_line_of_json_for_each_proposal(program: Program) -> None:
    found = [json.loads(line) for line in extract(program, "--jsonl").splitlines()]
    assert [one["speaker"] for one in found] == ["杜景和", "歐陽雪"]
    assert all(PAGE.decode()[one["start"] : one["end"]] == one["sentence"] for one in found)


def test_a_lower_threshold_proposes_more(program: Program) -> None:
    assert len(extract(program, "--jsonl", "--threshold", "0").splitlines()) == 3


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


def test_a_page_in_another_encoding(program: Program) -> None:
    page = PAGE.decode().encode("gb18030")
    named = program("extract", "-", *ON_A_DAY, "--encoding", "gb18030", "--jsonl", stdin=page)
    assert named.out.splitlines() == extract(program, "--jsonl").splitlines()
    told = program.refused("extract", "-", *ON_A_DAY, stdin=page)
    assert "is not text in UTF-8; if it is in big5 or gb18030, say so: --encoding big5" in told
