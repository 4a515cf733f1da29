"""Whole tables read and written row by row, some thousand at a time, so that memory stays flat."""

from collections.abc import Callable, Generator, Iterable, Mapping
from contextlib import closing
from itertools import islice
from operator import itemgetter
from typing import Any, cast

from sqlalchemy import Connection, Table, insert, select

from ledger.store.journal.chain import Key

Row = Mapping[str, Any]
_AT_ONCE = 2_000


def key_of(table: Table) -> Callable[[Row], Key]:
    """What gives the primary key of a row of the table."""
    return itemgetter(*(column.name for column in table.primary_key))


def rows(connection: Connection, table: Table) -> Generator[Row, None, None]:
    """Every row of a table by key; to be closed when left before its end."""
    ordered = select(table).order_by(*table.primary_key)
    streamed = connection.execute(ordered.execution_options(yield_per=_AT_ONCE))
    with closing(streamed.mappings()) as found:
        yield from cast("Iterable[Row]", found)


def write(connection: Connection, table: Table, values: Iterable[Row]) -> None:
    """Add rows, each by the names of its columns."""
    waiting = iter(values)
    while chunk := list(islice(waiting, _AT_ONCE)):
        connection.execute(insert(table), chunk)
