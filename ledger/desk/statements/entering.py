"""Entering statements: their sources, documents and figures, each as rows of one act."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from operator import itemgetter
from typing import Any

from ledger.desk.names.namebook import NameBook
from ledger.exchange.batches import Batch
from ledger.quantities import READER, read
from ledger.quantities import Quantity as Figure
from ledger.store.asking import archive
from ledger.store.bulk.columns import QUANTITY
from ledger.store.journal.act import Act
from ledger.store.journal.canonical import canonical, sha256
from ledger.store.tables.ledger import Document, Statement
from ledger.text.language import languages_of

Columns = dict[str, Sequence[Any]]


@dataclass(frozen=True, slots=True)
class Place:
    """Where a statement stands in an archived document, in code points of its text."""

    document: int
    start: int
    end: int


class Entering:
    """The rows of one act's statements, written a thousand or so at a time."""

    def __init__(self, act: Act, places: Mapping[str, Place]) -> None:
        self._act = act
        self._places = places
        self._outlets, self._speakers = NameBook(act, "outlet"), NameBook(act, "speaker")
        self._documents: dict[str, int] = {}

    def enter(self, batch: Batch) -> range:
        """Write some statements and the documents they stand in; their numbers."""
        told = dict(batch.columns)
        del told["claim"], told["topic"]
        told["outlet_number"] = self._outlets.resolve_each(told["outlet"])
        told["language"] = _languages(told["text"], told["language"])
        told["speaker_number"] = self._speakers.resolve_each(told["speaker"])
        told["relay_number"] = self._outlets.resolve_each(told["relayed_from"])
        told["document_number"] = self._write_documents(batch.ids, told)
        if self._places:
            told |= self._positions(batch.ids, told)
        numbers = self._act.next_numbers(Statement, len(batch))
        self._act.insert_block(Statement, {**told, "number": numbers, "id": batch.ids})
        return numbers

    def _write_documents(self, ids: Sequence[str], told: Columns) -> list[int | None]:
        """Which document each statement stands in; those the ledger lacks are entered."""
        if not any(map(any, (told["url"], told["document"]))):
            return [None] * len(ids)
        named = zip(told["outlet_number"], told["url"], told["document"], strict=True)
        identities = [
            None if parts[1:] == (None, None) or key in self._places else document_identity(*parts)
            for key, parts in zip(ids, named, strict=True)
        ]
        unmet = {one for one in identities if one is not None and one not in self._documents}
        self._documents |= archive.numbers(self._act.session, unmet)
        entered: dict[str, int] = {}
        for at, identity in enumerate(identities):
            if identity is not None and identity not in self._documents:
                self._documents[identity] = self._act.next_number(Document)
                entered[identity] = at
        columns = {
            mine: [told[theirs][at] for at in entered.values()]
            for mine, theirs in _DOCUMENT.items()
        }
        numbers = [self._documents[identity] for identity in entered]
        self._act.insert_block(Document, {**columns, "number": numbers, "identity": [*entered]})
        return [self._documents[one] if one is not None else None for one in identities]

    def _positions(self, ids: Sequence[str], told: Columns) -> Columns:
        """The columns of where statements stand, with those of an archived document put in."""
        places = [self._places.get(key) for key in ids]
        return {
            "document_number": [
                place.document if place else document
                for place, document in zip(places, told["document_number"], strict=True)
            ],
            "start": [place.start if place else None for place in places],
            "end": [place.end if place else None for place in places],
        }


_DOCUMENT = {
    **{name: name for name in ("outlet_number", "url", "published_on", "language")},
    "title": "document",
}
"""What a document is told by, of the statement it was entered with."""


def document_identity(
    outlet: int, url: str | None, title: str | None, digest: str | None = None
) -> str:
    """What tells a document from others in this ledger.

    Args:
        outlet: the number of whoever published it.
        url: its link.
        title: its title, which counts where its text is not at hand.
        digest: the SHA-256 of its text.
    """
    return sha256(canonical([outlet, url, title] if digest is None else [digest, outlet, url]))


def _languages(texts: Sequence[str], named: Sequence[str | None]) -> list[str]:
    """The language of each text, as named or as found out."""
    found = languages_of(texts)
    return [name or language for name, language in zip(named, found, strict=True)]


_TOLD = tuple(name for name in Figure._fields if name in QUANTITY.c)
_told_of = itemgetter(*map(Figure._fields.index, _TOLD))
FIGURE = ("statement_number", "reader", "position", *_TOLD)
"""The columns of a figure, as ``figures`` gives them."""


def figures(statement: int, text: str) -> Iterator[tuple[Any, ...]]:
    """The rows of the figures the present reader reads in a statement."""
    for position, figure in enumerate(read(text)):
        yield statement, READER, position, *_told_of(figure)
