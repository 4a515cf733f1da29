"""Entering statements: their sources, documents and figures, each as rows of one act."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from ledger import quantities
from ledger.desk.namebook import NameBook
from ledger.desk.progress import Progress, counted
from ledger.model import NewStatement
from ledger.quantities import READER, read
from ledger.store import queries
from ledger.store.act import Act
from ledger.store.canonical import canonical, sha256
from ledger.store.tables import Document, Quantity, Statement
from ledger.text.language import language_of

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
    known = places or {}
    outlets, speakers = NameBook(act, "outlet"), NameBook(act, "speaker")
    archive = _Archive(act)
    rows: list[Row] = []
    for key, new in counted("reading", fresh.items(), len(fresh), progress):
        language = new.language or language_of(new.text)
        outlet = outlets.resolve(new.outlet)
        row: Row = {
            "number": act.next_number(Statement),
            "id": key,
            **new.model_dump(exclude={"claim", "topic"}),
            "language": language,
            "outlet_number": outlet,
            "speaker_number": speakers.resolve(new.speaker) if new.speaker else None,
            "relay_number": outlets.resolve(new.relayed_from) if new.relayed_from else None,
            **(
                _columns(known[key])
                if key in known
                else {"document_number": archive.number_of(new, outlet, language)}
            ),
        }
        rows.append(row)
    act.insert(Document, archive.rows)
    act.insert(Statement, rows)
    act.insert(Quantity, (f for row in rows for f in figures(row["number"], row["text"])))
    return {row["id"]: row["number"] for row in rows}


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


class _Archive:
    """The documents the statements of one act come from, each entered once."""

    def __init__(self, act: Act) -> None:
        self.rows: list[Row] = []
        self._act = act
        self._numbers = queries.document_numbers(act.session)

    def number_of(self, new: NewStatement, outlet: int, language: str) -> int | None:
        """The document a statement stands in; ``None`` when it names neither link nor title."""
        if new.url is None and new.document is None:
            return None
        identity = sha256(canonical([outlet, new.url, new.document]))
        if identity not in self._numbers:
            self._numbers[identity] = self._act.next_number(Document)
            self.rows.append(
                {
                    "number": self._numbers[identity],
                    "identity": identity,
                    "outlet_number": outlet,
                    "url": new.url,
                    "title": new.document,
                    "published_on": new.published_on,
                    "language": language,
                }
            )
        return self._numbers[identity]
