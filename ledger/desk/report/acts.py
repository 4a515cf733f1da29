"""What was done, as a report tells it: decisions, corrections, and every act since a day."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, time
from functools import cached_property
from itertools import takewhile

from ledger.desk.looking.rulings import DecisionView, decision_views
from ledger.report import view
from ledger.store.asking import findings, rulings
from ledger.store.connecting.session import Session
from ledger.store.journal.chain import first_since, recent_entries
from ledger.store.tables.ledger import Entry


@dataclass(frozen=True)
class Acts:
    """The acts a report tells of.

    Attributes:
        session: where they are read.
        since: the day from which on they are told, in UTC; ``None`` for all decisions and
            corrections, and no changes.
    """

    session: Session
    since: date | None

    @cached_property
    def new_entries(self) -> list[Entry]:
        """What was done since the day asked for, earliest first; nothing when none was."""
        if self.since is None:
            return []
        first = first_since(self.session, datetime.combine(self.since, time.min, UTC))
        if first is None:
            return []
        newest_first = takewhile(lambda entry: entry.number >= first, recent_entries(self.session))
        return [*newest_first][::-1]

    def decisions(self) -> tuple[view.Decision, ...]:
        """What people decided, earliest first."""
        taken = decision_views(self.session, rulings.decisions(self.session))
        return self.told(
            found for _, found in taken if self.since is None or day(found.at) >= self.since
        )

    def told(self, decisions: Iterable[DecisionView]) -> tuple[view.Decision, ...]:
        """Decisions as they stand on the page, in the order given."""
        return tuple(
            view.Decision(
                on=day(found.at),
                actor=found.actor,
                ref=found.about,
                answer=found.answer,
                reason=found.reason,
                superseded=found.superseded,
                sides=self._sides.get(found.about, ("A", "B")),
                because=found.because,
                imported_by=found.imported_by,
            )
            for found in decisions
        )

    @cached_property
    def _sides(self) -> dict[str, tuple[str, str]]:
        """The two statements of every conflict there ever was."""
        pairs = findings.pairs(self.session)
        return {f"X{number}": (f"S{a}", f"S{b}") for number, a, b in pairs}

    def corrections(self) -> tuple[view.Correction, ...]:
        """The acts that took back earlier ones, earliest first."""
        every = list(recent_entries(self.session))[::-1] if self.since is None else []
        return tuple(
            view.Correction(day(entry.at), entry.actor, entry.undoes, _after_colon(entry.summary))
            for entry in every or self.new_entries
            if entry.undoes is not None
        )

    def changes(self) -> Iterator[view.Change]:
        """Every act since the day asked for, earliest first."""
        for entry in self.new_entries:
            yield view.Change(day(entry.at), entry.actor, entry.act, entry.summary)


def _after_colon(summary: str) -> str:
    """What was taken back, in the summary of an undo: ``decide: X1: a holds``."""
    return summary.partition(": ")[2]


def day(moment: datetime) -> date:
    """The day of a moment, in UTC."""
    return moment.astimezone(UTC).date()
