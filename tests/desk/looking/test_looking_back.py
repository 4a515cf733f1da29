"""As of a day: what was known and decided then, and nothing later, on both databases."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime, timedelta

import pytest

from ledger.desk.casework.assigning import assign
from ledger.desk.casework.deciding import decide, split
from ledger.desk.casework.merging import merge
from ledger.desk.casework.tending import add_note, rename
from ledger.desk.desk import Desk
from ledger.desk.looking.looking_back import as_of
from ledger.desk.names.naming import merge_names
from ledger.desk.references import Reference, parse
from ledger.desk.report.reporting import report_markdown
from ledger.desk.undoing import undo
from ledger.desk.upkeep.verifying import verify_ledger
from ledger.desk.verdicts.giving import give_verdict
from tests.desk.ledgers import content, record, record_new, rows
from tests.times import MORNING

X1 = Reference("conflict", 1)
FIRST = MORNING.date()

ACTS: list[Callable[[Desk], object]] = [
    lambda desk: record(desk, "The Tallow Bridge costs 40 million euros.", speaker="Ada Quill"),
    lambda desk: record(desk, "The Tallow Bridge costs 60 million euros.", "The Tideline"),
    lambda desk: record_new(desk, "The ferry sails at noon."),
    lambda desk: assign(desk, [X1], "bo"),
    lambda desk: decide(desk, X1, "a_holds", "seen the bill"),
    lambda desk: rename(desk, parse("C1"), "The price of the bridge"),
    lambda desk: give_verdict(
        desk, parse("C1"), scale="house", rating="Correct", evidence=["S1"], reason="the bill"
    ),
    lambda desk: record(
        desk, "It costs 90 million euros.", "Quay Wire", speaker="Bram Teller", claim="The price"
    ),
    lambda desk: merge(desk, parse("C1"), [parse("C3")]),
    lambda desk: merge_names(desk, "speaker", "Ada Quill", "Bram Teller"),
    undo,
    lambda desk: split(desk, parse("S2"), "another bridge"),
    lambda desk: add_note(desk, parse("C1"), "ask the port"),
    undo,
]


def on_day(desk: Desk, number: int) -> Desk:
    """The desk so many days after the first."""
    moment = MORNING + timedelta(days=number)
    return replace(desk, clock=lambda: moment)


@pytest.fixture
def told(desk: Desk) -> list[str]:
    """Every act on a day of its own; gives back the whole ledger as it was each evening."""
    evenings = []
    for number, act in enumerate(ACTS):
        act(on_day(desk, number))
        evenings.append(content(desk))
    return evenings


def test_every_day_is_as_it_was_that_evening(desk: Desk, told: list[str]) -> None:
    for number, evening in enumerate(told):
        with as_of(desk, FIRST + timedelta(days=number)) as past:
            assert content(past) == evening
            assert verify_ledger(past).entries == number + 1


def test_a_report_of_a_day_is_the_report_of_that_evening(desk: Desk) -> None:
    for number, act in enumerate(ACTS[:5]):
        act(on_day(desk, number))
    evening = report_markdown(desk)
    for number, act in enumerate(ACTS[5:], start=5):
        act(on_day(desk, number))
    with as_of(desk, FIRST + timedelta(days=4)) as past:
        assert report_markdown(past) == evening


@pytest.mark.parametrize("day", [date.min, FIRST - timedelta(days=1)])
def test_before_the_first_day_nothing_was_known(desk: Desk, told: list[str], day: date) -> None:
    assert told
    with as_of(desk, day) as past:
        assert not any(rows(past).values())


@pytest.mark.parametrize("day", [FIRST + timedelta(days=400), date.max])
def test_a_day_to_come_is_today(desk: Desk, told: list[str], day: date) -> None:
    with as_of(desk, day) as past:
        assert content(past) == told[-1]


def test_a_day_ends_at_midnight_and_not_before(desk: Desk) -> None:
    late = datetime.combine(FIRST, datetime.max.time(), MORNING.tzinfo)
    record(replace(desk, clock=lambda: late), "The pier is closed.")
    record(replace(desk, clock=lambda: late + timedelta(microseconds=1)), "The pier is shut.")
    with as_of(desk, FIRST) as past:
        assert [row["text"] for row in rows(past)["statement"]] == ["The pier is closed."]


def test_what_is_written_in_the_past_is_thrown_away(desk: Desk, told: list[str]) -> None:
    with as_of(desk, FIRST) as past:
        undo(past)
    assert content(desk) == told[-1]
