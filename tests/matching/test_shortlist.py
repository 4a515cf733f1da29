"""Posting lists to documents: most shared weight first, and always the same order."""

from collections.abc import Mapping

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from numpy.typing import NDArray

from ledger.matching import sharing, shortlist
from ledger.matching.weight import weight

Postings = Mapping[str, NDArray[np.uint32]]


def _postings(lists: Mapping[str, list[int]]) -> Postings:
    return {token: np.array(sorted(held), dtype=np.uint32) for token, held in lists.items()}


def test_a_rare_word_outweighs_a_common_one() -> None:
    postings = _postings({"bridg": [7], "said": list(range(7)), "mayor": [1, 2]})
    assert shortlist(frozenset({"bridg", "said"}), postings, 100)[0] == 7


def test_ties_go_to_the_smaller_number() -> None:
    assert shortlist(frozenset({"bridg"}), _postings({"bridg": [9, 3, 5]}), 10, 2) == [3, 5]


def test_tokens_nobody_holds_are_no_trouble() -> None:
    assert shortlist(frozenset({"bridg", "tunnel"}), _postings({"bridg": [4]}), 10) == [4]


@pytest.mark.parametrize("query", [frozenset[str](), frozenset({"tunnel"})])
def test_nothing_shared_finds_nothing(query: frozenset[str]) -> None:
    assert shortlist(query, {}, 0) == []


def test_documents_are_plain_numbers() -> None:
    (found,) = shortlist(frozenset({"bridg"}), _postings({"bridg": [4_000_000_000]}), 1)
    assert type(found) is int
    assert found == 4_000_000_000


@given(
    st.dictionaries(
        st.sampled_from(["bridg", "mayor", "flood", "name:China", "大桥"]),
        st.lists(st.integers(0, 30), min_size=1, max_size=20, unique=True),
        max_size=5,
    ),
    st.integers(1, 12),
)
@settings(max_examples=100, deadline=None)
def test_it_is_the_plain_sum_sorted_but_for_what_shares_next_to_nothing(
    lists: dict[str, list[int]], limit: int
) -> None:
    shared: dict[int, float] = {}
    weights = {token: weight(token, len(held), 31) for token, held in lists.items()}
    for token in sorted(lists):
        for document in lists[token]:
            shared[document] = shared.get(document, 0.0) + weights[token]
    in_order = sorted(shared, key=lambda document: (-shared[document], document))
    found = shortlist(frozenset(lists), _postings(lists), 31, limit)
    much = [n for n in in_order if shared[n] > 0.3 * sum(weights.values())]
    assert found == [document for document in in_order if document in found]
    assert found[: len(much)] == much[:limit]


@given(st.data())
@settings(max_examples=50, deadline=None)
def test_what_each_document_shares(data: st.DataObject) -> None:
    held = st.lists(st.integers(0, 30), max_size=12, unique=True)
    lists = data.draw(st.dictionaries(st.sampled_from(["bridg", "mayor", "大桥"]), held))
    wanted = data.draw(st.lists(st.integers(0, 30), max_size=8))
    expected = {n: frozenset(token for token in lists if n in lists[token]) for n in wanted}
    assert sharing(lists.keys() | {"tunnel"}, _postings(lists), wanted) == expected


def test_frequent_words_only_move_what_rare_ones_found() -> None:
    lists = {"rare": [4, 9], "common": [1, 4, 5, 6, 7], "said": list(range(3, 12))}
    assert shortlist(frozenset(lists), _postings(lists), 20, opened=3) == [4, 9]


def test_the_commonest_words_alone_find_nothing() -> None:
    rare = {f"rare{n}": [n] for n in range(1, 9)}
    postings = _postings(rare | {"said": [2, *range(50, 90)]})
    assert shortlist(frozenset(postings), postings, 100) == [2, 1, 3, 4, 5, 6, 7, 8]


@pytest.mark.parametrize(
    ("query", "looked_at"),
    [
        pytest.param({"bridg", "mayor", "flood"}, 10, id="beyond-doubt"),
        pytest.param({"bridg", "mayor", "flood", "ferri"}, 20, id="one-of-many"),
        pytest.param({"flood", "貓狗", "貓", "狗"}, 60, id="short-line"),
        pytest.param({"bridg", "mayor", "flood", "人"}, 10, id="counted"),
    ],
)
def test_the_surer_the_best_is_the_fewer_rivals_are_looked_at(
    query: set[str], looked_at: int
) -> None:
    lists = {
        "bridg": [1],
        "mayor": [1],
        "flood": list(range(1, 80)),
        "ferri": [2],
        "貓狗": [1],
        "貓": [1],
        "狗": [1],
        "人": [1],
    }
    assert len(shortlist(frozenset(query), _postings(lists), 1000)) == looked_at
