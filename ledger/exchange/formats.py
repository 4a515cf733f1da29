"""The formats of statements: one table from a name to its reader and its writer."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import BinaryIO, Protocol

from ledger.errors import BadRow, UnknownFormat, UntoldFormat
from ledger.exchange.batches import Portion, portions
from ledger.exchange.csv import read_csv, write_csv
from ledger.exchange.jsonl import read_jsonl, read_portions, write_jsonl
from ledger.exchange.records import Record
from ledger.exchange.reviews import read_reviews
from ledger.exchange.rows import Row
from ledger.model import NewStatement


class Reader(Protocol):
    """Reads statements lazily; faults in the data come as values among them."""

    def __call__(
        self, stream: BinaryIO, name: str, *, today: date
    ) -> Iterator[Row | Record | BadRow]:
        """Read the stream, called ``name`` in messages."""


class PortionReader(Protocol):
    """Reads the same some thousand rows at a time."""

    def __call__(self, stream: BinaryIO, name: str, *, today: date) -> Iterator[Portion]:
        """Read the stream, called ``name`` in messages."""


@dataclass(frozen=True, slots=True)
class Format:
    """A format of statements.

    Attributes:
        name: what people call it, in ``--format``.
        suffixes: the endings of file names that mean it, in lower case.
        read: its reader.
        write: its writer; the bytes depend on the statements alone.
    """

    name: str
    suffixes: tuple[str, ...]
    read: Reader
    write: Callable[[Iterable[NewStatement], BinaryIO], None]


_FORMATS = {
    made.name: made
    for made in (
        Format("jsonl", (".jsonl", ".ndjson"), read_jsonl, write_jsonl),
        Format("csv", (".csv",), read_csv, write_csv),
    )
}
FORMAT_NAMES = tuple(_FORMATS)
"""The names of the formats, in the order messages give them."""


def format_called(name: str) -> Format:
    """The format of that name.

    Raises:
        UnknownFormat: naming those there are.
    """
    try:
        return _FORMATS[name.lower()]
    except KeyError:
        raise UnknownFormat(name, FORMAT_NAMES) from None


def format_of(path: Path) -> Format:
    """The format a file's name ends in.

    Raises:
        UnknownFormat: when the ending says nothing.
    """
    for known in _FORMATS.values():
        if path.suffix.lower() in known.suffixes:
            return known
    raise UntoldFormat(path, FORMAT_NAMES)


REVIEWS = "claimreview"
"""Fact-checks of others: read into statements and verdicts, and not a format of statements."""
_REVIEW_SUFFIXES = (".json", ".jsonld")


def portions_called(called: str) -> PortionReader:
    """What reads a file of the format called so, some thousand rows at a time.

    Raises:
        UnknownFormat: naming those there are.
    """
    try:
        reader = read_reviews if called.lower() == REVIEWS else format_called(called).read
    except UnknownFormat:
        raise UnknownFormat(called, (*FORMAT_NAMES, REVIEWS)) from None
    if reader is read_jsonl:
        return read_portions
    return lambda stream, name, *, today: portions(reader(stream, name, today=today))


def name_of(path: Path) -> str:
    """The name of the format a file's name ends in, of statements or of reviews.

    Raises:
        UnknownFormat: when the ending says nothing.
    """
    if path.suffix.lower() in _REVIEW_SUFFIXES:
        return REVIEWS
    try:
        return format_of(path).name
    except UnknownFormat:
        raise UntoldFormat(path, (*FORMAT_NAMES, REVIEWS)) from None
