"""A statement's sources by the names the ledger knows them by."""

from dataclasses import dataclass
from typing import Self

from ledger.disagreement import Side
from ledger.store import queries
from ledger.store.session import Session
from ledger.store.tables import Outlet, Speaker, Statement


@dataclass(frozen=True, slots=True)
class Sources:
    """Every outlet's and speaker's name by number."""

    outlets: dict[int, str]
    speakers: dict[int, str]

    @classmethod
    def load(cls, session: Session) -> Self:
        """The names as they are now."""
        return cls(queries.names_of(session, Outlet), queries.names_of(session, Speaker))

    def outlet(self, statement: Statement) -> str:
        """Who published it."""
        return self.outlets[statement.outlet_number]

    def speaker(self, statement: Statement) -> str | None:
        """Who said it; ``None`` when the outlet speaks in its own voice."""
        number = statement.speaker_number
        return self.speakers[number] if number is not None else None

    def relay(self, statement: Statement) -> str | None:
        """Whom the publisher quotes."""
        number = statement.relay_number
        return self.outlets[number] if number is not None else None

    def side(self, statement: Statement) -> Side:
        """The statement as one side of a comparison."""
        return Side(
            statement.text,
            speaker=self.speaker(statement),
            outlet=self.outlet(statement),
            said_on=statement.said_on or statement.published_on,
            relayed_from=self.relay(statement),
        )
