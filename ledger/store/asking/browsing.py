"""Claims by what is asked of them and of their statements, in one order or another."""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, Literal

from sqlalchemy import ColumnElement, and_, or_
from sqlalchemy.orm import Mapped
from sqlmodel import col, func, select
from sqlmodel.sql.expression import SelectOfScalar

from ledger.gathering import gathered
from ledger.store.asking.among import among as rows_among
from ledger.store.asking.asked import (
    Asked,
    of_conflict,
    of_statement,
    said_day,
    topics_holding,
)
from ledger.store.asking.findings import OPEN_STATES
from ledger.store.connecting.session import Session
from ledger.store.tables.ledger import (
    Claim,
    Conflict,
    Filing,
    Statement,
)
from ledger.text.codes import folds

Order = Literal["newest", "said", "conflicts", "wording", "best"]
"""Newest first; last said first; most open conflicts first; by the folded wording; or those first
whose own wording holds the words asked for, the shortest first."""


@dataclass(frozen=True, slots=True)
class Tally:
    """A claim's statements, counted."""

    statements: int = 0
    outlets: int = 0
    latest: date | None = None


def page(
    session: Session,
    asked: Asked,
    limit: int,
    among: Sequence[int] | None = None,
    order: Order = "newest",
) -> tuple[int, list[Claim]]:
    """How many claims fit, and the first of them in an order.

    Args:
        session: where to look.
        asked: what is asked.
        limit: the most claims to give.
        among: only these claims, in this order; all of them, newest first, for ``None``.
        order: in which order.
    """
    if among is None and order == "newest":  # the first screen of the largest ledger
        wanted = select(Claim).where(col(Claim.live), *_conditions(session, asked))
        total = session.orm.exec(select(func.count()).select_from(wanted.subquery())).one()
        newest = wanted.order_by(col(Claim.number).desc()).limit(limit)
        return total, list(session.orm.exec(newest))
    numbers = fitting(session, asked, among, order)
    return len(numbers), _rows(session, numbers[:limit])


def fitting(
    session: Session,
    asked: Asked,
    among: Sequence[int] | None = None,
    order: Order = "newest",
) -> list[int]:
    """The claims that fit, by number, in an order.

    Args:
        session: where to look.
        asked: what is asked.
        among: only these claims, in this order; all of them, newest first, for ``None``.
        order: in which order; claims that are alike in it stay as they are given.
    """
    return _ordered(session, _fitting(session, asked, among), order, asked.words)


def _fitting(session: Session, asked: Asked, among: Sequence[int] | None) -> list[int]:
    wanted = select(Claim.number).where(col(Claim.live), *_conditions(session, asked))
    if among is None:
        return list(session.orm.exec(wanted.order_by(col(Claim.number).desc())))
    found = set(rows_among(session, wanted, col(Claim.number), among))
    return [number for number in among if number in found]


def _ordered(
    session: Session, numbers: Sequence[int], order: Order, words: Sequence[str]
) -> list[int]:
    """Claims in an order.

    Both databases sort alike, as it is done here: a server sorts texts by its own language.
    """
    if order == "newest" or (order == "best" and not words):
        return list(numbers)
    if order == "best":
        return sorted(numbers, key=_unlike(session, numbers, words))
    keys, without = _sort_keys(session, numbers, order)
    return sorted(
        numbers, key=lambda number: keys.get(number) or without, reverse=order != "wording"
    )


def _unlike(
    session: Session, numbers: Sequence[int], words: Sequence[str]
) -> Callable[[int], tuple[bool, int]]:
    """How far a claim's wording is from the words asked for."""
    keys = _wordings(session, numbers)

    def unlike(number: int) -> tuple[bool, int]:
        return not all(word in keys[number] for word in words), len(keys[number])

    return unlike


def _rows(session: Session, numbers: Sequence[int]) -> list[Claim]:
    """These claims, as they are given."""
    rows = rows_among(session, select(Claim), col(Claim.number), numbers)
    found = {row.number: row for row in rows}
    return [found[number] for number in numbers]


def _wordings(session: Session, numbers: Sequence[int]) -> dict[int, str]:
    """The folded wording of each of these claims."""
    worded = select(Claim.number, Claim.wording)
    found = dict(rows_among(session, worded, col(Claim.number), numbers))
    return dict(zip(found, folds(list(found.values())), strict=True))


def _sort_keys(
    session: Session, numbers: Sequence[int], order: Order
) -> tuple[Mapping[int, Any], Any]:
    """What each claim is sorted by, and what stands for claims that have no such thing."""
    if order == "said":
        said = (
            select(Filing.claim_number, func.max(said_day()))
            .join(Statement, col(Statement.number) == Filing.statement_number)
            .where(col(Filing.live))
            .group_by(col(Filing.claim_number))
        )
        return dict(session.orm.exec(said).all()), date.min
    if order == "conflicts":
        disputed = (
            select(Conflict.claim_number, func.count())
            .where(col(Conflict.live), col(Conflict.state).in_(OPEN_STATES))
            .group_by(col(Conflict.claim_number))
        )
        return dict(session.orm.exec(disputed).all()), 0
    return _wordings(session, numbers), ""


def tallies(session: Session, claims: Iterable[int]) -> dict[int, Tally]:
    """The statements of each claim, counted; claims without any are left out."""
    counted = (
        select(
            Filing.claim_number,
            func.count(),
            func.count(func.distinct(col(Statement.outlet_number))),
            func.max(said_day()),
        )
        .join(Statement, col(Statement.number) == Filing.statement_number)
        .where(col(Filing.live))
        .group_by(col(Filing.claim_number))
    )
    found = rows_among(session, counted, col(Filing.claim_number), claims)
    return {number: Tally(many, outlets, latest) for number, many, outlets, latest in found}


def states(session: Session, claims: Iterable[int]) -> dict[int, Counter[str]]:
    """How many of each claim's conflicts are in which state."""
    wanted = select(Conflict.claim_number, Conflict.state).where(col(Conflict.live))
    found = gathered(rows_among(session, wanted, col(Conflict.claim_number), claims))
    return {number: Counter(states) for number, states in found.items()}


def _conditions(session: Session, asked: Asked) -> list[ColumnElement[bool]]:
    conditions: list[ColumnElement[bool]] = []
    if asked.topic:
        conditions.append(col(Claim.topic).in_(topics_holding(session, asked.topic)))
    if between := of_conflict(asked):
        disputed = select(Conflict.claim_number).where(col(Conflict.live), *between)
        conditions.append(col(Claim.number).in_(disputed))
    if spoken := of_statement(asked):
        conditions.append(col(Claim.number).in_(_filed(spoken)))
    if asked.parts:
        worded = [_holds(col(Claim.wording), part) for part in asked.parts]
        said = [_holds(col(Statement.text), part) for part in asked.parts]
        both = or_(and_(*worded), col(Claim.number).in_(_filed(said)))
        conditions.append(both)
    return conditions


def _holds(column: Mapped[str], part: str) -> ColumnElement[bool]:
    """Whether a text holds a part of a word, in any case.

    SQLite knows the case of ASCII alone, so other letters are looked for as people write them.
    """
    forms = [part] if part.isascii() else [part, part.lower(), part.upper(), part.capitalize()]
    return or_(*(column.icontains(form, autoescape=True) for form in dict.fromkeys(forms)))


def _filed(conditions: list[ColumnElement[bool]]) -> SelectOfScalar[int]:
    """The claims that hold a statement of which all of this is true."""
    return (
        select(Filing.claim_number)
        .join(Statement, col(Statement.number) == Filing.statement_number)
        .where(col(Filing.live), *conditions)
    )
