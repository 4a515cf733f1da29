"""Recording: one path for one statement and for many, and nothing twice."""

from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ledger.desk.desk import Desk
from ledger.desk.looking.showing import conflicts
from ledger.desk.statements.outcomes import Recording
from ledger.desk.statements.recording import record
from ledger.model import NewStatement
from tests.desk.ledgers import BRIDGE, COST, acts, content, entries, filed, rows, said

THREE = [
    said("The Tallow Bridge costs 40 million euros.", claim=COST),
    said("The Tallow Bridge costs 60 million euros.", "The Tideline", claim=COST),
    said("The Tallow Bridge opens in May.", "The Tideline", claim=BRIDGE, speaker="Ada Quill"),
]


def record_all(desk: Desk, fields: list[dict[str, Any]]) -> Recording:
    with desk.acting("test") as act:
        return record(act, [NewStatement.checked(row) for row in fields])


def test_one_by_one_and_all_at_once_lead_to_the_same_claims_and_conflicts(desk: Desk) -> None:
    together = record_all(desk, THREE)
    assert [row.filed.claim for row in together.rows] == [1, 1, 2]
    assert [row.statement for row in together.rows] == [1, 2, 3]
    assert together.conflicts == (1,)


def test_a_statement_added_later_is_compared_with_those_that_stand(desk: Desk) -> None:
    found = [record_all(desk, [row]) for row in THREE]
    assert [recording.conflicts for recording in found] == [(), (1,), ()]
    assert [recording.rows[0].filed.claim for recording in found] == [1, 1, 2]


def test_an_act_of_many_makes_one_entry(desk: Desk) -> None:
    record_all(desk, THREE)
    assert entries(desk) == 1


def test_recording_the_same_again_adds_nothing_and_writes_no_entry(desk: Desk) -> None:
    record_all(desk, THREE)
    before = content(desk)
    again = record_all(desk, THREE)
    assert again.added == 0
    assert [row.added for row in again.rows] == [False, False, False]
    assert [row.filed.claim for row in again.rows] == [1, 1, 2]
    assert content(desk) == before


def test_a_statement_twice_in_one_act_gets_one_row(desk: Desk) -> None:
    twice = record_all(desk, [THREE[0], THREE[0]])
    assert [row.statement for row in twice.rows] == [1, 1]
    assert twice.added == 1
    assert len(rows(desk)["statement"]) == 1


def test_an_act_that_mixes_old_and_new_adds_the_new(desk: Desk) -> None:
    record_all(desk, THREE[:2])
    mixed = record_all(desk, THREE)
    assert [row.added for row in mixed.rows] == [False, False, True]
    assert mixed.added == 1
    assert mixed.conflicts == ()


@pytest.mark.parametrize(
    ("field", "value"),
    [
        pytest.param("text", "The Tallow Bridge costs 41 million euros.", id="other words"),
        pytest.param("text", "The Tallow Bridge costs 40 million euros. ", id="one space more"),
        pytest.param("outlet", "The Tideline", id="other outlet"),
        pytest.param("speaker", "Ada Quill", id="somebody is named"),
        pytest.param("relayed_from", "Quay Wire", id="relayed"),
        pytest.param("said_on", date(2025, 12, 1), id="said on a day"),
        pytest.param("url", "https://example.org/1", id="stands at a link"),
        pytest.param("document", "Bridge bill", id="stands in a document"),
    ],
)
def test_what_makes_a_statement_another_one(desk: Desk, field: str, value: object) -> None:
    record_all(desk, [THREE[0]])
    assert record_all(desk, [{**THREE[0], field: value}]).added == 1


@pytest.mark.parametrize(
    ("field", "value"),
    [
        pytest.param("notes", "from the morning page", id="notes"),
        pytest.param("topic", "Bridges", id="topic"),
        pytest.param("claim", BRIDGE, id="claim"),
        pytest.param("ref", "r7", id="the importer's ref"),
        pytest.param("language", "de", id="language"),
    ],
)
def test_what_leaves_a_statement_the_same(desk: Desk, field: str, value: object) -> None:
    record_all(desk, [THREE[0]])
    before = content(desk)
    assert record_all(desk, [{**THREE[0], field: value}]).added == 0
    assert content(desk) == before


def test_the_words_are_kept_as_they_came(desk: Desk) -> None:
    text = "  “Ａ ｂｒｉｄｇｅ”\u200b costs\r\n４０ 萬\t元 e\u0301 "
    record_all(desk, [said(text)])
    assert rows(desk)["statement"][0]["text"] == text


def test_figures_are_filed_with_the_words_they_were_read_from(desk: Desk) -> None:
    record_all(desk, THREE[:1])
    figure = rows(desk)["quantity"][0]
    text = THREE[0]["text"]
    assert (figure["value"], figure["currency"]) == (40e6, "EUR")
    assert text[figure["start"] : figure["end"]] == figure["text"]


def test_a_document_is_entered_once(desk: Desk) -> None:
    page = {"url": "https://example.org/bridge", "document": "Bridge bill", "claim": COST}
    record_all(desk, [said("It costs 40 million.", **page), said("It opens in May.", **page)])
    record_all(desk, [said("The mayor waits.", **page)])
    assert len(rows(desk)["document"]) == 1
    assert {row["document_number"] for row in rows(desk)["statement"]} == {1}


def test_claims_named_alike_are_one_claim(desk: Desk) -> None:
    written = ["臺灣的橋 costs", "台湾的桥 COSTS", "臺灣的橋　ｃｏｓｔｓ"]
    record_all(desk, [said(f"words {n}", claim=claim) for n, claim in enumerate(written)])
    assert set(filed(desk).values()) == {1}
    assert rows(desk)["claim"][0]["wording"] == written[0]


def test_an_empty_act_writes_nothing(desk: Desk) -> None:
    nothing = record_all(desk, [])
    assert (len(nothing.rows), nothing.added, nothing.conflicts) == (0, 0, ())
    assert acts(desk) == []


def test_a_pair_within_one_claim_only_is_compared(desk: Desk) -> None:
    record_all(desk, [THREE[0], {**THREE[1], "claim": BRIDGE}])
    assert conflicts(desk, noted=True) == []


@given(st.permutations(THREE))
def test_an_id_comes_from_the_content_alone(order: list[dict[str, Any]]) -> None:
    ids = {NewStatement.checked(row).identity() for row in order}
    assert ids == {NewStatement.checked(row).identity() for row in THREE}
