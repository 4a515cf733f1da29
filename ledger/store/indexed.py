"""What the documents of the inverted index say, and which live claim each belongs to.

Read column by column and not row by object: a match looks at a hundred of them.
"""

from collections.abc import Iterable, Iterator, Sequence
from typing import Any, NamedTuple

from sqlalchemy import (
    BindParameter,
    Column,
    ColumnElement,
    bindparam,
    func,
    not_,
    or_,
    select,
    true,
)
from sqlmodel import Session

from ledger.store.keyed import AT_ONCE as _BATCH
from ledger.store.keyed import keyed
from ledger.store.postings import claim_document, statement_document
from ledger.store.queries import loaded_unread
from ledger.store.table import Table

Lines = tuple[str | None, ...]
_STATEMENT = Table.metadata.tables["statement"].c
_FILING = Table.metadata.tables["filing"].c
_CLAIM = Table.metadata.tables["claim"].c
_OWN = (_STATEMENT.text, _STATEMENT.speaker, _STATEMENT.notes)
_ABOUT = (_CLAIM.wording, _CLAIM.topic)
_NUMBERS: BindParameter[int] = bindparam("numbers", expanding=True)
_FILED = (
    select(_STATEMENT.number, _CLAIM.number, *_OWN, *_ABOUT)
    .join(_FILING.claim_number.table, _FILING.statement_number == _STATEMENT.number)
    .join(_CLAIM.number.table, _CLAIM.number == _FILING.claim_number)
    .where(_FILING.live, _CLAIM.live, _STATEMENT.number.in_(_NUMBERS))
)
_CLAIMS = select(_CLAIM.number, *_ABOUT).where(_CLAIM.live, _CLAIM.number.in_(_NUMBERS))


class Indexed(NamedTuple):
    """One document of a live claim.

    Attributes:
        claim: the claim's number.
        lines: what it is found by: of a statement its words, speaker and notes; then, of either
            kind, its claim's wording and topic.
    """

    claim: int
    lines: Lines


def indexed(session: Session, documents: Iterable[int]) -> dict[int, Indexed]:
    """The documents that belong to a live claim, by number; withdrawn ones are left out."""
    wanted = sorted(set(documents))
    found: dict[int, Indexed] = {}
    connection = session.connection()
    statements = [document // 2 for document in wanted if document % 2 == 0]
    claims = [document // 2 for document in wanted if document % 2]
    for row in keyed(connection, _FILED, statements):
        found[statement_document(row[0])] = Indexed(row[1], row[2:])
    for row in keyed(connection, _CLAIMS, claims):
        found[claim_document(row[0])] = Indexed(row[0], row[1:])
    return found


def first_statements(session: Session, claims: Iterable[int]) -> dict[int, int]:
    """The first live statement of each of these claims that has one."""
    first: dict[int, int] = {}
    for batch in _batches(sorted(set(claims))):
        wanted = (
            select(_FILING.claim_number, func.min(_FILING.statement_number))
            .where(_FILING.claim_number.in_(batch), _FILING.live)
            .group_by(_FILING.claim_number)
        )
        first.update({row[0]: row[1] for row in session.connection().execute(wanted)})
    return first


def everything(session: Session) -> Iterator[tuple[int, Lines, bool]]:
    """Every document with its own lines, live or not: statements by number, then claims.

    The last says whether the statement was archived and not read yet. A claim without a topic that
    is worded as a statement of its own has no document: it is found by that statement.
    """
    unread = loaded_unread(session)
    for number, lines in _rows(session, (_STATEMENT.number, *_OWN), true()):
        yield statement_document(number), lines, any(number in lot for lot in unread)
    worded_alike = (
        select(_FILING.statement_number)
        .join(_STATEMENT.number.table, _STATEMENT.number == _FILING.statement_number)
        .where(_FILING.claim_number == _CLAIM.number, _STATEMENT.text == _CLAIM.wording)
    )
    apart = or_(_CLAIM.topic.is_not(None), not_(worded_alike.exists()))
    for number, lines in _rows(session, (_CLAIM.number, *_ABOUT), apart):
        yield claim_document(number), lines, False


def _rows(
    session: Session, columns: Sequence[Column[Any]], which: ColumnElement[bool]
) -> Iterator[tuple[int, Lines]]:
    """All rows by number, a batch at a time: no cursor stays open while the caller writes."""
    number, after = columns[0], 0
    while True:
        wanted = select(*columns).where(number > after, which).order_by(number).limit(_BATCH)
        rows = session.connection().execute(wanted).all()
        yield from ((row[0], tuple(row[1:])) for row in rows)
        if not rows:
            return
        after = rows[-1][0]


def _batches(numbers: Sequence[int]) -> Iterator[Sequence[int]]:
    return (numbers[start : start + _BATCH] for start in range(0, len(numbers), _BATCH))
