"""How many independent origins stand on each side of a conflict.

Ten outlets relaying one wire story are one voice. With a statement stand those of its claim that
the other side contradicts as well and that it does not contradict itself.
"""

from collections.abc import Iterable

from ledger.desk.sources import Sources
from ledger.store import lookups, queries
from ledger.store.session import Session
from ledger.store.tables import Conflict


class Standing:
    """The origins and the opponents of the statements of some claims."""

    def __init__(self, session: Session, sources: Sources, conflicts: Iterable[Conflict]) -> None:
        claims = {conflict.claim_number for conflict in conflicts}
        filed: dict[int, list[int]] = {claim: [] for claim in claims}
        for filing in queries.filings(session, of_claims=claims):
            filed[filing.claim_number].append(filing.statement_number)
        wanted = (number for numbers in filed.values() for number in numbers)
        rows = {row.number: row for row in lookups.statements(session, wanted)}
        self._origins: dict[int, tuple[int, int]] = {}
        for claim, numbers in filed.items():
            groups = sources.origins(rows[number] for number in numbers)
            self._origins |= {n: (claim, group) for n, group in zip(numbers, groups, strict=True)}
        self._opponents: dict[int, set[int]] = {}
        for conflict in queries.conflicts(session, of_claims=claims):
            if conflict.state != "noted":
                self._opponents.setdefault(conflict.a_number, set()).add(conflict.b_number)
                self._opponents.setdefault(conflict.b_number, set()).add(conflict.a_number)

    def origins_with(self, statement: int, against: int) -> int:
        """How many independent origins stand with a statement against another."""
        allies = self._opponents.get(against, set()) - self._opponents.get(statement, set())
        voices = {self._origins.get(ally, (0, -ally)) for ally in allies | {statement}}
        return len(voices)
