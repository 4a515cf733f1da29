"""Which part of the ledger a report shows."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date

from ledger.store.index.lookups import Statement
from ledger.store.tables.ledger import Claim
from ledger.text.fold import fold


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which part of the ledger a report shows.

    Attributes:
        topic: only claims under this topic, however it is cased and in either script; where none
            is called so, under those that begin so.
        conflicts_only: only claims sources disagree about.
        claims: only these claims, by reference; every claim when there are none.
        first: only claims with a statement of this day or a later one.
        last: only claims with a statement of this day or an earlier one.
        state: only claims with a conflict in this state.
        since: only what was touched since this day began, in UTC, and what was done then.
    """

    topic: str | None = None
    conflicts_only: bool = False
    claims: frozenset[str] = frozenset()
    first: date | None = None
    last: date | None = None
    state: str | None = None
    since: date | None = None

    @property
    def is_part(self) -> bool:
        """Whether claims may be left out, and with them what was decided about them."""
        return self != Wanted(since=self.since)

    def named(self, claims: Collection[Claim]) -> list[Claim]:
        """The claims that topic and references leave room for."""
        topics = _called(self.topic, {claim.topic for claim in claims if claim.topic})
        return [
            claim
            for claim in claims
            if (self.topic is None or claim.topic in topics)
            and (not self.claims or f"C{claim.number}" in self.claims)
        ]

    def dates(self, members: Sequence[Statement]) -> bool:
        """Whether one and the same of these statements is of the days asked for."""
        days = [row.day for row in members]
        return (self.first is None and self.last is None) or any(
            day is not None
            and (self.first is None or day >= self.first)
            and (self.last is None or day <= self.last)
            for day in days
        )


def _called(written: str | None, topics: Collection[str]) -> set[str]:
    """The topics somebody means who writes so."""
    key = fold(written or "").strip()
    keys = {topic: fold(topic) for topic in topics} if key else {}
    exactly = {topic for topic, told in keys.items() if told == key}
    return exactly or {topic for topic, told in keys.items() if told.startswith(key)}
