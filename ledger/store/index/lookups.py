"""What a search asks of the tables: plain columns, so that no table need be mapped to objects."""

from collections.abc import Iterable, Iterator
from datetime import date
from typing import Any, Literal, NamedTuple

from sqlalchemy import (
    BindParameter,
    Select,
    TableClause,
    bindparam,
    func,
    literal_column,
    select,
)

from ledger.store.bulk.batches import batches
from ledger.store.bulk.columns import (
    CLAIM,
    FILING,
    OUTLET,
    OUTLET_ALIAS,
    QUANTITY,
    READ,
    READING,
    SPEAKER,
    SPEAKER_ALIAS,
    STATEMENT,
)
from ledger.store.bulk.keyed import asked, keyed
from ledger.store.connecting.session import Session

_NUMBERS: BindParameter[int] = bindparam("numbers", expanding=True)


class Statement(NamedTuple):
    """A statement as it was recorded; ``tables`` says what each column means."""

    number: int
    id: str
    text: str
    language: str
    outlet: str
    speaker: str | None
    relayed_from: str | None
    said_on: date | None
    published_on: date | None
    url: str | None
    document: str | None
    notes: str | None
    ref: str | None
    outlet_number: int
    speaker_number: int | None
    relay_number: int | None
    document_number: int | None
    start: int | None
    end: int | None
    entry: int

    @property
    def day(self) -> date | None:
        """The day it was said or else published."""
        return self.said_on or self.published_on


def in_time(statement: Statement) -> tuple[date, int]:
    """Sorts statements by their day, those without one last, then by number."""
    return statement.day or date.max, statement.number


_HIGHEST = {table.name: select(func.max(table.c.number)) for table in READ if "number" in table.c}
_STATEMENTS = select(*(STATEMENT.c[name] for name in Statement._fields)).order_by(
    STATEMENT.c.number
)
_READ_SINCE = select(READING.c.first).where(READING.c.reader > literal_column("0"))
_UNREAD = (
    select(READING.c.first, READING.c.last)
    .where(READING.c.first.not_in(_READ_SINCE))
    .order_by(READING.c.first)
)
_STATEMENTS_AMONG = _STATEMENTS.where(STATEMENT.c.number.in_(_NUMBERS))
_WORDINGS = select(CLAIM.c.number, CLAIM.c.wording).where(
    CLAIM.c.live, CLAIM.c.number.in_(_NUMBERS)
)
_CLAIMS = select(FILING.c.statement_number, FILING.c.claim_number).where(
    FILING.c.live, FILING.c.statement_number.in_(_NUMBERS)
)
_FILED = select(FILING.c.statement_number, FILING.c.claim_number).where(
    FILING.c.live, FILING.c.claim_number.in_(_NUMBERS)
)
_SHARED = (
    select(FILING.c.claim_number)
    .where(FILING.c.live, FILING.c.claim_number.in_(_NUMBERS))
    .group_by(FILING.c.claim_number)
    .having(func.count() > 1)
)
_TOLD = tuple(c for c in QUANTITY.c if c.name not in {"statement_number", "reader", "position"})
_FIGURES = (
    select(QUANTITY.c.statement_number, *_TOLD)
    .where(QUANTITY.c.reader == bindparam("reader"))
    .order_by(QUANTITY.c.statement_number, QUANTITY.c.position)
)
_FIGURES_AMONG = _FIGURES.where(QUANTITY.c.statement_number.in_(_NUMBERS))
_NAMES = {table.name: select(table.c.number, table.c.name) for table in (OUTLET, SPEAKER)}
_NAMES_AMONG = {
    table.name: _NAMES[table.name].where(table.c.number.in_(_NUMBERS))
    for table in (OUTLET, SPEAKER)
}
_OWNERS = {
    kind: select(table.c.key, table.c.owner).where(
        table.c.live, table.c.key.in_(bindparam("keys", expanding=True))
    )
    for kind, table in (("outlet", OUTLET_ALIAS), ("speaker", SPEAKER_ALIAS))
}
_OF_KINDS = select(OUTLET.c.number, OUTLET.c.name, OUTLET.c.kind).where(
    OUTLET.c.live, OUTLET.c.kind.in_(bindparam("kinds", expanding=True))
)
_GO_BY = select(OUTLET_ALIAS.c.number, OUTLET_ALIAS.c.owner, OUTLET_ALIAS.c.key).where(
    OUTLET_ALIAS.c.live, OUTLET_ALIAS.c.owner.in_(_NUMBERS)
)


def highest(session: Session, table: TableClause) -> int:
    """The highest number in a table; as numbers leave no gaps, also how many rows it has."""
    ((found,),) = asked(session.connection(), _HIGHEST[table.name])
    return found or 0


def statements(session: Session, numbers: Iterable[int] | None = None) -> Iterator[Statement]:
    """Statements by number, ascending; all of them when no numbers are given."""
    if numbers is None:
        yield from map(Statement._make, session.connection().execute(_STATEMENTS))
        return
    yield from map(Statement._make, _among(session, _STATEMENTS_AMONG, numbers))


def wordings(session: Session, claims: Iterable[int]) -> dict[int, str]:
    """The wording of each of these claims that is live, by number."""
    return dict(keyed(session.connection(), _WORDINGS, sorted(set(claims))))


def claims_of(session: Session, statements: Iterable[int]) -> dict[int, int]:
    """The claim each of these statements stands under, where it stands under one."""
    return dict(keyed(session.connection(), _CLAIMS, sorted(set(statements))))


def filed_under(session: Session, claims: Iterable[int]) -> list[tuple[int, int]]:
    """Each statement that stands under one of these claims, with its claim, by number."""
    found = keyed(session.connection(), _FILED, sorted(set(claims)))
    return sorted((statement, claim) for statement, claim in found)


def shared(session: Session, claims: Iterable[int]) -> set[int]:
    """Those of these claims that hold more than one statement."""
    return {claim for (claim,) in keyed(session.connection(), _SHARED, sorted(set(claims)))}


def figures(
    session: Session, reader: int, numbers: Iterable[int] | None = None
) -> Iterator[tuple[int, dict[str, Any]]]:
    """The figures the given version of the reader read, by statement and place, as plain columns.

    Of these statements, or of all when no numbers are given.
    """
    names = [column.name for column in _TOLD]
    if numbers is None:
        found: Iterable[Any] = session.connection().execute(_FIGURES, {"reader": reader})
    else:
        found = _among(session, _FIGURES_AMONG, numbers, reader=reader)
    for number, *row in found:
        yield number, dict(zip(names, row, strict=True))


def names_of(
    session: Session, kind: Literal["outlet", "speaker"], numbers: Iterable[int] | None = None
) -> dict[int, str]:
    """Outlets' or speakers' names by number; all of them when no numbers are given."""
    if numbers is None:
        return dict(session.connection().execute(_NAMES[kind]).all())
    return dict(keyed(session.connection(), _NAMES_AMONG[kind], sorted(set(numbers))))


def owners_of(
    session: Session, kind: Literal["outlet", "speaker"], keys: Iterable[str]
) -> dict[str, int]:
    """Whom these folded names stand for, where a live alias has them."""
    return dict(keyed(session.connection(), _OWNERS[kind], sorted(set(keys))))


def outlet_kinds(session: Session, kinds: Iterable[str]) -> list[tuple[str, str, str]]:
    """Every name of the outlets of some kinds, folded, with what the outlet is called and is."""
    kept = keyed(session.connection(), _OF_KINDS, sorted(kinds))
    outlets = {number: (name, kind) for number, name, kind in kept}
    aliases = sorted(keyed(session.connection(), _GO_BY, sorted(outlets)))
    return [(key, *outlets[owner]) for _, owner, key in aliases]


def loaded_unread(session: Session) -> list[range]:
    """The statements that were loaded unread and that no reader has read since, ascending."""
    return [range(first, last + 1) for first, last in asked(session.connection(), _UNREAD)]


def _among(
    session: Session, query: Select[Any], numbers: Iterable[int], **given: int
) -> Iterator[Any]:
    """The rows of a query for these numbers, in ascending batches of them."""
    for batch in batches(sorted(set(numbers))):
        yield from keyed(session.connection(), query, batch, **given)
