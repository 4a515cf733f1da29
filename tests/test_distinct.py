"""Numbers, each of them once."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from ledger.distinct import distinct


@pytest.mark.parametrize(
    ("numbers", "once"),
    [([], []), ([7], [7]), ([3, 1, 3, 2, 1], [1, 2, 3]), ([1, 4, 9, 2, 4], [1, 2, 4, 9])],
)
def test_numbers_stand_once_and_ascend(numbers: list[int], once: list[int]) -> None:
    assert distinct(np.array(numbers, dtype=np.uint32)).tolist() == once


@given(st.lists(st.integers(0, 2**32 - 1)))
def test_any_numbers_are_those_of_a_set_in_the_type_they_came_in(numbers: list[int]) -> None:
    found = distinct(np.array(numbers, dtype=np.uint32))
    assert found.tolist() == sorted(set(numbers))
    assert found.dtype == np.uint32
