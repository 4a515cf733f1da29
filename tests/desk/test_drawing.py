"""Drawing: which figures of which statements share an axis."""

from ledger.desk.desk import Desk
from ledger.desk.drawing import Drawing, drawn
from tests.desk.statements import record


def draw(desk: Desk, *texts: str) -> Drawing | None:
    views = [record(desk, text, f"Outlet {n}").statement for n, text in enumerate(texts)]
    return drawn((view, ()) for view in views)


def test_units_that_measure_the_same_are_one_axis(desk: Desk) -> None:
    found = draw(desk, "The lead is 18 months.", "領先一年半。")
    assert found is not None
    assert (found.unit, [bar.ref for bar in found.bars]) == ("month", ["S1", "S2"])
    assert all(bar.low is not None and bar.low <= 18 <= (bar.high or 0) for bar in found.bars)


def test_the_unit_most_statements_share_is_drawn(desk: Desk) -> None:
    texts = ("It costs 4 million euros in 2 years.", "It takes 3 years.", "It takes 30 months.")
    found = draw(desk, *texts)
    assert found is not None
    assert (found.unit, len(found.bars)) == ("month", 3)


def test_bounds_stay_open(desk: Desk) -> None:
    found = draw(desk, "Over 95% is lost.", "Under 5% is lost.")
    assert found is not None
    assert found.bars[0].high is None
    assert [bar.text for bar in found.bars] == ["over 95 %", "under 5 %"]


def test_one_figure_alone_or_none_is_not_drawn(desk: Desk) -> None:
    assert draw(desk, "It costs 4 million euros.", "The heron has left.") is None


def test_only_figures_at_the_places_that_matter_are_drawn(desk: Desk) -> None:
    one = record(desk, "It takes 3 years, and the lead was 9 years.").statement
    two = record(desk, "It takes 5 years.", "The Tideline").statement
    place = one.text.index("9 years")
    found = drawn(((one, [(place, place + 7)]), (two, ())))
    assert found is not None
    assert found.bars[0].low == 8.5 * 12
