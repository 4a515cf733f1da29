"""The desk itself: sat down at a ledger, left again, with a clock and a name."""

from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from ledger.desk.desk import Desk
from ledger.desk.looking.showing import history
from ledger.desk.sitting import sit_down
from ledger.errors import AmbiguousDate, UnreadableDate
from ledger.store_errors import NoLedger
from tests.desk.ledgers import record


def test_sitting_down_makes_a_ledger_only_when_asked_to(tmp_path: Path) -> None:
    place = tmp_path / "news" / "ledger.db"
    with pytest.raises(NoLedger), sit_down(str(place), "mira"):
        pass
    assert not place.parent.exists()
    with sit_down(str(place), "mira", create=True) as desk:
        assert history(desk) == []
    assert place.exists()


def test_what_one_person_wrote_another_reads(database: str) -> None:
    with sit_down(database, "mira") as desk:
        record(desk, "It costs 40 million euros.")
    with sit_down(database, "jo") as desk:
        record(desk, "It costs 60 million euros.", "The Tideline")
        assert [entry.actor for entry in history(desk)] == ["jo", "mira"]


def test_a_desk_left_leaves_no_lock(tmp_path: Path) -> None:
    place = tmp_path / "ledger.db"
    with sit_down(str(place), "mira", create=True) as desk:
        record(desk, "It costs 40 million euros.")
    assert [path.name for path in tmp_path.iterdir()] == ["ledger.db"]


def test_an_instant_in_the_journal_is_the_clocks_own(desk: Desk) -> None:
    record(desk, "It costs 40 million euros.")
    (entry,) = history(desk)
    assert entry.at == datetime(2025, 12, 15, 9, 0, tzinfo=UTC).replace(second=entry.at.second)


def test_today_is_the_day_on_the_wall(desk: Desk) -> None:
    assert abs((desk.today() - date(2025, 12, 15)).days) <= 1


def test_a_typed_date_is_read_by_the_desks_own_day(desk: Desk) -> None:
    assert desk.day("14 Mar 2026") == date(2026, 3, 14)
    with pytest.raises(AmbiguousDate):
        desk.day("12/8")
    with pytest.raises(UnreadableDate):
        desk.day("someday")
