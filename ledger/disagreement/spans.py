"""Spans of a folded key, in order, and whether a character lies in one of them."""

from collections.abc import Iterable, Iterator
from itertools import chain, starmap


class Spans:
    """The places of the figures of a text.

    Attributes:
        covered: every character that lies in one of them.
    """

    def __init__(self, spans: Iterable[tuple[int, int]]) -> None:
        """Keep the spans, which must be in order and not overlap."""
        self._spans = tuple(spans)
        self.covered = frozenset(chain.from_iterable(starmap(range, self._spans)))

    def __iter__(self) -> Iterator[tuple[int, int]]:
        return iter(self._spans)

    def __len__(self) -> int:
        return len(self._spans)
