"""One character for each way of asking the same; what is asked about stays."""

import pytest

from ledger.matching.asking import asked_alike
from ledger.matching.letters import alike
from ledger.matching.lines import lines_of


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("怎么报税", "如何报税"),
        ("船为什么停驶", "船为啥停驶"),
        ("渡轮要等多久", "渡轮要等多长时间"),
        ("请问灯塔可以参观吗", "灯塔能不能参观"),
        ("港口有什么船", "港口有哪些船"),
    ],
)
def test_what_is_asked_in_two_ways_is_one(one: str, other: str) -> None:
    assert asked_alike(one) == asked_alike(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("怎么报税", "为什么报税"),  # to ask how is not to ask why
        ("渡轮多少钱", "渡轮要多久"),
        ("渡輪停駛", "渡輪復駛"),
    ],
)
def test_another_question_stays_another(one: str, other: str) -> None:
    assert asked_alike(one) != asked_alike(other)


def test_a_question_is_told_by_what_it_asks_about() -> None:
    found = alike(lines_of("鐵鍋怎麼除鏽", ["如何把鐵鍋上的鏽除掉", "鐵鍋怎麼清洗"]))
    assert found.of_query[0] > found.of_query[1]
