"""A statement's sources by the names the ledger knows them by."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property
from typing import Self

from ledger.desk.desk import Desk
from ledger.desk.references import parse
from ledger.disagreement import Side, origins
from ledger.store.connecting.session import Session
from ledger.store.index import lookups
from ledger.store.index.lookups import Statement

AGENCY, OUTLET = "agency", "outlet"
"""What an outlet may be: one whose report is one origin, however many carry it, or none such."""


@dataclass(frozen=True)
class Sources:
    """Outlets' and speakers' names by number."""

    session: Session
    outlets: dict[int, str]
    speakers: dict[int, str]

    @classmethod
    def load(cls, session: Session) -> Self:
        """All names as they are now."""
        return cls(
            session, lookups.names_of(session, "outlet"), lookups.names_of(session, "speaker")
        )

    @classmethod
    def of(cls, session: Session, statements: Iterable[Statement]) -> Self:
        """The names behind some statements as they are now; others are learnt when needed."""
        sources = cls(session, {}, {})
        sources._learn(statements)
        return sources

    def _learn(self, statements: Iterable[Statement]) -> None:
        """Look up those names behind some statements that are not known yet."""
        chains = [(s.outlet_number, s.relay_number, s.speaker_number) for s in statements]
        outlets = {number for *both, _ in chains for number in both if number is not None}
        speakers = {speaker for *_, speaker in chains if speaker is not None}
        unknown = outlets - self.outlets.keys(), speakers - self.speakers.keys()
        self.outlets.update(lookups.names_of(self.session, "outlet", unknown[0]))
        self.speakers.update(lookups.names_of(self.session, "speaker", unknown[1]))

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

    def origins(self, statements: Iterable[Statement]) -> list[int]:
        """The number of the origin behind each statement, from 0 in order of first appearance."""
        rows = list(statements)
        self._learn(rows)
        return origins([self.side(row) for row in rows], self._agencies)

    @cached_property
    def _agencies(self) -> dict[str, str | None]:
        """Who is an agency and who is none, by every name, where the ledger says either."""
        return {
            key: name if kind == AGENCY else None
            for key, name, kind in lookups.outlet_kinds(self.session, (AGENCY, OUTLET))
        }

    def side(self, statement: Statement) -> Side:
        """The statement as one side of a comparison."""
        return Side(
            statement.text,
            speaker=self.speaker(statement),
            outlet=self.outlet(statement),
            said_on=statement.day,
            relayed_from=self.relay(statement),
        )


def voices(desk: Desk, references: Iterable[str]) -> dict[str, str]:
    """Who speaks in each statement, by the one name the ledger knows them by."""
    numbers = [parse(reference, "statement").number for reference in references]
    with desk.reading() as session:
        sources = Sources.load(session)
        return {
            f"S{row.number}": sources.speaker(row) or sources.outlet(row)
            for row in lookups.statements(session, numbers)
        }
