"""Forecasts: due days read and given, what came of them, and revisions that are no conflicts."""

from datetime import date

import pytest

from ledger.desk.casework.forecasting import forecasts, set_due, settle
from ledger.desk.desk import Desk
from ledger.desk.looking.showing import conflicts
from ledger.desk.references import parse
from ledger.desk.undoing import undo
from ledger.errors import NoDueDay, NotFound, ReasonRequired
from tests.desk.ledgers import content, entries, record

pytestmark = pytest.mark.databases("sqlite")

SAID = date(2024, 11, 5)
LATER = date(2025, 3, 3)
TODAY = date(2025, 12, 15)


@pytest.fixture
def foretold(desk: Desk) -> Desk:
    """S1 and S2 foretell 2025-Q1 and 2026; S3 foretells nothing."""
    record(
        desk, "The port will handle 5 million tonnes in the first quarter of 2025.", said_on=SAID
    )
    record(desk, "The port will handle 30 million tonnes in 2026.", "The Tideline", said_on=SAID)
    record(desk, "The pier is closed.", "The Tideline", said_on=SAID)
    return desk


def listed(desk: Desk, due_by: date | None = None) -> list[tuple[str, date, str | None]]:
    return [(f.statement.ref, f.due_on, f.outcome) for f in forecasts(desk, due_by=due_by)]


def test_what_is_said_of_the_future_falls_due_and_comes_back_as_work(foretold: Desk) -> None:
    assert listed(foretold) == [
        ("S1", date(2025, 3, 31), None),
        ("S2", date(2026, 12, 31), None),
    ]
    assert listed(foretold, TODAY) == [("S1", date(2025, 3, 31), None)]
    assert listed(foretold, date(2025, 3, 30)) == []


def test_a_settled_forecast_is_work_no_longer(foretold: Desk) -> None:
    settle(foretold, parse("S1"), "did_not", None, by=parse("S3"))
    assert listed(foretold, TODAY) == []
    (found,) = [f for f in forecasts(foretold) if f.statement.ref == "S1"]
    assert (found.outcome, found.settled_by) == ("did_not", "S3")
    undo(foretold)
    assert [ref for ref, _, _ in listed(foretold, TODAY)] == ["S1"]
    settle(foretold, parse("S1"), "partly", "half of it came")
    assert forecasts(foretold)[0].settled_by is None
    entries(foretold)


@pytest.mark.databases("sqlite", "postgresql")
def test_a_person_gives_a_day_and_moves_it(foretold: Desk) -> None:
    set_due(foretold, parse("S3"), date(2025, 6, 1))
    assert listed(foretold, TODAY) == [
        ("S1", date(2025, 3, 31), None),
        ("S3", date(2025, 6, 1), None),
    ]
    set_due(foretold, parse("S3"), date(2026, 6, 1))
    assert [ref for ref, _, _ in listed(foretold, TODAY)] == ["S1"]
    undo(foretold)
    assert ("S3", date(2025, 6, 1), None) in listed(foretold)
    undo(foretold)
    assert "S3" not in [ref for ref, _, _ in listed(foretold)]
    settle(foretold, parse("S2"), "cannot_tell", "the port closed")
    entries(foretold)


def test_what_cannot_be_settled_is_refused(foretold: Desk) -> None:
    before = content(foretold)
    with pytest.raises(NoDueDay, match="factledger due S3"):
        settle(foretold, parse("S3"), "came_true", "it did")
    with pytest.raises(ReasonRequired):
        settle(foretold, parse("S1"), "came_true", " ")
    with pytest.raises(NotFound):
        settle(foretold, parse("S1"), "came_true", None, by=parse("S9"))
    with pytest.raises(NotFound):
        set_due(foretold, parse("S9"), TODAY)
    assert content(foretold) == before


def test_a_later_forecast_of_one_voice_is_a_revision_and_no_conflict(desk: Desk) -> None:
    for day, tonnes in ((SAID, 30), (LATER, 40), (TODAY, 25)):
        text = f"The port will handle {tonnes} million tonnes in 2026."
        record(desk, text, speaker="Ada Quill", said_on=day)
    assert conflicts(desk) == []
    assert {found.code for found in conflicts(desk, noted=True)} == {"revision"}
    record(
        desk,
        "The port will handle 12 million tonnes in 2026.",
        "The Tideline",
        speaker="Bram Teller",
        said_on=TODAY,
    )
    assert conflicts(desk)


def test_a_forecast_taken_back_is_no_work(foretold: Desk) -> None:
    undo(foretold)
    undo(foretold)
    assert [ref for ref, _, _ in listed(foretold)] == ["S1"]
