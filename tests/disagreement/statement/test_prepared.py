"""Texts made ready a block at a time: they are judged as they would be, and not kept for ever."""

import gc
import weakref

import pytest

from ledger.disagreement import Relation, compare
from ledger.disagreement.statement import prepared as room
from ledger.disagreement.statement.kept import MOST, kept
from ledger.disagreement.statement.prepared import Prepared, prepare, prepared

PAIRS = [
    ("The ferry fire killed 14 people", "The ferry fire killed 19 people"),
    ("It is a lead of about 18 months", "China is a year behind, said the minister"),
    ("The council approved the tram budget", "The council rejected the tram budget"),
    ("渡輪大火造成14人死亡", "渡輪大火造成19人死亡"),
    ("2026年中國將生產不到5%的AI晶片", "China will make 8% of AI chips in 2026"),
    ("", "\u200b"),
]


@pytest.fixture(autouse=True)
def _nothing_kept() -> None:
    room.KEPT.clear()


def _compared() -> list[Relation]:
    return [compare(a, b) for a, b in PAIRS]


def test_what_is_made_ready_is_judged_as_it_would_be_anyway() -> None:
    as_they_come = _compared()
    room.KEPT.clear()
    prepare(PAIRS)
    assert _compared() == as_they_come


def test_a_text_is_made_ready_once() -> None:
    prepare(PAIRS)
    first = prepared(PAIRS[0][0])
    prepare(PAIRS)
    assert prepared(PAIRS[0][0]) is first


def test_room_is_made_for_more(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(room, "MOST", 3)
    as_they_come = _compared()
    assert len(room.KEPT) <= 3
    for pair in PAIRS:
        prepare([pair])
        assert len(room.KEPT) <= 3
        assert {*pair} <= room.KEPT.keys()
    assert _compared() == as_they_come


def test_none_of_what_is_asked_next_is_forgotten(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(room, "MOST", 8)
    monkeypatch.setattr(room, "TOGETHER", 1)
    prepare(PAIRS[:2])
    prepare(PAIRS[2:5])
    assert {text for pair in PAIRS[2:5] for text in pair} <= room.KEPT.keys()


def test_a_text_keeps_no_more_than_needs_no_dictionary_of_its_own() -> None:
    names = {
        name
        for of in Prepared.__mro__
        for name, worked_out in vars(of).items()
        if isinstance(worked_out, kept)
    }
    assert len(names | vars(Prepared("")).keys()) <= MOST


def test_what_is_forgotten_leaves_nothing_to_the_collector() -> None:
    prepare(PAIRS)
    _compared()
    made = [weakref.ref(text) for text in room.KEPT.values()]
    gc.disable()
    try:
        room.KEPT.make_room(room.MOST + 1)
        assert not any(text() for text in made)
    finally:
        gc.enable()
