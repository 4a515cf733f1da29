"""Claims by what is asked of them and of their statements, in one order or another."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, Literal

from sqlalchemy import ColumnElement, and_, or_
from sqlmodel import col, func, select
from sqlmodel.sql.expression import SelectOfScalar

from ledger.store.batches import batches
from ledger.store.findings import OPEN_STATES
from ledger.store.session import Session
from ledger.store.tables import (
    Claim,
    Conflict,
    Entry,
    Filing,
    Outlet,
    OutletAlias,
    Speaker,
    SpeakerAlias,
    Statement,
)

Order = Literal["recorded", "said", "conflicts", "wording"]
"""Newest first; last said first; most open conflicts first; or by the folded wording."""


@dataclass(frozen=True, slots=True)
class Asked:
    """What is asked; ``None`` and empty do not narrow.

    Attributes:
        speaker: part of a folded name of the speaker.
        outlet: part of a folded name of the outlet.
        topic: part of the claim's topic.
        actor: who recorded the statement.
        states: states one of the claim's conflicts is in.
        after: first day the statement may be of.
        before: last day.
        added: the first instant it may be recorded at.
        parts: texts that all stand in the wording, or all in one statement.
    """

    speaker: str | None = None
    outlet: str | None = None
    topic: str | None = None
    actor: str | None = None
    states: Sequence[str] = ()
    after: date | None = None
    before: date | None = None
    added: datetime | None = None
    parts: Sequence[str] = ()


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
    order: Order = "recorded",
) -> tuple[int, list[Claim]]:
    """How many claims fit, and the first of them in an order.

    Args:
        session: where to look.
        asked: what is asked.
        limit: the most claims to give.
        among: only these claims, in this order; all of them, newest first, for ``None``.
        order: in which order.
    """
    if among is None and order == "recorded":  # the first screen of the largest ledger
        wanted = select(Claim).where(col(Claim.live), *_conditions(asked))
        total = session.orm.exec(select(func.count()).select_from(wanted.subquery())).one()
        newest = wanted.order_by(col(Claim.number).desc()).limit(limit)
        return total, list(session.orm.exec(newest))
    numbers = fitting(session, asked, among)
    return len(numbers), _rows(session, _ordered(session, numbers, order)[:limit])


def fitting(session: Session, asked: Asked, among: Sequence[int] | None = None) -> list[int]:
    """The claims that fit, by number.

    Args:
        session: where to look.
        asked: what is asked.
        among: only these claims, in this order; all of them, newest first, for ``None``.
    """
    wanted = select(Claim.number).where(col(Claim.live), *_conditions(asked))
    if among is None:
        return list(session.orm.exec(wanted.order_by(col(Claim.number).desc())))
    found: set[int] = set()
    for batch in batches(among):
        found.update(session.orm.exec(wanted.where(col(Claim.number).in_(batch))))
    return [number for number in among if number in found]


def _ordered(session: Session, numbers: Sequence[int], order: Order) -> list[int]:
    """Claims in an order; those that are alike in it stay as they are given.

    Both databases sort alike, as it is done here: a server sorts texts by its own language.
    """
    if order == "recorded":
        return list(numbers)
    keys, without = _sort_keys(session, order)
    return sorted(
        numbers, key=lambda number: keys.get(number) or without, reverse=order != "wording"
    )


def _rows(session: Session, numbers: Sequence[int]) -> list[Claim]:
    """These claims, as they are given."""
    found: dict[int, Claim] = {}
    for batch in batches(numbers):
        among = col(Claim.number).in_(batch)
        found.update({row.number: row for row in session.orm.exec(select(Claim).where(among))})
    return [found[number] for number in numbers]


def _sort_keys(session: Session, order: Order) -> tuple[Mapping[int, Any], Any]:
    """What each claim is sorted by, and what stands for claims that have no such thing."""
    if order == "said":
        said = (
            select(Filing.claim_number, func.max(_said()))
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
    worded = select(Claim.number, Claim.key).where(col(Claim.live))
    return dict(session.orm.exec(worded).all()), ""


def tallies(session: Session, claims: Iterable[int]) -> dict[int, Tally]:
    """The statements of each claim, counted; claims without any are left out."""
    numbers = sorted(set(claims))
    found: dict[int, Tally] = {}
    for batch in batches(numbers):
        counted = (
            select(
                Filing.claim_number,
                func.count(),
                func.count(func.distinct(col(Statement.outlet_number))),
                func.max(_said()),
            )
            .join(Statement, col(Statement.number) == Filing.statement_number)
            .where(col(Filing.live), col(Filing.claim_number).in_(batch))
            .group_by(col(Filing.claim_number))
        )
        for number, statements, outlets, latest in session.orm.exec(counted):
            found[number] = Tally(statements, outlets, latest)
    return found


def states(session: Session, claims: Iterable[int]) -> dict[int, Counter[str]]:
    """How many of each claim's conflicts are in which state."""
    numbers = sorted(set(claims))
    found: dict[int, Counter[str]] = {}
    for batch in batches(numbers):
        wanted = select(Conflict.claim_number, Conflict.state).where(
            col(Conflict.live), col(Conflict.claim_number).in_(batch)
        )
        for number, state in session.orm.exec(wanted):
            found.setdefault(number, Counter())[state] += 1
    return found


def _conditions(asked: Asked) -> list[ColumnElement[bool]]:
    conditions: list[ColumnElement[bool]] = []
    if asked.topic:
        conditions.append(col(Claim.topic).icontains(asked.topic, autoescape=True))
    if asked.states:
        disputed = select(Conflict.claim_number).where(
            col(Conflict.live), col(Conflict.state).in_(asked.states)
        )
        conditions.append(col(Claim.number).in_(disputed))
    of_statement = _of_statement(asked)
    if of_statement:
        conditions.append(col(Claim.number).in_(_filed(of_statement)))
    if asked.parts:
        worded = [col(Claim.wording).icontains(part, autoescape=True) for part in asked.parts]
        said = [col(Statement.text).icontains(part, autoescape=True) for part in asked.parts]
        both = or_(and_(*worded), col(Claim.number).in_(_filed(said)))
        conditions.append(both)
    return conditions


def _of_statement(asked: Asked) -> list[ColumnElement[bool]]:
    """What one and the same statement of the claim must be."""
    conditions: list[ColumnElement[bool]] = []
    if asked.speaker:
        named = col(SpeakerAlias.key).contains(asked.speaker, autoescape=True)
        owners = select(SpeakerAlias.owner).where(col(SpeakerAlias.live), named)
        conditions.append(col(Statement.speaker_number).in_(_called_alike(Speaker, owners)))
    if asked.outlet:
        named = col(OutletAlias.key).contains(asked.outlet, autoescape=True)
        publishers = select(OutletAlias.owner).where(col(OutletAlias.live), named)
        conditions.append(col(Statement.outlet_number).in_(_called_alike(Outlet, publishers)))
    if asked.actor:
        acts = select(Entry.number).where(Entry.actor == asked.actor)
        conditions.append(col(Statement.entry).in_(acts))
    if asked.added is not None:
        recent = select(func.min(col(Entry.number))).where(Entry.at >= asked.added)
        conditions.append(col(Statement.entry) >= recent.scalar_subquery())
    conditions += [_said() >= asked.after] if asked.after is not None else []
    conditions += [_said() <= asked.before] if asked.before is not None else []
    return conditions


def _called_alike(
    table: type[Outlet] | type[Speaker], owners: SelectOfScalar[int]
) -> SelectOfScalar[int]:
    """These ones and those merged into them, which go by their name."""
    called = select(table.name).where(col(table.number).in_(owners))
    return select(table.number).where(col(table.name).in_(called))


def _said() -> ColumnElement[date]:
    return func.coalesce(col(Statement.said_on), col(Statement.published_on))


def _filed(conditions: list[ColumnElement[bool]]) -> SelectOfScalar[int]:
    """The claims that hold a statement of which all of this is true."""
    return (
        select(Filing.claim_number)
        .join(Statement, col(Statement.number) == Filing.statement_number)
        .where(col(Filing.live), *conditions)
    )
