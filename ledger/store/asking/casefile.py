"""Whole tables of casework, as an export and an import look at them."""

from typing import TypeVar

from sqlalchemy import select as sql_select
from sqlmodel import col, select

from ledger.store.connecting.session import Session
from ledger.store.tables.base import sql_table
from ledger.store.tables.casework import (
    Assignment,
    EvidenceCopy,
    Forecast,
    Link,
    Note,
    Policy,
    Scale,
    Verdict,
    Vote,
    Wording,
)
from ledger.store.tables.ledger import Claim, Conflict, Decision, Document, Question, Statement

Kept = TypeVar(
    "Kept",
    Assignment,
    Claim,
    Conflict,
    Decision,
    Document,
    EvidenceCopy,
    Forecast,
    Link,
    Note,
    Policy,
    Question,
    Scale,
    Verdict,
    Vote,
    Wording,
)


def rows(session: Session, table: type[Kept]) -> list[Kept]:
    """Every row of a table by number, live or not."""
    return list(session.orm.exec(select(table).order_by(col(table.number))))


def held(rows: list[Kept]) -> list[Kept]:
    """Those of these rows that were not taken back."""
    return [row for row in rows if getattr(row, "live", True)]


def documents(session: Session) -> list[tuple[int, int, str | None, str | None, str | None]]:
    """Number, outlet, link, title and hash of every document, without the texts."""
    told = sql_table(Document).c
    wanted = sql_select(told.number, told.outlet_number, told.url, told.title, told.sha256)
    return [tuple(row) for row in session.connection().execute(wanted.order_by(told.number))]


def statement_ids(session: Session) -> dict[int, str]:
    """The id of every statement, by number."""
    return dict(session.orm.exec(select(Statement.number, Statement.id)).all())
