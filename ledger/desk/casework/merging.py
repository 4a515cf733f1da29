"""Merging claims that turned out to be one; what somebody judged different stays apart."""

from collections.abc import Sequence
from itertools import combinations

from ledger.desk.decisions import live_claim, write_decision
from ledger.desk.desk import Desk
from ledger.desk.index.nearest import followed
from ledger.desk.references import Reference
from ledger.desk.statements.relating import relate, remember
from ledger.errors import JudgedDifferent, OneClaim
from ledger.store.asking import apart, dossier, findings, membership, same_claim
from ledger.store.asking.verdicts import verdicts
from ledger.store.journal.act import Act
from ledger.store.tables.casework import Link, Note, Verdict, Wording
from ledger.store.tables.ledger import Claim, Conflict, Filing, Question


def merge(desk: Desk, keep: Reference, gone: Sequence[Reference], reason: str | None = None) -> int:
    """Let everything under some claims stand under another; one undo takes all of it back.

    A claim that goes leaves its wording, notes, links and verdicts to the one that stays, so
    that a file naming it by its old wording finds the claim it became.

    Args:
        desk: whose ledger.
        keep: the claim that stays, with its wording.
        gone: the claims that go.
        reason: why.

    Returns:
        How many statements moved.

    Raises:
        NotFound: when the ledger does not hold one of the claims.
        OneClaim: when two references name the same claim.
        JudgedDifferent: when somebody said that statements of two of them are not about one claim.
            None is merged then.
    """
    named = [keep, *gone]
    for claim in named:
        if named.count(claim) > 1:
            raise OneClaim(str(claim))
    numbers = [claim.number for claim in named]
    with desk.acting("merge") as act, followed(act.session, numbers):
        stays, *going = (live_claim(act, claim) for claim in named)
        for one, other in combinations(named, 2):
            _refuse_if_apart(act, one, other)
        act.summary = f"{', '.join(map(str, gone))} into {keep}"
        write_decision(act, "merged", reason, claim_number=keep.number)
        return sum(_merge(act, goes, stays) for goes in going)


def _merge(act: Act, goes: Claim, stays: Claim) -> int:
    """Merge one claim into another, and say how many statements moved."""
    moved = {f.statement_number for f in membership.filings(act.session, of_claims=[goes.number])}
    _hand_over(act, goes, stays)
    _refile(act, moved, goes.number, stays.number)
    act.update(Claim, goes.number, live=False)
    return len(moved)


def _refuse_if_apart(act: Act, keep: Reference, gone: Reference) -> None:
    """Refuse to join what a person judged different.

    Raises:
        JudgedDifferent: showing the decision.
    """
    found = apart.judged_apart(act.session, keep.number, gone.number)
    if found is not None:
        about = (("X", found.conflict_number), ("S", found.statement_number))
        what = next(f"{letter}{number}" for letter, number in about if number is not None)
        answer = (
            f"{what}: different claims"
            if found.answer == "different_claims"
            else f"moved {what} to C{found.claim_number}"
        )
        said = f"{found.actor} on {found.at:%Y-%m-%d}, {answer} ({found.reason or 'no reason'})"
        raise JudgedDifferent(str(keep), str(gone), said)


def _hand_over(act: Act, goes: Claim, stays: Claim) -> None:
    """Leave wordings, notes, links, verdicts and topic to the claim that stays."""
    left, kept = goes.number, stays.number
    for note in dossier.notes(act.session, [left]):
        act.update(Note, note.number, claim_number=kept)
    for verdict in verdicts(act.session, [left]):
        act.update(Verdict, verdict.number, claim_number=kept)
    for wording in dossier.wordings(act.session, left):
        act.update(Wording, wording.number, claim_number=kept)
    former = {"claim_number": kept, "wording": goes.wording, "key": goes.key}
    act.add(Wording, former)
    for link in dossier.links(act.session, [left]):
        ends = {kept if end == left else end for end in (link.a_number, link.b_number)}
        if ends == {kept}:
            act.update(Link, link.number, live=False)
        elif link.a_number == left:
            act.update(Link, link.number, a_number=kept)
        else:
            act.update(Link, link.number, b_number=kept)
    act.add(Link, {"a_number": left, "b_number": kept, "kind": "merged"})
    if stays.topic is None and goes.topic is not None:
        act.update(Claim, kept, topic=goes.topic)


def _refile(act: Act, moved: set[int], left: int, kept: int) -> None:
    """Move the statements with their findings and questions, and compare them where they stand."""
    for statement in sorted(moved):
        act.update(Filing, statement, claim_number=kept, basis="person", score=None)
    for conflict in findings.of_claims(act.session, [left]):
        act.update(Conflict, conflict.number, claim_number=kept)
    _ask_of_the_one_that_stays(act, left, kept)
    remember(act, relate(act.session, {kept}, moved))


def _ask_of_the_one_that_stays(act: Act, left: int, kept: int) -> None:
    """Let what was asked of the claim that goes, and "not the same", hold for what it became."""
    members = {f.statement_number for f in membership.filings(act.session, of_claims=[kept])}
    asked = {one.statement_number: one for one in same_claim.to_claim(act.session, kept)}
    for statement in sorted(members & asked.keys()):
        if asked[statement].live and asked[statement].state == "open":
            act.update(Question, asked[statement].number, state="same")
    for question in same_claim.to_claim(act.session, left):
        other = asked.get(question.statement_number)
        if not question.live or question.state == "same":
            continue
        if other is None and question.statement_number not in members:
            act.update(Question, question.number, claim_number=kept)
            continue
        act.update(Question, question.number, live=False)
        if other is not None and question.state == "different":
            act.update(Question, other.number, live=True, state="different")
