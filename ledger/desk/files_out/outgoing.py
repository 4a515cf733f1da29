"""Casework on its way out: what people made of statements, as records of a file.

Only what can be named in another ledger goes: a record about a statement or a claim the file does
not hold stays. What is derived (figures, findings nobody judged) is derived again over there.
"""

from collections.abc import Callable, Iterator, Mapping
from functools import cached_property
from typing import Any, ClassVar

from ledger.desk.names.handmade import handmade_names
from ledger.desk.names.namebook import TABLES
from ledger.exchange.records import KINDS, as_record
from ledger.store.asking import casefile, rulings
from ledger.store.asking.verdicts import evidence, verdicts
from ledger.store.connecting.session import Session
from ledger.store.index import lookups
from ledger.store.journal.canonical import canonical, instant, sha256
from ledger.store.tables.base import Table
from ledger.store.tables.casework import (
    Assignment,
    Evidence,
    EvidenceCopy,
    Forecast,
    Link,
    Note,
    Policy,
    Scale,
    Verdict,
    Vote,
    Wording,
)
from ledger.store.tables.ledger import Claim, Conflict, Decision, Document, Question, Statement

Fields = dict[str, Any]


class _UnnamedError(LookupError):
    """A row is about something the file does not hold."""


class Outgoing:
    """The casework beside the statements of a file."""

    def __init__(
        self,
        session: Session,
        statements: Mapping[int, lookups.Statement],
        wordings: Mapping[int, str],
        *,
        whole: bool,
    ) -> None:
        """Look at a ledger.

        Args:
            session: where it is read.
            statements: the statements in the file, by number.
            wordings: how the file words claims, by number.
            whole: whether the file holds every claim, and so the rules of the house as well.
        """
        self._session = session
        self._statements = statements
        self._wordings = wordings
        self._whole = whole
        self._named: set[int] = set()
        self._cited: set[int] = set()
        self._copied: set[str] = set()
        self._conflicts = {row.number: row for row in casefile.rows(session, Conflict)}
        self._decisions = {row.number: row for row in casefile.rows(session, Decision)}
        self._ids = casefile.statement_ids(session)
        self._because = rulings.differences(session)
        assigned = casefile.held(casefile.rows(session, Assignment))
        self._assignees = {row.conflict_number: row.assignee for row in assigned}
        votes = casefile.held(casefile.rows(session, Vote))
        self._judged = {
            *self._assignees,
            *(row.conflict_number for row in votes),
            *(row.conflict_number for row in self._decisions.values()),
        }

    def records(self, filed: set[int]) -> Iterator[Fields]:
        """Every record, each after those it names.

        Args:
            filed: the claims the statements of the file stand under; others are written as records
                where one names them.
        """
        told: dict[str, list[Fields]] = {}
        for kind, table, tell in self._TOLD:
            told[kind] = [as_record(kind, fields) for fields in self._tell(table, tell)]
        unfiled = self._named - filed
        claims = [row for row in casefile.rows(self._session, Claim) if row.number in unfiled]
        told["claim"] = [as_record("claim", self._claim(row)) for row in claims]
        told["document"] = [as_record("document", fields) for fields in self._documents()]
        for kind in TABLES if self._whole else ():
            names = handmade_names(self._session, kind, self._statements.values())
            told[kind] = [as_record(kind, fields) for fields in names]
        for kind in KINDS:
            yield from told.get(kind, ())

    def _tell(
        self, table: type[Any], tell: Callable[["Outgoing", Any], Fields | None]
    ) -> Iterator[Fields]:
        """The rows of a table that the file can tell of."""
        rows = casefile.rows(self._session, table) if table is not Statement else None
        for row in casefile.held(rows) if rows is not None else self._statements.values():
            try:
                fields = tell(self, row)
            except _UnnamedError:
                continue
            if fields is not None:
                yield fields

    def _id(self, statement: int) -> str:
        if statement not in self._statements:
            raise _UnnamedError
        return self._statements[statement].id

    def _worded(self, claim: int) -> str:
        if claim not in self._wordings:
            raise _UnnamedError
        self._named.add(claim)
        return self._wordings[claim]

    def _sides(self, conflict: int) -> Fields:
        row = self._conflicts[conflict]
        return {"a": self._id(row.a_number), "b": self._id(row.b_number)}

    def _policy(self, row: Policy) -> Fields | None:
        return {"name": row.name, "value": row.value} if self._whole else None

    def _scale(self, row: Scale) -> Fields | None:
        return {"content": row.content} if self._whole else None

    def _claim(self, row: Claim) -> Fields:
        called = self._wordings[row.number]
        return {"called": called, "wording": row.wording, "topic": row.topic, "live": row.live}

    def _wording(self, row: Wording) -> Fields:
        return {"claim": self._worded(row.claim_number), "wording": row.wording}

    def _note(self, row: Note) -> Fields:
        return {"claim": self._worded(row.claim_number), "text": row.text, **_signed(row)}

    def _link(self, row: Link) -> Fields:
        ends = {"a": self._worded(row.a_number), "b": self._worded(row.b_number)}
        return {**ends, "how": row.kind}

    def _conflict(self, row: Conflict) -> Fields | None:
        if row.number not in self._judged:
            return None
        same = ("relation", "code", "explanation", "parts", "state", "live")
        return {
            **self._sides(row.number),
            "claim": self._worded(row.claim_number),
            **{name: getattr(row, name) for name in same},
            "assignee": self._assignees.get(row.number),
        }

    def _question(self, row: Question) -> Fields | None:
        if row.state == "open":
            return None
        about = {"statement": self._id(row.statement_number)}
        claim = self._worded(row.claim_number)
        return {**about, "claim": claim, "score": row.score, "state": row.state}

    def _vote(self, row: Vote) -> Fields:
        said = {"answer": row.answer, "because": row.difference, "reason": row.reason}
        return {**self._sides(row.conflict_number), **said, **_signed(row), "state": row.state}

    def _decision(self, row: Decision) -> Fields:
        about: Fields = self._sides(row.conflict_number) if row.conflict_number else {}
        if row.statement_number is not None:
            about["statement"] = self._id(row.statement_number)
        if row.claim_number is not None:
            about["claim"] = self._worded(row.claim_number)
        earlier = self._decisions.get(row.supersedes or 0)
        return {
            "id": self._decision_id(row),
            **about,
            "asked": row.question_number is not None,
            "answer": row.answer,
            "because": self._because.get(row.number),
            "reason": row.reason,
            **_signed(row),
            "supersedes": self._decision_id(earlier) if earlier is not None else None,
        }

    def _decision_id(self, row: Decision) -> str:
        return decision_id(row, self._ids, self._conflicts)

    def _forecast(self, row: Forecast) -> Fields:
        by = self._id(row.settled_by) if row.settled_by is not None else None
        said = {"due_on": row.due_on, "outcome": row.outcome, "reason": row.reason}
        return {"statement": self._id(row.statement_number), **said, "settled_by": by}

    def _verdict(self, row: Verdict) -> Fields:
        same = ("scale", "rating", "value", "best", "worst", "reason", "short", "url")
        rests_on = [self._piece(piece) for piece in self._evidence.get(row.number, ())]
        return {
            "id": row.identity,
            "claim": self._worded(row.claim_number),
            **{name: getattr(row, name) for name in (*same, "publisher", "published_on")},
            **_signed(row),
            "evidence": rests_on,
        }

    @cached_property
    def _evidence(self) -> dict[int, list[Evidence]]:
        return evidence(self._session, (row.number for row in verdicts(self._session)))

    def _piece(self, row: Evidence) -> Fields:
        piece: Fields = {"url": row.url, "saved_as": row.saved_as, "sha256": row.sha256}
        if row.statement_number is not None:
            piece["statement"] = self._id(row.statement_number)
        if row.document_number is not None:
            self._cited.add(row.document_number)
            piece["document"] = self._document_ids[row.document_number]
        if row.sha256 is not None:
            self._copied.add(row.sha256)
        return {name: value for name, value in piece.items() if value is not None}

    def _place(self, row: lookups.Statement) -> Fields | None:
        if row.document_number is None or row.start is None:
            return None
        self._cited.add(row.document_number)
        document = self._document_ids[row.document_number]
        return {"statement": row.id, "document": document, "start": row.start, "end": row.end}

    def _copy(self, row: EvidenceCopy) -> Fields | None:
        return {"content": row.content} if row.sha256 in self._copied else None

    @cached_property
    def _document_ids(self) -> dict[int, str]:
        """What tells each document from others in any ledger."""
        outlets = lookups.names_of(self._session, "outlet")
        return {
            number: document_id(outlets[outlet], url, title, digest)
            for number, outlet, url, title, digest in casefile.documents(self._session)
        }

    def _documents(self) -> Iterator[Fields]:
        """The archived pages statements and verdicts of the file are from; in a whole file all."""
        outlets = lookups.names_of(self._session, "outlet")
        archived = {number for number, *_, digest in casefile.documents(self._session) if digest}
        for number in sorted(self._cited | archived if self._whole else self._cited):
            row = self._session.orm.get_one(Document, number)
            same = ("url", "title", "published_on", "language", "text")
            yield {
                "id": self._document_ids[number],
                "outlet": outlets[row.outlet_number],
                **{name: getattr(row, name) for name in same},
            }

    _TOLD: ClassVar[tuple[tuple[str, type[Table], Callable[[Any, Any], Fields | None]], ...]] = (
        ("policy", Policy, _policy),
        ("scale", Scale, _scale),
        ("wording", Wording, _wording),
        ("note", Note, _note),
        ("link", Link, _link),
        ("conflict", Conflict, _conflict),
        ("question", Question, _question),
        ("vote", Vote, _vote),
        ("decision", Decision, _decision),
        ("forecast", Forecast, _forecast),
        ("verdict", Verdict, _verdict),
        ("place", Statement, _place),
        ("copy", EvidenceCopy, _copy),
    )
    """Each kind with the table it is kept in and how a row is told; what others name comes last."""


def document_id(outlet: str, url: str | None, title: str | None, digest: str | None) -> str:
    """What tells a document from others in any ledger: outlet, link, and its text or its title."""
    return sha256(canonical([outlet, url, digest or title]))


def decision_id(row: Decision, ids: Mapping[int, str], conflicts: Mapping[int, Conflict]) -> str:
    """What tells a decision from others in any ledger: who, when, about which statements.

    Args:
        row: the decision.
        ids: the ids of statements, by number.
        conflicts: the conflicts, by number.
    """
    pair = conflicts.get(row.conflict_number or 0)
    sides = sorted(ids.get(n, "") for n in (pair.a_number, pair.b_number)) if pair else []
    statement = ids.get(row.statement_number or 0)
    kind = row.answer if not sides else row.answer.removeprefix("a_").removeprefix("b_")
    return sha256(canonical([row.actor, instant(row.at), kind, row.reason, sides, statement]))


def _signed(row: Note | Vote | Decision | Verdict) -> Fields:
    return {"by": row.actor, "at": row.at}
