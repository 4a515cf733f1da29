"""Care of claims: wording, topic, notes, links."""

import pytest

from ledger.desk.casework.tending import Kind, add_note, link, rename, set_topic, unlink
from ledger.desk.desk import Desk
from ledger.desk.looking.showing import find
from ledger.desk.references import parse
from ledger.desk.undoing import redo, undo
from ledger.errors import InvalidField, NotFound, OneClaim
from tests.desk.ledgers import COST, claim, content, entries, record, record_new

pytestmark = pytest.mark.databases("sqlite")

HOSTILE = "[b]=1+1\x1b[31m\u202e `C1`\n# two"


@pytest.fixture
def bridge(desk: Desk) -> Desk:
    """A ledger with two claims."""
    record(desk, "The Tallow Bridge costs 40 million euros.")
    record_new(desk, "The ferry sails at noon.", "The Tideline")
    return desk


def test_a_renamed_claim_is_found_by_both_its_wordings(bridge: Desk) -> None:
    assert rename(bridge, parse("C1"), " The price \n of the quayside crossing ") == (
        "The price of the quayside crossing"
    )
    assert claim(bridge).wording == "The price of the quayside crossing"
    for words in ("quayside crossing", "Tallow Bridge"):
        assert [found.ref for found in find(bridge, words, 9)] == ["C1"]
    for number, wording in enumerate((COST, "the price of the QUAYSIDE crossing"), start=50):
        added = record(bridge, f"It costs {number} million.", claim=wording)
        assert added.statement.claim == "C1"


@pytest.mark.databases("sqlite", "postgresql")
def test_a_claim_is_renamed_there_and_back_and_there_again(bridge: Desk) -> None:
    for wording in ("The price", COST, "The price"):
        rename(bridge, parse("C1"), wording)
    undo(bridge)
    assert claim(bridge).wording == COST
    redo(bridge)
    assert claim(bridge).wording == "The price"
    entries(bridge)


def test_the_same_wording_again_is_no_act(bridge: Desk) -> None:
    length = entries(bridge)
    rename(bridge, parse("C1"), COST)
    set_topic(bridge, [parse("C1")], None)
    assert entries(bridge) == length


@pytest.mark.parametrize("topic", ["Bridges", "橋樑", HOSTILE, None, ""])
def test_a_topic_is_set_and_taken_away(bridge: Desk, topic: str | None) -> None:
    set_topic(bridge, [parse("C1")], "Ships")
    set_topic(bridge, [parse("C1")], topic)
    assert claim(bridge).topic == (topic or None)
    undo(bridge)
    assert claim(bridge).topic == "Ships"


@pytest.mark.databases("sqlite", "postgresql")
def test_notes_stand_beside_a_claim_in_order(bridge: Desk) -> None:
    for text in ("ask the port", HOSTILE):
        add_note(bridge, parse("C1"), text)
    assert [(note.text, note.actor) for note in claim(bridge).notes] == [
        ("ask the port", "mira"),
        (HOSTILE, "mira"),
    ]
    undo(bridge)
    assert [note.text for note in claim(bridge).notes] == ["ask the port"]
    entries(bridge)


@pytest.mark.parametrize(
    ("kind", "there", "back"),
    [
        ("complement", "complement", "complement"),
        ("same_event", "same_event", "same_event"),
        ("part_of", "has_part", "part_of"),
    ],
)
def test_a_link_is_seen_from_both_ends(bridge: Desk, kind: Kind, there: str, back: str) -> None:
    link(bridge, parse("C2"), parse("C1"), kind)
    assert [(found.kind, found.claim) for found in claim(bridge, "C1").links] == [(there, "C2")]
    assert [(found.kind, found.claim) for found in claim(bridge, "C2").links] == [(back, "C1")]


@pytest.mark.databases("sqlite", "postgresql")
def test_a_link_made_twice_is_one_and_is_taken_back(bridge: Desk) -> None:
    link(bridge, parse("C1"), parse("C2"), "complement")
    length = entries(bridge)
    link(bridge, parse("C2"), parse("C1"), "complement")
    assert entries(bridge) == length
    assert unlink(bridge, parse("C2"), parse("C1")) == 1
    assert claim(bridge).links == ()
    link(bridge, parse("C1"), parse("C2"), "complement")
    assert [found.claim for found in claim(bridge).links] == ["C2"]
    entries(bridge)


def test_what_is_not_there_or_says_nothing_is_refused(bridge: Desk) -> None:
    before = content(bridge)
    gone = parse("C9")
    for act in (
        lambda: rename(bridge, gone, "x"),
        lambda: set_topic(bridge, [gone], "x"),
        lambda: add_note(bridge, gone, "x"),
        lambda: link(bridge, parse("C1"), gone, "complement"),
        lambda: unlink(bridge, parse("C1"), gone),
    ):
        with pytest.raises(NotFound):
            act()
    for act in (
        lambda: rename(bridge, parse("C1"), " \n"),
        lambda: rename(bridge, parse("C1"), "x" * 3_000),
        lambda: set_topic(bridge, [parse("C1")], "x" * 400),
        lambda: add_note(bridge, parse("C1"), " "),
    ):
        with pytest.raises(InvalidField):
            act()
    with pytest.raises(OneClaim):
        link(bridge, parse("C1"), parse("C1"), "complement")
    assert content(bridge) == before
