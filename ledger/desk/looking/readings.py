"""The figures in statements: as the ledger keeps them, read anew only where it does not."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Self

from ledger.gathering import gathered
from ledger.quantities import READER, Quantity, read
from ledger.store.connecting.session import Session
from ledger.store.index import lookups
from ledger.store.index.lookups import Statement


@dataclass(frozen=True, slots=True)
class Readings:
    """What the present reader reads in some statements, by statement number."""

    kept: dict[int, list[Quantity]]

    @classmethod
    def load(cls, session: Session, statements: Iterable[int] | None = None) -> Self:
        """The figures kept of these statements, or of all."""
        figures = lookups.figures(session, READER, statements)
        return cls(gathered((number, Quantity(**fields)) for number, fields in figures))

    def of(self, row: Statement) -> Iterable[Quantity]:
        """The figures of one statement, in order.

        One without kept figures is read: it has none, or waits for a rescan. Texts without a figure
        cost the reader little.
        """
        return self.kept.get(row.number) or read(row.text)

    def told(self, row: Statement) -> list[Quantity]:
        """The figures of what is said: not how many people said it, and not on which day."""
        day = f"---{row.said_on.day:02}" if row.said_on is not None else None
        return [
            quantity
            for quantity in self.of(row)
            if not (quantity.dimension == "date" and quantity.period == day)
            and not (row.speaker and quantity.text in row.speaker)
        ]
