"""Words that stand for a figure, and phrases that only look like one."""

import pytest

from ledger.disagreement.acts.portions import portions
from ledger.disagreement.one_thing.one_event import Nearness, nearness
from ledger.disagreement.one_thing.replaced import replaced
from ledger.disagreement.statement.prepared import Prepared


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("A majority of the lifts ran", ["portion:most"]),
        ("The majority leader spoke", []),
        ("全數通過", ["portion:all"]),
        ("無人機升空", []),
        ("無人受傷", []),  # a figure, which is no word beside one
        ("The firm slid into the red", ["balance:red"]),
        ("公司轉虧為盈", ["balance:black"]),
    ],
)
def test_what_stands_for_a_figure(text: str, kinds: list[str]) -> None:
    assert [f"{cue.kind}:{cue.group}" for cue in Prepared(text).cues] == kinds


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        ("A majority of the lifts ran", 0.5, 1.0),
        ("Half of the lifts ran", 0.45, 0.55),
        ("38 percent of the lifts ran", 0.34, 0.42),
        ("Six of the 24 lifts ran", 0.25, 0.25),
        ("更新案以五比二獲通過", 0.714, 0.714),
    ],
)
def test_how_much_of_a_whole(text: str, low: float, high: float) -> None:
    (portion,) = portions(Prepared(text))
    assert (portion.low, portion.high) == pytest.approx((low, high), abs=0.01)


@pytest.mark.parametrize(
    ("a", "b", "expected"),
    [
        (
            "The ferry Santa Lucia sank off Calder on Monday with 40 people on board.",
            "Forty people were on board when the ferry Santa Lucia sank off Calder on Monday.",
            Nearness.EVENT,
        ),
        (
            "Thieves steal data of 2.6 million Arvena guests",
            "Arvena said that thieves had stolen data on guests of its hotels in three countries.",
            Nearness.EVENT,
        ),
        ("The ferry sank on Monday.", "The ferry sank on Tuesday.", Nearness.APART),
        ("青竹國小學生人數翻倍", "青竹國小五年來學生增加", Nearness.LIKELY),
    ],
)
def test_how_surely_two_texts_tell_of_one_event(a: str, b: str, expected: Nearness) -> None:
    assert nearness(Prepared(a), Prepared(b)) is expected
    assert nearness(Prepared(b), Prepared(a)) is expected


@pytest.mark.parametrize(
    ("a", "b", "both", "either"),
    [
        (
            "The minister said 60 percent of pupils in Calder passed the maths exam on Friday",
            "The minister said 70 percent of pupils in Calder passed the reading exam on Friday",
            1,
            1,
        ),
        (
            "Most Corvian households own a car, the Polex survey found",
            "Most Corvian households own an old car, the Polex survey found",
            0,
            1,
        ),
        ("Police said three people died", "Three deaths were reported by police", 0, 0),
    ],
)
def test_one_but_for_a_word(a: str, b: str, both: int, either: int) -> None:
    x, y = Prepared(a).passages[0], Prepared(b).passages[0]
    assert (replaced(x, y), replaced(x, y, or_added=True)) == (bool(both), bool(either))
