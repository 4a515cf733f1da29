"""What is asked of claims, of their statements and of the conflicts between these."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import ColumnElement
from sqlmodel import col, func, select
from sqlmodel.sql.expression import SelectOfScalar

from ledger.store.connecting.session import Session
from ledger.store.tables.casework import Assignment
from ledger.store.tables.ledger import (
    Claim,
    Conflict,
    Entry,
    Outlet,
    OutletAlias,
    Speaker,
    SpeakerAlias,
    Statement,
)
from ledger.text.fold import fold


@dataclass(frozen=True, slots=True)
class Asked:
    """What is asked; ``None`` and empty do not narrow.

    Attributes:
        speaker: part of a folded name of the speaker.
        outlet: part of a folded name of the outlet.
        topic: part of the claim's folded topic.
        actor: who recorded the statement.
        assignee: who is to decide one of the claim's conflicts.
        states: states one of the claim's conflicts is in.
        after: first day the statement may be of.
        before: last day.
        added: the first instant it may be recorded at.
        parts: texts that all stand in the wording, or all in one statement.
        words: the words asked for, folded, by which the best match is told.
    """

    speaker: str | None = None
    outlet: str | None = None
    topic: str | None = None
    actor: str | None = None
    assignee: str | None = None
    states: Sequence[str] = ()
    after: date | None = None
    before: date | None = None
    added: datetime | None = None
    parts: Sequence[str] = ()
    words: Sequence[str] = ()


def topics(session: Session) -> list[str]:
    """Every topic a claim is under, in order."""
    found = session.orm.exec(select(Claim.topic).where(col(Claim.live)).distinct())
    return sorted(topic for topic in found if topic)


def topics_holding(session: Session, part: str) -> list[str]:
    """The topics that hold this folded text, whatever their case and script."""
    return [topic for topic in topics(session) if part in fold(topic)]


def of_statement(asked: Asked) -> list[ColumnElement[bool]]:
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
    conditions += [said_day() >= asked.after] if asked.after is not None else []
    conditions += [said_day() <= asked.before] if asked.before is not None else []
    return conditions


def of_conflict(asked: Asked) -> list[ColumnElement[bool]]:
    """What one and the same conflict of the claim must be."""
    conditions: list[ColumnElement[bool]] = []
    if asked.states:
        conditions.append(col(Conflict.state).in_(asked.states))
    if asked.assignee:
        theirs = select(Assignment.conflict_number).where(
            col(Assignment.live), Assignment.assignee == asked.assignee
        )
        conditions.append(col(Conflict.number).in_(theirs))
    return conditions


def _called_alike(
    table: type[Outlet] | type[Speaker], owners: SelectOfScalar[int]
) -> SelectOfScalar[int]:
    """These ones and those merged into them, which go by their name."""
    called = select(table.name).where(col(table.number).in_(owners))
    return select(table.number).where(col(table.name).in_(called))


def said_day() -> ColumnElement[date]:
    """The day a statement was said, or else published."""
    return func.coalesce(col(Statement.said_on), col(Statement.published_on))
