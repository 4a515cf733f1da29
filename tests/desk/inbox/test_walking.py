"""Walking the inbox: every proposal at its place, runs corrected at once, missed words marked."""

from datetime import date

import pytest

from ledger.desk.desk import Desk
from ledger.desk.inbox.proposals import edit_all, inbox, propose, reject
from ledger.desk.inbox.proposing import store
from ledger.desk.inbox.walking import walk
from ledger.desk.references import parse
from ledger.desk.texts.extracting import Extracted
from ledger.desk.undoing import undo
from ledger.errors import InvalidField, NotFound, NotOpen
from ledger.extraction import extract
from tests.desk.ledgers import acts, content

PAGE = """渡輪減班

科倫港務局表示，10月渡輪載客量減少4%。\r
「防波堤長640公尺。」工程師艾達說。

The port office said repairs will cost 12 million euros. Rain is expected.
"""


@pytest.fixture
def filled(desk: Desk) -> Desk:
    """A page in the inbox."""
    day = date(2025, 12, 1)
    found = extract(PAGE, "Harbour Courier", day)
    store(desk, Extracted(PAGE, "渡輪減班", "Harbour Courier", day, None, tuple(found)))
    return desk


def test_every_proposal_stands_at_its_place_in_order(filled: Desk) -> None:
    (page,) = walk(filled)
    assert (page.ref, page.title, page.text) == ("D1", "渡輪減班", PAGE)
    assert [PAGE[spot.start : spot.end] for spot in page.spots] == [
        spot.view.text for spot in page.spots
    ]
    starts = [spot.start for spot in page.spots]
    assert starts == sorted(starts)
    assert len(starts) >= 2


def test_a_page_with_nothing_open_is_not_walked(filled: Desk) -> None:
    for view in inbox(filled):
        reject(filled, parse(view.ref))
    assert walk(filled) == ()


def test_a_run_is_corrected_in_one_act_and_one_undo(filled: Desk) -> None:
    before = walk(filled)
    refs = [parse(view.ref) for view in inbox(filled)]
    edit_all(filled, refs, speaker="Ada Quill", said_on=date(2025, 11, 30))
    assert {view.speaker for view in inbox(filled)} == {"Ada Quill"}
    assert {view.said_on_basis for view in inbox(filled)} == {"explicit"}
    assert acts(filled).count("edit") == 1
    undo(filled)
    assert walk(filled) == before


def test_one_that_was_decided_leaves_the_run_as_it_was(filled: Desk) -> None:
    refs = [parse(view.ref) for view in inbox(filled)]
    reject(filled, refs[-1])
    before = content(filled)
    with pytest.raises(NotOpen):
        edit_all(filled, refs, speaker="Ada Quill")
    assert content(filled) == before


def test_missed_words_are_proposed_without_the_space_around_them(filled: Desk) -> None:
    start = PAGE.index(" Rain")
    reference = propose(filled, parse("D1"), start, len(PAGE))
    marked = next(view for view in inbox(filled) if view.ref == str(reference))
    assert (marked.text, marked.outlet) == ("Rain is expected.", "Harbour Courier")
    assert marked.reasons == ("marked by hand",)


@pytest.mark.parametrize(
    ("start", "end"),
    [
        pytest.param(5, 5, id="nothing marked"),
        pytest.param(4, 6, id="only line breaks"),
    ],
)
def test_nothing_is_not_proposed(filled: Desk, start: int, end: int) -> None:
    with pytest.raises(InvalidField, match="mark the words"):
        propose(filled, parse("D1"), start, end)


def test_the_same_words_are_not_proposed_twice(filled: Desk) -> None:
    spot = walk(filled)[0].spots[0]
    with pytest.raises(InvalidField, match="proposed before"):
        propose(filled, parse("D1"), spot.start, spot.end)


def test_words_of_a_page_nobody_archived_cannot_be_proposed(filled: Desk) -> None:
    with pytest.raises(NotFound):
        propose(filled, parse("D9"), 0, 5)
