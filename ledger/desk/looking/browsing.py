"""Browsing: claims by filter, one light row each."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date

from ledger.desk.desk import Desk
from ledger.desk.looking.asked import asked_of
from ledger.desk.looking.filtering import STATES, parse_filter
from ledger.desk.references import Reference
from ledger.store.asking import browsing
from ledger.store.asking.findings import OPEN_STATES

Order = browsing.Order
PAGE = 200
"""Rows looked up at once; nobody reads on without narrowing first."""


@dataclass(frozen=True, slots=True)
class ClaimRow:
    """One claim in a list.

    Attributes:
        ref: its reference.
        wording: its wording.
        topic: its topic.
        statements: how many statements stand under it.
        outlets: from how many outlets.
        latest: the day of the newest.
        open: how many of its conflicts wait for a person.
        status: ``open``, ``decided`` or ``noted`` for the state of its conflicts that matters most;
            ``None`` without any.
    """

    ref: str
    wording: str
    topic: str | None
    statements: int
    outlets: int
    latest: date | None
    open: int
    status: str | None


@dataclass(frozen=True, slots=True)
class Found:
    """The first rows, and how many there are in all."""

    total: int
    rows: tuple[ClaimRow, ...]


def browse(desk: Desk, written: str, limit: int = PAGE, order: Order = "newest") -> Found:
    """The claims a filter lets through, newest first or in another order.

    Words are looked up in the index; where it knows none of them, as while a word is half typed,
    any text that holds them will do.

    Raises:
        BadFilter: naming the place where the filter stops making sense.
    """
    wanted = parse_filter(written, desk.today())
    with desk.reading() as session:
        asked, among = asked_of(session, wanted)
        total, claims = browsing.page(session, asked, limit, among, order)
        numbers = [claim.number for claim in claims]
        tallies = browsing.tallies(session, numbers)
        states = browsing.states(session, numbers)
    unsettled = {n: sum(counts[state] for state in OPEN_STATES) for n, counts in states.items()}
    rows = (
        ClaimRow(
            ref=f"C{claim.number}",
            wording=claim.wording,
            topic=claim.topic,
            statements=tally.statements,
            outlets=tally.outlets,
            latest=tally.latest,
            open=unsettled.get(claim.number, 0),
            status=_status(states.get(claim.number, ())),
        )
        for claim in claims
        for tally in (tallies.get(claim.number, browsing.Tally()),)
    )
    return Found(total, tuple(rows))


def let_through(desk: Desk, written: str, order: Order = "newest") -> list[Reference]:
    """All claims a filter lets through, newest first or in another order.

    Raises:
        BadFilter: as :func:`browse`.
    """
    wanted = parse_filter(written, desk.today())
    with desk.reading() as session:
        numbers = browsing.fitting(session, *asked_of(session, wanted), order)
    return [Reference("claim", number) for number in numbers]


def _status(states: Collection[str]) -> str | None:
    """The state that matters most, in the order of the filter's words."""
    return next((name for name, meant in STATES.items() if not set(meant).isdisjoint(states)), None)
