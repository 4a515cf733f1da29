"""Rows by what they are asked for: one by its number, or many, in as many queries as that takes."""

from collections.abc import Iterable, Iterator
from typing import Any, Protocol, TypeVar, TypeVarTuple, overload

from sqlalchemy.orm import Mapped
from sqlmodel.sql.expression import Select, SelectOfScalar

from ledger.store.bulk.batches import batches
from ledger.store.connecting.session import Session

Row = TypeVar("Row")
Columns = TypeVarTuple("Columns")


class _Numbered(Protocol):
    """A row with a number of its own."""

    number: int


Numbered = TypeVar("Numbered", bound=_Numbered)


def by_number(session: Session, table: type[Numbered], number: int) -> Numbered | None:
    """One row by its number, live or not."""
    return session.orm.get(table, number)


@overload
def among(
    session: Session, wanted: SelectOfScalar[Row], column: Mapped[Any], values: Iterable[Any]
) -> Iterator[Row]: ...
@overload
def among(
    session: Session, wanted: Select[*Columns], column: Mapped[Any], values: Iterable[Any]
) -> Iterator[tuple[*Columns]]: ...
def among(
    session: Session,
    wanted: Any,
    column: Mapped[Any],
    values: Iterable[Any],
) -> Iterator[Any]:
    """The rows of a query whose column holds one of these values.

    Within each batch of values, which ascend, rows stand in the order of the query.
    """
    for batch in batches(sorted(set(values))):
        yield from session.orm.exec(wanted.where(column.in_(batch)))


def numbered_among(
    session: Session,
    wanted: SelectOfScalar[Numbered],
    column: Mapped[Any],
    values: Iterable[Any],
) -> list[Numbered]:
    """The same by their own numbers, ascending."""
    return sorted(among(session, wanted, column, values), key=lambda row: row.number)
