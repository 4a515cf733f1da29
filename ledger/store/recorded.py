"""What the journal says of one table's rows, and whether they are so."""

from collections import deque
from collections.abc import Mapping
from typing import Any

from ledger.model import identity_of
from ledger.store.canonical import block_digest, digest
from ledger.store.journal import Block, Change, Key, as_columns
from ledger.store.table import Table
from ledger.store.tables import Statement
from ledger.store_errors import Tampered

_REFERENCES = {"statement": "S", "claim": "C", "conflict": "X", "document": "D"}
_OTHERWISE = "not as the journal recorded it"
_GONE = "the journal recorded it and it is gone"


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

    def __len__(self) -> int:
        """How many rows there should be."""
        return len(self._seals) - len(self._former) + sum(len(b.keys) for b in self._blocks)

    def learn(self, change: Change | Block) -> None:
        """Take in what an entry wrote, the oldest first."""
        if isinstance(change, Block):
            self._blocks.append(change)
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
        if not self._is_of_block(key) and key not in self._seals:
            raise Tampered(self._place(key), "the journal does not know it")
        if self.table is Statement and row["id"] != identity_of(row):
            raise Tampered(self._place(key), "its words do not match its id")
        if key in self._seals and digest(row) != self._seals.pop(key):
            raise Tampered(self._place(key), f"it is {_OTHERWISE}")
        if self._is_of_block(key):
            self._meet(key, row)

    def close(self) -> None:
        """Look whether any row is missing.

        Raises:
            Tampered: naming the first.
        """
        for key in self._seals:
            raise Tampered(self._place(key), _GONE)
        if self._blocks:
            raise Tampered(self._place(self._expected), _GONE)

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

    def _meet(self, key: Key, row: Mapping[str, Any]) -> None:
        """Keep a row as it was added until those of its block are together."""
        added = {**row, **as_columns(self.table, self._former.get(key, {}))}
        self._met.append(tuple(added[name] for name in sorted(added)))
        block = self._blocks[0]
        if len(self._met) == len(block.keys):
            self._blocks.popleft()
            if block_digest(self._met) != block.digest:
                raise Tampered(self._places(block.keys), f"one of them is {_OTHERWISE}")
            self._met = []

    def _places(self, keys: range) -> str:
        first, last = self._place(keys[0]), self._place(keys[-1])
        return f"{first} to {last}" if len(keys) > 1 else first

    def _place(self, key: Key) -> str:
        """A row as a person would look it up."""
        if self._name in _REFERENCES:
            return f"{_REFERENCES[self._name]}{key}"
        if self._name == "filing":
            return f"the claim of S{key}"
        if self._name == "quantity" and isinstance(key, tuple):
            return f"figure {key[2]} of S{key[0]}"
        return f"{self._name.replace('_', ' ')} {key}"
