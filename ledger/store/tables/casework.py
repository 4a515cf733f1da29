"""Tables of the work on a claim after a flag: care, votes, verdicts, forecasts.

Every row can be taken back, and is then no longer live.
"""

from datetime import date, datetime

from sqlalchemy import Text
from sqlmodel import Field

from ledger.store.tables.base import Table
from ledger.store.tables.base import entry as row_entry
from ledger.store.tables.base import number as row_number


class Note(Table, table=True):
    """What somebody on the desk wants to be read beside a claim."""

    number: int = row_number()
    claim_number: int = Field(foreign_key="claim.number", index=True)
    text: str = Field(sa_type=Text)
    actor: str
    at: datetime
    live: bool = True
    entry: int = row_entry()


class Link(Table, table=True):
    """How claim ``a`` stands to claim ``b``.

    ``kind`` is ``complement`` (the two make up a whole), ``part_of``, ``same_event``, or
    ``merged``: ``a`` was found to be ``b`` and its statements stand there.
    """

    number: int = row_number()
    a_number: int = Field(foreign_key="claim.number", index=True)
    b_number: int = Field(foreign_key="claim.number", index=True)
    kind: str
    live: bool = True
    entry: int = row_entry()


class Wording(Table, table=True):
    """A wording a claim had before it was renamed, or that a claim merged into it had."""

    number: int = row_number()
    claim_number: int = Field(foreign_key="claim.number", index=True)
    wording: str = Field(sa_type=Text)
    key: str = Field(index=True)
    live: bool = True
    entry: int = row_entry()


class Assignment(Table, table=True):
    """Who is to decide a conflict."""

    number: int = row_number()
    conflict_number: int = Field(foreign_key="conflict.number", unique=True)
    assignee: str
    live: bool = True
    entry: int = row_entry()


class Difference(Table, table=True):
    """Why both sides of a conflict can stand: the typed reason of one decision."""

    number: int = row_number()
    decision_number: int = Field(foreign_key="decision.number", unique=True)
    kind: str
    live: bool = True
    entry: int = row_entry()


class Vote(Table, table=True):
    """One of two readers' answers to a conflict, where the ledger asks for a second reader.

    ``state`` is ``waiting`` (for the second), ``agreed`` or ``dissent``.
    """

    number: int = row_number()
    conflict_number: int = Field(foreign_key="conflict.number", index=True)
    answer: str
    difference: str | None = None
    reason: str | None = None
    actor: str
    at: datetime
    state: str = "waiting"
    live: bool = True
    entry: int = row_entry()


class Policy(Table, table=True):
    """One rule of the house for this ledger, by name."""

    number: int = row_number()
    name: str = Field(unique=True)
    value: str
    live: bool = True
    entry: int = row_entry()


class Scale(Table, table=True):
    """A rating scale of the house: ``content`` is JSON, as its file said."""

    number: int = row_number()
    name: str
    content: str = Field(sa_type=Text)
    live: bool = True
    entry: int = row_entry()


class Verdict(Table, table=True):
    """A decision about a claim on a named scale; the latest live one of a publisher stands.

    ``rating`` is the label as written. ``value``, ``best`` and ``worst`` are ClaimReview's numbers
    beside it. ``publisher`` is empty for the house's own.
    """

    number: int = row_number()
    identity: str = Field(index=True)
    claim_number: int = Field(foreign_key="claim.number", index=True)
    scale: str
    rating: str
    value: str | None = None
    best: str | None = None
    worst: str | None = None
    reason: str | None = Field(default=None, sa_type=Text)
    short: str | None = None
    url: str | None = None
    publisher: str | None = None
    published_on: date | None = None
    actor: str
    at: datetime
    live: bool = True
    entry: int = row_entry()


class Evidence(Table, table=True):
    """One thing a verdict rests on: a statement, an archived document or a link.

    ``sha256`` is the hash, at the time, of the archived document or of the saved copy of the link;
    ``saved_as`` is that copy's file name.
    """

    number: int = row_number()
    verdict_number: int = Field(foreign_key="verdict.number", index=True)
    statement_number: int | None = Field(default=None, foreign_key="statement.number")
    document_number: int | None = Field(default=None, foreign_key="document.number")
    url: str | None = None
    saved_as: str | None = None
    sha256: str | None = None
    live: bool = True
    entry: int = row_entry()


class EvidenceCopy(Table, table=True):
    """The saved copy of a link that a verdict rests on, by the hash its evidence names.

    ``content`` is Base64, so that journal and exports spell it as they spell every text. Never
    changed; kept when the verdict is taken back.
    """

    __tablename__ = "evidence_copy"

    number: int = row_number()
    sha256: str = Field(unique=True)
    content: str = Field(sa_type=Text)
    entry: int = row_entry()


class Forecast(Table, table=True):
    """A statement about the future, the day it falls due, and what happened.

    ``outcome`` is ``came_true``, ``partly``, ``did_not`` or ``cannot_tell``, and empty until then.
    """

    number: int = row_number()
    statement_number: int = Field(foreign_key="statement.number", unique=True)
    due_on: date = Field(index=True)
    outcome: str | None = None
    settled_by: int | None = Field(default=None, foreign_key="statement.number")
    reason: str | None = None
    live: bool = True
    entry: int = row_entry()


CASEWORK: tuple[type[Table], ...] = (
    Note,
    Link,
    Wording,
    Assignment,
    Difference,
    Vote,
    Policy,
    Scale,
    Verdict,
    Evidence,
    EvidenceCopy,
    Forecast,
)
"""The tables of this file, in the order they may be written."""
