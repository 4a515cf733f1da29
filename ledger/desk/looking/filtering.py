"""The words of the filter box: plain words in any order, ``speaker:``, ``after:`` and the like."""

import re
from dataclasses import dataclass, field
from datetime import date

from ledger.errors import BadFilter, LedgerError
from ledger.store.asking.findings import OPEN_STATES
from ledger.text.dates import typed_date

STATES: dict[str, tuple[str, ...]] = {
    "open": OPEN_STATES,
    "decided": ("decided",),
    "noted": ("noted",),
}
"""What ``status:`` may name, and the states of a conflict it stands for."""
NAMES = ("speaker", "outlet", "topic", "status", "after", "before", "added", "by", "for")

_PART = re.compile(r'(?:(?P<name>[a-z]+):)?(?:"(?P<quoted>[^"]*)"?|(?P<plain>\S+))?')


@dataclass(frozen=True, slots=True)
class Filter:
    """Which claims are wanted; what is not given does not narrow.

    Attributes:
        words: all of these stand in the wording or in one statement.
        said: parts of names and a topic, by ``speaker``, ``outlet`` and ``topic``; who recorded
            it, by ``by``; who is to decide one of its conflicts, by ``for``.
        states: a conflict of the claim is in one of these states.
        after: a statement was said or published on this day or later.
        before: the same, on this day or earlier.
        added: a statement was recorded on this day or later.
    """

    words: str = ""
    said: dict[str, str] = field(default_factory=dict)
    states: tuple[str, ...] = ()
    after: date | None = None
    before: date | None = None
    added: date | None = None


def parse_filter(written: str, today: date) -> Filter:
    """Read the filter box.

    Args:
        written: what was typed; a name without a value yet does not narrow.
        today: the day that "today" means.

    Raises:
        BadFilter: naming the place where it stops making sense.
    """
    words: list[str] = []
    said: dict[str, str] = {}
    states: tuple[str, ...] = ()
    days: dict[str, date] = {}
    for part in _PART.finditer(written):
        name, value = part["name"], part["quoted"] or part["plain"] or ""
        if name is None or name not in NAMES:
            words += [part[0].strip('"')] if part[0] else []
        elif not value:
            continue
        elif name == "status":
            states = _states(value, part.start())
        elif name in {"after", "before", "added"}:
            days[name] = _day(value, today, part.start())
        else:
            said[name] = value
    return Filter(" ".join(words), said, states, **days)


def _states(value: str, at: int) -> tuple[str, ...]:
    if value not in STATES:
        raise BadFilter(at, f"status is one of {', '.join(STATES)}")
    return STATES[value]


def _day(value: str, today: date, at: int) -> date:
    try:
        return typed_date(value, today)
    except LedgerError as error:
        raise BadFilter(at, str(error)) from error
