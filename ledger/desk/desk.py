"""The desk: an open ledger, who sits at it, and the clock on its wall."""

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from typing import TYPE_CHECKING

from ledger.desk.signing import name_here, signature
from ledger.progress import Progress, unwatched
from ledger.store.edition import outdated
from ledger.store.ledger import Store, open_ledger
from ledger.store.session import Session
from ledger.store_errors import AwaitsIndex

if TYPE_CHECKING:
    from ledger.store.act import Act


def _now() -> datetime:
    return datetime.now(UTC)


@dataclass(frozen=True)
class Desk:
    """What every use-case needs.

    Attributes:
        store: the open ledger.
        actor: who acts; written into every entry and decision.
        clock: gives the present instant with its time zone; tests hand in a still one.
    """

    store: Store
    actor: str
    clock: Callable[[], datetime] = field(default=_now)

    def today(self) -> date:
        """The day it is where the person sits."""
        return self.clock().astimezone().date()

    @contextmanager
    def reading(self) -> Iterator[Session]:
        """A snapshot to read from."""
        with self.store.reading() as session:
            yield session

    @contextmanager
    def acting(self, act: str, *, long: bool = False) -> Iterator["Act"]:
        """One act in this person's name; a long one writes much and keeps little at hand."""
        with self.store.acting(act, actor=self.actor, at=self.clock(), long=long) as opened:
            yield opened

    def close(self) -> None:
        """Leave the desk."""
        self.store.close()


@contextmanager
def sit_down(
    name: str | None,
    actor: str | None,
    *,
    create: bool = False,
    indexed: bool = True,
    watched: Callable[[], AbstractContextManager[Progress]] = unwatched,
    waits: Callable[[], None] | None = None,
) -> Iterator[Desk]:
    """Open the ledger at a path or URL for one person, and leave it at the end.

    Args:
        name: the path or URL; the user's own ledger when left out.
        actor: who sits down; the name they are known by when left out.
        create: make an empty ledger when there is none.
        indexed: build a search index of another edition again; who builds it anyway need not wait.
        watched: entered when the search index has to be built again, because the ledger's own is of
            another edition; what it gives is told how far the work is.
        waits: told when an act has to wait for that of another program; nobody when left out.

    Raises:
        StoreError: when it cannot be opened, or is missing and ``create`` is false.
        Nameless: when nobody says who sits down, and the computer does not know.
        NotYourName: when the server knows the person by another name.
    """
    said = actor or name_here(name)
    store = open_ledger(name, create=create)
    store.waits = waits or store.waits
    try:
        desk = Desk(store, signature(store, said))
        with desk.reading() as session:
            behind = outdated(session)
        if behind and indexed:
            if not store.may_index():
                raise AwaitsIndex(str(store.place))
            from ledger.desk.index.indexing import renew  # noqa: PLC0415 - only when there is need

            renew(desk, watched)
        yield desk
    finally:
        store.close()
