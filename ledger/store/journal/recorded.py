"""What the journal says of one table's rows, and whether they are so."""

from collections import deque
from collections.abc import Mapping, Sequence
from typing import Any

from ledger.model import identity_of
from ledger.store.journal.canonical import block_digest, digest
from ledger.store.journal.chain import Block, Key, Strewn, Written, as_columns
from ledger.store.tables.base import Table
from ledger.store.tables.ledger import Statement
from ledger.store_errors import Tampered

_REFERENCES = {"statement": "S", "claim": "C", "conflict": "X", "document": "D"}
_OTHERWISE = "not as the journal recorded it"
_GONE = "the journal recorded it and it is gone"
_FEWER = "the journal recorded more of them than there are"


class Recorded:
    """The seals of one table's rows: learnt entry by entry, then each row held against them.

    Attributes:
        table: the table.
    """

    def __init__(self, table: type[Table]) -> None:
        self.table = table
        self._name = str(table.__tablename__)
        self._seals: dict[Key, str | None] = {}
        self._blocks: deque[Block] = deque()
        self._met: list[tuple[object, ...]] = []
        self._former: dict[Key, dict[str, Any]] = {}
        self._strewn: dict[int, deque[Strewn]] = {}
        self._gathered: dict[int, list[tuple[object, ...]]] = {}

    def __len__(self) -> int:
        """How many rows there should be."""
        of_blocks = sum(len(block.keys) for block in self._blocks)
        strewn = sum(lot.count for lots in self._strewn.values() for lot in lots)
        return len(self._seals) - len(self._former) + of_blocks + strewn

    def learn(self, change: Written, entry: int) -> None:
        """Take in what an entry wrote, the oldest first."""
        if isinstance(change, Block):
            self._blocks.append(change)
            return
        if isinstance(change, Strewn):
            self._strewn.setdefault(entry, deque()).append(change)
            return
        is_known = change.key in self._seals
        if change.before is not None and (not is_known or change.key in self._former):
            # A row of a block, which is sealed as it was added.
            self._former[change.key] = {**change.before, **self._former.get(change.key, {})}
        self._seals[change.key] = change.digest

    def check(self, key: Key, row: Mapping[str, Any]) -> None:
        """Hold a row, the lowest key first, against what the journal says.

        Raises:
            Tampered: when it, or one of its block, is not as it was written, or one is gone.
        """
        is_sealed, is_of_block = key in self._seals, self._is_of_block(key)
        if not (is_sealed or is_of_block or self._is_strewn(key, row["entry"])):
            raise Tampered(self._place(key), "the journal does not know it")
        if self.table is Statement and row["id"] != identity_of(row):
            raise Tampered(self._place(key), "its words do not match its id")
        if is_sealed and digest(row) != self._seals.pop(key):
            raise Tampered(self._place(key), f"it is {_OTHERWISE}")
        if is_of_block:
            self._meet(key, row)
        elif not is_sealed:
            self._gather(key, row)

    def close(self) -> None:
        """Look whether any row is missing.

        Raises:
            Tampered: naming the first.
        """
        for key in self._seals:
            raise Tampered(self._place(key), _GONE)
        if self._blocks:
            raise Tampered(self._place(self._expected), _GONE)
        for entry, lots in self._strewn.items():
            for lot in lots:
                fewer = _FEWER if entry in self._gathered else _GONE
                raise Tampered(self._place(lot.first), fewer)

    @property
    def _expected(self) -> int:
        """The next row of the next block."""
        return self._blocks[0].keys[len(self._met)]

    def _is_of_block(self, key: Key) -> bool:
        if not self._blocks or not isinstance(key, int) or key < self._blocks[0].keys.start:
            return False
        if key != self._expected:
            raise Tampered(self._place(self._expected), _GONE)
        return True

    def _is_strewn(self, key: Key, entry: int) -> bool:
        lots = self._strewn.get(entry)
        if not lots or not isinstance(key, tuple):
            return False
        return entry in self._gathered or lots[0].first <= key

    def _meet(self, key: Key, row: Mapping[str, Any]) -> None:
        """Keep a row as it was added until those of its block are together."""
        added = {**row, **as_columns(self.table, self._former.get(key, {}))}
        self._met.append(_sorted(added))
        block = self._blocks[0]
        if len(self._met) == len(block.keys):
            self._blocks.popleft()
            self._hold(self._met, block.digest, block.keys[0], key)
            self._met = []

    def _gather(self, key: Key, row: Mapping[str, Any]) -> None:
        """Keep a row until those strewn by the same entry and sealed with it are together."""
        lots = self._strewn[row["entry"]]
        gathered = self._gathered.setdefault(row["entry"], [])
        if not gathered and key != lots[0].first:
            raise Tampered(self._place(lots[0].first), _GONE)
        gathered.append(_sorted(row))
        if len(gathered) == lots[0].count:
            lot = lots.popleft()
            self._hold(self._gathered.pop(row["entry"]), lot.digest, lot.first, key)

    def _hold(self, rows: Sequence[Sequence[object]], seal: str, first: Key, last: Key) -> None:
        """Hold rows that were sealed together against their seal."""
        if block_digest(rows) != seal:
            if len(rows) == 1:
                raise Tampered(self._place(first), f"it is {_OTHERWISE}")
            places = f"{self._place(first)} to {self._place(last)}"
            raise Tampered(places, f"one of them is {_OTHERWISE}")

    def _place(self, key: Key) -> str:
        """A row as a person would look it up."""
        if self._name in _REFERENCES:
            return f"{_REFERENCES[self._name]}{key}"
        if self._name == "filing":
            return f"the claim of S{key}"
        if self._name == "quantity" and isinstance(key, tuple):
            return f"figure {key[2]} of S{key[0]}"
        return f"{self._name.replace('_', ' ')} {key}"


def _sorted(row: Mapping[str, object]) -> tuple[object, ...]:
    """What stands in a row, by the names of its columns."""
    return tuple(row[name] for name in sorted(row))
