"""A file takes its name whole or not at all, wherever the program runs."""

import os
import sys
from pathlib import Path

import pytest

from ledger.store.opening.backup import whole


def test_a_file_takes_its_name_once_it_is_whole(tmp_path: Path) -> None:
    target = tmp_path / "quay.db"
    with whole(target) as waiting:
        waiting.write_bytes(b"all")
        assert not target.exists()
    assert target.read_bytes() == b"all"
    assert [*tmp_path.iterdir()] == [target]


def test_a_link_is_followed(tmp_path: Path) -> None:
    (tmp_path / "far").mkdir()
    (tmp_path / "quay.db").symlink_to(tmp_path / "far" / "quay.db")
    with whole(tmp_path / "quay.db") as waiting:
        waiting.write_bytes(b"all")
    assert (tmp_path / "quay.db").is_symlink()
    assert (tmp_path / "far" / "quay.db").read_bytes() == b"all"


def test_what_is_not_finished_leaves_the_older_file(tmp_path: Path) -> None:
    target = tmp_path / "quay.db"
    target.write_bytes(b"old")
    with pytest.raises(KeyboardInterrupt):
        _interrupted(target)
    assert target.read_bytes() == b"old"
    assert [*tmp_path.iterdir()] == [target]


def _interrupted(target: Path) -> None:
    with whole(target) as waiting:
        waiting.write_bytes(b"hal")
        raise KeyboardInterrupt


def test_windows_opens_no_folder_and_none_is_asked_of_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened = os.open

    def as_windows_does(path: Path, flags: int, mode: int = 0o777) -> int:
        if path.is_dir():
            raise PermissionError(13, "Permission denied", str(path))
        return opened(path, flags, mode)

    monkeypatch.setattr(os, "open", as_windows_does)
    monkeypatch.setattr(sys, "platform", "win32")
    with whole(tmp_path / "quay.db") as waiting:
        waiting.write_bytes(b"all")
    assert (tmp_path / "quay.db").read_bytes() == b"all"
