"""The desk: an open ledger, who sits at it, and the clock on its wall."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from typing import TYPE_CHECKING

from ledger.store.connecting.session import Session
from ledger.store.opening.ledger import Store

if TYPE_CHECKING:
    from ledger.store.journal.act import Act


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

    def day(self, written: str) -> date:
        """A date as typed, by the day it is where the person sits.

        Raises:
            AmbiguousDate: when it can be read two ways.
            UnreadableDate: when it cannot be read.
        """
        from ledger.text.dates import typed_date  # noqa: PLC0415 - few of those who sit down type one

        return typed_date(written, self.today())

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
