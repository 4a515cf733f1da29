"""Looking things up: by reference, by words in any script, by state, and through the journal."""

from datetime import date
from typing import get_args

import pytest

from ledger.desk.casework.deciding import attach, decide, split
from ledger.desk.desk import Desk
from ledger.desk.inbox.proposals import accept
from ledger.desk.inbox.proposing import store
from ledger.desk.looking.documents import DocumentView
from ledger.desk.looking.showing import conflicts, find, history, show
from ledger.desk.looking.statement_views import StatementView
from ledger.desk.looking.views import ClaimView, ConflictView
from ledger.desk.references import Kind, Reference, parse
from ledger.desk.texts.extracting import extract_text
from ledger.desk.undoing import undo
from ledger.errors import NotFound
from tests.desk.ledgers import BRIDGE, COST, record, record_new


@pytest.fixture
def told(desk: Desk) -> Desk:
    """A ledger with two claims, four statements and an open conflict."""
    record(desk, "塔洛橋的造價是四千萬歐元。", "海灣日報", said_on="2025-12-03", topic="Bridge")
    record(desk, "The Tallow Bridge costs 60 million euros.", said_on="2025-12-01", ref="r2")
    record(desk, "The Tallow Bridge opens in May.", claim=BRIDGE, notes="from the harbour pages")
    record(desk, "It opens in May, Ada Quill said.", "The Tideline", claim=BRIDGE, speaker="川普")
    return desk


def test_a_statement_is_shown_as_written(told: Desk) -> None:
    found = show(told, parse("S4"))
    assert isinstance(found, StatementView)
    assert (found.text, found.outlet) == ("It opens in May, Ada Quill said.", "The Tideline")
    assert (found.speaker, found.claim, found.language) == ("川普", "C2", "en")


def test_a_claim_is_shown_with_its_statements_in_order_of_time(told: Desk) -> None:
    found = show(told, parse("C1"))
    assert isinstance(found, ClaimView)
    assert (found.wording, found.topic, found.origins) == (COST, "Bridge", 2)
    assert [statement.ref for statement in found.statements] == ["S2", "S1"]
    assert [conflict.ref for conflict in found.conflicts] == ["X1"]


def test_a_conflict_is_shown_with_both_sides_and_where_they_differ(told: Desk) -> None:
    found = show(told, parse("X1"))
    assert isinstance(found, ConflictView)
    assert (found.a.ref, found.b.ref, found.claim, found.wording) == ("S1", "S2", "C1", COST)
    assert "四千萬" in found.a.text[slice(*found.a_spans[0])]
    assert "60 million" in found.b.text[slice(*found.b_spans[0])]
    assert found.explanation


@pytest.mark.parametrize("written", ["S5", "C3", "X2", "D1", "Q1", "S999999999"])
def test_what_is_not_there_is_said_not_to_be_there(told: Desk, written: str) -> None:
    with pytest.raises(NotFound, match=written):
        show(told, parse(written))


@pytest.mark.parametrize(
    ("query", "claims"),
    [
        pytest.param("tallow bridge", ["C2", "C1"], id="newest first"),
        pytest.param("TALLOW", ["C2", "C1"], id="in capitals"),
        pytest.param("opening", ["C2"], id="by its stem"),
        pytest.param("造價", ["C1"], id="in Traditional Chinese"),
        pytest.param("造价", ["C1"], id="in Simplified Chinese"),
        pytest.param("harbour pages", ["C2"], id="in the notes"),
        pytest.param("tallow whale", [], id="every word must be there"),
        pytest.param("", ["C2", "C1"], id="no words"),
        pytest.param("the of and", [], id="words that say nothing"),
        pytest.param("' OR 1=1 --", [], id="SQL"),
    ],
)
def test_words_find_claims(told: Desk, query: str, claims: list[str]) -> None:
    assert [claim.ref for claim in find(told, query, 10)] == claims


def test_no_more_claims_are_found_than_asked_for(told: Desk) -> None:
    assert [claim.ref for claim in find(told, "tallow bridge", 1)] == ["C2"]
    assert find(told, "tallow bridge", 0) == []


def test_conflicts_are_listed_by_state(told: Desk) -> None:
    assert [found.ref for found in conflicts(told, open_only=True)] == ["X1"]
    decide(told, parse("X1"), "both_stand", None, "scope")
    assert conflicts(told, open_only=True) == []
    assert [(found.ref, found.state) for found in conflicts(told)] == [("X1", "decided")]


def test_history_is_newest_first_with_who_did_what(told: Desk) -> None:
    found = history(told)
    assert [entry.number for entry in found] == [4, 3, 2, 1]
    assert {(entry.act, entry.actor) for entry in found} == {("add", "mira")}
    assert found[0].summary == "S4 under C2"
    assert [entry.at for entry in found] == sorted((e.at for e in found), reverse=True)


@pytest.mark.parametrize(
    ("written", "acts"),
    [
        pytest.param("S2", ["undo", "split", "attach", "add"], id="a statement's filings"),
        pytest.param("S1", ["add"], id="a statement nobody touched"),
        pytest.param("X1", ["decide", "undo", "attach", "add"], id="a conflict"),
        pytest.param("C2", ["add"], id="a claim"),
        pytest.param("C3", ["undo", "split"], id="a claim that was taken back"),
    ],
)
def test_history_of_one_thing_tells_what_wrote_it(
    told: Desk, written: str, acts: list[str]
) -> None:
    attach(told, parse("S2"), parse("C2"))
    split(told, parse("S2"))
    undo(told)
    undo(told)
    decide(told, parse("X1"), "both_stand", None, "scope")
    found = [entry.act for entry in history(told, parse(written))]
    expected = acts if written != "S2" else ["undo", "undo", "split", "attach", "add"]
    assert found == expected


@pytest.mark.parametrize("kind", get_args(Kind))
def test_history_of_what_is_not_there_says_so(told: Desk, kind: Kind) -> None:
    with pytest.raises(NotFound):
        history(told, Reference(kind, 99))


def test_an_empty_ledger_shows_nothing(desk: Desk) -> None:
    assert (conflicts(desk), find(desk, "bridge", 10), history(desk)) == ([], [], [])


def test_a_new_claim_is_found_by_its_statement_in_another_script(desk: Desk) -> None:
    record_new(desk, "輝達在中國的市場份額約為九成。")
    assert [claim.ref for claim in find(desk, "辉达 市场份额", 10)] == ["C1"]


@pytest.mark.parametrize(
    ("text", "known", "figures"),
    [
        (
            "Two people familiar with the matter said it costs 40 million euros.",
            {"speaker": "Two people familiar with the matter"},
            ("EUR 40 million",),
        ),
        (
            "市長瓦登12日表示，工程耗資1500萬歐元。",
            {"speaker": "瓦登", "said_on": "2025-12-12"},
            ("EUR 15 million",),
        ),
        (
            "市長瓦登說，工程15日完工。",
            {"speaker": "瓦登", "said_on": "2025-12-12"},
            ("day 15 of the month",),
        ),
        ("Two people said it costs 40 million euros.", {}, ("2 people", "EUR 40 million")),
    ],
    ids=["who said it", "when it was said", "another day", "people told of"],
)
def test_who_said_it_and_when_are_no_figures_of_what_is_said(
    desk: Desk, text: str, known: dict[str, str], figures: tuple[str, ...]
) -> None:
    assert record(desk, text, **known).statement.figures == figures


def test_a_document_is_shown_with_what_was_filed_from_it_and_what_waits(desk: Desk) -> None:
    page = "The quay opens in May, Hanna Oost said.\nIt will cost 40 million euros, she said.\n"
    store(desk, extract_text(page, "Quay Post", date(2025, 12, 8), None))
    accept(desk, parse("P1"), None)
    found = show(desk, parse("D1"))
    assert isinstance(found, DocumentView)
    assert (found.outlet, found.published_on, found.text) == ("Quay Post", date(2025, 12, 8), page)
    assert (found.statements, found.proposals) == (("S1",), ("P2",))
    undo(desk)
    again = show(desk, parse("D1"))
    assert isinstance(again, DocumentView)
    assert (again.statements, again.proposals) == ((), ("P1", "P2"))
