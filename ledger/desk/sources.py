"""A statement's sources by the names the ledger knows them by."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Self

from ledger.disagreement import Side
from ledger.store import queries
from ledger.store.session import Session
from ledger.store.tables import Outlet, Speaker, Statement


@dataclass(frozen=True, slots=True)
class Sources:
    """Outlets' and speakers' names by number."""

    outlets: dict[int, str]
    speakers: dict[int, str]

    @classmethod
    def load(cls, session: Session) -> Self:
        """All names as they are now."""
        return cls(queries.names_of(session, Outlet), queries.names_of(session, Speaker))

    @classmethod
    def of(cls, session: Session, statements: Iterable[Statement]) -> Self:
        """The names behind some statements as they are now."""
        chains = [(s.outlet_number, s.relay_number, s.speaker_number) for s in statements]
        outlets = {number for *both, _ in chains for number in both if number is not None}
        speakers = {speaker for *_, speaker in chains if speaker is not None}
        return cls(
            queries.names_of(session, Outlet, outlets),
            queries.names_of(session, Speaker, speakers),
        )

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
