"""Rows past what SQLAlchemy does for each query: a match asks for two hundred, and so many times.

A query is put together once, as a constant of its module; here it is spelled out once for a driver,
and what the driver gives back is made what the columns hold.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import chain
from typing import Any

from sqlalchemy import Boolean, CompoundSelect, Connection, Date, Dialect, Select

from ledger.store.bulk.batches import batches

_FEWEST = 8

Key = int | str
Rows = Sequence[Any]
Query = Select[Any] | CompoundSelect[Any]


def keyed(connection: Connection, query: Query, keys: Sequence[Key], **given: Key) -> list[Any]:
    """The rows of a query that has a list of keys to look among as a parameter.

    Args:
        connection: where to look, in a transaction that has begun.
        query: one that lives as long as the program; it is spelled out once for each size.
        keys: however many; rows are ordered as the query says among each batch of them.
        given: its other parameters, if it has any.
    """
    rows: list[Any] = []
    for batch in batches(keys):
        size = max(_FEWEST, 1 << (len(batch) - 1).bit_length())
        filled = (*batch, *(batch[-1],) * (size - len(batch)))  # few sizes, so few statements
        rows += _spelled_out(connection.dialect, query, size).rows(connection, filled, given)
    return rows


def asked(connection: Connection, query: Query, **given: Key) -> Rows:
    """The rows of a query without such a list; it lives as long as the program."""
    return _spelled_out(connection.dialect, query, 0).rows(connection, (), given)


_Made = Callable[[Any], Any]


@dataclass(frozen=True, slots=True)
class _Spelled:
    """A query as a driver takes it.

    Attributes:
        statement: its text.
        keys: the names of the parameters that the keys are.
        constants: the parameters that are always the same.
        order: all parameters, where the driver goes by their order; ``None`` where by name.
        made: what becomes of a value, by the place of its column; others are as they should be.
    """

    statement: str
    keys: tuple[str, ...]
    constants: dict[str, Any]
    order: tuple[str, ...] | None
    made: tuple[tuple[int, _Made], ...]

    def rows(self, connection: Connection, keys: tuple[Key, ...], given: dict[str, Key]) -> Rows:
        """What the database answers."""
        if self.order is None:
            rows: Rows = connection.exec_driver_sql(self.statement, self._told(keys, given)).all()
        else:  # SQLite answers in half the time it takes by way of SQLAlchemy
            driver: Any = connection.connection.driver_connection
            told: Sequence[Any] = keys
            if self.order != self.keys:
                told = [*map(self._told(keys, given).__getitem__, self.order)]
            rows = driver.execute(self.statement, told).fetchall()
        return [self._as_held(row) for row in rows] if self.made else rows

    def _told(self, keys: tuple[Key, ...], given: dict[str, Key]) -> dict[str, Any]:
        """Every parameter by its name."""
        return {**self.constants, **given, **dict(zip(self.keys, keys, strict=True))}

    def _as_held(self, row: Iterable[Any]) -> tuple[Any, ...]:
        """A row with its values as the columns hold them."""
        values = list(row)
        for at, make in self.made:
            values[at] = make(values[at])
        return tuple(values)


@lru_cache(maxsize=512)
def _spelled_out(dialect: Dialect, query: Query, size: int) -> _Spelled:
    compiled: Any = query.compile(dialect=dialect)
    values = {
        name: [0] * size if bound.expanding else bound.value
        for bound, name in compiled.bind_names.items()
    }
    state = compiled.construct_expanded_state(values)
    keys = tuple(chain.from_iterable(state.parameter_expansion.values()))
    return _Spelled(
        statement=state.statement,
        keys=keys,
        constants={name: value for name, value in state.parameters.items() if name not in keys},
        order=tuple(state.positiontup) if compiled.positional else None,
        made=_made_of(dialect, query),
    )


def _made_of(dialect: Dialect, query: Query) -> tuple[tuple[int, _Made], ...]:
    """How those values are made that a driver may spell in a way of its own."""
    kinds = [column.type.dialect_impl(dialect) for column in query.selected_columns]
    made = [
        kind.result_processor(dialect, None) if isinstance(kind, Boolean | Date) else None
        for kind in kinds  # drivers give all else as it is
    ]
    return tuple((at, make) for at, make in enumerate(made) if make is not None)
