"""Long rows of numbers say what was put there, in memory or in a file, looked at or at rest."""

import errno
from collections.abc import Sequence

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from ledger.store.bulk import numbers
from ledger.store.bulk.numbers import Numbers
from ledger.store_errors import NoRoomAside

LOTS = st.lists(st.lists(st.integers(0, 2**32 - 1), max_size=9), max_size=9)


@pytest.mark.parametrize("at_hand", [0, 40, 2**16])
@given(lots=LOTS)
def test_what_was_added_stays(at_hand: int, lots: Sequence[Sequence[int]]) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(numbers, "_AT_HAND", at_hand)
        kept = Numbers(np.uint32)
        for lot in lots:
            kept.extend(lot, len(lot))
            kept.rest()
        told = [number for lot in lots for number in lot]
        assert (len(kept), [*kept]) == (len(told), told)
        assert [part.tolist() for part in kept.portions(4)] == [
            told[start : start + 4] for start in range(0, len(told), 4)
        ]


def test_a_file_grows_and_is_zero_where_nothing_was_put() -> None:
    kept = Numbers([("line", "<u4"), ("new", "?")], 30_000)
    kept.values["line"][7] = 9
    kept.rest()
    kept.grow(300_000)
    assert kept.values[7].tolist() == (9, False)
    assert int(kept.values["line"].sum()) == 9


def test_a_full_disk_is_said_in_one_line(monkeypatch: pytest.MonkeyPatch) -> None:
    def full() -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(numbers, "TemporaryFile", full)
    with pytest.raises(NoRoomAside, match="no space left on device"):
        Numbers(np.uint32, 100_000)
