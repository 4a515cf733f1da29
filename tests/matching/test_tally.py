"""Weights added up in place: what a plain sum gives, and nothing left over for the next query."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from ledger.matching.tally import added_up, among

LISTS = st.lists(
    st.tuples(st.integers(1, 9), st.sets(st.integers(0, 60), max_size=12).map(sorted)), max_size=6
)


def _summed(lists: list[tuple[int, list[int]]], least: int) -> dict[int, int]:
    total: dict[int, int] = {}
    for weighs, numbers in lists:
        for number in numbers:
            total[number] = total.get(number, 0) + weighs
    return {number: gained for number, gained in total.items() if gained >= least}


@given(LISTS, st.integers(0, 12), LISTS)
def test_each_document_once_with_the_weight_of_its_lists(
    lists: list[tuple[int, list[int]]], least: int, then: list[tuple[int, list[int]]]
) -> None:
    for asked in (lists, then):
        held = [(float(weighs), np.array(n, dtype=np.uint32)) for weighs, n in asked]
        numbers, gained = added_up(held, least)
        assert len(set(numbers.tolist())) == len(numbers)
        found = dict(zip(numbers.tolist(), gained.tolist(), strict=True))
        assert found == _summed(asked, least)


@given(st.sets(st.integers(0, 40)), st.sets(st.integers(0, 40)))
def test_among_says_which_are_held(wanted: set[int], held: set[int]) -> None:
    asked = np.array(sorted(wanted), dtype=np.uint32)
    found = among(asked, np.array(sorted(held), dtype=np.uint32))
    assert found.tolist() == [number in held for number in sorted(wanted)]
