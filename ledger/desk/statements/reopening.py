"""New evidence under a decided conflict opens it again, and says which statement did.

Evidence is a new statement that contradicts every side the decision let stand, from an origin the
claim did not have: another relay of a voice already weighed is nothing new. The decision stays on
record and people decide again.
"""

from collections.abc import Container, Iterable, Iterator

from ledger.desk.decisions import write_decision
from ledger.desk.looking.rulings import DECISIVE
from ledger.desk.names.sources import Sources
from ledger.desk.statements.relating import Found
from ledger.store.asking import findings, rulings
from ledger.store.index import lookups
from ledger.store.journal.act import Act
from ledger.store.tables.ledger import Conflict, Decision

_SIDES = {"a_holds": "a", "b_holds": "b", "both_stand": "ab"}


def speaking_against(found: Iterable[Found], fresh: Container[int]) -> Iterator[tuple[int, int]]:
    """Each older statement that a new one contradicts, with the new one."""
    for pair in found:
        is_new = pair.a in fresh, pair.b in fresh
        if pair.state == "open" and is_new[0] != is_new[1]:
            yield (pair.b, pair.a) if is_new[0] else (pair.a, pair.b)


def reopen_decided(
    act: Act, contradicted: Iterable[tuple[int, int]], claims: Iterable[int]
) -> list[int]:
    """Open decided conflicts that new statements speak against; gives back their numbers.

    Args:
        act: the transaction it happens in.
        contradicted: what ``speaking_against`` found.
        claims: the claims under which anything was found.
    """
    against: dict[int, set[int]] = {}
    for old, new in contradicted:
        against.setdefault(old, set()).add(new)
    if not against:
        return []
    decided = findings.decided(act.session, claims)
    if not decided:
        return []
    judged = rulings.last_answers(act.session, (row.number for row in decided), DECISIVE)
    opened = [
        row
        for row in decided
        if row.number in judged and _evidence(act, row, judged[row.number], against)
    ]
    return [row.number for row in opened]


def _evidence(
    act: Act, conflict: findings.Conflict, decision: Decision, against: dict[int, set[int]]
) -> bool:
    """Open one conflict where something new speaks against all it let stand."""
    sides = {"a": conflict.a_number, "b": conflict.b_number}
    upheld = [sides[side] for side in _SIDES.get(decision.answer, "")]
    speaking = [against.get(number, set()) for number in upheld]
    new = sorted(set.intersection(*speaking)) if speaking else []
    voices = _new_voices(act, conflict.claim_number, new)
    if not voices:
        return False
    stood = " and ".join(f"S{number}" for number in upheld)
    said = f"S{voices[0]} speaks against {stood}, which stood"
    write_decision(act, "reopened", said, conflict_number=conflict.number)
    act.update(Conflict, conflict.number, state="reopened")
    return True


def _new_voices(act: Act, claim: int, new: list[int]) -> list[int]:
    """Those of the new statements whose origin the claim did not have."""
    if not new:
        return []
    filed = [statement for statement, _ in lookups.filed_under(act.session, [claim])]
    rows = list(lookups.statements(act.session, {*filed, *new}))
    sources = Sources.of(act.session, rows)
    groups = dict(zip((row.number for row in rows), sources.origins(rows), strict=True))
    heard = {groups[number] for number in filed if number < new[0]}
    return [number for number in new if groups[number] not in heard]
