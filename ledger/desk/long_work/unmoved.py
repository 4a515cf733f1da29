"""What a part of long work tells about statements, taken up only where these still stand.

Long work reads for minutes while others go on; what it found about a statement that was moved
meanwhile is not said of where the statement is now.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict
from typing import Any

from ledger.desk.statements.relating import Found
from ledger.store.asking import membership
from ledger.store.connecting.session import Session
from ledger.store.index.indexed import places


def told(session: Session, found: Sequence[Found]) -> dict[str, Any]:
    """Relations as JSON can hold them, with where their statements stand."""
    numbers = {number for one in found for number in (one.a, one.b)}
    return {"related": list(map(asdict, found)), "sides": places(session, numbers)}


def related(session: Session, result: Mapping[str, Any]) -> list[Found]:
    """The relations that were told, without those of statements that were moved."""
    gone = moved(session, result["sides"])
    found = map(Found.told, result["related"])
    return [one for one in found if not gone & {one.a, one.b}]


def near(session: Session, result: Mapping[str, Any]) -> list[tuple[int, int, float]]:
    """Statements, claims near them and scores, where the statement and the claim still stand."""
    gone = moved(session, result["of"])
    live = {
        claim.number for claim in membership.claims(session, {row[1] for row in result["near"]})
    }
    return [
        (number, claim, score)
        for number, claim, score in result["near"]
        if number not in gone and claim in live
    ]


def moved(session: Session, then: Iterable[tuple[int, int]]) -> set[int]:
    """Those of these statements that no longer stand where they did."""
    stood = dict(then)
    now = dict(places(session, stood))
    return {number for number, claim in stood.items() if now.get(number) != claim}
