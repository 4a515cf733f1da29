"""Checked statements that wait to be recorded until all of a file have been read."""

from collections.abc import Iterator, Sequence

import numpy as np

from ledger.exchange.batches import AT_ONCE, Batch
from ledger.model import FIELDS
from ledger.store.bulk.numbers import Numbers
from ledger.store.bulk.shelf import Shelf
from ledger.text.fold import fold


class Waiting:
    """Statements in the order they came, each once: one that comes again says what holds.

    Attributes:
        places: the place of each that came, among those that wait.
    """

    def __init__(self) -> None:
        self._shelf = Shelf()
        self.places = Numbers(np.uint32)

    def __len__(self) -> int:
        """How many there are."""
        return len(self._shelf)

    def extend(self, batch: Batch) -> None:
        """Let some more wait."""
        sources = [*map(fold, batch.columns["outlet"])]
        beside = {"id": batch.ids, "key": batch.keys, "source": sources}
        self.places.extend(self._shelf.add({**batch.columns, **beside}), len(batch))
        self.places.rest()

    def taken(self, places: Sequence[int]) -> Batch:
        """Those at some places, in that order."""
        told = self._shelf.taken(places)
        batch = Batch({name: told[name] for name in FIELDS})
        batch.ids, batch.keys = told["id"], told["key"]
        return batch

    def batches(self) -> Iterator[Batch]:
        """Those that came, in that order, some thousand at a time."""
        return (self.taken(places.tolist()) for places in self.places.portions(AT_ONCE))

    def ids(self, places: Sequence[int]) -> list[str]:
        """The ids of those at some places."""
        return self._shelf.ids(places)

    def in_order(self) -> Numbers:
        """The places in the order the statements are to be filed."""
        return self._shelf.in_order()

    def claims(self) -> Iterator[tuple[int, str]]:
        """The claims that are named, each with the place of a statement that names it."""
        return self._shelf.claims()

    def close(self) -> None:
        """Let go of all of them."""
        self._shelf.close()
