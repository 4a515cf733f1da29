"""Drafts: what somebody typed and has not saved. Kept in the ledger, seen by nobody else."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from ledger.desk.desk import Desk
from ledger.store.asking import drafts as stored


@dataclass(frozen=True, slots=True)
class Draft:
    """One unfinished form.

    Attributes:
        number: what it is found by.
        fields: the form's fields as typed, by name.
        at: when it was last kept.
    """

    number: int
    fields: Mapping[str, str]
    at: datetime


def save(desk: Desk, fields: Mapping[str, str], number: int | None = None) -> int:
    """Keep a form as it stands; gives back the draft's number.

    A form with nothing in it is not kept, so that it can never take the place of a full one.

    Args:
        desk: whose draft.
        fields: the form's fields as typed.
        number: the draft the form was kept as before.
    """
    if not any(value.strip() for value in fields.values()):
        return number or 0
    content = json.dumps(dict(fields), ensure_ascii=True)
    with desk.acting("draft") as act:
        return stored.keep(act, number or None, content)


def discard(desk: Desk, number: int) -> None:
    """Throw a draft away; one that is gone already is no fault."""
    with desk.acting("draft") as act:
        stored.drop(act, number)


def drafts(desk: Desk) -> list[Draft]:
    """The drafts of the person at the desk, newest first."""
    with desk.reading() as session:
        found = stored.kept(session, desk.actor)
    return [Draft(number, json.loads(content), at) for number, content, at in found]
