"""extract on the command line."""

import json
from pathlib import Path

from tests.cli.page import ON_A_DAY, PAGE, extract
from tests.cli.program import Program


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


def test_a_page_in_another_encoding(program: Program) -> None:
    page = PAGE.decode().encode("gb18030")
    named = program("extract", "-", *ON_A_DAY, "--encoding", "gb18030", "--jsonl", stdin=page)
    assert named.out.splitlines() == extract(program, "--jsonl").splitlines()
    told = program.refused("extract", "-", *ON_A_DAY, stdin=page)
    assert "is not text in UTF-8; if it is in big5 or gb18030, say so: --encoding big5" in told


def test_the_day_a_page_names_is_told_unless_somebody_says_another(program: Program) -> None:
    dated = PAGE.replace("調漲\n".encode(), "調漲\n2025年12月12日\n".encode(), 1)
    ended = program("extract", "-", "--outlet", "潮聲社", stdin=dated)
    assert "published 12 Dec 2025, as the page says" in ended.err
    assert "杜景和, in 潮聲社, 9 Dec 2025 (Tuesday)" in ended.out
    assert "歐陽雪, in 潮聲社, published 12 Dec 2025" in ended.out
    assert "as the page says" not in program("extract", "-", *ON_A_DAY, stdin=dated).err


def test_an_archived_page_is_shown_with_what_came_of_it(program: Program) -> None:
    extract(program, "--inbox")
    program.done("inbox", "accept", "P1", "--new")
    lines = program.done("show", "D1").splitlines()
    assert lines[:2] == ["D1  潮聲社, 12 Dec 2025", "  title: 藍灣港務費明年調漲"]
    assert lines[3:5] == ["  filed: S1", "  in the inbox: P2"]
    assert lines[-1] == "  工程師歐陽雪說，疏浚費用達4.3億元。"
    assert "  document: D1  藍灣港務費明年調漲" in program.done("show", "S1")
    assert "the ledger holds no D9" in program.refused("show", "D9")


def test_a_page_with_nothing_to_propose_says_what_else_can_be_done(
    program: Program, tmp_path: Path
) -> None:
    (tmp_path / "page.txt").write_text("Nothing here.\n", encoding="utf-8")
    said = program.done("extract", str(tmp_path / "page.txt"), "--inbox", "--outlet", "Tideline")
    assert said.startswith("D1: nothing in it is worth proposing; 'factledger add'")
