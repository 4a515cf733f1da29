"""Spans of a folded key, in order, and whether a character lies in one of them."""

from collections.abc import Iterable, Iterator


class Spans:
    """The places of the figures of a text.

    Attributes:
        covered: for each character of the key whether it lies in one of them, and one more.
    """

    def __init__(self, spans: Iterable[tuple[int, int]], length: int) -> None:
        """Keep the spans, which must be in order and not overlap, of a key of some length."""
        self._spans = tuple(spans)
        self.covered = bytearray(length + 1)
        for start, end in self._spans:
            self.covered[start:end] = b"\1" * (end - start)

    def __iter__(self) -> Iterator[tuple[int, int]]:
        return iter(self._spans)
