"""A report as the reader of the page sees it: everything on it, loaded once in one snapshot."""

from collections.abc import Sequence
from dataclasses import replace
from functools import cached_property

from ledger.desk.looking.disputes import Dispute, disputes
from ledger.desk.looking.showing import absent
from ledger.desk.looking.verdict_views import VerdictView, verdict_views
from ledger.desk.looking.views import ConflictView, Views
from ledger.desk.names.sources import Sources
from ledger.desk.references import named, parse
from ledger.desk.report.acts import Acts
from ledger.desk.report.parts import Statements, remark_part, verdict_part
from ledger.desk.report.scope import Wanted
from ledger.gathering import gathered
from ledger.progress import Progress, counted
from ledger.report import view
from ledger.store.asking import findings, membership, same_claim
from ledger.store.connecting.session import Session
from ledger.store.index import lookups
from ledger.store.index.lookups import Statement, in_time
from ledger.store.tables.ledger import Claim, Filing


class Page:
    """Everything one report needs, loaded once."""

    def __init__(self, session: Session, wanted: Wanted, progress: Progress) -> None:
        self._session = session
        self._wanted = wanted
        self._progress = progress
        self._sources = Sources.load(session)
        self._statements = Statements(session)
        self.acts = Acts(session, wanted.since)

    @cached_property
    def _conflicts(self) -> list[findings.Conflict]:
        return findings.live(self._session)

    @cached_property
    def _found(self) -> list[ConflictView]:
        """Conflicts and remarks of the claims on the page."""
        on_page = {row.number for row in self._rows}
        wanted = (row for row in self._conflicts if row.claim_number in on_page)
        return Views(self._session).conflicts(wanted)

    @cached_property
    def _open_first(self) -> list[ConflictView]:
        """Conflicts without the remarks; those that still want a person come first."""
        kept = [found for found in self._found if found.state != "noted"]
        return sorted(kept, key=lambda found: found.state == "decided")

    @cached_property
    def _filings(self) -> list[Filing]:
        return membership.filings(self._session)

    @cached_property
    def _members(self) -> dict[int, list[Statement]]:
        """The statements of every claim, in order of time."""
        rows = {row.number: row for row in lookups.statements(self._session)}
        members = gathered((f.claim_number, rows[f.statement_number]) for f in self._filings)
        return {claim: sorted(found, key=in_time) for claim, found in members.items()}

    @cached_property
    def _rows(self) -> list[Claim]:
        """The claims that are on the page."""
        wanted = self._wanted
        held = list(membership.claims(self._session))
        for ref in sorted(wanted.claims - {f"C{row.number}" for row in held}):
            raise absent(self._session, parse(ref, "claim"))
        rows = [
            row
            for row in wanted.named(held)
            if row.number in self._members and wanted.dates(self._members[row.number])
        ]
        states: dict[int, set[str]] = {}
        for conflict in self._conflicts:
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
        entries = self.acts.new_entries
        if not entries:
            return set()
        first = entries[0].number
        views = [v for found in self._verdicts.values() for v in found]
        return {
            *(row.number for row in membership.claims(self._session) if row.entry >= first),
            *(filing.claim_number for filing in self._filings if filing.entry >= first),
            *(row.claim_number for row in self._conflicts if row.entry >= first),
            *(int(v.claim[1:]) for v in views if v.at >= entries[0].at),
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
        noted = (found for found in self._found if found.state == "noted")
        return gathered((found.claim, remark_part(found)) for found in noted)

    def _claim(self, row: Claim, members: Sequence[Statement]) -> view.Claim:
        groups = self._sources.origins(members)
        return view.Claim(
            ref=f"C{row.number}",
            wording=row.wording,
            statements=tuple(
                replace(self._statements.of(member), origin=origin + 1)
                for member, origin in zip(members, groups, strict=True)
            ),
            remarks=tuple(self._remarks.get(f"C{row.number}", ())),
            verdicts=tuple(map(verdict_part, self._verdicts.get(row.number, ()))),
        )

    @cached_property
    def _refs(self) -> frozenset[str]:
        """What stands on the page: claims, their statements and conflicts, by reference."""
        members = (row for claim in self._rows for row in self._members[claim.number])
        return frozenset(
            {f"C{row.number}" for row in self._rows}
            | {f"S{row.number}" for row in members}
            | {found.ref for found in self._found}
        )

    def decisions(self) -> tuple[view.Decision, ...]:
        """What people decided about what stands on the page, earliest first."""
        found = self.acts.decisions()
        return tuple(one for one in found if self._holds(one.ref))

    def corrections(self) -> tuple[view.Correction, ...]:
        """The acts that took back earlier ones about what stands on the page."""
        found = self.acts.corrections()
        return tuple(one for one in found if self._holds(one.summary))

    def _holds(self, told: str) -> bool:
        """Whether something on the page is named; everything is told of a whole ledger."""
        return not self._wanted.is_part or not self._refs.isdisjoint(named(told))

    def topics(self) -> tuple[view.Topic, ...]:
        """The claims by topic, topics by name, claims without one last."""
        names = {f"C{row.number}": row.topic for row in self._rows}
        by_topic = gathered((names[claim.ref], claim) for claim in self._claims)
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
        rows |= {row.number: row for row in lookups.statements(self._session, sides - rows.keys())}
        return rows

    def _dispute(self, found: Dispute) -> view.Conflict:
        first = found.conflicts[0]
        return view.Conflict(
            ref=", ".join(c.ref for c in found.conflicts),
            claim=first.claim,
            wording=first.wording,
            state=first.state,
            code=first.code,
            explanation=first.explanation,
            sides=tuple(self._side(c, statement.ref) for _, c, statement in found.sides()),
            decisions=self.acts.told(first.decisions),
            assignee=", ".join(dict.fromkeys(c.assignee for c in found.conflicts if c.assignee))
            or None,
        )

    def _side(self, conflict: ConflictView, ref: str) -> view.Side:
        statement = self._statements.of(self._by_number[int(ref[1:])])
        return view.Side(statement, conflict.origins(ref), conflict.spans(ref))

    def counts(self) -> view.Counts:
        """The summary of what is on the page."""
        rows = [row for claim in self._rows for row in self._members[claim.number]]
        states = [found.state for found in self._found]
        speakers = {self._sources.speaker(row) for row in rows}
        asked = same_claim.open_questions(self._session)
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
            questions=sum(f"C{question.claim_number}" in self._refs for question in asked),
            verdicts=sum(verdict.current for verdict in current),
        )
