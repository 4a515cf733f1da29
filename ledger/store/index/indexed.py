"""What the documents of the inverted index say, and which live claim each belongs to.

Read column by column and not row by object: a match looks at a hundred of them.
"""

from collections.abc import Iterable, Iterator, Sequence
from operator import itemgetter
from typing import Any, NamedTuple

from sqlalchemy import (
    BindParameter,
    ColumnClause,
    ColumnElement,
    bindparam,
    func,
    not_,
    or_,
    select,
    true,
)

from ledger.gathering import gathered
from ledger.store.bulk.batches import AT_ONCE, batches
from ledger.store.bulk.columns import CLAIM, FILING, STATEMENT, WORDING
from ledger.store.bulk.keyed import keyed
from ledger.store.connecting.session import Session
from ledger.store.index.lookups import claims_of, loaded_unread
from ledger.store.index.postings import claim_document, statement_document

Lines = tuple[str | None, ...]
_STATEMENT, _FILING, _CLAIM, _WORDING = STATEMENT.c, FILING.c, CLAIM.c, WORDING.c
_OWN = (_STATEMENT.text, _STATEMENT.speaker, _STATEMENT.notes)
_ABOUT = (_CLAIM.wording, _CLAIM.topic)
_NUMBERS: BindParameter[int] = bindparam("numbers", expanding=True)
_FILED = (
    select(_STATEMENT.number, _CLAIM.number, *_OWN, *_ABOUT)
    .join(FILING, _FILING.statement_number == _STATEMENT.number)
    .join(CLAIM, _CLAIM.number == _FILING.claim_number)
    .where(_FILING.live, _CLAIM.live, _STATEMENT.number.in_(_NUMBERS))
)
_SAID = select(_STATEMENT.number, *_OWN).where(_STATEMENT.number.in_(_NUMBERS))
_BESIDE = select(_STATEMENT.number, _STATEMENT.speaker, _STATEMENT.notes).where(
    _STATEMENT.number.in_(_NUMBERS),
    or_(_STATEMENT.speaker.is_not(None), _STATEMENT.notes.is_not(None)),
)
_FILED_LIVE = (
    select(_FILING.statement_number, _FILING.claim_number)
    .join(CLAIM, _CLAIM.number == _FILING.claim_number)
    .where(_FILING.live, _CLAIM.live)
)
_CLAIMS = select(_CLAIM.number, *_ABOUT).where(_CLAIM.live, _CLAIM.number.in_(_NUMBERS))
_WORDED_ALIKE = (
    select(_FILING.statement_number)
    .join(STATEMENT, _STATEMENT.number == _FILING.statement_number)
    .where(_FILING.claim_number == _CLAIM.number, _STATEMENT.text == _CLAIM.wording)
)
_RENAMED = select(_WORDING.number).where(_WORDING.live, _WORDING.claim_number == _CLAIM.number)
_APART = or_(_CLAIM.topic.is_not(None), not_(_WORDED_ALIKE.exists()), _RENAMED.exists())
_OWN_WORDS = select(_CLAIM.number, *_ABOUT).where(_CLAIM.number.in_(_NUMBERS), _APART)
_FIRST = (
    select(_FILING.claim_number, func.min(_FILING.statement_number))
    .where(_FILING.live, _FILING.claim_number.in_(_NUMBERS))
    .group_by(_FILING.claim_number)
)
_FORMER = (
    select(_WORDING.claim_number, _WORDING.wording)
    .where(_WORDING.live, _WORDING.claim_number.in_(_NUMBERS))
    .order_by(_WORDING.number)
)


_NUMBER = itemgetter(0)


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


def live_documents(session: Session) -> dict[int, int]:
    """The claim of every document that belongs to a live one."""
    connection = session.connection()
    filed = connection.execute(_FILED_LIVE).all()
    claims = connection.execute(select(_CLAIM.number).where(_CLAIM.live)).scalars()
    return {statement_document(number): claim for number, claim in filed} | {
        claim_document(number): number for number in claims
    }


def said(session: Session, statements: Iterable[int]) -> dict[int, Lines]:
    """The words, the speaker and the notes of each of these statements, by number."""
    rows = keyed(session.connection(), _SAID, sorted(set(statements)))
    return {number: tuple(lines) for number, *lines in sorted(rows, key=_NUMBER)}


def about_claims(session: Session, claims: Iterable[int]) -> dict[int, Lines]:
    """The wording and the topic of each of these claims that is live, by number."""
    rows = keyed(session.connection(), _CLAIMS, sorted(set(claims)))
    return {number: tuple(about) for number, *about in rows}


def places(session: Session, statements: Iterable[int]) -> list[tuple[int, int]]:
    """Where these statements stand, by number: each with its claim."""
    return sorted(claims_of(session, statements).items())


def beside(session: Session, statements: Sequence[int]) -> dict[int, Lines]:
    """The speaker and the notes of those of these statements that have either."""
    rows = keyed(session.connection(), _BESIDE, statements)
    return {number: (speaker, notes) for number, speaker, notes in rows}


def first_statements(session: Session, claims: Iterable[int]) -> dict[int, int]:
    """The first live statement of each of these claims that has one."""
    return dict(keyed(session.connection(), _FIRST, sorted(set(claims))))


def everything(session: Session) -> Iterator[tuple[int, Lines, bool]]:
    """Every document with its own lines, live or not: statements by number, then claims.

    The last says whether the statement was archived and not read yet.
    """
    unread = loaded_unread(session)
    for rows in _rows(session, (_STATEMENT.number, *_OWN), true()):
        for number, text, speaker, notes in rows:
            archived = any(number in lot for lot in unread)
            yield statement_document(number), (text, speaker, notes), archived
    for rows in _rows(session, (_CLAIM.number,), _APART):
        for number, own in claim_lines(session, [row[0] for row in rows]).items():
            yield claim_document(number), own, False


def claim_lines(session: Session, claims: Iterable[int]) -> dict[int, Lines]:
    """What each of these claims, live or not, is found by: wording, topic, and former wordings.

    A claim that has but its wording, and a statement of its own that says the same, is left out: it
    is found by that statement.
    """
    found: dict[int, Lines] = {}
    for batch in batches(sorted(set(claims))):
        among = {"numbers": batch}
        worded = session.connection().execute(_FORMER, among)
        former = gathered((claim, wording) for claim, wording in worded)
        for number, *about in session.connection().execute(_OWN_WORDS, among):
            found[number] = (*about, *former.get(number, ()))
    return found


def _rows(
    session: Session, columns: Sequence[ColumnClause[Any]], which: ColumnElement[bool]
) -> Iterator[Sequence[Sequence[Any]]]:
    """All rows by number, a batch at a time: no cursor stays open while the caller writes."""
    number, after = columns[0], 0
    while True:
        wanted = select(*columns).where(number > after, which).order_by(number).limit(AT_ONCE)
        rows = session.connection().execute(wanted).all()
        if not rows:
            return
        yield rows
        after = rows[-1][0]
