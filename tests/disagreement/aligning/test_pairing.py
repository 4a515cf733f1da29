"""Which figures are set against each other, and where both stand."""

import pytest

from ledger.disagreement import compare

CASES = [
    (
        "by what they measure, not by place",
        "The flood killed 12 and injured 40 people",
        "The flood injured 75 and killed 12 people",
        {("12", "12", "agree"), ("40", "75", "disagree")},
    ),
    (
        "the figure that meets comes first",
        "Turnout was 64% in the city and 41% outside",
        "Turnout was 64%",
        {("64%", "64%", "agree")},
    ),
    (
        "across languages",
        "毛利率為35%,營業利益率為20%",
        "The operating margin was 20% and the gross margin 35%",
        {("35%", "35%", "agree"), ("20%", "20%", "agree")},
    ),
]


@pytest.mark.parametrize(
    ("a", "b", "expected"), [pytest.param(a, b, e, id=why) for why, a, b, e in CASES]
)
def test_pairs(a: str, b: str, expected: set[tuple[str, str, str]]) -> None:
    found = compare(a, b).parts
    assert {(a[slice(*p.a)], b[slice(*p.b)], p.relation) for p in found} == expected


def test_no_figure_is_used_twice() -> None:
    found = compare("12 dead, 12 dead, 12 dead", "12 dead").parts
    assert len(found) == 1
