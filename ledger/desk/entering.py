"""Entering statements: their sources, documents and figures, each as rows of one act."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from ledger.desk.namebook import NameBook
from ledger.desk.progress import Progress, chunked
from ledger.model import NewStatement
from ledger.quantities import READER, read
from ledger.store import queries
from ledger.store.act import Act
from ledger.store.canonical import canonical, sha256
from ledger.store.tables import Document, Statement
from ledger.text.language import languages_of

Row = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Place:
    """Where a statement stands in an archived document, in code points of its text."""

    document: int
    start: int
    end: int


def enter(
    act: Act,
    fresh: Mapping[str, NewStatement],
    progress: Progress,
    places: Mapping[str, Place] | None = None,
) -> dict[str, int]:
    """Write statements the ledger does not hold; gives back the number of each by its id.

    Args:
        act: the transaction it happens in.
        fresh: the statements by id.
        progress: told how far the work is.
        places: for statements taken from an archived document, where they stand in it.
    """
    entering = Entering(act, places or {})
    numbers: dict[str, int] = {}
    for chunk in chunked("entering", fresh.items(), len(fresh), progress):
        numbers |= entering.enter(chunk)
    return numbers


class Entering:
    """The rows of one act's statements, written a thousand or so at a time."""

    def __init__(self, act: Act, places: Mapping[str, Place]) -> None:
        self._act = act
        self._places = places
        self._outlets, self._speakers = NameBook(act, "outlet"), NameBook(act, "speaker")
        self._documents: dict[str, int] = {}

    def enter(self, chunk: Sequence[tuple[str, NewStatement]]) -> dict[str, int]:
        """Write some statements and the documents they stand in; the number of each by its id."""
        numbers = self._act.next_numbers(Statement, len(chunk))
        outlets = [self._outlets.resolve(new.outlet) for _, new in chunk]
        identities = [
            _identity(outlet, new) if key not in self._places else None
            for (key, new), outlet in zip(chunk, outlets, strict=True)
        ]
        languages = languages_of([new.text for _, new in chunk])
        rows = [
            self._row(key, new, {"number": number, "outlet_number": outlet, "language": language})
            for (key, new), number, outlet, language in zip(
                chunk, numbers, outlets, languages, strict=True
            )
        ]
        self._write_documents(rows, identities)
        self._act.insert(Statement, rows)
        return dict(zip((key for key, _ in chunk), numbers, strict=True))

    def _row(self, key: str, new: NewStatement, found: Row) -> Row:
        speaker, relay = new.speaker, new.relayed_from
        row = {
            **new.__dict__,
            **found,
            "id": key,
            "speaker_number": self._speakers.resolve(speaker) if speaker else None,
            "relay_number": self._outlets.resolve(relay) if relay else None,
        }
        row["language"] = new.language or found["language"]
        del row["claim"], row["topic"]
        return row | _columns(self._places[key]) if key in self._places else row

    def _write_documents(self, rows: Sequence[Row], identities: Sequence[str | None]) -> None:
        """Say which document each statement stands in, and enter those the ledger lacks."""
        unmet = {one for one in identities if one is not None and one not in self._documents}
        self._documents |= queries.document_numbers(self._act.session, unmet)
        entered = []
        for row, identity in zip(rows, identities, strict=True):
            if identity is None:
                continue
            if identity not in self._documents:
                self._documents[identity] = self._act.next_number(Document)
                entered.append(_document(self._documents[identity], identity, row))
            row["document_number"] = self._documents[identity]
        self._act.insert(Document, entered)


def _document(number: int, identity: str, row: Row) -> Row:
    """The row of the document a statement stands in."""
    return {
        "number": number,
        "identity": identity,
        "outlet_number": row["outlet_number"],
        "url": row["url"],
        "title": row["document"],
        "published_on": row["published_on"],
        "language": row["language"],
    }


def _identity(outlet: int, new: NewStatement) -> str | None:
    """What tells a document from others; ``None`` when neither link nor title is named."""
    if new.url is None and new.document is None:
        return None
    return sha256(canonical([outlet, new.url, new.document]))


def _columns(place: Place) -> Row:
    return {"document_number": place.document, "start": place.start, "end": place.end}


def figures(statement: int, text: str) -> Iterator[Row]:
    """The rows of the figures the present reader reads in a statement."""
    for position, quantity in enumerate(read(text)):
        yield {
            **quantity._asdict(),
            "statement_number": statement,
            "reader": READER,
            "position": position,
        }
