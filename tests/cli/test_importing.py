"""import on the command line."""

import json
from datetime import timedelta
from pathlib import Path

import pytest

from tests.cli.program import Program, assert_golden
from tests.times import MORNING

GOOD = '{"text": "The pier is 80 metres long.", "outlet": "霧港財經"}\n'
BAD = '{"text": "The pier is 90 metres long."}\n{"text": 5, "outlet": "霧港財經"}\n'


@pytest.fixture
def rows(tmp_path: Path) -> Path:
    """A file with one good row and two bad ones."""
    path = tmp_path / "rows.jsonl"
    path.write_text(GOOD + BAD, encoding="utf-8")
    return path


def test_good_rows_land_and_bad_ones_are_set_aside(program: Program, rows: Path) -> None:
    ended = program("import", str(rows))
    assert ended.code == 2
    assert ended.out == (
        f"{rows}: added 1 statement, under 1 claim, 0 conflicts opened, 0 worth a look\n"
    )
    assert ended.err == (
        "factledger: 2 bad rows (outlet 1, text 1), the first: "
        f"{rows}, line 2, field outlet: is missing; "
        f"all, with reasons, set aside in {rows}.rejects.jsonl\n"
    )
    aside = Path(f"{rows}.rejects.jsonl").read_text(encoding="utf-8").splitlines()
    assert [json.loads(row)["line"] for row in aside] == [2, 3]


def test_a_strict_import_lands_nothing(program: Program, rows: Path) -> None:
    assert "nothing was imported" in program.refused("import", str(rows), "--strict")
    assert "S1" in program.refused("show", "S1")


def test_bad_rows_go_where_they_are_told(program: Program, rows: Path, tmp_path: Path) -> None:
    program("import", str(rows), "--rejects", str(tmp_path / "aside.jsonl"))
    assert (tmp_path / "aside.jsonl").exists()
    assert not Path(f"{rows}.rejects.jsonl").exists()


def test_a_second_import_adds_nothing_and_says_so(program: Program, tmp_path: Path) -> None:
    path = tmp_path / "pier.jsonl"
    path.write_text(GOOD, encoding="utf-8")
    program.done("import", str(path))
    assert program.done("import", str(path)) == f"{path}: added nothing, 1 known already\n"


def test_several_files_and_formats_in_one_command(program: Program, tmp_path: Path) -> None:
    first, second = tmp_path / "pier.jsonl", tmp_path / "ferry.csv"
    first.write_text(GOOD, encoding="utf-8")
    second.write_text("text,outlet\nThe ferry stops at nine.,Radio\n", encoding="utf-8")
    assert len(program.done("import", str(first), str(second)).splitlines()) == 2


def test_a_dry_run_leaves_the_ledger_as_it_was(bridge: Program, rows: Path) -> None:
    before = bridge.done("verify")
    ended = bridge("import", "--dry-run", str(rows))
    assert ended.out.startswith(f"{rows}: would add 1 statement")
    assert bridge.done("verify") == before
    assert not Path(f"{rows}.rejects.jsonl").exists()


def test_a_dry_run_makes_no_ledger(program: Program, rows: Path) -> None:
    assert "would add 1 statement" in program("import", "--dry-run", str(rows)).out
    assert not program.ledger.exists()


def test_imported_as_json(program: Program, rows: Path) -> None:
    (imported,) = json.loads(program("import", str(rows), "--json").out)
    assert (imported["added"], imported["repeated"], imported["refused"]) == (1, 0, 2)
    assert imported["statements"] == [{"statement": "S1", "claim": "C1", "added": True}]


def test_undo_takes_back_a_whole_file(program: Program, rows: Path) -> None:
    program("import", str(rows))
    assert program.done("undo").startswith("took back entry 1, import: ")
    assert_golden("show taken back", program.done("show", "S1"))


@pytest.mark.parametrize(
    ("arguments", "complaint"),
    [
        ([], "missing argument 'FILE' (files to import); try 'factledger import --help'"),
        (["nowhere.jsonl"], "nowhere.jsonl: no such file or directory"),
        (["nowhere"], "nowhere: no such file or directory; check the path"),
        ([__file__], f"{__file__}: its name does not tell the format; give --format jsonl"),
        ([__file__, "--format", "xml"], "'xml' is not a format; use one of jsonl, csv"),
        ([__file__, "--format", "article"], "'article' is not a format; use one of jsonl, csv, cl"),
        (["."], ".: it is a folder"),
    ],
    ids=[
        "no file",
        "a missing file",
        "one without an ending",
        "an unknown ending",
        "an unknown format",
        "an article",
        "a folder",
    ],
)
def test_wrong_usage_is_one_line(program: Program, arguments: list[str], complaint: str) -> None:
    assert program.refused("import", *arguments).startswith(complaint)


def test_out_and_in_again_adds_nothing(bridge: Program, tmp_path: Path) -> None:
    printed = bridge.done("export")
    assert bridge.done("export", "-o", "out.jsonl") == "wrote out.jsonl\n"
    assert (tmp_path / "out.jsonl").read_text(encoding="utf-8") == printed
    assert bridge.done("import", "out.jsonl") == "out.jsonl: added nothing, 3 known already\n"
    apart = [bridge.done("export", "--claim", claim) for claim in ("C1", "c2")]
    assert "".join(apart) == printed
    bridge.done("export", "--format", "csv", "-o", "out.csv")
    said = bridge.done("import", "out.csv", "--rows").splitlines()
    assert said[1] == "  line 2  known  S1 under C1, new"


def test_claimreview_goes_out_and_what_lacks_is_said(bridge: Program) -> None:
    give = ["verdict", "C1", "--rating", "Wrong", "--evidence", "S1,S2", "--reason", "the bill"]
    bridge.done(*give)
    ended = bridge("export", "--format", "claimreview")
    assert (ended.code, ended.out) == (1, "[]\n")
    assert ended.err.startswith("factledger: left out: C1: url is missing")
    bridge.done("policy", "publisher", "The Quay")
    bridge.done(*give, "--url", "https://quay.example/1")
    (review,) = json.loads(bridge.done("export", "--format", "claimreview"))
    assert review["reviewRating"]["alternateName"] == "Wrong"


BIG5 = "text,outlet\n渡輪減為12班。,Tideline\n裏面不便。,Tideline\n".encode("cp950")


@pytest.mark.parametrize(
    ("encoding", "code", "told"),
    [
        pytest.param(["--encoding", "cp950"], 0, "added 2 statements", id="named"),
        pytest.param(["--encoding", "Big5"], 2, "line 3 is not text in Big5", id="not that one"),
        pytest.param([], 2, "save it as UTF-8, or give --encoding", id="not named"),
        pytest.param(["--encoding", "big6"], 2, "'big6' is not an encoding", id="none"),
    ],
)
def test_a_file_in_another_encoding(
    program: Program, tmp_path: Path, encoding: list[str], code: int, told: str
) -> None:
    path = tmp_path / "in.csv"
    path.write_bytes(BIG5)
    result = program("import", str(path), *encoding)
    assert result.code == code
    assert told in (result.err if code else result.out)
    if not code:
        assert "裏面不便。" in program.done("find", "裏面")


def test_days_still_to_come_are_told_and_taken(program: Program, tmp_path: Path) -> None:
    path = tmp_path / "rows.csv"
    later = str(MORNING.date() + timedelta(days=30))
    rows = ["text,outlet,said_on,published_on", "A quay.,Tideline,2025-12-01,"]
    rows += [f"A pier.,Tideline,{later},", f"A boat.,Tideline,2025-12-01,{later}"]
    path.write_text("\n".join(rows), encoding="utf-8")
    for more in (["--dry-run"], ["--no-match"], []):
        ended = program("import", str(path), *more)
        assert ended.code == 0
        assert ended.err.endswith(
            "2 statements said or published on a day still to come, the first in line 3\n"
        )
