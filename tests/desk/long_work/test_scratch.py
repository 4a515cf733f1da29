"""What parts gave, kept in a folder that several programs may use at once."""

from pathlib import Path

import pytest

from ledger.desk.long_work.scratch import Scratch
from ledger.errors import UnwritableFile

PART = range(1, 5)


def test_two_programs_may_keep_one_part_at_once(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    ours, theirs = Scratch(tmp_path / "parts"), Scratch(tmp_path / "parts")
    write = Path.write_bytes

    def beaten(path: Path, data: bytes) -> int:
        """Somebody else writes and names theirs before this one is named."""
        monkeypatch.setattr(Path, "write_bytes", write)
        length = path.write_bytes(data)
        theirs.keep(PART, data)
        return length

    monkeypatch.setattr(Path, "write_bytes", beaten)
    ours.keep(PART, b'{"found": 1}')
    assert ours.kept(PART) == theirs.kept(PART) == {"found": 1}
    assert len([*(tmp_path / "parts").iterdir()]) == 1


@pytest.mark.parametrize("written", ['{"found"', "[1]", ""])
def test_what_is_not_whole_is_done_again(tmp_path: Path, written: str) -> None:
    scratch = Scratch(tmp_path)
    assert scratch.kept(PART) is None
    scratch.keep(PART, written.encode())
    assert scratch.kept(PART) is None


def test_where_no_file_can_be_kept_is_told(tmp_path: Path) -> None:
    (tmp_path / "taken").touch()
    with pytest.raises(UnwritableFile, match="nothing was changed"):
        Scratch(tmp_path / "taken").keep(PART, b"{}")
