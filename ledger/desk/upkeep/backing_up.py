"""Backups, made while people work at the ledger, and brought back once they were verified.

The backup of an SQLite file is a ledger itself, copied page by page. That of a PostgreSQL database,
and of any ledger under a name ending in ``.zip``, is an archive. Either goes back into either.
"""

import re
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from itertools import count
from pathlib import Path

from ledger.desk.desk import Desk
from ledger.desk.sitting import sit_down
from ledger.errors import InvalidField, UnwritableFile, reason_of
from ledger.exchange.archive import is_archive, open_archive, write_archive
from ledger.exchange.files import writing
from ledger.progress import Progress, unheard, unwatched
from ledger.store.bulk.staging import staging
from ledger.store.connecting.place import Place, place_of
from ledger.store.connecting.refusing import refusals
from ledger.store.index.edition import mark_anew
from ledger.store.opening.backup import MAGIC, copy_file, is_copy, seal, whole
from ledger.store.opening.ledger import Store, store_at
from ledger.store.opening.schema import HEAD
from ledger.store.whole.contents import Contents, Row, contents, fill
from ledger.store.whole.replacing import replace
from ledger.store.whole.verify import Verified, verify, verify_store
from ledger.store_errors import (
    BadBackup,
    Damaged,
    NewerSchema,
    NoDatabase,
    NotABackup,
    NotALedger,
    StoreError,
    Tampered,
)

ARCHIVE = ".zip"
_ZIP = b"PK\x03\x04"
_STAMP = "%Y%m%dT%H%M%SZ"
_EVERY = 500
"""Rows between two reports."""
_MOMENT = "%Y%m%dT%H%M%S%fZ"


@dataclass(frozen=True, slots=True)
class BackedUp:
    """A backup that was made.

    Attributes:
        file: where it stands.
        verified: what it holds, every row as the journal recorded it.
        removed: the older ones that were taken away for it.
    """

    file: Path
    verified: Verified
    removed: tuple[Path, ...] = ()


@dataclass(frozen=True, slots=True)
class Restored:
    """A backup that was brought back.

    Attributes:
        verified: what it holds.
        aside: where the ledger it replaced stands now; ``None`` when there was none.
        dry_run: whether it was only looked at.
    """

    verified: Verified
    aside: str | None
    dry_run: bool


def back_up(
    desk: Desk, to: Path, keep: int | None = None, progress: Progress = unheard
) -> BackedUp:
    """Copy the ledger as it is at one moment, verify the copy, and only then give it its name.

    Args:
        desk: whose ledger.
        to: the file to write; an older backup there is replaced.
        keep: put the time into the name, and keep so many of the backups named so; only files that
            were made here are taken away.
        progress: told how much of it is copied and verified.

    Raises:
        NotABackup: when another file bears the name.
        UnwritableFile: when it cannot be written there.
        Tampered: when a row is not as the journal recorded it.
        Damaged: when the ledger's pages do not hold together.
    """
    file = to if keep is None else _stamped(to, desk.clock())
    if file.exists() and not _is_backup(file):
        raise NotABackup(file)
    path = desk.store.place.path
    if path is None or file.suffix == ARCHIVE:
        verified = _archived(desk.store, file, progress)
    else:
        verified = _copied(path, desk.store.place, file, progress)
    return BackedUp(file, verified, () if keep is None else _rotated(to, file, keep))


def _copied(path: Path, shown: Place, file: Path, progress: Progress) -> Verified:
    try:
        with refusals(place_of(str(file))), whole(file) as waiting:
            copy_file(path, waiting, progress)
            with store_at(place_of(str(waiting))) as copy:
                verified = verify_store(copy, shown, progress)
            seal(waiting, backup=True)
    except OSError as fault:
        raise UnwritableFile(file, reason_of(fault)) from fault
    return verified


def _archived(store: Store, file: Path, progress: Progress) -> Verified:
    with writing(file, private=True) as stream, store.reading() as session:
        verified = verify(session, progress)
        write_archive(
            stream,
            revision=HEAD,
            entries=verified.entries,
            head=verified.head,
            tables=_told(contents(session), verified, progress),
        )
    return verified


def _told(tables: Contents, verified: Verified, progress: Progress) -> Contents:
    """The tables, each of their rows counted as it is written."""
    total, written = verified.entries + verified.rows, count(1)

    def tell(row: Row) -> Row:
        if (done := next(written)) % _EVERY == 0:
            progress("copying rows", min(done, total), total)
        return row

    for name, rows in tables:
        yield name, map(tell, rows)
    progress("copying rows", total, total)


def _stamped(to: Path, moment: datetime) -> Path:
    return to.with_name(f"{to.stem}-{moment.astimezone(UTC):{_STAMP}}{to.suffix}")


def _rotated(to: Path, newest: Path, keep: int) -> tuple[Path, ...]:
    """Take the oldest backups of one name away until so many are left; never the newest."""
    named = re.compile(rf"{re.escape(to.stem)}-\d{{8}}T\d{{6}}Z{re.escape(to.suffix)}")
    older = sorted(
        path
        for path in to.parent.iterdir()
        if named.fullmatch(path.name) and path.name != newest.name and _is_backup(path)
    )
    gone = tuple(older[: max(len(older) + 1 - keep, 0)])
    for path in gone:
        path.unlink(missing_ok=True)  # whoever backs up at the same time may have taken it away
    return gone


def _is_backup(path: Path) -> bool:
    return path.is_file() and (is_copy(path) or is_archive(path))


def restore(
    name: str | None,
    file: Path,
    actor: str | None,
    *,
    dry_run: bool = False,
    watched: Callable[[], AbstractContextManager[Progress]] = unwatched,
) -> Restored:
    """Verify a backup apart from the ledger, then put it in the ledger's place in one step.

    A backup of an older version is brought up to date on the way. The ledger it replaces is kept
    aside, whatever state it is in.

    Args:
        name: where the ledger is to stand, a path or URL.
        file: the backup.
        actor: who restores; the name they are known by when left out.
        dry_run: verify it and change nothing.
        watched: entered when the search index has to be built; see :func:`sit_down`.

    Raises:
        BadBackup: when it cannot be read or is not whole; nothing was changed.
        StoreError: when it cannot be put there; nothing was changed.
    """
    place = place_of(name)
    near = place.path.absolute().parent if place.path is not None and not dry_run else None
    try:
        if near is not None:
            near.mkdir(parents=True, exist_ok=True)
        with staging(near) as folder:
            staged = folder / "ledger.db"
            _stage(file, staged, place)
            verified = _brought_up_to_date(file, staged, actor, watched)
            if dry_run:
                return Restored(verified, None, dry_run)
            aside = replace(place, staged, label=f"{datetime.now(UTC):{_MOMENT}}")
    except OSError as fault:
        raise UnwritableFile(place.path or "", reason_of(fault)) from fault
    return Restored(verified, aside, dry_run)


def _stage(file: Path, staged: Path, place: Place) -> None:
    """Write what a backup holds into an SQLite file of its own."""
    try:
        with file.open("rb") as stream:
            beginning = stream.read(len(MAGIC))
    except OSError as fault:
        raise BadBackup(file, reason_of(fault)) from fault
    with _as_faults_of(file), refusals(place):
        if beginning == MAGIC:
            copy_file(file, staged)
        elif beginning.startswith(_ZIP):
            with store_at(place_of(str(staged))) as store, open_archive(file) as archive:
                fill(store, archive.manifest.revision, archive.tables())
        else:
            raise BadBackup(file, "it is neither a copy of a ledger nor an archive of one")


def _brought_up_to_date(
    file: Path,
    staged: Path,
    actor: str | None,
    watched: Callable[[], AbstractContextManager[Progress]],
) -> Verified:
    with _as_faults_of(file), sit_down(str(staged), actor, watched=watched) as desk:
        verified = verify_store(desk.store, shown=place_of(str(file)))
        with desk.acting("index") as act:
            mark_anew(act.session)
    seal(staged, backup=False)
    return verified


_UNFIT: dict[type[StoreError], str] = {
    NotALedger: "it is a database but not a ledger",
    NewerSchema: "a newer factledger wrote it; upgrade this one",
    Damaged: "its pages do not hold together",
    NoDatabase: "it is neither a copy of a ledger nor an archive of one",
}


@contextmanager
def _as_faults_of(file: Path) -> Iterator[None]:
    """What is wrong with the staged copy is wrong with the backup."""
    try:
        yield
    except (Tampered, InvalidField) as fault:
        raise BadBackup(file, str(fault).split(";", maxsplit=1)[0]) from fault
    except StoreError as fault:
        if type(fault) not in _UNFIT:
            raise
        raise BadBackup(file, _UNFIT[type(fault)]) from fault
