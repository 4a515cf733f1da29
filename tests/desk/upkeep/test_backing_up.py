"""A backup holds all that the ledger does, goes back into either database, and loses nothing."""

import shutil
import sqlite3
import zipfile
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, closing
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from itertools import count
from pathlib import Path

import pytest
from sqlalchemy import select, text

from ledger.desk.casework.deciding import decide
from ledger.desk.desk import Desk
from ledger.desk.drafts import drafts, save
from ledger.desk.files_out.exporting import export
from ledger.desk.index.indexing import check_index
from ledger.desk.references import Reference
from ledger.desk.sitting import sit_down
from ledger.desk.undoing import undo
from ledger.desk.upkeep.backing_up import back_up, restore
from ledger.errors import UnwritableFile
from ledger.store.index.edition import MARKED
from ledger.store.opening.ledger import open_ledger
from ledger.store.tables.ledger import Posting
from ledger.store_errors import BadBackup, InUse, NotABackup, Tampered
from tests.desk.ledgers import content, record
from tests.store.dumps import FOLDER
from tests.store.dumps import restore as fill_from_dump

KINDS = ("quay.db", "quay.zip")


def _work(desk: Desk) -> None:
    """Leave a conflict, a decision, an act taken back and a draft."""
    record(desk, "The Tallow Bridge costs 40 million euros.", speaker="Ada Quill")
    record(desk, "塔洛橋耗資5500萬歐元。", "霧港財經")
    decide(desk, Reference("conflict", 1), "a_holds", "the contract")
    undo(desk)
    save(desk, {"text": "寫到一半", "outlet": "Tideline"})


@pytest.fixture(scope="module")
def busy_file(sqlite_template: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A ledger somebody worked at, to copy from."""
    path = tmp_path_factory.mktemp("busy") / "ledger.db"
    shutil.copy(sqlite_template, path)
    with sit_down(str(path), "mira") as desk:
        _work(desk)
    return path


@pytest.fixture
def busy_desk(database: str, busy_file: Path) -> Iterator[Desk]:
    """A desk at a ledger somebody worked at."""
    if not database.startswith("postgresql"):
        shutil.copy(busy_file, database)
    with sit_down(database, "mira") as desk:
        if database.startswith("postgresql"):
            _work(desk)
        yield desk


@pytest.fixture
def elsewhere(request: pytest.FixtureRequest, database: str, tmp_path: Path) -> str:
    """A place on the other kind of database: a server's empty ledger, or a file not there yet."""
    if database.startswith("postgresql"):
        return str(tmp_path / "new" / "elsewhere.db")
    return str(request.getfixturevalue("empty_postgres"))


def exported(desk: Desk) -> tuple[bytes, str]:
    """The ledger as a file for others, and every row of it."""
    return export(desk, "jsonl")[0], content(desk)


@pytest.mark.parametrize("name", KINDS)
def test_what_was_done_since_is_gone_and_stands_aside(
    busy_desk: Desk, database: str, tmp_path: Path, name: str
) -> None:
    before = exported(busy_desk)
    made = back_up(busy_desk, tmp_path / name)
    record(busy_desk, "The Tallow Bridge costs 70 million euros.", "Tideline")
    after, mark = exported(busy_desk), _index_mark(busy_desk)
    busy_desk.close()
    done = restore(database, made.file, "jo")
    assert done.verified == made.verified
    with sit_down(database, "mira") as desk:
        assert exported(desk) == before
        assert _index_mark(desk) != mark  # whoever kept some of the index reads it anew
        assert [draft.fields["text"] for draft in drafts(desk)] == ["寫到一半"]
        check_index(desk)
        record(desk, "The Tallow Bridge costs 80 million euros.", "Tideline")
    assert done.aside is not None
    with aside(database, done.aside) as desk:
        assert exported(desk) == after


def _index_mark(desk: Desk) -> int:
    index = Posting.metadata.tables["posting"].c
    with desk.reading() as session:
        return session.connection().scalar(select(index.count).where(index.token == MARKED)) or 0


def aside(database: str, place: str) -> AbstractContextManager[Desk]:
    """The ledger that was replaced, as it stands now."""
    if database.startswith("postgresql"):
        path = place.removeprefix("schema ")
        place = f"{database}&options=-csearch_path%3D{path}"
    return sit_down(place, "mira")


@pytest.mark.parametrize("name", KINDS)
def test_it_goes_into_the_other_kind_of_database_as_well(
    busy_desk: Desk, elsewhere: str, tmp_path: Path, name: str
) -> None:
    made = back_up(busy_desk, tmp_path / name)
    restore(elsewhere, made.file, "jo")
    with sit_down(elsewhere, "mira") as desk:
        assert exported(desk) == exported(busy_desk)
        check_index(desk)


@pytest.mark.databases("sqlite")
def test_the_same_ledger_gives_the_same_archive(busy_desk: Desk, tmp_path: Path) -> None:
    first, second = (back_up(busy_desk, tmp_path / name).file for name in ("1.zip", "2.zip"))
    assert first.read_bytes() == second.read_bytes()


@pytest.mark.databases("sqlite")
@pytest.mark.parametrize("name", KINDS)
def test_how_far_it_is_can_be_told(busy_desk: Desk, tmp_path: Path, name: str) -> None:
    told: dict[str, tuple[int, int]] = {}
    made = back_up(
        busy_desk, tmp_path / name, progress=lambda doing, *how_far: told.update({doing: how_far})
    )
    rows, held = made.verified.rows, made.verified
    assert told["verifying entries"] == (held.entries, held.entries)
    assert told["verifying rows"] == (rows, rows)
    copied = {doing for doing in told if doing.startswith("copying")}
    assert len(copied) == 1
    assert all(done == total > 0 for done, total in told.values())


@pytest.mark.databases("sqlite")
def test_it_is_made_while_somebody_writes(busy_desk: Desk, database: str, tmp_path: Path) -> None:
    before = exported(busy_desk)
    with busy_desk.acting("test") as act:
        act.abandoned = True
        with sit_down(database, "jo") as other:
            made = back_up(other, tmp_path / "quay.db")
    with sit_down(str(made.file), "jo") as copy:
        assert exported(copy) == before


@pytest.mark.databases("sqlite")
@pytest.mark.parametrize("name", KINDS)
def test_only_its_owner_may_read_it(busy_desk: Desk, tmp_path: Path, name: str) -> None:
    assert back_up(busy_desk, tmp_path / name).file.stat().st_mode & 0o777 == 0o600


@pytest.mark.databases("sqlite")
@pytest.mark.parametrize("name", KINDS)
def test_the_newest_are_kept_and_only_what_was_made_here_is_taken_away(
    busy_desk: Desk, tmp_path: Path, name: str
) -> None:
    folder = tmp_path / "backups"
    folder.mkdir()
    moments = (datetime(2026, 1, 1, tzinfo=UTC) + timedelta(days=n) for n in count())
    desk = replace(busy_desk, clock=lambda: next(moments))
    stem, _, ending = name.partition(".")
    notes = folder / f"{stem}-20250101T000000Z.{ending}"
    notes.write_text("not a backup")
    other = back_up(desk, folder / name, keep=9).file.rename(folder / f"other.{ending}")
    made = [back_up(desk, folder / name, keep=2) for _ in range(4)]
    assert [len(backup.removed) for backup in made] == [0, 0, 1, 1]
    assert {*folder.iterdir()} == {notes, other, made[2].file, made[3].file}


@pytest.mark.databases("sqlite")
@pytest.mark.parametrize("name", KINDS)
def test_no_other_file_is_written_over(busy_desk: Desk, tmp_path: Path, name: str) -> None:
    (tmp_path / name).write_text("mine")
    for path in (tmp_path / name, Path(str(busy_desk.store.place))):
        with pytest.raises(NotABackup):
            back_up(busy_desk, path)
    back_up(busy_desk, tmp_path / f"fresh{name}")
    back_up(busy_desk, tmp_path / f"fresh{name}")
    assert (tmp_path / name).read_text() == "mine"


@pytest.mark.databases("sqlite")
@pytest.mark.parametrize("name", KINDS)
def test_a_ledger_somebody_touched_makes_no_backup(
    busy_desk: Desk, tmp_path: Path, name: str
) -> None:
    older = back_up(busy_desk, tmp_path / name).file.read_bytes()
    with closing(sqlite3.connect(str(busy_desk.store.place))) as connection, connection:
        connection.execute("UPDATE claim SET wording = 'The bridge is free.'")
    with pytest.raises(Tampered):
        back_up(busy_desk, tmp_path / name)
    assert (tmp_path / name).read_bytes() == older
    assert not list(tmp_path.glob(".*"))


@pytest.mark.databases("sqlite")
@pytest.mark.parametrize("name", KINDS)
def test_a_folder_that_is_missing_is_named(busy_desk: Desk, tmp_path: Path, name: str) -> None:
    with pytest.raises(UnwritableFile, match="no such file or directory"):
        back_up(busy_desk, tmp_path / "nowhere" / name)


def _shorten(path: Path) -> None:
    path.write_bytes(path.read_bytes()[:-9_000])


def _flip(path: Path) -> None:
    """In the middle of the rows of the journal."""
    with zipfile.ZipFile(path) as file:
        packed = file.getinfo("entry.jsonl")
    flipped = bytearray(path.read_bytes())
    flipped[packed.header_offset + packed.compress_size // 2] ^= 0xFF
    path.write_bytes(flipped)


def _tamper(path: Path) -> None:
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.execute("UPDATE claim SET wording = 'The bridge is free.'")


def _age(path: Path) -> None:
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.execute("UPDATE alembic_version SET version_num = '9999'")


def _empty(path: Path) -> None:
    path.write_bytes(b"")


def _another(path: Path) -> None:
    path.unlink()
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.execute("CREATE TABLE recipe (name TEXT)")


@pytest.mark.databases("sqlite")
@pytest.mark.parametrize(
    ("name", "spoil"),
    [
        ("quay.db", _tamper),
        ("quay.db", _age),
        ("quay.db", _another),
        *((name, spoil) for name in KINDS for spoil in (_shorten, _empty, Path.unlink)),
        ("quay.zip", _flip),
    ],
)
def test_a_spoiled_backup_is_refused_and_the_ledger_stays(
    busy_desk: Desk, database: str, tmp_path: Path, name: str, spoil: Callable[[Path], None]
) -> None:
    before = exported(busy_desk)
    made = back_up(busy_desk, tmp_path / name)
    spoil(made.file)
    busy_desk.close()
    with pytest.raises(BadBackup, match=f"{name} cannot be restored: .*; the ledger is as it was"):
        restore(database, made.file, "jo")
    with sit_down(database, "mira") as desk:
        assert exported(desk) == before
    assert not list(tmp_path.glob("*replaced*"))
    assert not list(tmp_path.glob(".*"))


@pytest.mark.databases("sqlite")
def test_a_backup_of_an_older_version_is_brought_up_to_date(database: str, tmp_path: Path) -> None:
    older = tmp_path / "older.db"
    fill_from_dump(str(older), FOLDER / "0001.jsonl")
    restore(database, older, "jo")
    with sit_down(database, "mira") as desk:
        assert content(desk)
        check_index(desk)


@pytest.mark.databases("sqlite")
def test_nothing_is_replaced_under_somebodys_hands(
    busy_desk: Desk, database: str, tmp_path: Path
) -> None:
    made = back_up(busy_desk, tmp_path / "quay.db")
    before = exported(busy_desk)
    with pytest.raises(InUse, match="close it there"):
        restore(database, made.file, "jo")
    assert exported(busy_desk) == before


@pytest.mark.databases("sqlite")
def test_a_dry_run_verifies_and_changes_nothing(
    busy_desk: Desk, database: str, tmp_path: Path
) -> None:
    made = back_up(busy_desk, tmp_path / "quay.db")
    record(busy_desk, "The Tallow Bridge costs 70 million euros.", "Tideline")
    before = exported(busy_desk)
    assert restore(database, made.file, "jo", dry_run=True).verified == made.verified
    assert exported(busy_desk) == before
    elsewhere = tmp_path / "new" / "quay.db"
    assert restore(str(elsewhere), made.file, "jo", dry_run=True).verified == made.verified
    assert not elsewhere.parent.exists()


@pytest.mark.databases("sqlite")
def test_a_ledger_no_database_opens_is_replaced_and_kept(
    busy_desk: Desk, database: str, tmp_path: Path
) -> None:
    before = exported(busy_desk)
    made = back_up(busy_desk, tmp_path / "quay.db")
    busy_desk.close()
    spoiled = b"\0" * 100 + Path(database).read_bytes()[100:]
    Path(database).write_bytes(spoiled)
    done = restore(database, made.file, "jo")
    with sit_down(database, "mira") as desk:
        assert exported(desk) == before
    assert done.aside is not None
    assert Path(done.aside).read_bytes() == spoiled


@pytest.mark.databases("postgresql")
def test_other_tables_of_the_same_server_stay(
    busy_desk: Desk, database: str, tmp_path: Path
) -> None:
    made = back_up(busy_desk, tmp_path / "quay.zip")
    with busy_desk.store.engine.begin() as connection:
        connection.execute(text("CREATE TABLE recipe (name TEXT)"))
    busy_desk.close()
    restore(database, made.file, "jo")
    opened = open_ledger(database)
    with opened.engine.connect() as connection:
        assert connection.execute(text("SELECT count(*) FROM recipe")).scalar() == 0
    opened.close()


@pytest.mark.databases("sqlite")
def test_a_backup_is_a_ledger_that_opens(busy_desk: Desk, tmp_path: Path) -> None:
    made = back_up(busy_desk, tmp_path / "quay.db")
    copied = shutil.copy(made.file, tmp_path / "apart.db")
    with sit_down(str(copied), "jo") as desk:
        assert exported(desk) == exported(busy_desk)
