"""Growth said as a multiple beside growth in percent, and left alone beside anything else."""

import pytest

from ledger.disagreement.statement.growth import alike
from ledger.disagreement.statement.prepared import prepared

CASES = [
    ("doubled", "sales doubled", "sales rose 50 percent", (80, 120)),
    ("halved", "sales halved", "sales fell 20 percent", (45, 55)),
    ("what is added", "營收增加兩倍", "營收增加五成", (170, 230)),
    ("what there is now", "sales rose threefold", "sales rose 50 percent", (170, 230)),
    ("a lower bound", "sales more than doubled", "sales rose 50 percent", (100, None)),
    ("added beside what there is now", "營收增加一倍", "營收翻倍", (80, 120)),
]


@pytest.mark.parametrize(
    ("text", "other", "ends"), [pytest.param(t, o, e, id=why) for why, t, o, e in CASES]
)
def test_a_multiple_is_growth_in_percent(
    text: str, other: str, ends: tuple[float, float | None]
) -> None:
    figure, _ = alike(prepared(text).figures[0], prepared(other).figures[0])
    assert figure.quantity.unit == "%"
    assert figure.low == pytest.approx(ends[0])
    assert figure.high == (None if ends[1] is None else pytest.approx(ends[1]))


@pytest.mark.parametrize("other", ["sales tripled", "the share is 50 percent", "300 seals"])
def test_beside_anything_else_it_stays_a_multiple(other: str) -> None:
    doubled = prepared("sales doubled").figures[0]
    assert alike(doubled, prepared(other).figures[0])[0] is doubled


def test_a_bounded_multiple_that_shrinks_stays_one() -> None:
    halved = prepared("sales halved").figures[0]
    bounded = halved._replace(quantity=halved.quantity._replace(comparator="<", low=0.0))
    assert alike(bounded, prepared("sales fell 60 percent").figures[0])[0] is bounded
