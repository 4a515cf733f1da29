"""Drawing: which figures of which statements share an axis."""

import pytest

from ledger.desk.desk import Desk
from ledger.desk.texts.comparing import relation, side_from
from ledger.desk.texts.drawing import Drawing, drawn, drawn_parts
from tests.desk.ledgers import record

pytestmark = pytest.mark.databases("sqlite")


def draw(desk: Desk, *texts: str) -> Drawing | None:
    views = [record(desk, text, f"Outlet {n}").statement for n, text in enumerate(texts)]
    return drawn((view, ()) for view in views)


def test_units_that_measure_the_same_are_one_axis(desk: Desk) -> None:
    found = draw(desk, "The lead is 18 months.", "領先一年半。")
    assert found is not None
    assert (found.unit, [bar.ref for bar in found.bars]) == ("months", ["S1", "S2"])
    assert all(bar.low is not None and bar.low <= 18 <= (bar.high or 0) for bar in found.bars)


def test_the_unit_most_statements_share_is_drawn(desk: Desk) -> None:
    texts = ("It costs 4 million euros in 2 years.", "It takes 3 years.", "It takes 30 months.")
    found = draw(desk, *texts)
    assert found is not None
    assert (found.unit, len(found.bars)) == ("months", 3)


def test_bounds_stay_open(desk: Desk) -> None:
    found = draw(desk, "Over 95% is lost.", "Under 5% is lost.")
    assert found is not None
    assert found.bars[0].high is None
    assert [bar.text for bar in found.bars] == ["over 95 %", "under 5 %"]


def test_opposite_directions_are_told_apart(desk: Desk) -> None:
    found = draw(desk, "Profit fell 4 percent.", "Profit rose 4 percent.")
    assert found is not None
    assert [bar.text for bar in found.bars] == ["down 4 %", "up 4 %"]


def test_one_figure_alone_or_none_is_not_drawn(desk: Desk) -> None:
    assert draw(desk, "It costs 4 million euros.", "The heron has left.") is None


def test_only_figures_at_the_places_that_matter_are_drawn(desk: Desk) -> None:
    one = record(desk, "It takes 3 years, and the lead was 9 years.").statement
    two = record(desk, "It takes 5 years.", "The Tideline").statement
    place = one.text.index("9 years")
    found = drawn(((one, [(place, place + 7)]), (two, ())))
    assert found is not None
    assert (found.unit, found.bars[0].low) == ("years", 8.5)


@pytest.mark.parametrize(
    ("a", "b", "unit"),
    [
        ("The bridge is 3.1 km long.", "大橋全長2.4公里。", "kilometers"),
        ("The bridge is 1,800 metres long.", "大橋全長2.4公里。", "meters"),
    ],
    ids=["the unit both are told in", "one that both convert to"],
)
def test_an_axis_is_in_the_unit_of_the_statements_where_they_share_one(
    desk: Desk, a: str, b: str, unit: str
) -> None:
    found = draw(desk, a, b)
    assert found is not None
    assert found.unit == unit


def test_counts_found_to_be_of_one_thing_are_one_axis_in_either_language() -> None:
    (found,) = parts(
        "The port of Corran will handle 1.9 million containers in 2025.",
        "科倫港2025年將處理190億個貨櫃。",
    )
    assert found.unit == "containers"
    assert [bar.low for bar in found.bars] == [1.85e6, 18.95e9]


def parts(a: str, b: str) -> list[Drawing]:
    return drawn_parts(a, b, relation(side_from(a), side_from(b)).parts)


def test_what_is_compared_is_drawn_on_one_axis_with_its_ends() -> None:
    (found,) = parts("2026年中國將生產不到5%的AI晶片", "China will make 8% of AI chips in 2026")
    under, exact = found.bars
    assert (found.unit, under.ref, exact.ref) == ("%", "A", "B")
    assert (under.high, under.high_closed) == (5, False)
    assert under.high is not None
    assert exact.low is not None
    assert under.high < exact.low


def test_what_is_of_two_things_or_in_two_units_is_not_drawn_on_one_axis() -> None:
    assert parts("The fund owns 5% of the company.", "The fund owns 12% of its rival.") == []
    assert parts("The fine is $90 million", "The fine is 90 million euros") == []
    assert parts("The bridge opened in 1998", "The bridge opened in 1989") == []


def test_what_a_multiple_adds_and_what_it_makes_are_drawn_apart() -> None:
    """增加到三倍 is 200 % more, 增加了三倍 300 %."""
    (found,) = parts("營收增加到三倍", "營收增加了三倍")
    to, by = found.bars
    assert found.unit == "%"
    assert to.high is not None
    assert by.low is not None
    assert to.high < by.low


def test_a_multiple_in_dispute_is_drawn_as_the_growth_it_is(desk: Desk) -> None:
    one = record(desk, "Exports doubled in May.").statement
    two = record(desk, "Exports rose 40% in May.", "The Tideline").statement
    found = drawn(((one, [(8, 15)]), (two, [(13, 16)])))
    assert found is not None
    assert [(bar.low, bar.high) for bar in found.bars] == [(80, 120), (39.5, 40.5)]
