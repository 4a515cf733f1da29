"""How many independent origins stand on each side of a conflict.

Ten outlets relaying one wire story are one voice. With a statement stand those of its claim that
the other side contradicts as well and that it does not contradict itself.
"""

from collections.abc import Iterable, Mapping, Sequence

from ledger.desk.names.sources import Sources
from ledger.store.index.lookups import Statement


class Standing:
    """The origins and the opponents of the statements of some claims."""

    def __init__(
        self,
        sources: Sources,
        members: Mapping[int, Sequence[Statement]],
        opposed: Iterable[tuple[int, int]],
    ) -> None:
        """Look at whole claims.

        Args:
            sources: who stands behind their statements.
            members: the statements of each claim.
            opposed: which two of them cannot both hold.
        """
        self._origins: dict[int, tuple[int, int]] = {}
        for claim, rows in members.items():
            groups = sources.origins(rows)
            for row, group in zip(rows, groups, strict=True):
                self._origins[row.number] = claim, group
        self._opponents: dict[int, set[int]] = {}
        for a, b in opposed:
            self._opponents.setdefault(a, set()).add(b)
            self._opponents.setdefault(b, set()).add(a)

    def origins_with(self, statement: int, against: int) -> int:
        """How many independent origins stand with a statement against another."""
        allies = self._opponents.get(against, set()) - self._opponents.get(statement, set())
        voices = {self._origins.get(ally, (0, -ally)) for ally in allies | {statement}}
        return len(voices)
