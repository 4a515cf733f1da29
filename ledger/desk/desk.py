"""The desk: an open ledger, who sits at it, and the clock on its wall."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, date, datetime

from ledger.store.act import Act
from ledger.store.ledger import Store, open_ledger
from ledger.store.session import Session


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
    def acting(self, act: str) -> Iterator[Act]:
        """One act in this person's name."""
        with self.store.acting(act, actor=self.actor, at=self.clock()) as opened:
            yield opened

    def close(self) -> None:
        """Leave the desk."""
        self.store.close()


@contextmanager
def sit_down(name: str | None, actor: str, *, create: bool = False) -> Iterator[Desk]:
    """Open the ledger at a path or URL for one person, and leave it at the end.

    Raises:
        StoreError: when it cannot be opened, or is missing and ``create`` is false.
    """
    desk = Desk(open_ledger(name, create=create), actor)
    try:
        yield desk
    finally:
        desk.close()
