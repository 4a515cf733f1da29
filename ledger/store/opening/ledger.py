"""The store as the rest of the house sees it: open a ledger, read from it, act on it."""

from collections.abc import Iterator
from contextlib import closing, contextmanager, nullcontext
from datetime import datetime
from typing import TYPE_CHECKING

from sqlalchemy import Engine

from ledger.errors import reason_of
from ledger.store.connecting.engine import WRITES, engine_of, sparing, takes_writes
from ledger.store.connecting.place import Place, make_private, place_of
from ledger.store.connecting.queueing import Waits, in_silence, queue_up
from ledger.store.connecting.refusing import refusals
from ledger.store.connecting.roles import may_index
from ledger.store.connecting.session import Session
from ledger.store.index.long_runs import LongRuns, kept_by
from ledger.store.opening.schema import bring_up_to_date
from ledger.store_errors import NoLedger, OnlyReadable, ReadOnly, StoreUnreachable

if TYPE_CHECKING:
    from ledger.store.journal.act import Act


class Store:
    """One open ledger.

    Attributes:
        place: where it stands.
        engine: connects to where it is read, which may be a server that follows another.
        writer: connects to where it is written.
        waits: told when an act has to wait for that of another; may be set.
    """

    def __init__(self, place: Place, engine: Engine) -> None:
        self.place = place
        self.engine = engine
        primary = place.for_writing()
        self.writer = engine if primary is place else engine_of(primary)
        self.waits: Waits = in_silence
        self._runs = LongRuns()

    def may_index(self) -> bool:
        """Whether the search index can be built again from here."""
        with refusals(self.place), self.writer.connect() as connection:
            return may_index(connection)

    def refuse_if_only_read(self) -> None:
        """Refuse long work whose outcome could not be written, before it begins.

        Raises:
            OnlyReadable: when the file may be read alone.
            ReadOnly: when the server takes no writes.
        """
        with refusals(self.place), self.writer.connect() as connection:
            if not takes_writes(connection):
                raise (ReadOnly if self.place.path is None else OnlyReadable)(str(self.place))

    @contextmanager
    def reading(self) -> Iterator[Session]:
        """A snapshot: every query inside sees the same ledger.

        Raises:
            StoreError: when the database refuses.
        """
        isolation = {} if self.place.path else {"isolation_level": "REPEATABLE READ"}
        with (
            refusals(self.place),
            self.engine.connect() as plain,
            (connection := plain.execution_options(**isolation)).begin(),
            closing(Session(connection, kept_by(self._runs))) as session,
        ):
            yield session

    @contextmanager
    def acting(self, act: str, *, actor: str, at: datetime, long: bool = False) -> Iterator["Act"]:
        """One act: all of it is written, with its entry, or none of it.

        Writers queue: the whole act, numbers and hash chain included, sees no other writer.

        Args:
            act: what it is.
            actor: who does it.
            at: when it happens.
            long: much will be written, so few pages are kept at hand.

        Raises:
            StoreError: when the database refuses, or another writer held it too long.
        """
        from ledger.store.journal.act import Act  # noqa: PLC0415 - who only reads needs no table mapped

        with refusals(self.place), self.writer.connect() as plain:
            connection = plain.execution_options(**WRITES, waits=self.waits)
            with connection.begin() as transaction:
                queue_up(connection, self.waits)
                at_hand = sparing(connection) if long else nullcontext()
                with at_hand, closing(Session(connection, kept_by(self._runs))) as session:
                    opened = Act(session, act=act, actor=actor, at=at)
                    yield opened
                    if not opened.abandoned:
                        opened.close()
                if opened.abandoned:
                    transaction.rollback()

    def close(self) -> None:
        """Let go of every connection."""
        self.engine.dispose()
        self.writer.dispose()


@contextmanager
def store_at(place: Place) -> Iterator[Store]:
    """What stands at a place, as it is: nothing is created, upgraded or asked."""
    store = Store(place, engine_of(place))
    try:
        yield store
    finally:
        store.close()


def open_ledger(name: str | None, *, create: bool = False) -> Store:
    """Open the ledger at a path or URL, upgrading its schema when it is behind.

    Args:
        name: path, URL, or ``None`` for the user's own ledger.
        create: make an empty ledger when there is none.

    Raises:
        NoLedger: there is none and ``create`` is false.
        StoreError: for every other reason it cannot be used.
    """
    place = place_of(name)
    try:
        if place.path is not None and not create and not place.path.exists():
            raise NoLedger(str(place))
        if place.path is not None:
            if place.path.is_dir():
                raise StoreUnreachable(str(place), "it is a folder; name a file in it")
            place.path.parent.mkdir(parents=True, exist_ok=True)
            make_private(place.path)
    except OSError as error:
        raise StoreUnreachable(str(place), reason_of(error)) from error
    store = Store(place, engine_of(place))
    try:
        with refusals(place):
            bring_up_to_date(store.engine, store.writer, place, create=create)
    except BaseException:
        store.close()
        raise
    return store
