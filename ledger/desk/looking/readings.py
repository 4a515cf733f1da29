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
