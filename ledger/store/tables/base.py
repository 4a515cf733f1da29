"""What all tables share: one set of metadata with named constraints, and two columns."""

from typing import Any, ClassVar

from sqlalchemy import ForeignKey, MetaData
from sqlalchemy import Table as SqlTable
from sqlmodel import Field, SQLModel

NAMING = {
    "ix": "ix_%(column_0_label)s",
    "uq": "uq_%(table_name)s_%(column_0_N_name)s",
    "ck": "ck_%(table_name)s_%(constraint_name)s",
    "fk": "fk_%(table_name)s_%(column_0_name)s_%(referred_table_name)s",
    "pk": "pk_%(table_name)s",
}
"""Constraints carry names from the first revision on: batch migrations can only drop named ones."""


class Table(SQLModel):
    """What all tables share: one set of metadata with named constraints.

    Rows are validated before they are any, so what would validate them is made when asked for.
    """

    model_config = {"defer_build": True}
    metadata: ClassVar[MetaData] = MetaData(naming_convention=NAMING)


def sql_table(table: type[Table]) -> SqlTable:
    """A table as statements name it, past what maps its rows to objects."""
    return table.metadata.tables[str(table.__tablename__)]


def number() -> Any:  # noqa: ANN401 - SQLModel fields have no narrower type
    """A primary key given by the program, never by the database."""
    return Field(primary_key=True, sa_column_kwargs={"autoincrement": False})


def entry(*, index: bool = False) -> Any:  # noqa: ANN401 - as above
    """The journal entry that last wrote the row; on a server it is written last, so checks wait."""
    reference = ForeignKey("entry.number", deferrable=True, initially="DEFERRED")
    return Field(sa_column_args=[reference], index=index)
