"""Files are written whole or not at all, and what cannot be opened says why."""

import os
import stat
from pathlib import Path

import pytest

from ledger.errors import UnreadableFile, UnwritableFile
from ledger.exchange.files import reading, write_text, writing


def test_a_text_is_written_as_utf_8_with_its_own_line_ends(tmp_path: Path) -> None:
    write_text(tmp_path / "r.md", "港\nb\r\n")
    assert (tmp_path / "r.md").read_bytes() == "港\nb\r\n".encode()
    assert [path.name for path in tmp_path.iterdir()] == ["r.md"]


def test_half_a_character_is_written_visibly(tmp_path: Path) -> None:
    write_text(tmp_path / "r.md", "a\udc80b")
    assert (tmp_path / "r.md").read_text(encoding="utf-8") == "a\\udc80b"


def _interrupted(target: Path) -> None:
    with writing(target) as stream:
        stream.write(b"half")
        raise KeyboardInterrupt


def test_a_block_that_fails_leaves_the_old_file_and_nothing_else(tmp_path: Path) -> None:
    target = tmp_path / "r.md"
    write_text(target, "old")
    with pytest.raises(KeyboardInterrupt):
        _interrupted(target)
    assert target.read_text(encoding="utf-8") == "old"
    assert list(tmp_path.iterdir()) == [target]


def test_the_old_file_stands_until_the_block_ends(tmp_path: Path) -> None:
    target = tmp_path / "r.md"
    write_text(target, "old")
    with writing(target) as stream:
        stream.write(b"new")
        stream.flush()
        assert target.read_text(encoding="utf-8") == "old"
    assert target.read_text(encoding="utf-8") == "new"


@pytest.mark.skipif(os.name == "nt", reason="permissions are POSIX")
def test_permissions_are_kept_and_a_new_file_gets_the_usual_ones(tmp_path: Path) -> None:
    kept, usual = tmp_path / "kept.md", tmp_path / "usual.md"
    kept.touch(mode=0o600)
    usual.touch()
    write_text(kept, "new")
    write_text(tmp_path / "made.md", "new")
    assert stat.S_IMODE(kept.stat().st_mode) == 0o600
    assert (tmp_path / "made.md").stat().st_mode == usual.stat().st_mode


def test_a_link_is_followed(tmp_path: Path) -> None:
    real, link = tmp_path / "real.md", tmp_path / "link.md"
    real.write_text("old", encoding="utf-8")
    link.symlink_to(real)
    write_text(link, "new")
    assert link.is_symlink()
    assert real.read_text(encoding="utf-8") == "new"


@pytest.mark.skipif(not Path("/dev/null").exists(), reason="there are no device files here")
def test_a_device_is_written_to_and_not_replaced() -> None:
    write_text(Path("/dev/null"), "gone")
    assert not Path("/dev/null").is_file()


def test_a_long_name_leaves_room_for_the_waiting_file(tmp_path: Path) -> None:
    write_text(tmp_path / ("n" * 255), "x")
    assert len(list(tmp_path.iterdir())) == 1


def test_a_missing_folder_is_named(tmp_path: Path) -> None:
    target = tmp_path / "a" / "b" / "r.md"
    with pytest.raises(UnwritableFile, match="no such file or directory"):
        write_text(target, "x")
    assert not target.parent.exists()


def test_a_folder_is_neither_read_nor_written(tmp_path: Path) -> None:
    with pytest.raises(UnwritableFile, match="is a folder"):
        write_text(tmp_path, "x")
    with pytest.raises(UnreadableFile, match="is a folder"), reading(tmp_path):
        pass


def test_a_missing_file_is_named(tmp_path: Path) -> None:
    with (
        pytest.raises(UnreadableFile, match=r"in\.jsonl: no such file"),
        reading(tmp_path / "in.jsonl"),
    ):
        pass


def test_a_file_is_read_as_bytes(tmp_path: Path) -> None:
    (tmp_path / "in").write_bytes(b"a\r\n")
    with reading(tmp_path / "in") as stream:
        assert stream.read() == b"a\r\n"
