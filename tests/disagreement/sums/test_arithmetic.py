"""Figures of one statement, or of two about one thing, that cannot all hold."""

import pytest

from ledger.disagreement import compare, inconsistencies

FAULTY = [
    (
        "a margin against profit and revenue",
        "Revenue was $104 million, operating profit $3.59 million and the operating margin 35%",
    ),
    ("the same in Chinese", "營收104億元,營業利益3.59億元,營業利益率35%"),
    ("operating above gross margin", "毛利率20%,營業利益率35%"),
    (
        "operating above gross margin in English",
        "The gross margin was 20% and the operating margin 35%",
    ),
    ("a part of a whole", "30 of 104 members voted, or 45%"),
    ("a part of a whole in Chinese", "104名議員中有30人投票,占45%"),
    (
        "a change that is not the difference",
        "The rate fell from 24% to 19%, by 8 percentage points",
    ),
    ("a change in Chinese", "稅率由24%降至19%,下降8個百分點"),
    ("a part above its whole", "The yard sold 20 ships, of which 25 were new."),
    ("a part above its whole in Chinese", "船廠售出20艘船,其中25艘是新船。"),
    ("men and women above all", "Of the 120 dead, 70 were men and 60 were women."),
    ("men and women above all in Chinese", "120名死者,其中70名為男性,60名為女性。"),
    (
        "shares of one market above all of it",
        "Harrow has a 60% market share and Quill a market share of 55%.",
    ),
    ("a total that is none", "The first ship carried 30 people, the second 50, 90 in total."),
    ("a total that is none in Chinese", "東碼頭有30艘船,西碼頭有50艘船,合計90艘船。"),
]

SOUND = [
    (
        "a margin that fits",
        "Revenue was $104 million, operating profit $3.59 million and the operating margin 3.5%",
    ),
    ("a margin that fits, rounded", "營收104億元,營業利益3.59億元,營業利益率3%"),
    ("gross above operating margin", "毛利率35%,營業利益率20%"),
    ("a part of a whole", "30 of 104 members voted, or 29%"),
    ("a part of a whole in Chinese", "104名議員中有30人投票,占29%"),
    ("a change that is the difference", "The rate fell from 24% to 19%, by 5 percentage points"),
    ("a change in Chinese", "稅率由24%降至19%,下降5個百分點"),
    ("a change in percent of its start", "Sales fell from 200 units to 150 units, down 25%"),
    ("parts that make the whole", "Of the 120 dead, 70 were men and 50 were women."),
    ("parts that may overlap", "Of the 120 dead, 70 were women and 60 were teachers."),
    ("parts that leave a rest", "120名死者,其中70名為男性。"),
    (
        "shares that leave some of the market",
        "Harrow has a 60% market share and Quill a market share of 35%.",
    ),
    ("shares of two markets", "Harrow has a 60% market share, and here a market share of 55%."),
    ("a total that is one", "東碼頭有30艘船,西碼頭有50艘船,合計80艘船。"),
    ("a total of something else", "30 ships and 50 trains, a total of 9 crashes."),
    ("other figures beside a whole", "120 people died, including 12 in Velmora, and 300 fled."),
    ("rounded ends", "由1.35%降至1.20%,下滑0.15個百分點"),
    ("other years", "2024年毛利率20%,2025年營業利益率35%"),
    ("one of the parts, and its size", "跑道有2個洞,其中之一是長20、寬20、深5公分。"),
    ("so many times as likely", "這類店員得病的風險是常人的2.5倍,其中夜班店員是4.7倍。"),
    ("things of two sorts", "5款醬油在3家分店販售,目前總計下架1,465盒。"),
    ("no figures", "Nothing to count here"),
]


@pytest.mark.parametrize("text", [pytest.param(text, id=why) for why, text in FAULTY])
def test_what_cannot_all_hold(text: str) -> None:
    (fault, *_) = inconsistencies(text)
    assert (fault.relation, fault.code) == ("disagree", "internal_arithmetic")
    (part,) = fault.parts
    assert part.a != part.b


@pytest.mark.parametrize("text", [pytest.param(text, id=why) for why, text in SOUND])
def test_what_can(text: str) -> None:
    assert inconsistencies(text) == ()


def test_two_statements_of_one_report() -> None:
    profit = "2025年前三季營業利益率35%,營業利益3.59億元"
    revenue = "2025年前三季營收達104億元"
    found = compare(profit, revenue)
    assert (found.relation, found.code) == ("disagree", "internal_arithmetic")


def test_two_statements_of_other_periods() -> None:
    profit = "2025年前三季營業利益率35%,營業利益3.59億元"
    assert compare(profit, "2024年營收達104億元").relation != "disagree"
