"""The page as a reader gets it: golden bytes, outline, footnotes; no text changes its shape."""

from dataclasses import replace
from datetime import date
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from mdit_py_plugins.footnote import footnote_plugin

from ledger.report import Layout, ReportView, render
from ledger.report.view import (
    Claim,
    Conflict,
    Correction,
    Counts,
    Decision,
    Reading,
    Remark,
    Side,
    Source,
    Statement,
    Topic,
)

GOLDEN = Path(__file__).parents[2] / "fixtures" / "reports" / "sample.md"
PARSER = MarkdownIt("gfm-like").use(footnote_plugin)
DAY = date(2025, 12, 8)
EMPTY = ReportView(date(2025, 12, 1), "00ff", 0)


def outline(page: str) -> list[str]:
    """The headings, with as many marks as their level."""
    tokens = PARSER.parse(page)
    return [
        f"{opening.markup} {text.content}"
        for opening, text in pairwise(tokens)
        if opening.type == "heading_open"
    ]


def with_text_everywhere(text: str) -> ReportView:
    """A small report that holds one text in every field that takes text from outside."""
    source = Source(text, text, None, f"javascript:{text}", text)
    statement = Statement(text, text, source, text, text, None, text, (Reading(text, text),))
    bare = replace(statement, speaker=None, readings=())
    decision = Decision(date(2025, 12, 1), text, text, text, text, sides=(text, text), because=text)
    sides = (Side(statement, 1, ((0, 3),)), Side(bare))
    conflict = Conflict(text, text, text, "assigned", text, text, sides, (decision,), text)
    claim = Claim(
        text, text, (statement, bare), (Remark(text, text, (text, text), ((text, (text,)),)),)
    )
    correction = Correction(date(2025, 12, 1), text, 7, text)
    return ReportView(
        date(2025, 12, 1),
        text,
        1,
        conflicts=(conflict,),
        topics=(Topic(text, (claim,)),),
        decisions=(decision,),
        corrections=(correction,),
    )


def skeleton(page: str) -> list[str]:
    """Every block of the page but the lines of its quotations, and every span but text."""
    found, quoting = [], False
    for token in PARSER.parse(page):
        quoting = (quoting or token.type == "blockquote_open") and token.type != "blockquote_close"
        spans = {child.type for child in token.children or ()} - {"text", "hardbreak"}
        found += [*([] if quoting else [token.type]), *sorted(spans - {"footnote_anchor"})]
    return [each for each in found if not each.startswith("strong")]


def test_the_report_is_the_same_to_the_byte(sample: ReportView) -> None:
    assert render(sample).encode() == GOLDEN.read_bytes()


def test_the_outline_of_the_report() -> None:
    assert outline(GOLDEN.read_text("utf-8")) == [
        "# Who said what, and where sources differ",
        "## Summary",
        "## Conflicts",
        r"### X2: Whether the pier flooded \# (C2)",
        "### X1: What the bay bridge of Port Ellery will cost (C1)",
        "## Claims",
        "### Bridge",
        "#### What the bay bridge of Port Ellery will cost (C1)",
        "### Without a topic",
        r"#### Whether the pier flooded \# (C2)",
        "## Decisions and corrections",
        "### Decisions",
        "### Corrections",
        "## Sources",
    ]


def test_quotations_and_tables_of_the_report_parse() -> None:
    tokens = [token.type for token in PARSER.parse(GOLDEN.read_text("utf-8"))]
    assert tokens.count("blockquote_open") == 4, "both sides of two conflicts"
    assert tokens.count("table_open") == 2, "one table for each claim"
    assert tokens.count("tr_open") == 2 + 5, "two header rows, five statements"
    assert tokens.count("td_open") == 5 * 8, "no cell is split or lost"
    assert tokens.count("footnote_open") == 4, "a source cited twice has one footnote"


def test_footnotes_are_numbered_as_first_cited(sample: ReportView) -> None:
    page = render(sample)
    cited = [page.index(f"[^{number}]") for number in range(1, 5)]
    assert cited == sorted(cited)
    assert "[^5]" not in page


def test_an_empty_ledger_says_so_and_leaves_out_what_it_has_not() -> None:
    page = render(EMPTY)
    assert outline(page) == ["# Who said what, and where sources differ"]
    assert "There is no claim to report on." in page


@pytest.mark.parametrize(
    ("counts", "expected"),
    [
        pytest.param(Counts(claims=1, statements=1), "- 1 statement of 1 claim\n", id="one"),
        pytest.param(Counts(claims=2), "- 0 statements of 2 claims\n", id="none"),
        pytest.param(Counts(claims=9, statements=12000), "- 12,000 statements of", id="thousands"),
        pytest.param(
            Counts(claims=2, open_conflicts=1), "- 1 open conflict, 0 decided\n", id="conflicts"
        ),
        pytest.param(
            Counts(claims=2, single_origin=1), "- 1 claim with a single origin\n", id="one origin"
        ),
        pytest.param(Counts(claims=2, questions=3), "- 3 questions for a person\n", id="questions"),
    ],
)
def test_the_summary_counts_in_plain_english(counts: Counts, expected: str) -> None:
    assert expected in render(replace(EMPTY, counts=counts))


@pytest.mark.parametrize(
    ("decisions", "corrections", "expected"),
    [
        pytest.param(1, 0, ["### Decisions"], id="decisions alone"),
        pytest.param(0, 1, ["### Corrections"], id="corrections alone"),
        pytest.param(1, 1, ["### Decisions", "### Corrections"], id="both"),
    ],
)
def test_only_the_acts_there_are_get_a_heading(
    decisions: int, corrections: int, expected: list[str]
) -> None:
    decision = Decision(date(2025, 12, 1), "mei", "X1", "both_stand")
    correction = Correction(date(2025, 12, 2), "mei", 7, "X1: both stand")
    page = render(
        replace(EMPTY, decisions=(decision,) * decisions, corrections=(correction,) * corrections)
    )
    assert outline(page)[-len(expected) - 1 :] == ["## Decisions and corrections", *expected]
    assert_tidy(page)


@pytest.mark.parametrize(
    ("statement", "expected"),
    [
        pytest.param(
            Statement("S1", "x", Source("Bay", None, date(2025, 12, 9)), "Ana", "Wire", DAY),
            "S1, Ana, 8 December 2025, relayed from Wire, published by Bay on 9 December 2025[^1]",
            id="every step of the chain and both dates",
        ),
        pytest.param(
            Statement("S1", "x", Source("Bay", None, DAY), "Ana", None, DAY),
            "S1, Ana, 8 December 2025, published by Bay[^1]",
            id="one date when both are the same",
        ),
        pytest.param(
            Statement("S1", "x", Source("Bay", None, DAY), "Ana"),
            "S1, Ana, published by Bay on 8 December 2025[^1]",
            id="the day of publishing when nobody says when it was said",
        ),
        pytest.param(
            Statement("S1", "x", Source("Bay", None, DAY)),
            "S1, Bay in its own voice, published on 8 December 2025[^1]",
            id="the outlet's own words are not attributed twice",
        ),
        pytest.param(
            Statement("S1", "x", Source("Bay", None, DAY), "the company", nameless=True),
            "S1, the company (not named), published by Bay on 8 December 2025[^1]",
            id="words that fit anybody are no name",
        ),
        pytest.param(
            Statement("S1", "x", Source("Bay"), "Ana", language="zh-Hans"),
            "S1, Ana, undated, published by Bay, in Simplified Chinese[^1]",
            id="no date at all",
        ),
        pytest.param(
            Statement("S1", "x", Source("Bay"), "Ana", language="pt"),
            "S1, Ana, undated, published by Bay, in pt[^1]",
            id="a language without a name is given by its tag",
        ),
        pytest.param(
            Statement("S1", "x", Source("Bay", url="javascript:x")),
            "S1, Bay in its own voice, undated (javascript:x)[^1]",
            id="an address that is no web address is text",
        ),
    ],
)
def test_a_side_says_who_when_and_by_what_way(statement: Statement, expected: str) -> None:
    conflict = Conflict("X1", "C1", "x", "open", "polarity", "x", (Side(statement),))
    page = render(replace(EMPTY, conflicts=(conflict,)))
    assert f"\n{expected}, 1 origin on this side:\n\n> x\n" in page


@pytest.mark.parametrize(
    ("code", "expected"),
    [
        ("numeric_disjoint", "figures that do not meet (numeric\\_disjoint)"),
        ("unit_mismatch", "one number, two units (unit\\_mismatch)"),
        pytest.param("brand_new", "brand\\_new (brand\\_new)", id="a code without words"),
    ],
)
def test_a_code_stands_beside_its_words(code: str, expected: str) -> None:
    side = Side(Statement("S1", "x", Source("Bay")))
    conflict = Conflict("X1", "C1", "x", "assigned", code, "Why.", (side, side))
    page = render(replace(EMPTY, conflicts=(conflict,)))
    assert f"**Assigned**, {expected}. Why.\n" in page


def test_whoever_is_to_decide_is_named_while_it_is_theirs_to_decide() -> None:
    side = Side(Statement("S1", "x", Source("Bay")))
    theirs = Conflict("X1", "C1", "x", "assigned", "polarity", "Why.", (side, side), (), "*jo*")
    page = render(replace(EMPTY, conflicts=(theirs, replace(theirs, state="decided"))))
    assert "**Assigned** to \\*jo\\*, one side denies" in page
    assert "**Decided**, one side denies" in page


def test_ten_relays_of_one_story_are_one_origin() -> None:
    wire = Statement("S1", "The dam holds.", Source("Bay Wire"))
    claim = Claim("C1", "Whether the dam holds", (wire,) * 10)
    assert "10 statements, 1 origin." in render(replace(EMPTY, topics=(Topic("Dam", (claim,)),)))


def test_a_statement_that_contradicts_itself_stands_alone() -> None:
    side = Side(Statement("S1", "A third of 90 is 20.", Source("Bay Wire")), 1, ((2, 7), (17, 19)))
    conflict = Conflict(
        "X1", "C1", "A third", "open", "internal_arithmetic", "A third of 90 is 30.", (side,)
    )
    page = render(replace(EMPTY, conflicts=(conflict,)))
    assert "> A **third** of 90 is **20**." in page
    assert_tidy(page)


def test_a_footnote_is_no_link_definition_where_footnotes_are_unknown() -> None:
    claim = Claim("C1", "Dam", (Statement("S1", "The dam holds.", Source("Bay")),))
    page = render(replace(EMPTY, topics=(Topic("Dam", (claim,)),)))
    assert "<p>[^1]: Bay, undated</p>" in MarkdownIt("commonmark").render(page)


def test_a_template_that_prints_nothing_is_refused() -> None:
    with pytest.raises(TypeError):
        render(replace(EMPTY, ledger_hash=None))  # type: ignore[arg-type]


@settings(max_examples=60, deadline=None)
@given(
    text=st.text(min_size=1)
    | st.lists(
        st.sampled_from(
            (
                *(
                    "# ",
                    "- ",
                    "1. ",
                    "\n",
                    "\n\n",
                    "|",
                    "`",
                    "```",
                    "*",
                    "_",
                    "<b>",
                    "[x](y)",
                    "![",
                ),
                *("]", "[^1]", "[^1]: x", "https://x.example", "www.x.example", "\\", " ", "&lt;"),
                *("---", "===", "~~", "> ", "<!--", "{{ 1 }}", "!", "^", "%", "a", "。", "\u3000"),
            )
        ),
        min_size=1,
    ).map("".join)
)
def test_no_text_changes_the_shape_of_the_page(text: str) -> None:
    page = render(with_text_everywhere(text))
    assert skeleton(page) == skeleton(render(with_text_everywhere("x")))
    zh = Layout("zh-Hant")
    assert skeleton(render(with_text_everywhere(text), zh)) == skeleton(
        render(with_text_everywhere("x"), zh)
    )
    assert_tidy(page)


def assert_tidy(page: str) -> None:
    """Assert what a Markdown linter would: no spaces at line ends, no two blank lines, one end."""
    assert page.endswith("\n")
    assert page.encode().strip() + b"\n" == page.encode()
    assert "\n\n\n" not in page
    assert not [each for each in page.split("\n") if each != each.rstrip(" \t")]


def test_writing_is_told_as_it_goes() -> None:
    statement = Statement("S1", "Wet.", Source("Post", "Rain"))
    claim = Claim("C1", "Wet", (statement,) * 250)
    heard: list[tuple[str, int, int]] = []
    render(replace(EMPTY, topics=(Topic(None, (claim,)),)), None, lambda *at: heard.append(at))
    assert heard == [("writing", 100, 250), ("writing", 200, 250)]
