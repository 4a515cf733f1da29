"""Weights: rarer is more, concepts are less than words, order never matters."""

import numpy as np
import pytest

from ledger.matching.weight import Weigher, weight, weights


def test_rarer_weighs_more() -> None:
    assert weight("flood", 1, 1000) > weight("flood", 10, 1000) > weight("flood", 900, 1000) > 0


@pytest.mark.parametrize("token", ["name:China", "大桥", "桥"], ids=["concept", "pair", "sign"])
def test_what_counts_twice_weighs_less_than_a_word(token: str) -> None:
    assert 0 < weight(token, 3, 1000) < weight("china", 3, 1000)


@pytest.mark.parametrize(
    ("frequency", "documents"),
    [(0, 0), (1, 1), (5, 5), (9, 3)],
    ids=["empty-ledger", "one-document", "in-every-one", "count-out-of-date"],
)
def test_a_small_ledger_still_weighs(frequency: int, documents: int) -> None:
    assert weight("flood", frequency, documents) > 0


def test_a_query_token_that_no_document_holds_is_the_rarest() -> None:
    weigh = Weigher({"flood": 1}, 1000, {"flood", "tunnel"})
    assert weigh(["tunnel"]) > weigh(["flood"])


def test_the_sum_does_not_depend_on_order() -> None:
    tokens = [f"word{number}" for number in range(40)]
    weigh = Weigher(dict(zip(tokens, range(40), strict=True)), 977, tokens)
    assert weigh(tokens) == weigh(reversed(tokens))


def test_many_weigh_what_each_of_them_does() -> None:
    tokens = ["flood", "a", "name:China", "大桥", "桥", "大", "x:y", "flood"]
    counts = [1, 2, 3, 4, 5, 6, 2_000, 0]
    each = [weight(token, count, 1000) for token, count in zip(tokens, counts, strict=True)]
    assert weights(tokens, np.array(counts), 1000) == pytest.approx(each)


def test_squared_one_rare_word_outdoes_two_half_as_rare() -> None:
    weigh = Weigher({"flood": 1, "river": 400, "city": 400}, 1000, {"flood", "river", "city"})
    assert weigh(["flood"]) < 4 * weigh(["river", "city"])
    assert weigh.squared(["flood"]) == pytest.approx(weigh(["flood"]) ** 2)
    assert weigh.squared(["flood"]) > weigh.squared(["river", "city"])
