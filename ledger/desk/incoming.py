"""Casework on its way in: records of a file, taken over with who, when and why as recorded there.

Rows keep the name and the moment they were signed with; the journal entry says who imported them
and when. What people decided in this ledger stays as they left it: a record that says otherwise is
left aside, with the reason.
"""

import json
from base64 import b64decode
from collections.abc import Callable, Mapping, Sequence
from datetime import datetime
from functools import cached_property
from typing import Any, ClassVar, Literal, NamedTuple

from ledger.desk.copies import keep_copies
from ledger.desk.decisions import TAKEN_BACK
from ledger.desk.entering import Place
from ledger.desk.filing import claim_key
from ledger.desk.incoming_pages import Pages, enter_name
from ledger.desk.namebook import TABLES
from ledger.desk.nearest import Index
from ledger.desk.outgoing import decision_id
from ledger.desk.policies import checked_policy
from ledger.desk.recording import Recording
from ledger.errors import LedgerError
from ledger.exchange.records import Record
from ledger.exchange.rows import Row
from ledger.model import RatingScale
from ledger.store import casefile, forecasts, queries, rulings, verdicts
from ledger.store.act import Act
from ledger.store.canonical import instant
from ledger.store.casework import (
    Assignment,
    Difference,
    Evidence,
    Forecast,
    Link,
    Note,
    Policy,
    Scale,
    Verdict,
    Vote,
    Wording,
)
from ledger.store.table import Table
from ledger.store.tables import Claim, Conflict, Decision, Question

Fields = Mapping[str, Any]
_TURNED = {"a_holds": "b_holds", "b_holds": "a_holds"}


class Taken(NamedTuple):
    """What became of one record: ``added``, ``known``, or ``left`` with the reason."""

    fate: Literal["added", "known", "left"]
    reason: str | None = None


ADDED, KNOWN = Taken("added"), Taken("known")
DECIDED_HERE = Taken("left", "it was decided here, and stays so")


class _UnknownError(LookupError):
    """A record is about something this ledger does not hold."""


class Incoming:
    """The records of one file, during the act that imports it."""

    def __init__(self, act: Act, records: Sequence[Record]) -> None:
        self._act = act
        self._session = act.session
        self._records = records
        self._taken: dict[int, Taken] = {}
        self._kept: dict[type[Table], dict[tuple[object, ...], tuple[int, bool]]] = {}
        self._pages = Pages(act)
        decisions = casefile.rows(self._session, Decision) if records else []
        self._taken_back = {row.supersedes for row in decisions if row.answer == TAKEN_BACK}
        self._judged = {
            row.conflict_number
            for row in decisions
            if row.answer != TAKEN_BACK and row.number not in self._taken_back
        }
        told = (record.fields for record in self._of("decision"))
        self._given_up = {said["supersedes"] for said in told if said["answer"] == TAKEN_BACK}
        given = verdicts.verdicts(self._session) if records else []
        self._rated = {row.claim_number for row in given if row.publisher is None}

    def before(self) -> dict[str, Place]:
        """Take over names and documents; where statements stand in those, by statement id."""
        for kind in TABLES:
            for record in self._of(kind):
                is_new = enter_name(self._act, kind, record.fields)
                self._taken[record.line] = ADDED if is_new else KNOWN
        for record in self._of("document"):
            is_new = self._pages.enter(record.fields)
            self._taken[record.line] = ADDED if is_new else KNOWN
        return self._pages.places(self._records)

    def _of(self, kind: str) -> list[Record]:
        return [record for record in self._records if record.kind == kind]

    def after(self, rows: Sequence[Row], recording: Recording) -> list[tuple[Record, Taken]]:
        """Take over the rest, beside the statements; what became of each record, in order."""
        self._claims = {
            row.statement.claim: recorded.filed.claim
            for row, recorded in zip(rows, recording.rows, strict=True)
            if row.statement.claim is not None
        }
        self._fresh = {recorded.statement for recorded in recording.rows if recorded.added}
        for record in self._records:
            if record.line not in self._taken:
                self._taken[record.line] = self._take(record)
        return [(record, self._taken[record.line]) for record in self._records]

    def _take(self, record: Record) -> Taken:
        try:
            return self._TAKE[record.kind](self, record.fields)
        except _UnknownError as fault:
            return Taken("left", f"{fault} is not in this ledger")
        except LedgerError as fault:
            return Taken("left", str(fault))

    @cached_property
    def _statements(self) -> dict[str, int]:
        """The numbers of the statements any record names, by id."""
        ids = {
            record.fields[name]
            for record in self._records
            for name in ("a", "b", "statement", "settled_by")
            if record.kind != "link" and record.fields.get(name) is not None
        }
        pieces = (p for r in self._records if r.kind == "verdict" for p in r.fields["evidence"])
        ids |= {piece["statement"] for piece in pieces if "statement" in piece}
        return queries.known_ids(self._session, ids)

    def _statement(self, written: str) -> int:
        if written not in self._statements:
            raise _UnknownError(f"the statement {written[:12]}…")
        return self._statements[written]

    def _claim(self, wording: str) -> int:
        if wording not in self._claims:
            key = claim_key(wording)
            found = queries.claims_by_key(self._session, [key])
            if key not in found:
                raise _UnknownError(f"the claim '{wording}'")
            self._claims[wording] = found[key]
        return self._claims[wording]

    def _pair(self, fields: Fields) -> tuple[int, int, bool]:
        """Two statements, the smaller number first, and whether that turned them around."""
        a, b = self._statement(fields["a"]), self._statement(fields["b"])
        return min(a, b), max(a, b), a > b

    def _conflict_between(self, fields: Fields) -> Conflict:
        a, b, _ = self._pair(fields)
        row = queries.conflicts_between(self._session, [b]).get((a, b))
        if row is None:
            raise _UnknownError("the conflict")
        return row

    def _insert(self, table: type[Table], row: Fields) -> int:
        number = self._act.next_number(table)
        self._act.insert(table, [{"number": number, **row}])
        return number

    def _keep(self, table: type[Any], row: Fields) -> Taken:
        """Insert a row unless one that says the same is there; one taken back stands again."""
        if table not in self._kept:
            self._kept[table] = {
                _key({name: getattr(known, name) for name in row}): (known.number, known.live)
                for known in casefile.rows(self._session, table)
            }
        number, is_live = self._kept[table].get(_key(row), (None, False))
        if is_live:
            return KNOWN
        if number is None:
            number = self._insert(table, row)
        else:
            self._act.update(table, number, live=True)
        self._kept[table][_key(row)] = (number, True)
        return ADDED

    def _take_policy(self, fields: Fields) -> Taken:
        name, value = fields["name"], checked_policy(fields["name"], fields["value"])
        kept = rulings.policies(self._session).get(name)
        if kept is None:
            self._insert(Policy, {"name": name, "value": value})
            return ADDED
        if kept.live:
            return KNOWN if kept.value == value else Taken("left", f"here {name} is {kept.value}")
        self._act.update(Policy, kept.number, value=value, live=True)
        return ADDED

    def _take_scale(self, fields: Fields) -> Taken:
        name = RatingScale.checked(json.loads(fields["content"])).name
        here = [row for row in verdicts.house_scales(self._session) if row.name == name]
        if here and fields["content"] not in {row.content for row in here}:
            return Taken("left", f"the scale {name} reads otherwise here")
        return self._keep(Scale, {"name": name, "content": fields["content"]})

    def _take_copy(self, fields: Fields) -> Taken:
        is_new = keep_copies(self._act, [b64decode(fields["content"])])
        return ADDED if is_new else KNOWN

    def _take_place(self, fields: Fields) -> Taken:
        """Recorded with the statement where that is new; a statement is never changed."""
        is_fresh = self._statement(fields["statement"]) in self._fresh
        return ADDED if is_fresh else KNOWN

    def _take_claim(self, fields: Fields) -> Taken:
        """A claim without statements: one of that wording that is live, or is not, as it was."""
        wording, is_live = fields["wording"], fields["live"]
        taken = set(self._claims.values())
        known = self._alike.get((claim_key(wording), is_live), ())
        number = next((number for number in known if number not in taken), None)
        if number is not None:
            self._claims[fields["called"]] = number
            return KNOWN
        told = {"wording": wording, "key": claim_key(wording), "topic": fields["topic"]}
        number = self._insert(Claim, {**told, "live": is_live})
        self._claims[fields["called"]] = number
        if is_live:
            index = Index(self._session)
            index.add_claim(number, wording, fields["topic"])
            index.flush()
        return ADDED

    @cached_property
    def _alike(self) -> dict[tuple[str, bool], list[int]]:
        """The claims of each key that are live, and that are not, by number."""
        alike: dict[tuple[str, bool], list[int]] = {}
        for row in casefile.rows(self._session, Claim):
            alike.setdefault((row.key, row.live), []).append(row.number)
        return alike

    def _take_wording(self, fields: Fields) -> Taken:
        claim, wording = self._claim(fields["claim"]), fields["wording"]
        return self._keep(
            Wording, {"claim_number": claim, "wording": wording, "key": claim_key(wording)}
        )

    def _take_note(self, fields: Fields) -> Taken:
        claim = self._claim(fields["claim"])
        return self._keep(Note, {"claim_number": claim, "text": fields["text"], **_signed(fields)})

    def _take_link(self, fields: Fields) -> Taken:
        ends = [self._claim(fields["a"]), self._claim(fields["b"])]
        if ends[0] == ends[1]:
            return Taken("left", "the two are one claim here")
        a, b = sorted(ends) if fields["how"] in {"complement", "same_event"} else ends
        return self._keep(Link, {"a_number": a, "b_number": b, "kind": fields["how"]})

    def _take_conflict(self, fields: Fields) -> Taken:
        a, b, turned = self._pair(fields)
        row = queries.conflicts_between(self._session, [b]).get((a, b))
        same = ("relation", "code", "explanation", "state", "live")
        wanted = {
            "claim_number": self._claim(fields["claim"]),
            **{name: fields[name] for name in same},
            "parts": _turned(fields["parts"]) if turned else fields["parts"],
        }
        if row is None:
            number = self._insert(Conflict, {"a_number": a, "b_number": b, **wanted})
            self._assign(number, fields["assignee"])
            return ADDED
        number = row.number
        if number in self._judged:
            return KNOWN if row.state == fields["state"] else DECIDED_HERE
        is_known = all(getattr(row, name) == value for name, value in wanted.items())
        self._act.update(Conflict, number, **wanted)
        return KNOWN if not self._assign(number, fields["assignee"]) and is_known else ADDED

    def _assign(self, conflict: int, assignee: str | None) -> bool:
        """Say who is to decide a conflict; says whether that is new."""
        kept = rulings.assignment(self._session, conflict)
        if assignee is None or (
            kept is not None and (kept.assignee, kept.live) == (assignee, True)
        ):
            return False
        asked = {"assignee": assignee, "live": True}
        if kept is None:
            self._insert(Assignment, {"conflict_number": conflict, **asked})
        else:
            self._act.update(Assignment, kept.number, **asked)
        return True

    def _take_question(self, fields: Fields) -> Taken:
        statement, claim = self._statement(fields["statement"]), self._claim(fields["claim"])
        said = {"score": fields["score"], "state": fields["state"]}
        for row in queries.questions_about(self._session, statement, claim):
            if row.live and row.state == fields["state"]:
                return KNOWN
            if row.live and row.state != "open":
                return DECIDED_HERE
            self._act.update(Question, row.number, live=True, **said)
            return ADDED
        self._insert(Question, {"statement_number": statement, "claim_number": claim, **said})
        return ADDED

    def _take_vote(self, fields: Fields) -> Taken:
        conflict = self._conflict_between(fields)
        said = {
            "conflict_number": conflict.number,
            "answer": self._answer(fields),
            "difference": fields["because"],
            "reason": fields["reason"],
            **_signed(fields),
            "state": fields["state"],
        }
        return KNOWN if conflict.number in self._judged else self._keep(Vote, said)

    def _answer(self, fields: Fields) -> str:
        """The answer, where the two sides may stand the other way around here."""
        answer: str = fields["answer"]
        turned = fields["a"] is not None and self._pair(fields)[2]
        return _TURNED.get(answer, answer) if turned else answer

    @cached_property
    def _decisions(self) -> dict[str, int]:
        """The decisions this ledger holds, by what tells them apart in any."""
        rows = casefile.rows(self._session, Decision)
        ids = casefile.statement_ids(self._session)
        conflicts = {row.number: row for row in casefile.rows(self._session, Conflict)}
        return {decision_id(row, ids, conflicts): row.number for row in rows}

    def _take_decision(self, fields: Fields) -> Taken:
        known = self._decisions.get(fields["id"])
        is_gone = known in self._taken_back and fields["id"] not in self._given_up
        if known is not None and not is_gone:
            return KNOWN
        row: dict[str, Any] = {"answer": self._answer(fields), "reason": fields["reason"]}
        if fields["a"] is not None:
            row["conflict_number"] = self._conflict_between(fields).number
            if row["conflict_number"] in self._judged:
                return DECIDED_HERE
        if fields["statement"] is not None:
            row["statement_number"] = self._statement(fields["statement"])
        if fields["claim"] is not None:
            row["claim_number"] = self._claim(fields["claim"])
        if fields["asked"] and {"statement_number", "claim_number"} <= row.keys():
            about = (row["statement_number"], row["claim_number"])
            asked = queries.questions_about(self._session, *about)
            row["question_number"] = asked[0].number if asked else None
        row["supersedes"] = self._decisions.get(fields["supersedes"] or "")
        number = self._insert(Decision, {**row, **_signed(fields)})
        self._decisions[fields["id"]] = number
        if fields["because"] is not None:
            self._insert(Difference, {"decision_number": number, "kind": fields["because"]})
        return ADDED

    @cached_property
    def _forecasts(self) -> dict[int, Forecast]:
        return forecasts.forecasts(self._session)

    def _take_forecast(self, fields: Fields) -> Taken:
        number = self._statement(fields["statement"])
        by = self._statement(fields["settled_by"]) if fields["settled_by"] else None
        said = {name: fields[name] for name in ("due_on", "outcome", "reason")}
        said["settled_by"] = by
        row = self._forecasts.get(number)
        if row is None:
            self._insert(Forecast, {"statement_number": number, **said})
            return ADDED
        if row.live:
            is_same = all(getattr(row, name) == value for name, value in said.items())
            return KNOWN if is_same else DECIDED_HERE
        self._act.update(Forecast, row.number, live=True, **said)
        return ADDED

    def _take_verdict(self, fields: Fields) -> Taken:
        claim = self._claim(fields["claim"])
        known = verdicts.verdicts_known(self._session, [fields["id"]]).get(fields["id"])
        if known is not None and known.live:
            return KNOWN
        if fields["publisher"] is None and claim in self._rated:
            return Taken("left", "the house gave a verdict here, and it stays")
        if known is not None:
            self._act.update(Verdict, known.number, live=True)
            return ADDED
        pieces = [self._piece(piece) for piece in fields["evidence"]]
        same = ("scale", "rating", "value", "best", "worst", "reason", "short", "url")
        said = {name: fields[name] for name in (*same, "publisher", "published_on")}
        row = {"identity": fields["id"], "claim_number": claim, **said, **_signed(fields)}
        number = self._insert(Verdict, row)
        for piece in pieces:
            self._insert(Evidence, {"verdict_number": number, **piece})
        return ADDED

    def _piece(self, piece: Mapping[str, str]) -> Fields:
        row: dict[str, Any] = {
            name: piece[name] for name in ("url", "saved_as", "sha256") if name in piece
        }
        if "statement" in piece:
            row["statement_number"] = self._statement(piece["statement"])
        if "document" in piece:
            if piece["document"] not in self._pages.numbers:
                raise _UnknownError("a document it rests on")
            row["document_number"] = self._pages.numbers[piece["document"]]
        return row

    _TAKE: ClassVar[Mapping[str, Callable[[Any, Fields], Taken]]] = {
        "policy": _take_policy,
        "scale": _take_scale,
        "place": _take_place,
        "copy": _take_copy,
        "claim": _take_claim,
        "wording": _take_wording,
        "note": _take_note,
        "link": _take_link,
        "conflict": _take_conflict,
        "question": _take_question,
        "vote": _take_vote,
        "decision": _take_decision,
        "forecast": _take_forecast,
        "verdict": _take_verdict,
    }
    """How each kind is taken over; names and documents come before the statements."""


def _signed(fields: Fields) -> dict[str, Any]:
    return {"actor": fields["by"], "at": fields["at"]}


def _key(row: Fields) -> tuple[object, ...]:
    """What a row says; moments as the journal spells them, whatever the database gave back."""
    return tuple(instant(v) if isinstance(v, datetime) else v for v in row.values())


def _turned(parts: str) -> str:
    """The aligned parts with their two sides the other way around."""
    told = [{**part, "a": part["b"], "b": part["a"]} for part in json.loads(parts)]
    return json.dumps(told)
