"""Drafts: kept for one person, outside the journal, until they are thrown away."""

import pytest

from ledger.desk.desk import Desk
from ledger.desk.drafts import discard, drafts, save
from tests.desk.ledgers import acts, content


def test_a_draft_is_kept_as_typed(desk: Desk) -> None:
    fields = {"text": " “Ｗords”\n\u202e[/b] \x1b[2J", "outlet": "霧港財經"}
    number = save(desk, fields)
    (kept,) = drafts(desk)
    assert (kept.number, kept.fields) == (number, fields)


def test_a_draft_kept_again_takes_the_place_of_the_first(desk: Desk) -> None:
    number = save(desk, {"text": "Half"})
    assert save(desk, {"text": "Half a sentence"}, number) == number
    assert [draft.fields["text"] for draft in drafts(desk)] == ["Half a sentence"]


def test_several_drafts_stand_newest_first(desk: Desk) -> None:
    for text in ("one", "two", "three"):
        save(desk, {"text": text})
    assert [draft.fields["text"] for draft in drafts(desk)] == ["three", "two", "one"]


@pytest.mark.parametrize(
    "fields",
    [
        pytest.param({}, id="no fields"),
        pytest.param({"text": " \n", "outlet": ""}, id="nothing but space"),
    ],
)
def test_an_empty_form_takes_no_drafts_place(desk: Desk, fields: dict[str, str]) -> None:
    number = save(desk, {"text": "a long draft"})
    save(desk, fields, number)
    assert [draft.fields["text"] for draft in drafts(desk)] == ["a long draft"]


def test_a_draft_is_its_writers_alone(desk: Desk) -> None:
    number = save(desk, {"text": "mira's"})
    jo = Desk(desk.store, "jo", desk.clock)
    assert drafts(jo) == []
    discard(jo, number)
    assert save(jo, {"text": "jo's"}, number) != number
    assert [draft.fields["text"] for draft in drafts(desk)] == ["mira's"]


def test_throwing_away_twice_is_no_fault(desk: Desk) -> None:
    number = save(desk, {"text": "Half"})
    discard(desk, number)
    discard(desk, number)
    assert drafts(desk) == []


def test_a_draft_thrown_away_elsewhere_is_kept_anew(desk: Desk) -> None:
    number = save(desk, {"text": "Half"})
    discard(desk, number)
    save(desk, {"text": "Half a sentence"}, number)
    assert len(drafts(desk)) == 1


def test_drafts_leave_no_mark_in_the_ledger(desk: Desk) -> None:
    before = content(desk)
    discard(desk, save(desk, {"text": "Half"}))
    save(desk, {"text": "Half"})
    assert acts(desk) == []
    assert content(desk) == before
