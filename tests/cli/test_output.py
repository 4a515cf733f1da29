"""Standard output: aligned in terminal cells, marked at the right place, JSON with true text."""

import json
from datetime import UTC, date, datetime
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ledger.cli import output
from ledger.text.display import cells, show, show_line

ANY = st.text(max_size=20)


@given(st.lists(st.tuples(ANY, ANY, ANY), min_size=1, max_size=5))
@settings(max_examples=60, deadline=None)
def test_columns_start_at_one_cell_in_every_row(rows: list[tuple[str, str, str]]) -> None:
    shown = [[show_line(cell) for cell in row] for row in rows]
    first = max(cells(row[0]) for row in shown)
    for line, row in zip(output.columns(rows), shown, strict=True):
        assert show(line) == line
        head = row[0] + " " * (first - cells(row[0])) + output.GAP + row[1]
        assert line.startswith(head.rstrip())


@given(ANY, st.integers(0, 20), st.integers(0, 20))
@settings(max_examples=60, deadline=None)
def test_carets_never_outrun_the_text(text: str, start: int, length: int) -> None:
    span = (min(start, len(text)), min(start + length, len(text)))
    lines = list(output.marked("A  ", text, [span], 20))
    assert all(cells(line) <= 20 for line in lines)
    for above, line in pairwise(lines):
        if "^" not in text and "^" in line:
            assert len(line) <= cells(above)


@pytest.mark.parametrize(
    ("text", "spans", "below"),
    [
        ("from 3 to 5 %", [(5, 6), (10, 13)], "     ^    ^^^"),
        ("稅率12%", [(2, 5)], "    ^^^"),
        ("12%和12%", [(4, 7), (0, 3)], "^^^  ^^^"),
        ("90 of 100", [(0, 9), (6, 9)], "^^^^^^^^^"),
        ("90 of 100", [(0, 2), (0, 2)], "^^"),
        ("a\nb 5", [(4, 5)], "    ^"),
    ],
    ids=["two figures", "wide before", "wide between", "one inside another", "twice", "two lines"],
)
def test_carets_stand_under_their_spans(
    text: str, spans: list[tuple[int, int]], below: str
) -> None:
    assert list(output.marked("A  ", text, spans, 80))[1] == f"   {below}"


@pytest.mark.parametrize(
    ("text", "span", "lines"),
    [
        (
            "The ferry carries 90 people",
            (18, 20),
            ["A  The ferry ", "   carries 90 ", "           ^^", "   people"],
        ),
        (
            "渡輪載了九十人去小島",
            (4, 7),
            ["A  渡輪載了九", "           ^^", "   十人去小島", "   ^^^^"],
        ),
    ],
    ids=["between words", "between characters, a figure too"],
)
def test_a_long_text_takes_several_lines(
    text: str, span: tuple[int, int], lines: list[str]
) -> None:
    told = output.marked("A  ", text, [span], 14)
    assert [line.rstrip() for line in told] == [line.rstrip() for line in lines]


def test_a_text_without_spans_has_no_line_below() -> None:
    assert list(output.marked("A  ", "The ferry stops.", [], 80)) == ["A  The ferry stops."]


def test_days_and_instants_are_iso_8601() -> None:
    day, instant = date(2025, 12, 8), datetime(2025, 12, 8, 9, 30, tzinfo=UTC)
    assert output.plain({"day": day, "at": (instant,)}) == {
        "day": "2025-12-08",
        "at": ["2025-12-08T09:30:00+00:00"],
    }


def test_json_carries_the_true_text(capsys: pytest.CaptureFixture[str]) -> None:
    text = "\x1b[31m\u202e稅率\n"
    output.json_line({"text": text})
    printed = capsys.readouterr().out
    assert json.loads(printed)["text"] == text
    assert printed.count("\n") == 1


@given(ANY)
@settings(max_examples=60, deadline=None)
def test_a_paragraph_stays_behind_its_margin(text: str) -> None:
    lines: list[str] = []
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(output, "verbatim", lines.append)
        output.paragraph(text, "  ")
    assert all(line.startswith("  ") and show(line) == line for line in lines)
