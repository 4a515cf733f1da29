"""What must make no difference: another unit, another way to write a number, spaces, length."""

from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ledger.disagreement import RELATIONS, Relation, compare, inconsistencies

FULL_WIDTH = str.maketrans("0123456789,.", "０１２３４５６７８９，．")

counts = st.integers(min_value=11, max_value=9_999).filter(lambda n: n % 10)
"""Counts written to the last digit, so that none of them is a round number."""
apart = st.sampled_from([1, 2, 3, 7])
"""How many times the other side's figure is this one: the same, or far from it."""


def _expected(times: int) -> str:
    return "agree" if times == 1 else "disagree"


WRITTEN: list[tuple[str, Callable[[int], str]]] = [
    ("plain", str),
    ("thousands parted", lambda n: f"{n:,}"),
    ("full width", lambda n: f"{n:,}".translate(FULL_WIDTH)),
    ("in units of ten thousand", lambda n: f"{n / 10_000:.4f}萬"),
]


@pytest.mark.parametrize("write", [pytest.param(w, id=why) for why, w in WRITTEN])
@settings(max_examples=30, deadline=None)
@given(counts, apart)
def test_how_a_number_is_written(write: Callable[[int], str], count: int, times: int) -> None:
    ours = f"瑪洛港動物園去年的門票收入為{write(count)}歐元"
    theirs = f"瑪洛港動物園去年的門票收入為{count * times}歐元"
    assert compare(ours, theirs).relation == _expected(times)


UNITS = [
    ("kilometres and metres", "The tunnel is {} km long", "The tunnel is {} metres long", 1_000),
    ("tonnes and kilograms", "The ship holds {} tonnes", "The ship holds {} kilograms", 1_000),
    ("公里 and metres", "隧道全長{}公里", "The tunnel is {} metres long", 1_000),
    ("percent and 成", "The market share is {}0%", "市占率為{}成", 1),
    ("hours and minutes", "The repair takes {} hours", "The repair takes {} minutes", 60),
]


@pytest.mark.parametrize(
    ("ours", "theirs", "factor"), [pytest.param(a, b, f, id=why) for why, a, b, f in UNITS]
)
@settings(max_examples=15, deadline=None)
@given(number=st.integers(min_value=2, max_value=4), times=st.sampled_from([1, 2]))
def test_which_unit_it_is_in(ours: str, theirs: str, factor: int, number: int, times: int) -> None:
    found = compare(ours.format(number), theirs.format(number * factor * times))
    assert found.relation == _expected(times)


PAIRS = [
    ("The ferry fire killed 14 people", "The ferry fire killed 19 people"),
    ("渡輪大火造成14人死亡", "渡輪大火造成19人死亡"),
    ("The council approved the tram budget", "The council rejected the tram budget"),
    ("Turnout was over 60%", "Turnout was 64%"),
    ("The fund owns 5% of the company.", "The fund owns 12% of its rival."),
    ("2026年中國將生產不到5%的AI晶片", "China will make 8% of AI chips in 2026"),
]
spaces = st.sampled_from([" ", "  ", "\u00a0", "\u3000", "\t", " \u200b"])


def _told(found: Relation) -> tuple[object, ...]:
    return found.relation, found.code, [part.code for part in found.parts]


@pytest.mark.parametrize(("a", "b"), PAIRS)
@settings(max_examples=20, deadline=None)
@given(space=spaces, ends=spaces)
def test_spaces(a: str, b: str, space: str, ends: str) -> None:
    spaced = ends + a.replace(" ", space) + ends
    assert _told(compare(spaced, b)) == _told(compare(a, b))


LONG = [
    ("digits", "9" * 1_000_000),
    ("億", "億" * 1_000_000),
    ("brackets", "(" * 1_000_000),
    ("negations", "not " * 250_000),
    ("figures", "5% " * 333_333),
    ("quotes", '"' * 999_999),
    ("conditions", "如果" * 500_000),
]


@pytest.mark.parametrize("text", [pytest.param(text, id=why) for why, text in LONG])
def test_a_line_of_a_million_characters(text: str) -> None:
    assert compare(text, f"{text}x").relation in set(RELATIONS.values())
    assert all(fault.code == "internal_arithmetic" for fault in inconsistencies(text))
