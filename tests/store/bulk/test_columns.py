"""The columns a search reads are those of the tables."""

import pytest
from sqlalchemy import String, TableClause
from sqlmodel import AutoString

from ledger.store.bulk.columns import READ
from ledger.store.index.lookups import Statement as Row
from ledger.store.tables.base import Table
from ledger.store.tables.ledger import Statement

WRITTEN = (String, AutoString)
"""How the types of text are spelled; no database reads them otherwise."""


@pytest.mark.parametrize("read", READ, ids=lambda read: read.name)
def test_columns_are_named_and_typed_as_the_tables_have_them(read: TableClause) -> None:
    columns = Table.metadata.tables[read.name].c
    for column in read.c:
        kind = columns[column.name].type
        both_text = isinstance(kind, WRITTEN) and isinstance(column.type, WRITTEN)
        assert both_text or type(kind) is type(column.type)


def test_a_statement_read_by_column_has_all_a_statement_has() -> None:
    assert set(Row._fields) == set(Statement.model_fields)
