"""backup and restore on the command line."""

import json
import re
from pathlib import Path

from tests.cli.program import Program


def test_a_backup_brings_the_ledger_back(bridge: Program, tmp_path: Path) -> None:
    before = bridge.done("export")
    file = tmp_path / "quay.db"
    wrote = bridge.done("backup", str(file))
    held = r"3 entries and \d+ rows, verified; newest entry [0-9a-f]{64}\n"
    assert re.fullmatch(rf"wrote {re.escape(str(file))}: {held}", wrote)
    assert bridge.done("backup", str(file)).startswith(f"replaced {file}: 3 entries")
    bridge.done("undo")
    told = bridge.done("restore", str(file), "--dry-run")
    assert re.fullmatch(f"would restore {held}", told)
    assert bridge.done("export") != before
    told = bridge.done("restore", str(file))
    found = re.fullmatch(f"restored {held}the ledger it replaced stands in (.*)\n", told)
    assert found is not None
    assert bridge.done("export") == before
    restored = json.loads(bridge.done("restore", found[1], "--json"))
    assert restored["verified"]["entries"] == 4
    assert bridge.done("export") != before


def test_backups_take_turns_and_say_what_they_took_away(bridge: Program, tmp_path: Path) -> None:
    folder = tmp_path / "backups"
    folder.mkdir()
    made = json.loads(bridge.done("backup", str(folder / "quay.zip"), "--keep", "1", "--json"))
    Path(made["file"]).rename(folder / "quay-20200101T000000Z.zip")
    told = bridge.done("backup", str(folder / "quay.zip"), "--keep", "1")
    assert told.splitlines()[1] == f"took away {folder}/quay-20200101T000000Z.zip"
    assert len(list(folder.iterdir())) == 1


def test_a_ledger_is_restored_where_there_is_none(bridge: Program, tmp_path: Path) -> None:
    before = bridge.done("export")
    bridge.done("backup", str(tmp_path / "quay.zip"))
    fresh = ("--db", str(tmp_path / "new" / "ledger.db"))
    assert bridge.done("restore", str(tmp_path / "quay.zip"), *fresh).count("\n") == 1
    assert bridge.done("export", *fresh) == before


def test_what_is_no_backup_is_refused_in_one_line(bridge: Program, tmp_path: Path) -> None:
    notes = tmp_path / "notes.txt"
    notes.write_text("not a backup")
    assert "no such file" in bridge.refused("restore", str(tmp_path / "nowhere.db"))
    assert "neither a copy" in bridge.refused("restore", str(notes))
    assert "name another file" in bridge.refused("backup", str(notes))
    assert "name another file" in bridge.refused("backup", str(bridge.ledger))
    assert notes.read_text() == "not a backup"
