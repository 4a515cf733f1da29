"""The ledger's tables.

Every row says in ``entry`` which journal entry last wrote it. Rows that can change carry ``live``:
nothing is deleted, a row that was undone is no longer live. Numbers are given by the program inside
the writing transaction, so that SQLite and PostgreSQL count alike and leave no gaps.
"""

from datetime import date, datetime

from sqlalchemy import Column, Index, LargeBinary, String, Text, UniqueConstraint, column
from sqlmodel import Field

from ledger.store.tables.base import Table
from ledger.store.tables.base import entry as _entry
from ledger.store.tables.base import number as _number
from ledger.store.tables.casework import CASEWORK


class Entry(Table, table=True):
    """One act, chained to the one before it by SHA-256. Never updated, never deleted."""

    number: int = _number()
    at: datetime
    actor: str
    act: str
    summary: str
    undoes: int | None = Field(default=None, foreign_key="entry.number")
    changes: str = Field(sa_type=Text)
    previous: str
    hash: str = Field(unique=True)


class Outlet(Table, table=True):
    """Who published."""

    number: int = _number()
    name: str
    kind: str | None = None
    live: bool = True
    entry: int = _entry()


class OutletAlias(Table, table=True):
    """One way of writing an outlet's name."""

    __tablename__ = "outlet_alias"

    number: int = _number()
    owner: int = Field(foreign_key="outlet.number", index=True)
    alias: str
    key: str = Field(index=True)
    live: bool = True
    entry: int = _entry()


class Speaker(Table, table=True):
    """Who said it: a person, an organisation or an unnamed collective."""

    number: int = _number()
    name: str
    kind: str | None = None
    live: bool = True
    entry: int = _entry()


class SpeakerAlias(Table, table=True):
    """One way of writing a speaker's name."""

    __tablename__ = "speaker_alias"

    number: int = _number()
    owner: int = Field(foreign_key="speaker.number", index=True)
    alias: str
    key: str = Field(index=True)
    live: bool = True
    entry: int = _entry()


class Document(Table, table=True):
    """One text of one outlet, archived where its words are at hand."""

    number: int = _number()
    identity: str = Field(unique=True)
    outlet_number: int = Field(foreign_key="outlet.number")
    url: str | None = None
    title: str | None = None
    published_on: date | None = None
    language: str | None = None
    text: str | None = Field(default=None, sa_type=Text)
    sha256: str | None = None
    entry: int = _entry()


def _where_named(name: str) -> Index:
    """An index of the statements that have something there; an archive mostly has not.

    Revision 0007 says so to servers too; here it would load all there is for them with every file.
    """
    return Index(f"ix_statement_{name}", name, sqlite_where=column(name).is_not(None))


class Statement(Table, table=True):
    """One thing one source said. Never updated, never deleted; ``id`` is derived from content.

    ``start`` and ``end`` are its code points in the text of its document, where that is archived.
    """

    __table_args__ = (_where_named("ref"), _where_named("speaker_number"))

    number: int = _number()
    id: str = Field(unique=True)
    text: str = Field(sa_type=Text)
    language: str
    outlet: str
    speaker: str | None = None
    relayed_from: str | None = None
    said_on: date | None = None
    published_on: date | None = None
    url: str | None = None
    document: str | None = None
    notes: str | None = Field(default=None, sa_type=Text)
    ref: str | None = None
    outlet_number: int = Field(foreign_key="outlet.number", index=True)
    speaker_number: int | None = Field(default=None, foreign_key="speaker.number")
    relay_number: int | None = Field(default=None, foreign_key="outlet.number")
    document_number: int | None = Field(default=None, foreign_key="document.number")
    start: int | None = None
    end: int | None = None
    entry: int = _entry(index=True)


class Quantity(Table, table=True):
    """One figure as one version of the reader read it. A newer reader adds rows beside these."""

    statement_number: int = Field(
        primary_key=True,
        foreign_key="statement.number",
        sa_column_kwargs={"autoincrement": False},
    )
    reader: int = _number()
    position: int = _number()
    text: str = Field(sa_type=Text)
    start: int
    end: int
    value: float | None = None
    low: float | None = None
    high: float | None = None
    low_closed: bool
    high_closed: bool
    unit: str | None = None
    currency: str | None = None
    dimension: str
    comparator: str
    comparator_text: str | None = None
    change: str | None = None
    measure: str | None = None
    period: str | None = None
    role: str
    modality: str | None = None
    entry: int = _entry()


class Reading(Table, table=True):
    """That statements ``first`` to ``last`` were read late: an archive is loaded unread.

    ``reader`` is 0 when they are loaded; a second row says which version of the reader read them.
    Like their figures it stays when the act is undone.
    """

    number: int = _number()
    first: int = Field(foreign_key="statement.number")
    last: int = Field(foreign_key="statement.number")
    reader: int
    entry: int = _entry()


class Claim(Table, table=True):
    """What is being claimed, in one line; ``key`` is the SHA-256 of its folded wording."""

    number: int = _number()
    wording: str = Field(sa_type=Text)
    key: str = Field(index=True)
    topic: str | None = None
    live: bool = True
    entry: int = _entry()


class Filing(Table, table=True):
    """The decision that a statement belongs to a claim; revised by pointing it elsewhere.

    ``basis`` is ``given`` (the file or the person named the claim), ``matched`` (the score stood
    above the threshold), ``new`` (nothing was near enough), ``archived`` (loaded under a claim of
    its own without looking for near ones) or ``person`` (moved by hand).
    """

    statement_number: int = Field(
        primary_key=True,
        foreign_key="statement.number",
        sa_column_kwargs={"autoincrement": False},
    )
    claim_number: int = Field(foreign_key="claim.number", index=True)
    basis: str
    score: float | None = None
    live: bool = True
    entry: int = _entry()


class Question(Table, table=True):
    """A near claim remembered for a person to judge: ``open``, ``same`` or ``different``."""

    __table_args__ = (UniqueConstraint("statement_number", "claim_number"),)

    number: int = _number()
    statement_number: int = Field(foreign_key="statement.number")
    claim_number: int = Field(foreign_key="claim.number", index=True)
    score: float
    state: str = "open"
    live: bool = True
    entry: int = _entry()


class Conflict(Table, table=True):
    """A relation between two statements of one claim that is worth a person's time.

    ``state`` is ``noted`` (not comparable, worth a look), ``open``, ``assigned``, ``decided`` or
    ``reopened``. ``a_number`` is always the smaller statement number; ``parts`` is JSON.
    """

    __table_args__ = (UniqueConstraint("a_number", "b_number"),)

    number: int = _number()
    claim_number: int = Field(foreign_key="claim.number", index=True)
    a_number: int = Field(foreign_key="statement.number")
    b_number: int = Field(foreign_key="statement.number", index=True)
    relation: str
    code: str
    explanation: str = Field(sa_type=Text)
    parts: str = Field(sa_type=Text)
    state: str = Field(index=True)
    live: bool = True
    entry: int = _entry()


class Decision(Table, table=True):
    """One act by one person at one time with a reason. Never updated; superseded by a later one."""

    number: int = _number()
    conflict_number: int | None = Field(default=None, foreign_key="conflict.number", index=True)
    question_number: int | None = Field(default=None, foreign_key="question.number")
    statement_number: int | None = Field(default=None, foreign_key="statement.number")
    claim_number: int | None = Field(default=None, foreign_key="claim.number")
    answer: str
    reason: str | None = None
    actor: str
    at: datetime
    supersedes: int | None = Field(default=None, foreign_key="decision.number")
    entry: int = _entry()


class Proposal(Table, table=True):
    """A sentence of a document proposed as a statement; ``open``, ``accepted`` or ``rejected``.

    ``reasons`` is a JSON list; the bases are ``explicit``, ``inherited`` or ``cataphora``.
    """

    __table_args__ = (UniqueConstraint("document_number", "start", "end"),)

    number: int = _number()
    document_number: int = Field(foreign_key="document.number")
    start: int
    end: int
    speaker: str | None = None
    relayed_from: str | None = None
    relay_basis: str | None = None
    outlet: str
    said_on: date | None = None
    said_on_basis: str | None = None
    topic: str | None = None
    score: float
    reasons: str = Field(sa_type=Text)
    region: str
    state: str = Field(default="open", index=True)
    statement_number: int | None = Field(default=None, foreign_key="statement.number")
    live: bool = True
    entry: int = _entry()


class Draft(Table, table=True):
    """A form somebody has not finished. Not an act, so not journalled; gone once it is saved."""

    number: int = _number()
    actor: str = Field(index=True)
    content: str = Field(sa_type=Text)
    at: datetime


class Posting(Table, table=True):
    """A run of the inverted index: the documents that hold a token, as packed little-endian uint32.

    Derived from the texts and not journalled; it can be thrown away and built again.
    """

    token: str = Field(sa_column=Column(String, primary_key=True))
    first: int = _number()
    count: int
    documents: bytes = Field(sa_type=LargeBinary)


JOURNALLED: tuple[type[Table], ...] = (
    Outlet,
    OutletAlias,
    Speaker,
    SpeakerAlias,
    Document,
    Statement,
    Quantity,
    Reading,
    Claim,
    Filing,
    Question,
    Conflict,
    Decision,
    Proposal,
    *CASEWORK,
)
"""Tables whose every row the journal vouches for, in the order they may be written."""
