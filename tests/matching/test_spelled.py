"""What finds a name or a term where only words are indexed: all words of one of its forms."""

import numpy as np
import pytest

from ledger.matching import spelled, ways
from ledger.matching.spelled import Ways


@pytest.mark.parametrize(
    ("concept", "has", "has_not"),
    [
        # A way that holds all words of another finds no more than that one.
        ("name:Donald Trump", [{"trump"}, {"川普"}], [{"donald", "trump"}]),
        ("term:market_share", [{"market", "share"}], [{"china", "market", "share"}]),
        # "us" and "who" are words; only their case makes names of them.
        ("name:United States", [{"unit", "state"}], [{"us"}]),
        # 蘋果 is a fruit as well, and so is an apple.
        ("name:Apple", [], [{"苹果"}, {"appl"}]),
    ],
)
def test_a_concept_is_known_by_the_words_of_its_forms(
    concept: str, has: list[set[str]], has_not: list[set[str]]
) -> None:
    found = ways(concept)
    assert all(frozenset(way) in found for way in has)
    assert not any(frozenset(way) in found for way in has_not)


@pytest.mark.parametrize(
    "concept", ["quantity:18 month", "date:2025-12-08", "name:Nobody at All", "term:no_such"]
)
def test_what_has_no_form_has_no_way(concept: str) -> None:
    assert ways(concept) == ()


@pytest.mark.parametrize(
    ("written", "everywhere", "found"),
    [
        ((frozenset({"a"}),), (), [1, 2, 3]),
        ((frozenset({"a", "b"}),), (), [2]),
        ((frozenset({"a", "b"}), frozenset({"c"})), (), [2, 9]),
        ((frozenset({"a", "unmet"}),), (), []),
        ((frozenset({"a", "b"}),), ("b",), [1, 2, 3]),  # a word of nearly all tells nothing
        ((frozenset({"b"}),), ("b",), []),
        ((), (), []),
    ],
)
def test_a_document_needs_all_words_of_one_way(
    written: Ways, everywhere: tuple[str, ...], found: list[int]
) -> None:
    held = {"a": [1, 2, 3], "b": [2, 4], "c": [9]}
    lists = {word: np.array(numbers, dtype=np.uint32) for word, numbers in held.items()}
    assert spelled(written, lists, everywhere).tolist() == found
