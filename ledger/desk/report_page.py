"""A report as the reader of the page sees it: everything on it, loaded once in one snapshot."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime
from functools import cached_property

from ledger.desk.disputes import Dispute, disputes
from ledger.desk.progress import Progress, counted
from ledger.desk.rulings import DecisionView, decision_views
from ledger.desk.sources import Sources
from ledger.desk.verdicts import VerdictView, verdict_views
from ledger.desk.views import ConflictView, Views
from ledger.quantities import interval_text, period_text, read
from ledger.report import view
from ledger.store import queries
from ledger.store.session import Session
from ledger.store.tables import Claim, Entry, Filing, Statement

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
        first: only claims with a statement of this day or a later one.
        last: only claims with a statement of this day or an earlier one.
        state: only claims with a conflict in this state.
        since: only what was touched since this day began, in UTC, and what was done then.
    """

    topic: str | None = None
    conflicts_only: bool = False
    claims: frozenset[str] = frozenset()
    first: date | None = None
    last: date | None = None
    state: str | None = None
    since: date | None = None

    def names(self, claim: Claim) -> bool:
        """Whether topic and references leave room for a claim."""
        of_topic = self.topic is None or claim.topic == self.topic
        return of_topic and (not self.claims or f"C{claim.number}" in self.claims)

    def dates(self, members: Sequence[Statement]) -> bool:
        """Whether one and the same of these statements is of the days asked for."""
        days = [row.said_on or row.published_on for row in members]
        return (self.first is None and self.last is None) or any(
            day is not None
            and (self.first is None or day >= self.first)
            and (self.last is None or day <= self.last)
            for day in days
        )


class Page:
    """Everything one report needs, loaded once."""

    def __init__(self, session: Session, wanted: Wanted, progress: Progress) -> None:
        self._session = session
        self._wanted = wanted
        self._progress = progress
        self._sources = Sources.load(session)
        self._made: dict[int, view.Statement] = {}

    @cached_property
    def new_entries(self) -> list[Entry]:
        """What was done since the day asked for, earliest first; nothing when none was."""
        day = self._wanted.since
        if day is None:
            return []
        began = datetime(day.year, day.month, day.day, tzinfo=UTC)
        entries: list[Entry] = []
        for entry in queries.recent_entries(self._session):
            if entry.at < began:
                break
            entries.append(entry)
        return entries[::-1]

    @cached_property
    def _found(self) -> list[ConflictView]:
        """Conflicts and remarks of the claims on the page."""
        rows = queries.conflicts(self._session)
        on_page = {row.number for row in self._rows}
        return Views(self._session).conflicts(row for row in rows if row.claim_number in on_page)

    @cached_property
    def _open_first(self) -> list[ConflictView]:
        """Conflicts without the remarks; those that still want a person come first."""
        kept = [found for found in self._found if found.state != "noted"]
        return sorted(kept, key=lambda found: found.state == "decided")

    @cached_property
    def _filings(self) -> list[Filing]:
        return queries.filings(self._session)

    @cached_property
    def _members(self) -> dict[int, list[Statement]]:
        """The statements of every claim, in order of time."""
        rows = {row.number: row for row in queries.statements(self._session)}
        members: dict[int, list[Statement]] = {}
        for filing in self._filings:
            members.setdefault(filing.claim_number, []).append(rows[filing.statement_number])
        return {claim: sorted(found, key=_in_time) for claim, found in members.items()}

    @cached_property
    def _rows(self) -> list[Claim]:
        """The claims that are on the page."""
        wanted = self._wanted
        rows = [
            row
            for row in queries.claims(self._session)
            if wanted.names(row)
            and row.number in self._members
            and wanted.dates(self._members[row.number])
        ]
        states: dict[int, set[str]] = {}
        for conflict in queries.conflicts(self._session):
            states.setdefault(conflict.claim_number, set()).add(conflict.state)
        if wanted.state is not None:
            rows = [row for row in rows if wanted.state in states.get(row.number, ())]
        if wanted.conflicts_only:
            rows = [row for row in rows if states.get(row.number, set()) - {"noted"}]
        if wanted.since is not None:
            rows = [row for row in rows if row.number in self._touched]
        return rows

    @cached_property
    def _touched(self) -> set[int]:
        """The claims something of which was written since the day asked for."""
        if not self.new_entries:
            return set()
        first = self.new_entries[0].number
        conflicts = queries.conflicts(self._session)
        views = [v for found in self._verdicts.values() for v in found]
        return {
            *(row.number for row in queries.claims(self._session) if row.entry >= first),
            *(filing.claim_number for filing in self._filings if filing.entry >= first),
            *(row.claim_number for row in conflicts if row.entry >= first),
            *(int(v.claim[1:]) for v in views if v.at >= self.new_entries[0].at),
        }

    @cached_property
    def _verdicts(self) -> dict[int, list[VerdictView]]:
        return verdict_views(self._session, self._members)

    @cached_property
    def _claims(self) -> list[view.Claim]:
        """The claims on the page, each with its statements in order of time."""
        rows = counted("claims", self._rows, len(self._rows), self._progress)
        return [self._claim(row, self._members[row.number]) for row in rows]

    @cached_property
    def _remarks(self) -> dict[str, list[view.Remark]]:
        """What is worth a look, by claim."""
        remarks: dict[str, list[view.Remark]] = {}
        for found in self._found:
            if found.state == "noted":
                remark = view.Remark(found.code, found.explanation, (found.a.ref, found.b.ref))
                remarks.setdefault(found.claim, []).append(remark)
        return remarks

    def _claim(self, row: Claim, members: Sequence[Statement]) -> view.Claim:
        groups = self._sources.origins(members)
        return view.Claim(
            ref=f"C{row.number}",
            wording=row.wording,
            statements=tuple(
                replace(self._statement(member), origin=origin + 1)
                for member, origin in zip(members, groups, strict=True)
            ),
            remarks=tuple(self._remarks.get(f"C{row.number}", ())),
            verdicts=tuple(map(_verdict, self._verdicts.get(row.number, ()))),
        )

    def _statement(self, row: Statement) -> view.Statement:
        if row.number not in self._made:
            self._made[row.number] = self._make(row)
        return self._made[row.number]

    def _make(self, row: Statement) -> view.Statement:
        sha256 = self._archived.get(row.document_number or 0) or self._by_url.get(row.url or "")
        return view.Statement(
            ref=f"S{row.number}",
            text=row.text,
            source=view.Source(row.outlet, row.document, row.published_on, row.url, sha256),
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
        )

    @cached_property
    def _archived(self) -> dict[int, str]:
        """The hash of every archived page, by document."""
        return {number: sha256 for number, _, sha256 in queries.archived(self._session)}

    @cached_property
    def _by_url(self) -> dict[str, str]:
        """The hash of the newest page archived from each address."""
        return {url: sha256 for _, url, sha256 in queries.archived(self._session) if url}

    def topics(self) -> tuple[view.Topic, ...]:
        """The claims by topic, topics by name, claims without one last."""
        names = {f"C{row.number}": row.topic for row in self._rows}
        by_topic: dict[str | None, list[view.Claim]] = {}
        for claim in self._claims:
            by_topic.setdefault(names[claim.ref], []).append(claim)
        ordered = sorted(by_topic, key=lambda name: (name is None, name or ""))
        return tuple(view.Topic(name, tuple(by_topic[name])) for name in ordered)

    def conflicts(self) -> tuple[view.Conflict, ...]:
        """Every dispute on the page; those that still want a person come first."""
        found = list(disputes(self._open_first))
        told = counted("conflicts", found, len(found), self._progress)
        return tuple(self._dispute(dispute) for dispute in told)

    @cached_property
    def _by_number(self) -> dict[int, Statement]:
        """The statements that stand under a claim or in a conflict on the page."""
        rows = {row.number: row for found in self._members.values() for row in found}
        sides = {int(c.ref[1:]) for found in self._open_first for c in (found.a, found.b)}
        rows |= {row.number: row for row in queries.statements(self._session, sides - rows.keys())}
        return rows

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
        statement = self._statement(self._by_number[int(ref[1:])])
        return view.Side(statement, conflict.origins(ref), conflict.spans(ref))

    @cached_property
    def _sides(self) -> dict[str, tuple[str, str]]:
        rows = queries.conflicts(self._session, live_only=False)
        return {f"X{row.number}": (f"S{row.a_number}", f"S{row.b_number}") for row in rows}

    def decisions(self) -> tuple[view.Decision, ...]:
        """Everything people decided, earliest first; with a day asked for, since then."""
        taken = decision_views(self._session, queries.decisions(self._session))
        since = self._wanted.since
        return tuple(
            _decision(found, self._sides)
            for _, found in taken
            if since is None or _day(found.at) >= since
        )

    def corrections(self) -> tuple[view.Correction, ...]:
        """The acts that took back earlier ones, earliest first; with a day, since then."""
        entries = list(queries.recent_entries(self._session))[::-1]
        shown = entries if self._wanted.since is None else self.new_entries
        return tuple(
            view.Correction(
                on=_day(entry.at),
                actor=entry.actor,
                ref=f"entry {entry.undoes}",
                change="took back " + entry.summary.partition(": ")[2],
            )
            for entry in shown
            if entry.undoes is not None
        )

    def changes(self) -> Iterator[view.Change]:
        """Every act since the day asked for, earliest first."""
        for entry in self.new_entries:
            yield view.Change(_day(entry.at), entry.actor, entry.act, entry.summary)

    def counts(self) -> view.Counts:
        """The summary of what is on the page."""
        rows = [row for claim in self._rows for row in self._members[claim.number]]
        states = [found.state for found in self._found]
        speakers = {self._sources.speaker(row) for row in rows}
        current = [v for claim in self._rows for v in self._verdicts.get(claim.number, ())]
        return view.Counts(
            claims=len(self._rows),
            statements=len(rows),
            speakers=len(speakers - {None}),
            outlets=len({self._sources.outlet(row) for row in rows}),
            open_conflicts=sum(state not in {"noted", "decided"} for state in states),
            decided_conflicts=states.count("decided"),
            worth_a_look=states.count("noted"),
            single_origin=sum(claim.origins == 1 for claim in self._claims),
            questions=len(queries.questions(self._session, state="open")),
            verdicts=sum(verdict.current for verdict in current),
        )


def _verdict(found: VerdictView) -> view.Verdict:
    return view.Verdict(
        label=found.rating,
        scale=found.scale,
        by=found.publisher or found.actor,
        on=found.published_on or _day(found.at),
        reason=found.reason,
        number=f"{found.value} of {found.worst}–{found.best}" if found.value else None,
        evidence=tuple(
            view.Evidence(piece.ref, piece.url, piece.sha256) for piece in found.evidence
        ),
        stale=found.stale,
        superseded=not found.current,
    )


def _decision(found: DecisionView, sides: dict[str, tuple[str, str]]) -> view.Decision:
    a, b = sides.get(found.about, ("A", "B"))
    because = f" ({found.because})" if found.because else ""
    return view.Decision(
        on=_day(found.at),
        actor=found.actor,
        ref=found.about,
        answer=_ANSWERS[found.answer].format(a=a, b=b) + because,
        reason=found.reason,
        superseded=found.superseded,
    )


def _day(moment: datetime) -> date:
    return moment.astimezone(UTC).date()


def _in_time(row: Statement) -> tuple[date, int]:
    return row.said_on or row.published_on or date.max, row.number
