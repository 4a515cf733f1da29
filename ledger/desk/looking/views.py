"""What the desk shows: plain frozen records, with references instead of numbers.

Texts are verbatim. Whoever prints them makes controls visible.
"""

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from ledger.desk.looking.rulings import Around, DecisionView, VoteView
from ledger.desk.looking.standing import Standing
from ledger.desk.looking.statement_views import StatementView, statement_views
from ledger.desk.looking.verdict_views import VerdictView, verdict_views
from ledger.desk.names.sources import Sources
from ledger.gathering import gathered
from ledger.store.asking import dossier, findings
from ledger.store.asking.findings import Conflict
from ledger.store.connecting.session import Session
from ledger.store.index import lookups
from ledger.store.index.lookups import Statement
from ledger.store.tables.ledger import Claim, Entry


@dataclass(frozen=True, slots=True)
class ConflictView:
    """Two statements that cannot both hold, or that are worth a look side by side.

    ``a_origins`` and ``b_origins`` count the independent origins that stand on each side.
    ``assignee`` is who is to decide it; ``waiting`` is the reader whose answer waits for another's.
    """

    ref: str
    state: str
    code: str
    relation: str
    explanation: str
    claim: str
    wording: str
    a: StatementView
    b: StatementView
    a_spans: tuple[tuple[int, int], ...]
    b_spans: tuple[tuple[int, int], ...]
    a_origins: int
    b_origins: int
    decisions: tuple[DecisionView, ...]
    assignee: str | None = None
    waiting: str | None = None
    votes: tuple[VoteView, ...] = ()

    def other(self, ref: str) -> StatementView:
        """The side that is not this one; the only one there is, when there is only one."""
        return self.b if self.a.ref == ref else self.a

    def origins(self, ref: str) -> int:
        """How many independent origins stand with this side."""
        return self.a_origins if self.a.ref == ref else self.b_origins

    def spans(self, ref: str) -> tuple[tuple[int, int], ...]:
        """Where this side differs; both places when its own figures cannot all hold."""
        if self.a.ref == self.b.ref:
            return tuple(sorted({*self.a_spans, *self.b_spans}))
        return self.a_spans if self.a.ref == ref else self.b_spans


@dataclass(frozen=True, slots=True)
class NoteView:
    """What somebody wrote beside a claim."""

    text: str
    actor: str
    at: datetime


@dataclass(frozen=True, slots=True)
class LinkView:
    """How a claim stands to another: ``complement``, ``part_of``, ``has_part``, ``same_event``."""

    kind: str
    claim: str
    wording: str


@dataclass(frozen=True, slots=True)
class ClaimView:
    """A claim with its statements in order of time, and what was found between them."""

    ref: str
    wording: str
    topic: str | None
    statements: tuple[StatementView, ...]
    origins: int
    conflicts: tuple[ConflictView, ...]
    notes: tuple[NoteView, ...] = ()
    links: tuple[LinkView, ...] = ()
    verdicts: tuple[VerdictView, ...] = ()


@dataclass(frozen=True, slots=True)
class EntryView:
    """One act in the journal."""

    number: int
    at: datetime
    actor: str
    act: str
    summary: str
    undoes: int | None
    hash: str


_FROM_THE_OTHER_END = {"part_of": "has_part"}


class Views:
    """Makes views inside one snapshot; a statement is read once, however often it is shown."""

    def __init__(self, session: Session) -> None:
        self._session = session
        self.sources = Sources.of(session, ())
        self._said: dict[int, Statement] = {}
        self._views: dict[int, StatementView] = {}

    def statements(self, numbers: Iterable[int]) -> dict[int, StatementView]:
        """Statements by number."""
        said = self.said(numbers)
        fresh = [row for number, row in said.items() if number not in self._views]
        self._views |= statement_views(self._session, fresh)
        return {number: self._views[number] for number in said}

    def said(self, numbers: Iterable[int]) -> dict[int, Statement]:
        """The same as they were recorded."""
        wanted = sorted(set(numbers))
        unread = [number for number in wanted if number not in self._said]
        self._said |= {row.number: row for row in lookups.statements(self._session, unread)}
        return {number: self._said[number] for number in wanted if number in self._said}

    def members(self, claims: Iterable[int]) -> dict[int, list[Statement]]:
        """The statements of each of these claims, by number."""
        members: dict[int, list[Statement]] = {claim: [] for claim in claims}
        filed = lookups.filed_under(self._session, members)
        said = self.said(statement for statement, _ in filed)
        for statement, claim in filed:
            members[claim].append(said[statement])
        return members

    def conflicts(self, rows: Iterable[Conflict]) -> list[ConflictView]:
        """Conflicts in the order given."""
        found = list(rows)
        sides = self.statements(n for row in found for n in (row.a_number, row.b_number))
        wordings = lookups.wordings(self._session, (row.claim_number for row in found))
        around = Around.load(self._session, [row.number for row in found])
        claims = {row.claim_number for row in found}
        opposed = findings.opposed(self._session, claims)
        standing = Standing(self.sources, self.members(claims), opposed)
        return [
            self._conflict(row, sides, standing, wordings.get(row.claim_number, ""), around)
            for row in found
        ]

    def claims(self, rows: Iterable[Claim]) -> list[ClaimView]:
        """Claims in the order given, each with its live statements and findings."""
        found = list(rows)
        numbers = [row.number for row in found]
        members = self.members(numbers)
        views = self.statements(row.number for several in members.values() for row in several)
        between = self.conflicts(findings.of_claims(self._session, numbers))
        conflicts = gathered((conflict.claim, conflict) for conflict in between)
        notes, links = self._notes(numbers), self._links(numbers)
        verdicts = verdict_views(self._session, numbers)
        return [
            ClaimView(
                ref=f"C{row.number}",
                wording=row.wording,
                topic=row.topic,
                statements=tuple(in_time(views[said.number] for said in members[row.number])),
                origins=len(set(self.sources.origins(members[row.number]))),
                conflicts=tuple(conflicts.get(f"C{row.number}", ())),
                notes=tuple(notes.get(row.number, ())),
                links=tuple(links.get(row.number, ())),
                verdicts=tuple(verdicts.get(row.number, ())),
            )
            for row in found
        ]

    def _notes(self, claims: Sequence[int]) -> dict[int, list[NoteView]]:
        """The notes beside each claim, oldest first."""
        rows = dossier.notes(self._session, claims)
        return gathered((r.claim_number, NoteView(r.text, r.actor, r.at)) for r in rows)

    def _links(self, claims: Sequence[int]) -> dict[int, list[LinkView]]:
        """The links of each claim, seen from its end."""
        rows = dossier.links(self._session, claims)
        ends = {end for row in rows for end in (row.a_number, row.b_number)}
        wordings = lookups.wordings(self._session, ends)
        links: dict[int, list[LinkView]] = {}
        for row in rows:
            for kind, end, other in (
                (row.kind, row.a_number, row.b_number),
                (_FROM_THE_OTHER_END.get(row.kind, row.kind), row.b_number, row.a_number),
            ):
                if other in wordings:
                    seen = LinkView(kind, f"C{other}", wordings[other])
                    links.setdefault(end, []).append(seen)
        return links

    def _conflict(
        self,
        row: Conflict,
        sides: Mapping[int, StatementView],
        standing: Standing,
        wording: str,
        around: Around,
    ) -> ConflictView:
        parts = [part for part in json.loads(row.parts) if part["code"] == row.code]
        return ConflictView(
            ref=f"X{row.number}",
            state=row.state,
            code=row.code,
            relation=row.relation,
            explanation=row.explanation,
            claim=f"C{row.claim_number}",
            wording=wording,
            a=sides[row.a_number],
            b=sides[row.b_number],
            a_spans=tuple((part["a"][0], part["a"][1]) for part in parts),
            b_spans=tuple((part["b"][0], part["b"][1]) for part in parts),
            a_origins=standing.origins_with(row.a_number, row.b_number),
            b_origins=standing.origins_with(row.b_number, row.a_number),
            decisions=tuple(around.decisions.get(row.number, ())),
            assignee=around.assignees.get(row.number),
            waiting=around.waiting.get(row.number),
            votes=tuple(around.votes.get(row.number, ())),
        )


def entry_view(row: Entry) -> EntryView:
    """One journal entry without its changes."""
    return EntryView(row.number, row.at, row.actor, row.act, row.summary, row.undoes, row.hash)


def in_time(views: Iterable[StatementView]) -> list[StatementView]:
    """Statements by the day they were said or published; undated ones last, then by number."""
    return sorted(views, key=lambda view: (view.day or date.max, int(view.ref[1:])))
