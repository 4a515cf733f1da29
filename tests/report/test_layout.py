"""Verdicts, timelines, changes, method, other languages, house templates; a linter reads it all."""

import re
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from markdown_it import MarkdownIt
from pymarkdown.api import PyMarkdownApi

from ledger.desk.casework.because import BECAUSE
from ledger.errors import BadTemplate
from ledger.report import LANGUAGES, Layout, ReportView, render
from ledger.report.language import _words, headings
from ledger.report.markdown import mermaid
from ledger.report.view import (
    Change,
    Claim,
    Conflict,
    Correction,
    Counts,
    Decision,
    Evidence,
    Method,
    Reading,
    Remark,
    Side,
    Source,
    Stale,
    Statement,
    Topic,
    Verdict,
)

HOSTILE = "``` x: y; #1 <b>[z](javascript:a)\n\x1b[31m\u202e| end"
ACTS = [key.removeprefix("act-") for key in _words() if key.startswith("act-")]
ANSWERS = [key.removeprefix("answer-") for key in _words() if key.startswith("answer-")]
LAYOUTS = [Layout(lang) for lang in LANGUAGES]


def statement(number: int, value: str, day: date | None = None) -> Statement:
    source = Source("Harbour Post", None, date(2025, 12, number))
    readings = (Reading(value),)
    return Statement(f"S{number}", "words", source, said_on=day, readings=readings)


def with_claim(sample: ReportView, claim: Claim) -> ReportView:
    return replace(sample, topics=(Topic("Ferries", (claim,)),))


@pytest.fixture
def full(sample: ReportView) -> ReportView:
    """The sample with every section there is, hostile text in the new ones."""
    verdict = Verdict(
        "部分錯誤",
        "taiwan",
        "mei",
        date(2025, 12, 11),
        HOSTILE,
        ("2", "1", "3"),
        (Evidence("S1"), Evidence(None, "https://a.example/1", "ab" * 32), Evidence(None, HOSTILE)),
        (Stale("moved", ("S1", "C9")),),
    )
    claim = sample.topics[0].claims[0]
    topics = (
        replace(sample.topics[0], claims=(replace(claim, verdicts=(verdict,)),)),
        *sample.topics[1:],
    )
    return replace(
        sample,
        topics=topics,
        counts=replace(sample.counts, verdicts=1),
        since=date(2025, 12, 10),
        changes=(Change(date(2025, 12, 11), "mei", "verdict", HOSTILE),),
        method=Method("1.2.3", 1, "0.98", "0.50", second_reader=True),
    )


@pytest.mark.parametrize("layout", LAYOUTS, ids=LANGUAGES)
def test_a_linter_finds_nothing_to_say(full: ReportView, layout: Layout, tmp_path: Path) -> None:
    page = tmp_path / "page.md"
    page.write_text(render(full, layout), encoding="utf-8")
    linter = PyMarkdownApi()
    for rule in ("md013", "md024", "md036"):  # long lines, headings alike, bold lines
        linter.disable_rule_by_identifier(rule)
    linter.enable_extension_by_identifier("markdown-tables")
    linter.set_boolean_property("extensions.markdown-tables.enabled", property_value=True)
    found = linter.scan_path(str(page))
    assert found.pragma_errors == []
    assert [f"{f.line_number} {f.rule_id} {f.rule_description}" for f in found.scan_failures] == []


@pytest.mark.parametrize("layout", LAYOUTS, ids=LANGUAGES)
def test_headings_speak_the_language_asked_for(full: ReportView, layout: Layout) -> None:
    page = render(full, layout)
    for key in ("summary", "claims", "conflicts", "verdict", "changes", "method", "sources"):
        assert headings()[key][layout.lang].replace("{}", "").strip() in page
    if layout.lang != "en":
        assert "## Summary" not in page
        assert "| Statement |" not in page


def test_every_heading_is_there_in_every_language() -> None:
    rows = {**headings(), **_words()}.items()
    missing = [(key, lang) for key, row in rows for lang in LANGUAGES if not row[lang]]
    assert missing == [("gap", "zh-Hant"), ("gap", "zh-Hans")]  # no space after a full stop
    places = {key: {row[lang].count("{}") for lang in LANGUAGES} for key, row in rows}
    assert {key for key, counts in places.items() if len(counts) > 1} == set()


def test_a_verdict_says_what_it_rests_on_and_what_changed(full: ReportView) -> None:
    page = render(full)
    assert "**Verdict: 部分錯誤** (taiwan, 2 of 1–3), mei, 11 December 2025." in page
    assert "- S1\n" in page
    assert f"- link, <https://a.example/1>, archived copy {'ab' * 32}" in page
    assert "Stale: S1 was moved to C9." in page
    assert "\x1b" not in page
    assert "\u202e" not in page


@pytest.mark.parametrize("values", [2, 3, 5])
def test_three_values_or_more_are_a_timeline(sample: ReportView, values: int) -> None:
    said = tuple(
        statement(n, f"{n}0 months", date(2025, 12, 9 + n // 2)) for n in range(1, values + 1)
    )
    page = render(with_claim(sample, Claim("C1", "How long", said)))
    fences = [t for t in MarkdownIt().parse(page) if t.type == "fence"]
    assert [fence.info for fence in fences] == (["mermaid"] if values >= 3 else [])
    if values == 3:
        assert fences[0].content.splitlines() == [
            "timeline",
            "    2025-12-09 : 10 months (S1)",
            "    2025-12-10 : 20 months (S2) : 30 months (S3)",
        ]
    for number in range(1, values + 1):
        assert f"| {number}0 months |" in page


def test_a_diagram_holds_no_text_that_acts(sample: ReportView) -> None:
    said = tuple(statement(n, HOSTILE, date(2025, 12, n)) for n in (1, 2, 3))
    page = render(with_claim(sample, Claim("C1", "How long", said)))
    (fence,) = [t for t in MarkdownIt().parse(page) if t.type == "fence"]
    for row in fence.content.splitlines()[1:]:
        assert row.count(":") == 1
        assert not set(row) & set("`#;<>[]|")
    assert mermaid("::;") == "–"
    assert mermaid("16.2–19.8 months, €5") == "16.2–19.8 months, €5"


def test_changes_and_method_are_told_when_asked_for(full: ReportView, sample: ReportView) -> None:
    assert "## Changes since 10 December 2025" in render(full)
    assert "## Method" in render(full)
    assert "blind to each other" in render(full)
    nothing = render(replace(full, changes=()))
    assert "Nothing was done since then." in nothing
    assert "## Method" not in render(sample)
    assert "## Changes" not in render(sample)


def test_a_house_has_a_template_of_its_own(sample: ReportView) -> None:
    wording = "{{ view.topics[0].claims[0].wording }}"
    own = "# {{ view.as_of | day }}\n\n" + wording + "\n\n{% include 'summary.md.j2' %}"
    page = render(sample, Layout(template=own))
    assert page.startswith("# 12 December 2025\n")
    assert "## Summary" in page
    assert page.endswith("\n")


@pytest.mark.parametrize(
    ("template", "fault"),
    [
        ("{% for %}", "line 1"),
        ("{{ nobody }}", "nobody"),
        ("{{ view.topics.__class__.__mro__ }}", "unsafe|__class__"),
        ("{{ ''.__class__ }}", "unsafe|__class__"),
        ("{{ cited.clear() }}", "unsafe"),
        ("{% include '../../../etc/passwd' %}", "passwd"),
        ("{{ range(10000000) | list }}", "too big|Range"),
        ("{{ 1 / 0 }}", "division"),
        ("{{ 1e999 }}", "inf"),
        ("{{ none }}", "cannot print"),
        ("{{ h('nothing') }}", "nothing"),
    ],
)
def test_a_template_reaches_nothing_but_the_page(
    sample: ReportView, template: str, fault: str
) -> None:
    with pytest.raises(BadTemplate, match=fault):
        render(sample, Layout(template=template))


@pytest.mark.parametrize("lang", ["zh-Hant", "zh-Hans"])
def test_nothing_of_ours_is_left_in_english(lang: str) -> None:
    """Where all that comes from outside is Chinese, only codes and names of ours are Latin."""
    post = Source("灣報", "大橋", date(2025, 12, 9), "https://a.example/1", "ab" * 32)
    first = Statement(
        "S1", "大橋耗資四十億元。", post, "市長", "灣區社", date(2025, 12, 8), "zh-Hant"
    )
    second = Statement("S2", "大橋耗資五十億元。", Source("潮報"), None, None, None, "zh-Hans")
    answers = [
        Decision(
            date(2025, 12, 9),
            "美",
            "X1",
            answer,
            "量過",
            superseded=True,
            because=kind,
            imported_by="文",
        )
        for answer, kind in (*((a, None) for a in ANSWERS), *(("both_stand", k) for k in BECAUSE))
    ]
    sides = (Side(first, 1, ((4, 8),)), Side(second, 2, ((4, 8),)))
    conflicts = tuple(
        Conflict(
            "X1", "C1", "大橋的造價", state, "polarity", "not shown", sides, tuple(answers), "美"
        )
        for state in ("open", "assigned", "decided", "reopened")
    )
    verdict = Verdict(
        *("錯誤", "台灣", "美", date(2025, 12, 9), "量過", ("1", "1", "3")),
        (Evidence(None, "https://a.example/1", "ab" * 32), Evidence("S1")),
        tuple(Stale(kind, ("S1", "C2")) for kind in ("moved", "archived", "open")),
    )
    remark = Remark("revision", "not shown", ("S1", "S2"), (("S1", ("四十億元",)),))
    claim = Claim("C1", "大橋的造價", (first, second), (remark,), (verdict,))
    page = render(
        ReportView(
            *(date(2025, 12, 12), "ab" * 32, 9),
            counts=Counts(verdicts=1),
            conflicts=conflicts,
            topics=(Topic(None, (claim,)),),
            decisions=tuple(answers),
            corrections=(Correction(date(2025, 12, 9), "美", 7, "決定"),),
            since=date(2025, 12, 9),
            changes=tuple(Change(date(2025, 12, 9), "美", act, "決定") for act in ACTS),
            method=Method("1.2.3", 1, "0.98", "0.50", second_reader=True),
        ),
        Layout(lang),
    )
    codes = {"polarity", "revision", "https", "example", "factledger", "SHA", "ab" * 32}
    assert set(re.findall("[A-Za-z]{2,}", page)) <= codes
    assert "S1：「四十億元」；S2：「五十億元」。" in page
    assert "> 大橋耗資**四十億元**。" in page


@pytest.mark.parametrize(
    ("value", "about", "hant", "hans"),
    [
        ("16.2–19.8 months", "8 December 2025", "16.2–19.8 個月 | 2025年12月8日", "个月 | 2025年"),
        ("at least USD 2.5 billion", "Q3 2025", "至少 USD 25 億 | 2025年第3季", "2025年第3季度"),
        ("about CNY 310 billion", "x", "約 CNY 3,100 億 | x", "约 CNY 3,100 亿"),
        ("day 15 of the month", "8 December", "15日 | 12月8日", "15日"),
        ("1.2–1.5 million people", "x", "120–150 萬 人", "120–150 万 人"),
        ("999 million–1 trillion", "x", "9.99 億–1 兆", "9.99 亿–1 万亿"),
        ("over 95 %", "last year to March 2026", "超過 95 % | 去年 至 2026年3月", "超过 95 %"),
        ("down about 4 %", "x", "下降 約 4 % | x", "下降 约 4 %"),
        ("risen to 5.2 %", "x", "升至 5.2 % | x", "升至 5.2 %"),
        ("5 daybeds", "x", "5 daybeds | x", "5 daybeds | x"),
    ],
)
def test_figures_and_periods_are_worded_in_the_language(
    sample: ReportView, value: str, about: str, hant: str, hans: str
) -> None:
    source = Source("灣報", None, date(2025, 12, 1))
    said = Statement("S1", "橋", source, readings=(Reading(value, about),))
    claim = with_claim(sample, Claim("C1", "橋", (said,)))
    for lang, words in (("zh-Hant", hant), ("zh-Hans", hans), ("en", value)):
        row = next(r for r in render(claim, Layout(lang)).splitlines() if r.startswith("| S1"))
        cells = row.split(" | ")
        assert words in f"{cells[1]} | {cells[6]}"
