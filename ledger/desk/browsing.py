"""Browsing: claims by filter, one light row each."""

from dataclasses import dataclass
from datetime import date, datetime, time

from ledger.desk.desk import Desk
from ledger.desk.filtering import STATES, Filter, parse_filter
from ledger.desk.nearest import Index
from ledger.store import browsing
from ledger.text.fold import fold

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
        status: ``open``, ``decided`` or ``noted`` for the state of its conflicts that matters most;
            ``None`` without any.
    """

    ref: str
    wording: str
    topic: str | None
    statements: int
    outlets: int
    latest: date | None
    status: str | None


@dataclass(frozen=True, slots=True)
class Found:
    """The first rows, and how many there are in all."""

    total: int
    rows: tuple[ClaimRow, ...]


def browse(desk: Desk, written: str, limit: int = PAGE) -> Found:
    """The claims a filter lets through, newest first.

    Words are looked up in the index; where it knows none of them, as while a word is half typed,
    any text that holds them will do.

    Raises:
        BadFilter: naming the place where the filter stops making sense.
    """
    wanted = parse_filter(written, desk.today())
    with desk.reading() as session:
        among = Index(session).containing(wanted.words) if wanted.words else None
        parts = wanted.words.split() if wanted.words and not among else []
        total, claims = browsing.page(session, _asked(wanted, parts), limit, among or None)
        numbers = [claim.number for claim in claims]
        tallies = browsing.tallies(session, numbers)
        states = browsing.states(session, numbers)
    rows = (
        ClaimRow(
            ref=f"C{claim.number}",
            wording=claim.wording,
            topic=claim.topic,
            statements=tally.statements,
            outlets=tally.outlets,
            latest=tally.latest,
            status=_status(states.get(claim.number, set())),
        )
        for claim in claims
        for tally in (tallies.get(claim.number, browsing.Tally()),)
    )
    return Found(total, tuple(rows))


def _asked(wanted: Filter, parts: list[str]) -> browsing.Asked:
    midnight = None
    if wanted.added is not None:
        midnight = datetime.combine(wanted.added, time.min).astimezone()
    return browsing.Asked(
        speaker=fold(wanted.said.get("speaker", "")),
        outlet=fold(wanted.said.get("outlet", "")),
        topic=wanted.said.get("topic"),
        actor=wanted.said.get("by"),
        states=wanted.states,
        after=wanted.after,
        before=wanted.before,
        added=midnight,
        parts=parts,
    )


def _status(states: set[str]) -> str | None:
    """The state that matters most, in the order of the filter's words."""
    return next((name for name, meant in STATES.items() if states & set(meant)), None)
