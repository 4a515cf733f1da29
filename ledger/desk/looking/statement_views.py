"""What the desk shows of a statement. Texts are verbatim; whoever prints them shows controls."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from ledger.desk.looking.directions import figure_text
from ledger.desk.looking.readings import Readings
from ledger.store.connecting.session import Session
from ledger.store.index import lookups
from ledger.store.index.lookups import Statement


@dataclass(frozen=True, slots=True)
class StatementView:
    """One statement with its attribution chain, as written and as known.

    ``document`` is the title of the text it comes from, ``page`` the reference of that document.
    """

    ref: str
    text: str
    speaker: str | None
    relayed_from: str | None
    outlet: str
    said_on: date | None
    published_on: date | None
    url: str | None
    document: str | None
    language: str
    notes: str | None
    importer_ref: str | None
    claim: str | None
    figures: tuple[str, ...]
    entry: int
    page: str | None = None

    @property
    def day(self) -> date | None:
        """The day it was said or else published."""
        return self.said_on or self.published_on


def statement_views(session: Session, rows: Sequence[Statement]) -> dict[int, StatementView]:
    """Statements that were read, by number."""
    claims = lookups.claims_of(session, (row.number for row in rows))
    figures = Readings.load(session, (row.number for row in rows))
    return {row.number: _statement(row, claims.get(row.number), figures) for row in rows}


def _statement(row: Statement, claim: int | None, figures: Readings) -> StatementView:
    return StatementView(
        ref=f"S{row.number}",
        text=row.text,
        speaker=row.speaker,
        relayed_from=row.relayed_from,
        outlet=row.outlet,
        said_on=row.said_on,
        published_on=row.published_on,
        url=row.url,
        document=row.document,
        language=row.language,
        notes=row.notes,
        importer_ref=row.ref,
        claim=f"C{claim}" if claim is not None else None,
        figures=tuple(figure_text(quantity) for quantity in figures.told(row)),
        entry=row.entry,
        page=f"D{row.document_number}" if row.document_number is not None else None,
    )
