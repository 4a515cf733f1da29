"""The report: the ledger as the reader of a page sees it, built in one snapshot."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime
from functools import cached_property
from pathlib import Path

from ledger.desk.desk import Desk
from ledger.desk.disputes import Dispute, disputes
from ledger.desk.rulings import DecisionView, decision_views
from ledger.desk.sources import Sources
from ledger.desk.views import ConflictView, Views
from ledger.disagreement import origins
from ledger.exchange.files import write_text
from ledger.quantities import interval_text, period_text, read
from ledger.report import render, view
from ledger.store import queries
from ledger.store.journal import GENESIS, last_entry
from ledger.store.session import Session
from ledger.store.tables import Claim, Entry, Statement

TITLE = "Who said what, and where sources differ"

_ANSWERS = {
    "a_holds": "{a} holds",
    "b_holds": "{b} holds",
    "both_stand": "both stand",
    "different_claims": "different claims",
    "same_claim": "same claim",
    "merged": "another claim merged into it",
    "conflict": "a conflict",
    "unsure": "unsure",
    "undone": "taken back",
    "reopened": "opened again",
    "dissent": "two readers disagree",
}


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which part of the ledger a report shows.

    Attributes:
        topic: only claims under this topic.
        conflicts_only: only claims sources disagree about.
        claims: only these claims, by reference; every claim when there are none.
    """

    topic: str | None = None
    conflicts_only: bool = False
    claims: frozenset[str] = frozenset()

    def names(self, claim: Claim) -> bool:
        """Whether topic and references leave room for a claim."""
        of_topic = self.topic is None or claim.topic == self.topic
        return of_topic and (not self.claims or f"C{claim.number}" in self.claims)


def report_markdown(desk: Desk, wanted: Wanted | None = None) -> str:
    """The report as Markdown; the same ledger gives the same bytes."""
    with desk.reading() as session:
        newest = last_entry(session)
        page = _Page(session, wanted or Wanted())
        return render(
            view.ReportView(
                title=TITLE,
                as_of=newest.at.astimezone(UTC).date() if newest else desk.today(),
                ledger_hash=newest.hash if newest else GENESIS,
                entries=newest.number if newest else 0,
                counts=page.counts(),
                conflicts=page.conflicts(),
                topics=page.topics(),
                decisions=page.decisions(),
                corrections=page.corrections(),
            )
        )


def write_report(path: Path, page: str) -> None:
    """Write a report whole or not at all.

    Raises:
        UnwritableFile: when the file cannot be written.
    """
    write_text(path, page)


class _Page:
    """Everything one report needs, loaded once."""

    def __init__(self, session: Session, wanted: Wanted) -> None:
        self._session = session
        self._wanted = wanted
        self._sources = Sources.load(session)

    @cached_property
    def _found(self) -> list[ConflictView]:
        """Conflicts and remarks of the claims on the page."""
        rows = queries.conflicts(self._session)
        if self._wanted.topic is not None or self._wanted.claims:
            named = {row.number for row in self._named}
            rows = [row for row in rows if row.claim_number in named]
        return Views(self._session).conflicts(rows)

    @cached_property
    def _open_first(self) -> list[ConflictView]:
        """Conflicts without the remarks; those that still want a person come first."""
        kept = [found for found in self._found if found.state != "noted"]
        return sorted(kept, key=lambda found: found.state == "decided")

    @cached_property
    def _named(self) -> list[Claim]:
        return [row for row in queries.claims(self._session) if self._wanted.names(row)]

    @cached_property
    def _claims(self) -> list[view.Claim]:
        """The claims on the page, each with its statements in order of time."""
        rows = self._named
        if self._wanted.conflicts_only:
            disputed = {found.claim for found in self._open_first}
            rows = [row for row in rows if f"C{row.number}" in disputed]
        members = self._members([row.number for row in rows])
        return [self._claim(row, members[row.number]) for row in rows if members[row.number]]

    def _members(self, claims: Sequence[int]) -> dict[int, list[Statement]]:
        filed = queries.filings(self._session, of_claims=claims)
        numbers = (filing.statement_number for filing in filed)
        rows = {row.number: row for row in queries.statements(self._session, numbers)}
        members: dict[int, list[Statement]] = {claim: [] for claim in claims}
        for filing in filed:
            members[filing.claim_number].append(rows[filing.statement_number])
        return {claim: sorted(found, key=_in_time) for claim, found in members.items()}

    def _claim(self, row: Claim, members: Sequence[Statement]) -> view.Claim:
        groups = origins([self._sources.side(member) for member in members])
        return view.Claim(
            ref=f"C{row.number}",
            wording=row.wording,
            statements=tuple(
                self._statement(member, origin)
                for member, origin in zip(members, groups, strict=True)
            ),
            remarks=tuple(
                view.Remark(found.code, found.explanation, (found.a.ref, found.b.ref))
                for found in self._found
                if found.state == "noted" and found.claim == f"C{row.number}"
            ),
        )

    def _statement(self, row: Statement, origin: int) -> view.Statement:
        return view.Statement(
            ref=f"S{row.number}",
            text=row.text,
            source=view.Source(row.outlet, row.document, row.published_on, row.url),
            speaker=row.speaker,
            relayed_from=row.relayed_from,
            said_on=row.said_on,
            language=row.language,
            readings=tuple(
                view.Reading(
                    interval_text(quantity),
                    period_text(quantity.period) if quantity.period else None,
                )
                for quantity in read(row.text)
            ),
            origin=origin + 1,
        )

    def topics(self) -> tuple[view.Topic, ...]:
        """The claims by topic, topics by name, claims without one last."""
        names = {f"C{row.number}": row.topic for row in self._named}
        by_topic: dict[str | None, list[view.Claim]] = {}
        for claim in self._claims:
            by_topic.setdefault(names[claim.ref], []).append(claim)
        ordered = sorted(by_topic, key=lambda name: (name is None, name or ""))
        return tuple(view.Topic(name, tuple(by_topic[name])) for name in ordered)

    def conflicts(self) -> tuple[view.Conflict, ...]:
        """Every dispute on the page; those that still want a person come first."""
        return tuple(self._dispute(found) for found in disputes(self._open_first))

    def _dispute(self, found: Dispute) -> view.Conflict:
        first, pivot = found.conflicts[0], found.pivot.ref
        others = [self._side(c, c.other(pivot).ref) for c in found.conflicts if found.against]
        return view.Conflict(
            ref=", ".join(c.ref for c in found.conflicts),
            claim=first.claim,
            wording=first.wording,
            state=first.state,
            code=first.code,
            explanation=first.explanation,
            sides=(self._side(first, pivot), *others),
            decisions=tuple(_decision(taken, self._sides) for taken in first.decisions),
        )

    def _side(self, conflict: ConflictView, ref: str) -> view.Side:
        (row,) = queries.statements(self._session, [int(ref[1:])])
        return view.Side(self._statement(row, 1), conflict.origins(ref), conflict.spans(ref))

    @cached_property
    def _sides(self) -> dict[str, tuple[str, str]]:
        rows = queries.conflicts(self._session, live_only=False)
        return {f"X{row.number}": (f"S{row.a_number}", f"S{row.b_number}") for row in rows}

    def decisions(self) -> tuple[view.Decision, ...]:
        """Everything people decided, earliest first."""
        taken = decision_views(self._session, queries.decisions(self._session))
        return tuple(_decision(found, self._sides) for _, found in taken)

    def corrections(self) -> tuple[view.Correction, ...]:
        """The acts that took back earlier ones, earliest first."""
        entries: Iterable[Entry] = reversed(list(queries.recent_entries(self._session)))
        return tuple(
            view.Correction(
                on=_day(entry.at),
                actor=entry.actor,
                ref=f"entry {entry.undoes}",
                change="took back " + entry.summary.partition(": ")[2],
            )
            for entry in entries
            if entry.undoes is not None
        )

    def counts(self) -> view.Counts:
        """The summary of what is on the page."""
        statements = [s for claim in self._claims for s in claim.statements]
        states = [found.state for found in self._found]
        numbers = (int(s.ref[1:]) for s in statements)
        rows = list(queries.statements(self._session, numbers))
        return view.Counts(
            claims=len(self._claims),
            statements=len(statements),
            speakers=len({row.speaker_number for row in rows} - {None}),
            outlets=len({row.outlet_number for row in rows}),
            open_conflicts=sum(state not in {"noted", "decided"} for state in states),
            decided_conflicts=states.count("decided"),
            worth_a_look=states.count("noted"),
            single_origin=sum(claim.origins == 1 for claim in self._claims),
            questions=len(queries.questions(self._session, state="open")),
        )


def _decision(found: DecisionView, sides: dict[str, tuple[str, str]]) -> view.Decision:
    a, b = sides.get(found.about, ("A", "B"))
    return view.Decision(
        on=_day(found.at),
        actor=found.actor,
        ref=found.about,
        answer=_ANSWERS[found.answer].format(a=a, b=b),
        reason=found.reason,
        superseded=found.superseded,
    )


def _day(moment: datetime) -> date:
    return moment.astimezone(UTC).date()


def _in_time(row: Statement) -> tuple[date, int]:
    return row.said_on or row.published_on or date.max, row.number
