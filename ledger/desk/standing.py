"""How many independent origins stand on each side of a conflict.

Ten outlets relaying one wire story are one voice. With a statement stand those of its claim that
the other side contradicts as well and that it does not contradict itself.
"""

from collections.abc import Collection

from ledger.desk.sources import Sources
from ledger.store import findings, lookups
from ledger.store.session import Session


class Standing:
    """The origins and the opponents of the statements of some claims."""

    def __init__(self, session: Session, sources: Sources, claims: Collection[int]) -> None:
        filed: dict[int, list[int]] = {claim: [] for claim in claims}
        for statement, claim in lookups.filed_under(session, claims):
            filed[claim].append(statement)
        wanted = (number for numbers in filed.values() for number in numbers)
        rows = {row.number: row for row in lookups.statements(session, wanted)}
        self._origins: dict[int, tuple[int, int]] = {}
        for claim, numbers in filed.items():
            groups = sources.origins(rows[number] for number in numbers)
            self._origins |= {n: (claim, group) for n, group in zip(numbers, groups, strict=True)}
        self._opponents: dict[int, set[int]] = {}
        for a, b in findings.opposed(session, claims):
            self._opponents.setdefault(a, set()).add(b)
            self._opponents.setdefault(b, set()).add(a)

    def origins_with(self, statement: int, against: int) -> int:
        """How many independent origins stand with a statement against another."""
        allies = self._opponents.get(against, set()) - self._opponents.get(statement, set())
        voices = {self._origins.get(ally, (0, -ally)) for ally in allies | {statement}}
        return len(voices)
