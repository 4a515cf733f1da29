"""Statements of a file some thousand at a time, checked and told column by column.

A look at a whole column costs a fraction of what checking each row does. What passes it is what
``NewStatement`` takes as it stands; whatever does not, or would be tidied, is checked row by row.
"""

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from datetime import date
from functools import cached_property
from itertools import chain, islice
from typing import Any, NamedTuple

from ledger.errors import BadRow, InvalidField
from ledger.exchange.records import Record
from ledger.exchange.rows import Row, day_of
from ledger.model import (
    DAYS,
    FIELDS,
    MAX_LINE,
    MAX_NAME,
    MAX_TEXT,
    NewReview,
    NewStatement,
    identities_of,
)
from ledger.text.codes import folds

AT_ONCE = 2_000
"""Rows of a file read at a time."""
_VERBATIM = dict.fromkeys(("text", "notes"), MAX_TEXT)
_TIDY = {
    **dict.fromkeys(("outlet", "speaker", "relayed_from", "topic", "ref"), MAX_NAME),
    **dict.fromkeys(("url", "claim", "document"), MAX_LINE),
    "language": 35,
}
_REQUIRED = ("text", "outlet")
_KNOWN = frozenset(FIELDS)


class Batch:
    """Some statements, checked.

    Attributes:
        columns: what stands in each of ``FIELDS``, statement by statement.
    """

    def __init__(self, columns: Mapping[str, Sequence[Any]]) -> None:
        self.columns = columns

    @classmethod
    def of(cls, statements: Iterable[NewStatement]) -> "Batch":
        """These statements."""
        return cls(_columns([new.__dict__ for new in statements]))

    def __len__(self) -> int:
        """How many there are."""
        return len(self.columns["text"])

    @cached_property
    def ids(self) -> list[str]:
        """The id of each."""
        return identities_of(self.columns)

    @cached_property
    def keys(self) -> list[str]:
        """The match key of each text."""
        return folds(self.columns["text"])

    def taken(self, places: Sequence[int]) -> "Batch":
        """Those at some places, in that order."""
        if len(places) == len(self):
            return self
        return Batch({name: [held[at] for at in places] for name, held in self.columns.items()})


class Portion(NamedTuple):
    """What the next rows of a file are.

    Attributes:
        lines: the line each statement begins on.
        batch: the statements.
        records: records of casework.
        bad: the rows that cannot enter the ledger.
        reviews: what publishers concluded, each with the place of its statement in the batch.
    """

    lines: Sequence[int]
    batch: Batch
    records: Sequence[Record] = ()
    bad: Sequence[BadRow] = ()
    reviews: Sequence[tuple[int, NewReview]] = ()


def portions(rows: Iterator[Row | Record | BadRow]) -> Iterator[Portion]:
    """The rows of any format, some thousand at a time."""
    while chunk := list(islice(rows, AT_ONCE)):
        good, records, bad = sorted_out(chunk)
        batch = Batch.of(row.statement for row in good)
        reviews = [(at, row.review) for at, row in enumerate(good) if row.review is not None]
        yield Portion([row.line for row in good], batch, records, bad, reviews)


def sorted_out(
    rows: Collection[Row | Record | BadRow],
) -> tuple[list[Row], list[Record], list[BadRow]]:
    """The statements, the records and the faults among some rows."""
    return (
        [row for row in rows if type(row) is Row],
        [row for row in rows if type(row) is Record],
        [row for row in rows if type(row) is BadRow],
    )


def column_by_column(rows: Sequence[Mapping[str, Any]], today: date) -> tuple[Batch, set[int]]:
    """Rows as a batch, and those of them that are not what ``NewStatement`` would make of them.

    Args:
        rows: fields by name, each a text, a day or ``None``.
        today: the day by which messages spell out a date written without a year.
    """
    columns = _columns(rows)
    odd = set[int]()
    if not _KNOWN.issuperset(chain.from_iterable(rows)):
        odd.update(at for at, row in enumerate(rows) if not row.keys() <= _KNOWN)
    for name in DAYS:
        columns[name] = _with_days(name, columns[name], today, odd)
    for name in _REQUIRED:
        odd.update(at for at, value in enumerate(columns[name]) if value is None)
    for name, most in _VERBATIM.items():
        odd |= _misfits(columns[name], _fits, most)
    for name, most in _TIDY.items():
        odd |= _misfits(columns[name], _is_tidy, most)
    return Batch(columns), odd


def _columns(rows: Sequence[Mapping[str, Any]]) -> dict[str, list[Any]]:
    named = set(chain.from_iterable(rows))
    return {
        name: [row.get(name) for row in rows] if name in named else [None] * len(rows)
        for name in FIELDS
    }


def _misfits(column: Sequence[Any], fits: Callable[[str, int], bool], most: int) -> set[int]:
    """The places of what does not fit in a column; each value, as outlets come again, once."""
    unfit = {value for value in set(column) if value is not None and not fits(value, most)}
    return {at for at, value in enumerate(column) if value in unfit} if unfit else set()


def _fits(value: str, most: int) -> bool:
    return len(value) <= most and "\0" not in value and not (value.isspace() or value == "")


def _is_tidy(value: str, most: int) -> bool:
    return value.strip() == value and _fits(value, most)


def _with_days(name: str, column: Sequence[Any], today: date, odd: set[int]) -> list[date | None]:
    """The days a column names; a row whose day cannot be read is odd."""
    days: dict[Any, date | None] = {}
    for written in set(column):
        try:
            days[written] = day_of(name, written, today) if type(written) is str else written
        except InvalidField:
            odd.update(at for at, value in enumerate(column) if value == written)
            days[written] = None
    return [*map(days.__getitem__, column)]
