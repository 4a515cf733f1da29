"""Arrays set aside come back as they were, and leave no file behind."""

import errno
import os
import tempfile
from pathlib import Path

import numpy as np
import pytest

from ledger.store.bulk import aside
from ledger.store.bulk.aside import Arrays, Aside
from ledger.store_errors import NoRoomAside


def test_arrays_come_back_as_they_were_as_often_as_they_are_looked_at() -> None:
    arrays: Arrays = [
        np.arange(3, dtype=np.int64),
        np.zeros(0, dtype=np.uint32),
        np.array([7, 5], dtype=np.uint32),
    ]
    keep = Aside()
    opened, others = keep(arrays), keep(arrays[::-1])
    for _ in range(2):
        with opened() as found:
            assert [(one.dtype, one.tolist()) for one in found] == [
                (one.dtype, one.tolist()) for one in arrays
            ]
        with others() as found:
            assert found[0].tolist() == [7, 5]


def test_no_file_is_left_even_while_they_are_held(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    opened = Aside()([np.arange(3)])
    assert os.name == "nt" or list(tmp_path.iterdir()) == []
    with opened() as (found,):
        assert found.tolist() == [0, 1, 2]


def test_a_full_disk_is_said_in_one_line(monkeypatch: pytest.MonkeyPatch) -> None:
    def full() -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(aside, "TemporaryFile", full)
    keep = Aside()
    with pytest.raises(NoRoomAside, match="no space left on device"):
        keep([np.arange(3)])
