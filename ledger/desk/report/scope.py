"""Which part of the ledger a report shows."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from ledger.store.lookups import Statement
from ledger.store.tables import Claim


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which part of the ledger a report shows.

    Attributes:
        topic: only claims under this topic.
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

    def names(self, claim: Claim) -> bool:
        """Whether topic and references leave room for a claim."""
        of_topic = self.topic is None or claim.topic == self.topic
        return of_topic and (not self.claims or f"C{claim.number}" in self.claims)

    def dates(self, members: Sequence[Statement]) -> bool:
        """Whether one and the same of these statements is of the days asked for."""
        days = [row.day for row in members]
        return (self.first is None and self.last is None) or any(
            day is not None
            and (self.first is None or day >= self.first)
            and (self.last is None or day <= self.last)
            for day in days
        )
