"""The report's content: what is in the ledger, counted, ordered, filtered, and nothing else."""

import hashlib
import re
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest

from ledger.desk.casework.assigning import assign
from ledger.desk.casework.deciding import decide, split
from ledger.desk.casework.tending import rename
from ledger.desk.desk import Desk
from ledger.desk.inbox.proposals import accept
from ledger.desk.inbox.proposing import store
from ledger.desk.looking.showing import history
from ledger.desk.references import parse
from ledger.desk.report.parts import stated
from ledger.desk.report.reporting import Wanted, report, report_markdown, write_report
from ledger.desk.texts.extracting import extract_file
from ledger.desk.undoing import undo
from ledger.desk.verdicts.giving import give_verdict
from ledger.errors import NotFound, UnwritableFile
from ledger.matching import ATTACH_AT
from ledger.quantities import read
from tests.desk.ledgers import BRIDGE, COST, record, record_new
from tests.times import MORNING

pytestmark = pytest.mark.databases("sqlite")

EMPTY = "0" * 64


@pytest.fixture
def told(desk: Desk) -> Desk:
    """A ledger with a decided conflict, an open one, a relay, two topics and a correction."""
    record(
        desk,
        "The Tallow Bridge costs 40 million euros.",
        speaker="Ada Quill",
        said_on="2025-12-03",
        url="https://example.org/1",
        topic="Bridge",
    )
    record(
        desk,
        "The Tallow Bridge costs 60 million euros.",
        "The Tideline",
        said_on="2025-12-01",
        relayed_from="Quay Wire",
    )
    record(
        desk,
        "The Tallow Bridge will cost 60 million euros.",
        "Evening Post",
        said_on="2025-12-02",
        relayed_from="Quay Wire",
    )
    record(desk, "It opens in May.", "港務新聞", claim=BRIDGE, topic="Anchorage")
    record_new(desk, "The ferry sails at noon.")
    decide(desk, parse("X1"), "b_holds", "seen the bill")
    split(desk, parse("S3"), "other bridge")
    undo(desk)
    return desk  # fmt: skip


def headings(page: str, level: int) -> list[str]:
    return re.findall(rf"^{'#' * level} (.+)$", page, re.MULTILINE)


def section(page: str, name: str) -> str:
    """What stands under a heading, up to the next of its level."""
    _, _, after = page.partition(f"\n## {name}\n")
    return after.partition("\n## ")[0]


def test_an_empty_ledger_has_a_report(desk: Desk) -> None:
    page = report_markdown(desk)
    assert EMPTY in page
    assert page.endswith("\n\nThere is no claim to report on.\n")


def test_the_page_says_as_of_when_and_of_which_ledger(told: Desk) -> None:
    page = report_markdown(told)
    newest = history(told)[0]
    assert f"As of 15 December 2025. Ledger {newest.hash}, {newest.number} entries." in page


def test_as_of_is_the_day_of_the_last_act_and_not_of_the_look(told: Desk) -> None:
    later = Desk(told.store, "jo", lambda: datetime(2026, 3, 1, tzinfo=UTC))
    assert report_markdown(later) == report_markdown(told)


@pytest.mark.parametrize(
    "line",
    [
        "- 5 statements of 3 claims",
        "- 1 speaker, 4 outlets",
        "- 1 open conflict, 1 decided",
        "- 2 claims with a single origin",
        "- 0 questions for a person",
    ],
)
def test_the_summary_counts_what_is_on_the_page(told: Desk, line: str) -> None:
    assert line in section(report_markdown(told), "Summary").splitlines()


@pytest.mark.databases("sqlite", "postgresql")
def test_conflicts_that_want_a_person_come_before_decided_ones(told: Desk) -> None:
    conflicts = section(report_markdown(told), "Conflicts")
    assert [found[:2] for found in headings(conflicts, 3)] == ["X2", "X1"]
    assert conflicts.index("**Open**") < conflicts.index("**Decided**")


def test_who_is_to_decide_a_conflict_is_named(told: Desk) -> None:
    assign(told, [parse("X2", "conflict")], "jo")
    assert "**Assigned** to jo, " in section(report_markdown(told), "Conflicts")


def test_both_sides_of_a_conflict_stand_in_full(told: Desk) -> None:
    conflicts = section(report_markdown(told), "Conflicts")
    assert "> The Tallow Bridge costs **40 million euros**." in conflicts
    assert "> The Tallow Bridge will cost **60 million euros**." in conflicts
    assert "Ada Quill, 3 December 2025, published by Harbour Courier" in conflicts
    assert "relayed from Quay Wire" in conflicts
    assert "https://example.org/1" in conflicts


def test_the_sides_stand_in_the_order_the_sentence_names_them(desk: Desk) -> None:
    for outlet, cost in (("The Tideline", 40), ("Quay Post", 40), ("Fell Times", 70)):
        record(desk, f"The bridge costs {cost} million euros, {outlet} writes.", outlet)
    conflicts = section(report_markdown(desk), "Conflicts")
    assert "The Tideline says 40 million euros, Fell Times says 70 million euros" in conflicts
    assert re.findall(r"^(S\d+), ", conflicts, re.MULTILINE) == ["S1", "S2", "S3"]


@pytest.mark.databases("sqlite", "postgresql")
def test_topics_come_by_name_and_claims_without_one_last(told: Desk) -> None:
    claims = section(report_markdown(told), "Claims")
    assert headings(claims, 3) == ["Anchorage", "Bridge", "Without a topic"]


@pytest.mark.databases("sqlite", "postgresql")
def test_statements_of_a_claim_come_in_order_of_time(told: Desk) -> None:
    _, _, claim = section(report_markdown(told), "Claims").partition(f"#### {COST} (C1)")
    assert re.findall(r"^\| (S\d+)", claim.partition("####")[0], re.MULTILINE) == ["S2", "S3", "S1"]


def test_relays_of_one_wire_count_as_one_origin(told: Desk) -> None:
    claims = section(report_markdown(told), "Claims")
    assert "3 statements, 2 independent origins." in claims


def test_decisions_are_told_with_who_when_and_why(told: Desk) -> None:
    told_decisions = section(report_markdown(told), "Decisions and corrections")
    lines = [line for line in told_decisions.splitlines() if line.startswith("- ")]
    assert lines[0] == "- 15 December 2025, mira on X1: S2 holds. Reason: seen the bill"
    assert "other bridge" in lines[1]
    assert "superseded" in lines[1]
    assert "taken back" in lines[2]


def test_corrections_name_what_they_took_back(told: Desk) -> None:
    page = report_markdown(told)
    corrections = page[page.index("### Corrections") :]
    assert "entry 7" in corrections
    assert "mira" in corrections


def test_every_source_on_the_page_is_numbered_and_cited(told: Desk) -> None:
    page = report_markdown(told)
    cited = set(re.findall(r"\[\^(\d+)\](?!:)", page))
    assert cited == set(re.findall(r"^\[\^(\d+)\]:", page, re.MULTILINE))
    assert len(cited) == 5


def test_a_topic_leaves_everything_else_out(told: Desk) -> None:
    page = report_markdown(told, Wanted(topic="Anchorage"))
    assert "- 1 statement of 1 claim" in page
    assert "港務新聞" in page
    for other in ("Ada Quill published", "> The Tallow Bridge costs", "ferry"):
        assert other not in page


@pytest.mark.parametrize(
    ("written", "topics"),
    [
        pytest.param("road", {"Road"}, id="in another case, and nothing that only begins so"),
        pytest.param("Ro", {"Road", "Roads"}, id="the beginning"),
        pytest.param("交通经济", {"交通經濟"}, id="in the other script"),
        pytest.param("oad", set(), id="never a part in the middle"),
        pytest.param(" ", set(), id="nothing"),
    ],
)
def test_a_topic_is_found_as_people_write_it(desk: Desk, written: str, topics: set[str]) -> None:
    known = ("Road", "Roads", "交通經濟")
    for topic in known:
        record(desk, f"It is of {topic}.", claim=f"About {topic}", topic=topic)
    page = report_markdown(desk, Wanted(topic=written))
    assert {topic for topic in known if f"It is of {topic}." in page} == topics


def test_a_page_nothing_fits_says_so_and_tells_nothing_of_the_rest(told: Desk) -> None:
    page = report_markdown(told, Wanted(topic="Whales"))
    assert page.endswith("\n\nThere is no claim to report on.\n")


def test_a_part_of_the_ledger_tells_only_what_was_decided_about_it(told: Desk) -> None:
    ferry = report_markdown(told, Wanted(claims=frozenset({"C3"})))
    assert "Nothing has been decided or corrected." in ferry
    bridge = report_markdown(told, Wanted(topic="Bridge"))
    assert "mira on X1: S2 holds" in bridge


def test_a_claim_the_ledger_does_not_hold_is_refused(told: Desk) -> None:
    with pytest.raises(NotFound, match="C99"):
        report_markdown(told, Wanted(claims=frozenset({"C3", "C99"})))


def test_conflicts_only_leaves_quiet_claims_out(told: Desk) -> None:
    page = report_markdown(told, Wanted(conflicts_only=True))
    assert headings(section(page, "Conflicts"), 3) != []
    assert "- 3 statements of 1 claim" in page
    assert "ferry" not in page


def test_claims_named_are_the_only_ones_on_the_page(told: Desk) -> None:
    page = report_markdown(told, Wanted(claims=frozenset({"C3"})))
    assert "- 1 statement of 1 claim" in page
    assert "ferry" in page


def test_a_withdrawn_statement_leaves_the_page_and_the_correction_stays(desk: Desk) -> None:
    record(desk, "The Tallow Bridge costs 40 million euros.")
    record(desk, "The Tallow Bridge costs 60 million euros.", "The Tideline")
    undo(desk)
    page = report_markdown(desk)
    assert "- 1 statement of 1 claim" in page
    assert "60 million" not in page
    assert "### Corrections" in page


def test_looking_changes_nothing_and_gives_the_same_bytes(told: Desk) -> None:
    head = history(told)[0].hash
    assert report_markdown(told) == report_markdown(told)
    assert history(told)[0].hash == head


def test_a_page_is_written_whole_or_not_at_all(told: Desk, tmp_path: Path) -> None:
    page = report_markdown(told)
    write_report(tmp_path / "report.md", page)
    assert (tmp_path / "report.md").read_bytes() == page.encode()
    with pytest.raises(UnwritableFile):
        write_report(tmp_path / "nowhere" / "report.md", page)
    assert [path.name for path in tmp_path.glob("*.md")] == ["report.md"]


@pytest.mark.parametrize(
    ("wanted", "claims"),
    [
        pytest.param(Wanted(first=date(2025, 12, 1)), ["C1"], id="from a day"),
        pytest.param(Wanted(last=date(2025, 11, 30)), [], id="up to a day"),
        pytest.param(Wanted(first=date(2025, 12, 2), last=date(2025, 12, 2)), ["C1"], id="one day"),
        pytest.param(Wanted(state="decided"), ["C1"], id="a decided conflict"),
        pytest.param(Wanted(state="reopened"), [], id="no such state"),
        pytest.param(Wanted(since=MORNING.date()), ["C1", "C2", "C3"], id="since today"),
        pytest.param(Wanted(since=date(2026, 1, 1)), [], id="since a day to come"),
    ],
)
def test_a_page_holds_the_claims_asked_for(told: Desk, wanted: Wanted, claims: list[str]) -> None:
    page = report_markdown(told, wanted)
    found = headings(section(page, "Claims"), 4)
    assert sorted(heading[-3:-1] for heading in found) == claims


@pytest.mark.databases("sqlite", "postgresql")
def test_changes_are_told_whatever_a_clock_set_back_says(told: Desk) -> None:
    first = replace(told, clock=lambda: MORNING + timedelta(days=2))
    slow = replace(told, clock=lambda: MORNING - timedelta(days=1))
    for desk, pier in ((first, "west"), (slow, "east"), (first, "old")):
        record_new(desk, f"The {pier} pier is closed.")
    page = report_markdown(told, Wanted(since=MORNING.date() + timedelta(days=2)))
    changes = section(page, "Changes since 17 December 2025").strip().splitlines()
    assert len([line for line in changes if line.startswith("- ")]) == 3


def test_changes_are_told_since_a_day_and_no_earlier(told: Desk) -> None:
    later = replace(told, clock=lambda: MORNING + timedelta(days=2))
    rename(later, parse("C2"), "When it opens")
    undo(later)
    undo(later)
    page = report_markdown(told, Wanted(since=MORNING.date() + timedelta(days=1)))
    changes = section(page, "Changes since 16 December 2025").strip().splitlines()
    assert [line.split(", ")[2].partition(":")[0] for line in changes] == ["rename", "undo", "undo"]
    assert headings(section(page, "Claims"), 4) == [f"{BRIDGE} (C2)", f"{COST} (C1)"]
    corrections = section(page, "Decisions and corrections").split("### Corrections")[1]
    assert len(corrections.strip().splitlines()) == 2


def test_a_verdict_stands_under_its_claim(told: Desk) -> None:
    give_verdict(
        told, parse("C1"), scale="taiwan", rating="錯誤", evidence=["S1", "S2"], reason="看過帳單"
    )
    page = report_markdown(told)
    assert "**Verdict: 錯誤** (taiwan, 1 of 1–3), mira, 15 December 2025. 看過帳單" in page
    assert "- 1 verdict" in section(page, "Summary")


def test_an_archived_page_is_named_by_its_hash(desk: Desk, tmp_path: Path) -> None:
    path = tmp_path / "page.txt"
    path.write_text("The port said the pier cost 40 million euros in 2024.", encoding="utf-8")
    store(desk, extract_file(path, outlet="Quay Wire", url="https://example.org/quay"))
    accept(desk, parse("P1"))
    digest = hashlib.sha256(path.read_bytes()).hexdigest()
    assert f"archived copy {digest}" in section(report_markdown(desk), "Sources")


def test_the_method_names_the_thresholds(told: Desk) -> None:
    told_how = section(report(told, method=True).page, "Method")
    assert f"{ATTACH_AT:.2f}" in told_how
    assert "decided by one person" in told_how


def test_progress_is_told(told: Desk) -> None:
    heard: list[tuple[str, int, int]] = []
    report(told, progress=lambda *at: heard.append(at))
    assert [step for step in heard if step[1] == step[2]] == [("claims", 3, 3), ("conflicts", 2, 2)]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        pytest.param("Shares rose 240%.", "up 240 %", id="no source said 239.5 to 240.5"),
        pytest.param("領先約18個月。", "about 18 months", id="about"),
        pytest.param(
            "It holds nearly 2 million containers.",
            "nearly 2 million containers",
            id="nearly is below",
        ),
        pytest.param("It costs 25-30億美元.", "USD 2.5–3 billion", id="a range is what was said"),
        pytest.param("Over 95 % remain.", "over 95 %", id="a bound too"),
        pytest.param("Profit fell nearly 4%.", "down nearly 4 %", id="down"),
        pytest.param("On 5 December 2026 it opens.", "2026-12-05", id="a day"),
    ],
)
def test_a_figure_is_told_as_its_source_stated_it(text: str, told: str) -> None:
    assert [stated(quantity) for quantity in read(text)][:1] == [told]
