"""Packed lists hold what was added, however often they were joined, and tell all words apart."""

from collections.abc import Callable, Sequence
from itertools import chain

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from ledger.matching import Segments, hashed
from ledger.matching.segments import at_hand
from ledger.store.bulk.aside import Arrays, Aside, Opened
from ledger.store.bulk.numbers import Numbers

WORDS = ("al", "污", "penc", "数据", "tide", "潮", "name:Ada Quill", "")
"""Among them pairs that Python holds in the same bytes, and hashes alike."""
LOTS = st.lists(st.dictionaries(st.sampled_from(WORDS), st.integers(1, 5), min_size=1), max_size=9)


def add(segments: Segments, lists: dict[str, list[int]]) -> None:
    documents = np.array([*chain.from_iterable(lists.values())], dtype=np.uint32)
    segments.add(hashed(lists), np.array([*map(len, lists.values())]), documents)


def found_in(segments: Segments, words: Sequence[str]) -> dict[str, list[int]]:
    found = segments.lists(hashed(words))
    lists = {word: found[place].tolist() for place, word in enumerate(words)}
    return {word: documents for word, documents in lists.items() if documents}


@pytest.mark.parametrize(("keep", "most"), [(at_hand, 3), (Aside(), 3), (Aside(), 1_000)])
@given(lots=LOTS)
def test_what_was_added_is_found(
    keep: Callable[[Arrays], Opened], most: int, lots: list[dict[str, int]]
) -> None:
    segments, told, highest = Segments(Numbers(np.uint32), keep, most), dict[str, list[int]](), 0
    for lot in lots:
        lists: dict[str, list[int]] = {}
        for word, many in lot.items():
            lists[word] = [highest + at for at in range(1, many + 1)]
            told.setdefault(word, []).extend(lists[word])
        highest += max(lot.values())
        add(segments, lists)
    assert found_in(segments, WORDS) == told


@pytest.mark.parametrize(("one", "other"), [("al", "污"), ("penc", "数据")])
def test_words_of_the_same_bytes_are_two(one: str, other: str) -> None:
    segments = Segments(Numbers(np.uint32))
    add(segments, {one: [1, 2]})
    assert found_in(segments, [one, other]) == {one: [1, 2]}
