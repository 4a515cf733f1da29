"""A report as data: what is on the page and in which order, before anything is formatted.

Every tuple is printed in the order given. Texts are as recorded; escaping is the renderer's.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class Source:
    """Where a statement was published. Equal sources share one footnote.

    Attributes:
        outlet: who published.
        document: title of the text published.
        published_on: the day it was published.
        url: where it stands.
        sha256: hash of the archived copy, in hexadecimal.
    """

    outlet: str
    document: str | None = None
    published_on: date | None = None
    url: str | None = None
    sha256: str | None = None


@dataclass(frozen=True, slots=True)
class Reading:
    """One figure read in a statement.

    Attributes:
        value: the figure as it was stated, its unit and direction, for people (``about 18 months``,
            ``down 4 %``).
        about: the period the figure is for; ``None`` when the words name none.
    """

    value: str
    about: str | None = None


@dataclass(frozen=True, slots=True)
class Statement:
    """One statement as the report shows it.

    Attributes:
        ref: short reference (``S48``).
        text: the words, verbatim.
        source: where they were published.
        speaker: who said them; ``None`` when the outlet speaks in its own voice.
        nameless: whether the speaker is told by words that fit anybody (he, the company).
        relayed_from: whom the outlet quotes them from.
        said_on: the day they were said.
        language: BCP 47 tag of the words.
        readings: the figures in them; empty when there are none.
        origin: number of the statement's origin among the statements of its claim.
    """

    ref: str
    text: str
    source: Source
    speaker: str | None = None
    relayed_from: str | None = None
    said_on: date | None = None
    language: str | None = None
    readings: tuple[Reading, ...] = ()
    origin: int = 1
    nameless: bool = False


Marked = tuple[str, tuple[str, ...]]
"""A statement's reference and words of it."""


def marked(ref: str, text: str, spans: Iterable[tuple[int, int]]) -> Marked:
    """A statement's reference with its words at some places, in code points, each once."""
    return ref, tuple(dict.fromkeys(text[start:end] for start, end in spans))


@dataclass(frozen=True, slots=True)
class Decision:
    """One act of one person about a conflict or a claim.

    Attributes:
        on: the day it was taken.
        actor: who took it.
        ref: what it is about (``X7``).
        answer: what was decided, as the ledger calls it (``a_holds``).
        reason: why; ``None`` when none was asked for.
        superseded: whether a later decision took its place.
        sides: references of the two statements, where it is about two.
        because: the kind of difference, where one was named.
        imported_by: who brought it here, where it was taken in another ledger.
    """

    on: date
    actor: str
    ref: str
    answer: str
    reason: str | None = None
    superseded: bool = False
    sides: tuple[str, str] = ("A", "B")
    because: str | None = None
    imported_by: str | None = None


@dataclass(frozen=True, slots=True)
class Side:
    """One side of a conflict.

    Attributes:
        statement: the statement that stands for this side.
        origins: how many independent origins say the same.
        differs: where in the statement's text it differs, in code points, start and end.
    """

    statement: Statement
    origins: int = 1
    differs: tuple[tuple[int, int], ...] = ()


@dataclass(frozen=True, slots=True)
class Conflict:
    """Statements of one claim that cannot all hold, or one that contradicts itself.

    Attributes:
        ref: short reference (``X7``), or several (``X7, X9``) where one statement stands against
            more than one.
        claim: reference of the claim (``C12``).
        wording: the claim in one line.
        state: open, assigned, decided or reopened.
        code: relation code of the disagreement.
        explanation: what differs, in one sentence.
        sides: the statements that cannot hold beside each other, side A first; one alone when its
            own figures cannot all hold.
        decisions: what people decided about it, earliest first.
        assignee: who is to decide it.
    """

    ref: str
    claim: str
    wording: str
    state: str
    code: str
    explanation: str
    sides: tuple[Side, ...]
    decisions: tuple[Decision, ...] = ()
    assignee: str | None = None

    @property
    def marked(self) -> tuple[Marked, ...]:
        """Every statement with its words that differ, as published."""
        return tuple(
            marked(side.statement.ref, side.statement.text, side.differs) for side in self.sides
        )


@dataclass(frozen=True, slots=True)
class Remark:
    """A difference that is no conflict and worth a look.

    Attributes:
        code: relation code.
        explanation: what differs, in one sentence.
        statements: references of the statements concerned.
        marked: every statement with its words that differ, as published.
    """

    code: str
    explanation: str
    statements: tuple[str, ...]
    marked: tuple[Marked, ...] = ()


@dataclass(frozen=True, slots=True)
class Stale:
    """Something that changed under a verdict: ``moved``, ``archived`` or ``open``, and what."""

    kind: str
    refs: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Evidence:
    """One thing a verdict rests on; ``sha256`` is the hash of the archived copy."""

    ref: str | None = None
    url: str | None = None
    sha256: str | None = None


@dataclass(frozen=True, slots=True)
class Verdict:
    """What somebody concluded about a claim.

    Attributes:
        label: the label as written.
        scale: the scale it is on.
        by: who gave it.
        on: the day it was given.
        reason: why.
        number: the number for the label, and the scale's lowest and highest.
        evidence: what it rests on.
        stale: what changed under it since.
        superseded: whether a later one took its place.
        imported_by: who brought it here, where it was given in another ledger.
    """

    label: str
    scale: str
    by: str
    on: date
    reason: str | None = None
    number: tuple[str, str, str] | None = None
    evidence: tuple[Evidence, ...] = ()
    stale: tuple[Stale, ...] = ()
    superseded: bool = False
    imported_by: str | None = None


@dataclass(frozen=True, slots=True)
class Claim:
    """One claim and the statements filed under it.

    Attributes:
        ref: short reference (``C12``).
        wording: the claim in one line.
        statements: in the order to print.
        remarks: differences worth a look.
        verdicts: what was concluded, earliest first.
    """

    ref: str
    wording: str
    statements: tuple[Statement, ...]
    remarks: tuple[Remark, ...] = ()
    verdicts: tuple[Verdict, ...] = ()

    @property
    def dated_values(self) -> tuple[tuple[date, str, str], ...]:
        """Day, first figure and reference of the statements that have both, in order of time."""
        dated = [
            (statement.said_on or statement.source.published_on, statement)
            for statement in self.statements
            if statement.readings
        ]
        points = [(day, s.readings[0].value, s.ref) for day, s in dated if day is not None]
        return tuple(sorted(points, key=lambda point: point[0]))

    @property
    def origins(self) -> int:
        """How many independent origins the statements have: ten relays of one count once."""
        return len({statement.origin for statement in self.statements})


@dataclass(frozen=True, slots=True)
class Topic:
    """Claims under one heading; ``name`` is ``None`` for claims filed under no topic."""

    name: str | None
    claims: tuple[Claim, ...]


@dataclass(frozen=True, slots=True)
class Correction:
    """An act that took back an earlier one.

    Attributes:
        on: the day of the act.
        actor: who did it.
        entry: number of the journal entry that was taken back.
        summary: that entry's line in the history.
    """

    on: date
    actor: str
    entry: int
    summary: str


@dataclass(frozen=True, slots=True)
class Counts:
    """The figures of the summary, each a plain count."""

    claims: int = 0
    statements: int = 0
    speakers: int = 0
    outlets: int = 0
    open_conflicts: int = 0
    decided_conflicts: int = 0
    worth_a_look: int = 0
    single_origin: int = 0
    questions: int = 0
    verdicts: int = 0


@dataclass(frozen=True, slots=True)
class Change:
    """One act in the ledger: when, who, what kind, and its line in the history."""

    on: date
    actor: str
    act: str
    summary: str


@dataclass(frozen=True, slots=True)
class Method:
    """How a page was made.

    Attributes:
        version: of the program.
        reader: version of the reader of figures.
        attach_at: score from which a statement is filed by itself.
        near_at: score from which a claim is shown as near.
        second_reader: whether a conflict takes two people to decide.
    """

    version: str
    reader: int
    attach_at: str
    near_at: str
    second_reader: bool


@dataclass(frozen=True, slots=True)
class ReportView:
    """Everything on the page.

    Attributes:
        as_of: the day whose knowledge it shows.
        ledger_hash: hash of the last journal entry it covers.
        entries: number of journal entries it covers.
        counts: the summary.
        conflicts: in the order to print.
        topics: the claims, in the order to print.
        decisions: earliest first.
        corrections: earliest first.
        since: the day from which on changes are told; ``None`` for the whole ledger.
        changes: every act since then, earliest first.
        method: how the page was made, where that is to be told.
    """

    as_of: date
    ledger_hash: str
    entries: int
    counts: Counts = Counts()
    conflicts: tuple[Conflict, ...] = ()
    topics: tuple[Topic, ...] = ()
    decisions: tuple[Decision, ...] = ()
    corrections: tuple[Correction, ...] = ()
    since: date | None = None
    changes: tuple[Change, ...] = ()
    method: Method | None = None
