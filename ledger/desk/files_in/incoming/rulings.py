"""Records of what people judged: conflicts, questions, votes, decisions."""

import json
from collections.abc import Mapping
from typing import Any

from ledger.desk.files_in.incoming.ground import (
    ADDED,
    DECIDED_HERE,
    KNOWN,
    Fields,
    Ground,
    Taken,
    UnknownHere,
    signed,
)
from ledger.store.asking import findings, rulings, same_claim
from ledger.store.tables.casework import Assignment, Difference, Vote
from ledger.store.tables.ledger import Conflict, Decision, Question

_TURNED = {"a_holds": "b_holds", "b_holds": "a_holds"}


def take_conflict(ground: Ground, fields: Fields) -> Taken:
    """What was found between two statements, and who is to decide it."""
    a, b, turned = ground.pair(fields)
    row = ground.conflict(fields)
    same = ("relation", "code", "explanation", "state", "live")
    wanted = {
        "claim_number": ground.claim(fields["claim"]),
        **{name: fields[name] for name in same},
        "parts": _turned(fields["parts"]) if turned else fields["parts"],
    }
    if row is None:
        number = ground.act.add(Conflict, {"a_number": a, "b_number": b, **wanted})
        _assign(ground, number, fields["assignee"])
        return ADDED
    number = row.number
    if number in ground.judged:
        return KNOWN if row.state == fields["state"] else DECIDED_HERE
    is_known = all(getattr(row, name) == value for name, value in wanted.items())
    ground.act.update(Conflict, number, **wanted)
    return KNOWN if not _assign(ground, number, fields["assignee"]) and is_known else ADDED


def _assign(ground: Ground, conflict: int, assignee: str | None) -> bool:
    """Say who is to decide a conflict; says whether that is new."""
    kept = rulings.assignment(ground.session, conflict)
    if assignee is None or (kept is not None and (kept.assignee, kept.live) == (assignee, True)):
        return False
    asked = {"assignee": assignee, "live": True}
    if kept is None:
        ground.act.add(Assignment, {"conflict_number": conflict, **asked})
    else:
        ground.act.update(Assignment, kept.number, **asked)
    return True


def take_question(ground: Ground, fields: Fields) -> Taken:
    """Whether a statement belongs to a claim, as somebody answered."""
    statement, claim = ground.statement(fields["statement"]), ground.claim(fields["claim"])
    said = {"score": fields["score"], "state": fields["state"]}
    for row in same_claim.about(ground.session, statement, claim):
        if row.live and row.state == fields["state"]:
            return KNOWN
        if row.live and row.state != "open":
            return DECIDED_HERE
        ground.act.update(Question, row.number, live=True, **said)
        return ADDED
    ground.act.add(Question, {"statement_number": statement, "claim_number": claim, **said})
    return ADDED


def take_vote(ground: Ground, fields: Fields) -> Taken:
    """What one of two fact-checkers answered."""
    conflict = _conflict(ground, fields)
    said = {
        "conflict_number": conflict.number,
        "answer": _answer(ground, fields),
        "difference": fields["because"],
        "reason": fields["reason"],
        **signed(fields),
        "state": fields["state"],
    }
    return KNOWN if conflict.number in ground.judged else ground.keep(Vote, said)


def take_decision(ground: Ground, fields: Fields) -> Taken:
    """A decision, with the kind of difference it names and the one it takes the place of."""
    known = ground.decisions.get(fields["id"])
    is_gone = known in ground.taken_back and fields["id"] not in ground.given_up
    if known is not None and not is_gone:
        return KNOWN
    about = _about(ground, fields)
    if about.get("conflict_number") in ground.judged:
        return DECIDED_HERE
    said = {"answer": _answer(ground, fields), "reason": fields["reason"], **signed(fields)}
    supersedes = ground.decisions.get(fields["supersedes"] or "")
    number = ground.act.add(Decision, {**about, **said, "supersedes": supersedes})
    ground.decisions[fields["id"]] = number
    if fields["because"] is not None:
        ground.act.add(Difference, {"decision_number": number, "kind": fields["because"]})
    return ADDED


def _about(ground: Ground, fields: Fields) -> Mapping[str, Any]:
    """What a decision is about, as columns."""
    about: dict[str, Any] = {}
    if fields["a"] is not None:
        about["conflict_number"] = _conflict(ground, fields).number
    if fields["statement"] is not None:
        about["statement_number"] = ground.statement(fields["statement"])
    if fields["claim"] is not None:
        about["claim_number"] = ground.claim(fields["claim"])
    if fields["asked"] and {"statement_number", "claim_number"} <= about.keys():
        ends = (about["statement_number"], about["claim_number"])
        asked = same_claim.about(ground.session, *ends)
        about["question_number"] = asked[0].number if asked else None
    return about


def _conflict(ground: Ground, fields: Fields) -> findings.Conflict:
    row = ground.conflict(fields)
    if row is None:
        raise UnknownHere("the conflict")
    return row


def _answer(ground: Ground, fields: Fields) -> str:
    """The answer, where the two sides may stand the other way around here."""
    answer: str = fields["answer"]
    turned = fields["a"] is not None and ground.pair(fields)[2]
    return _TURNED.get(answer, answer) if turned else answer


def _turned(parts: str) -> str:
    """The aligned parts with their two sides the other way around."""
    told = [{**part, "a": part["b"], "b": part["a"]} for part in json.loads(parts)]
    return json.dumps(told)
