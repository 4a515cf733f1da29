"""Whether what one clause negates is what another says: the scope of a denial."""

from collections.abc import Sequence

from ledger.disagreement.context import clause_evidence, evidence_of
from ledger.disagreement.item import Item
from ledger.disagreement.kinship import kinship
from ledger.disagreement.reading import Reading

_IN_SCOPE = 0.7
"""Share of what a negation denies that the other side must say."""


def denies(a: Reading, clause_a: int, b: Reading, clause_b: int) -> bool:
    """Whether what a negated clause negates is what the other says.

    "Did not comment on the report" denies no report: nearly all that follows a negation must stand
    on the other side, its first word and its last too, and not be negated there as well.
    """
    denied = _denied(a, clause_a)
    if denied is None or a.is_chinese != b.is_chinese:
        return True
    if not denied:
        return len(a.clauses) == 1
    evidence = clause_evidence(b, clause_b)
    kin = kinship(evidence_of(a, denied), evidence)
    ends = denied[0].id, denied[-1].id
    said = kin.share >= _IN_SCOPE and all(map(evidence.speaks_of, ends))
    return said and denied[0].id not in _negated(b, clause_b)


def _denied(reading: Reading, clause: int) -> Sequence[Item] | None:
    """What follows the last negation of a clause, ``None`` where it has none of its own."""
    ends = _negations(reading, clause)
    return [i for i in reading.items[clause] if i.start >= ends[-1]] if ends else None


def _negated(reading: Reading, clause: int) -> set[str]:
    """What stands right behind each negation of a clause."""
    ends = _negations(reading, clause)
    return {next((i.id for i in reading.items[clause] if i.start >= end), "") for end in ends}


def _negations(reading: Reading, clause: int) -> list[int]:
    return [s.end for s in reading.signals[clause] if s.kind == "negation"]
