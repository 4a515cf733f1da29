"""Likeness letter by letter: whole, partial, none; rare letters count more."""

import pytest

from ledger.matching.glance import glance
from ledger.matching.letters import likeness


def _likeness(query: str, *pool: str) -> list[tuple[float, float]]:
    return likeness(glance(query).grams, [glance(text).grams for text in pool])


def test_equal_wordings_are_wholly_alike_and_strangers_not_at_all() -> None:
    assert _likeness("vaccination", "vaccination", "ferry") == [(1.0, 1.0), (0.0, 0.0)]


def test_another_form_of_a_word_is_partly_alike() -> None:
    (of_query, of_both), _ = _likeness("vaccinating", "vaccinations", "ferry")
    assert 0.5 < of_query < 1
    assert 0 < of_both < of_query


def test_what_all_have_in_common_tells_none_apart() -> None:
    ferry, harbour = _likeness("馬洛港渡輪", *["馬洛港"] * 40, "渡輪")[-2:]
    assert harbour[0] / 2 > ferry[0] / 3


@pytest.mark.parametrize("text", ["", "5", "…"], ids=["nothing", "a-figure", "a-sign"])
def test_nothing_to_compare_is_not_alike(text: str) -> None:
    assert _likeness(text, text) == [(0.0, 0.0)]


def test_order_of_the_pool_does_not_matter() -> None:
    one, other = _likeness("ferry fares", "ferry fare", "fair ferries")
    assert _likeness("ferry fares", "fair ferries", "ferry fare") == [other, one]
