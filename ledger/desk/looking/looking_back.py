"""Looking back: the ledger as it was at the end of a day, and nothing later."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta

from ledger.desk.desk import Desk
from ledger.store.whole.rewinding import rewound


@contextmanager
def as_of(desk: Desk, day: date) -> Iterator[Desk]:
    """A desk at the ledger as it stood when a day ended, in UTC as the journal counts.

    What was known, filed, found and decided then is there, under the references it has now, and
    nothing that came later. What is written there is thrown away.
    """
    ended = _end_of(day)
    with rewound(desk.store, ended) as past:
        yield replace(desk, store=past, clock=lambda: ended - timedelta(seconds=1))


def _end_of(day: date) -> datetime:
    """The instant a day is over in UTC; the last day there is never is."""
    if day == date.max:
        return datetime.max.replace(tzinfo=UTC)
    return datetime.combine(day + timedelta(days=1), time.min, UTC)
