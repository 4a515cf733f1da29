"""What the world does to a ledger: full disks, damaged pages, clocks, servers that die."""

import os
import resource
import shutil
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import timedelta
from pathlib import Path
from random import Random

import pytest

from ledger.desk.desk import Desk
from ledger.desk.files_in.importing import import_file
from ledger.desk.files_out.exporting import export
from ledger.desk.index.indexing import check_index
from ledger.desk.long_work.rescanning import rescan
from ledger.desk.looking.looking_back import as_of
from ledger.desk.looking.showing import history
from ledger.desk.sitting import sit_down
from ledger.desk.undoing import undo
from ledger.desk.upkeep.backing_up import back_up, restore
from ledger.desk.upkeep.verifying import verify_ledger
from ledger.errors import LedgerError, UnwritableFile
from ledger.store.opening.ledger import open_ledger
from ledger.store_errors import (
    Damaged,
    IndexAstray,
    NoRoom,
    OnlyReadable,
    StoreUnreachable,
    Tampered,
)
from tests.desk.acts import files, prepared
from tests.desk.ledgers import content, entries, record
from tests.desk.programs import Begun, running
from tests.servers import server
from tests.times import MORNING

PAGE = 4096
NOBODY = 65_534


@pytest.fixture(scope="module")
def worked(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with a ledger full of work and a backup of it."""
    folder = files(tmp_path_factory.mktemp("worked"))
    desk = Desk(open_ledger(str(folder / "ledger.db"), create=True), "mira", lambda: MORNING)
    prepared(desk, folder)
    for name in ("backup.db", "backup.zip"):
        back_up(desk, folder / name)
    desk.close()
    return folder


@pytest.fixture
def folder(worked: Path, tmp_path: Path) -> Path:
    """A copy of that folder."""
    return Path(shutil.copytree(worked, tmp_path / "copy"))


def held(folder: Path) -> str:
    """All rows of the ledger in a folder."""
    with sit_down(str(folder / "ledger.db"), "mira") as desk:
        entries(desk)
        return content(desk)


@contextmanager
def room(size: int) -> Iterator[None]:
    """No file may grow beyond so many bytes, as where a disk or a quota is full."""
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))


FULL: dict[str, Callable[[Desk, Path], object]] = {
    "add": lambda desk, _: record(desk, "The Tallow Bridge costs 70 million euros."),
    "import": lambda desk, folder: import_file(desk, folder / "piers.jsonl"),
    "undo": lambda desk, _: undo(desk),
    "backup": lambda desk, folder: back_up(desk, folder / "backup.db"),
    "backup .zip": lambda desk, folder: back_up(desk, folder / "backup.zip"),
    "export": lambda desk, folder: export(desk, "jsonl", folder / "out.jsonl"),
    "restore": lambda desk, folder: _restored(desk, folder / "backup.db"),
    "restore .zip": lambda desk, folder: _restored(desk, folder / "backup.zip"),
}


def _restored(desk: Desk, backup: Path) -> None:
    desk.close()
    restore(str(desk.store.place), backup, "mira")


@pytest.mark.parametrize("act", FULL)
def test_a_full_disk_is_told_and_costs_nothing(folder: Path, act: str) -> None:
    before, listed = held(folder), {path: path.read_bytes() for path in folder.glob("backup*")}
    with sit_down(str(folder / "ledger.db"), "mira") as desk:
        desk.today()
        verify_ledger(desk)
        with room(1_000), pytest.raises((NoRoom, UnwritableFile, StoreUnreachable)) as caught:
            FULL[act](desk, folder)
    assert "\n" not in str(caught.value)
    assert held(folder) == before
    assert {path: path.read_bytes() for path in folder.glob("backup*")} == listed
    assert not list(folder.glob(".*"))


def reading_as_nobody(place: str, path: Path, begun: Begun) -> None:
    """Look at a ledger, and try to write to it, without the rights of its owner."""
    if os.geteuid() == 0:
        os.setuid(NOBODY)
    begun()
    with sit_down(place, "mira") as desk:
        assert content(desk) == path.read_text(encoding="utf-8")
        assert verify_ledger(desk).entries > 0
        assert history(desk)
        with pytest.raises(OnlyReadable, match="and not write it or its folder"):
            undo(desk)
        with pytest.raises(OnlyReadable):
            rescan(desk)
        with tempfile.TemporaryDirectory() as elsewhere:
            assert back_up(desk, Path(elsewhere) / "copy.db").verified.entries > 0


@pytest.mark.parametrize(
    ("file", "around"),
    [
        pytest.param(0o444, 0o555, id="neither the file nor its folder"),
        pytest.param(0o666, 0o555, id="the file and not its folder"),
        pytest.param(0o444, 0o777, id="the folder and not the file"),
    ],
)
@pytest.mark.parametrize("name", ["ledger.db", "backup.db"])
def test_a_ledger_one_may_not_write_is_read(
    folder: Path, name: str, file: int, around: int
) -> None:
    with tempfile.TemporaryDirectory() as apart:  # where anybody may look
        Path(apart).chmod(0o711)
        kept = Path(shutil.copytree(folder, Path(apart) / "folder"))
        (kept / "said").write_text(held(kept), encoding="utf-8")
        (kept / name).chmod(file)
        (kept / "said").chmod(0o444)
        kept.chmod(around)
        with running(reading_as_nobody, str(kept / name), kept / "said") as looking:
            looking.finish()
        kept.chmod(0o755)


def spoil(path: Path, chance: Random) -> None:
    """Change bytes here and there, lose a page, or lose the end."""
    damaged = bytearray(path.read_bytes())
    for _ in range(chance.choice((1, 4, 40))):
        damaged[chance.randrange(len(damaged))] ^= chance.randrange(1, 256)
    if chance.random() < 1 / 4:
        page = chance.randrange(len(damaged) // PAGE) * PAGE
        damaged[page : page + PAGE] = bytes(PAGE)
    if chance.random() < 1 / 8:
        del damaged[chance.randrange(len(damaged)) :]
    path.write_bytes(damaged)


def test_damage_is_named_or_did_no_harm_and_a_backup_mends_it(folder: Path) -> None:
    before, whole = held(folder), (folder / "ledger.db").read_bytes()
    chance, found = Random(20251215), 0
    for _ in range(30):
        (folder / "ledger.db").write_bytes(whole)
        spoil(folder / "ledger.db", chance)
        try:
            with sit_down(str(folder / "ledger.db"), "mira") as desk:
                verify_ledger(desk)
                assert content(desk) == before
                check_index(desk)
        except (Damaged, Tampered, IndexAstray):
            found += 1
            if found % 5 == 0:
                restore(str(folder / "ledger.db"), folder / "backup.db", "mira")
                assert held(folder) == before
    assert 10 < found < 30


@pytest.mark.databases("sqlite")
def test_a_clock_set_back_leaves_the_journal_in_order(desk: Desk) -> None:
    times = iter([MORNING + timedelta(days=9), *(MORNING + timedelta(days=n) for n in range(3))])
    late = Desk(desk.store, "mira", lambda: next(times))
    record(late, "The Tallow Bridge costs 40 million euros.")
    record(late, "塔洛橋耗資5500萬歐元。", "霧港財經")
    undo(late)
    assert entries(late) == 3
    assert [row.number for row in history(late)] == [3, 2, 1]
    still = Desk(desk.store, "mira", lambda: MORNING)
    with as_of(still, MORNING.date()) as past:
        assert [row.number for row in history(past)] == [2, 1]
        assert entries(past) == 2


def test_a_server_killed_in_the_middle_of_an_act_loses_nothing_but_the_act(tmp_path: Path) -> None:
    rows = files(tmp_path)
    with server() as running, sit_down(running.url("postgres"), "mira", create=True) as desk:
        record(desk, "The Tallow Bridge costs 40 million euros.")
        before = content(desk)

        def killed_half_way(doing: str, done: int, _total: int) -> None:
            if done and doing == "entering":
                running.kill()

        with pytest.raises(StoreUnreachable) as caught:
            import_file(desk, rows / "piers.jsonl", progress=killed_half_way)
        assert "\n" not in str(caught.value)
        with pytest.raises(LedgerError):
            record(desk, "Nobody hears this.", "Tideline")
        running.start()
        assert content(desk) == before
        record(desk, "The Tallow Bridge costs 70 million euros.", "Tideline")
        assert entries(desk) == 2
