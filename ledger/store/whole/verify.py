"""Recomputing the chain and every row's seal: was anything done behind the journal's back?"""

from contextlib import closing
from dataclasses import dataclass

from ledger.progress import Progress, unheard
from ledger.store.connecting.place import Place
from ledger.store.connecting.refusing import refusals
from ledger.store.connecting.session import Session
from ledger.store.journal.chain import GENESIS, entries, journal_head, recomputed, written_by
from ledger.store.journal.recorded import Recorded
from ledger.store.journal.rows import key_of, rows
from ledger.store.opening.ledger import Store
from ledger.store.tables.base import sql_table
from ledger.store.tables.ledger import JOURNALLED, Entry
from ledger.store_errors import Damaged, Tampered

_EVERY = 500
"""Rows between two reports."""


@dataclass(frozen=True, slots=True)
class Verified:
    """What was looked at and found to be as it was written.

    Attributes:
        entries: length of the journal's chain.
        rows: rows whose seal was recomputed.
        head: hash of the newest entry.
    """

    entries: int
    rows: int
    head: str


def verify_store(
    store: Store, shown: Place | None = None, progress: Progress = unheard
) -> Verified:
    """Look at the pages of a file, then recompute the chain and every row.

    Args:
        store: the ledger.
        shown: the place to name in messages, where that is another.
        progress: told how many entries and rows were looked at.

    Raises:
        Damaged: when the pages do not hold together.
        Tampered: as :func:`verify`.
    """
    place = shown or store.place
    with refusals(place), store.reading() as session:
        verify_pages(session, place)
        return verify(session, progress)


def verify_pages(session: Session, place: Place) -> None:
    """Ask SQLite what it finds wrong with its file; a server looks after its own pages.

    Raises:
        Damaged: naming the first thing it finds.
    """
    if session.connection().dialect.name == "sqlite":
        found = str(session.connection().exec_driver_sql("PRAGMA integrity_check(1)").scalar())
        if found != "ok":
            raise Damaged(str(place), found.splitlines()[-1])


def verify(session: Session, progress: Progress = unheard) -> Verified:
    """Recompute the chain, then every row.

    Raises:
        Tampered: naming the first row, or block of rows, that differs from what the journal says.
    """
    newest = journal_head(session)
    length = newest.number if newest is not None else 0
    told = {str(table.__tablename__): Recorded(table) for table in JOURNALLED}
    count, head = 0, GENESIS
    with closing(entries(session)) as chain:
        for entry in chain:
            count += 1
            _verify_entry(entry, count, head)
            head = entry.hash
            for change in written_by(entry):
                told[change.table].learn(change, entry.number)
            if count % _EVERY == 0 or count == length:
                progress("verifying entries", count, length)
    recorded = sum(map(len, told.values()))
    done = 0
    for table in told.values():
        done = _verify_table(session, table, done, recorded, progress)
    return Verified(count, done, head)


def _verify_entry(entry: Entry, expected: int, previous: str) -> None:
    """Check that an entry stands where it should, follows the last one and says what it said."""
    if entry.number != expected:
        raise Tampered(f"entry {expected}", "it is missing from the journal")
    if entry.previous != previous:
        raise Tampered(f"entry {expected}", "it does not follow from the entry before it")
    if recomputed(entry) != entry.hash:
        raise Tampered(f"entry {expected}", "its content does not match its hash")


def _verify_table(
    session: Session, recorded: Recorded, done: int, length: int, progress: Progress
) -> int:
    """Check one table's rows against their seals; how many rows were checked by now."""
    table = sql_table(recorded.table)
    key = key_of(table)
    with closing(rows(session.connection(), table)) as found:
        for row in found:
            done += 1
            recorded.check(key(row), row)
            if done % _EVERY == 0 or done == length:
                progress("verifying rows", done, length)
    recorded.close()
    return done
