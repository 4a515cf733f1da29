"""What a page says twice: the same sentence again, or nearly the same with the same figures."""

import re
from collections.abc import Iterator
from zlib import crc32

from ledger.text.fold import fold

_WORDS = re.compile(r"\w+")
_FIGURES = re.compile(r"\d+(?:[.,]\d+)*")
_CHARACTER_BYTES = 4
_PIECE_BYTES = 6 * _CHARACTER_BYTES
_KEPT_OF, _LONG = 3, 120
_SAME_SHARE = 0.75
_SHORTEST_FUZZY = 24
_MOST_SHARED = 50


class Repeats:
    """The sentences of a page seen so far."""

    def __init__(self) -> None:
        self._seen: set[str] = set()
        self._pieces: dict[tuple[str, int], list[int]] = {}
        self._sizes: list[int] = []

    def again(self, sentence: str) -> bool:
        """Whether the sentence stood on the page before; remembers it if not.

        Nearly the same is the same when the figures are: two lines that differ in a number alone
        are two statements.
        """
        folded = fold(sentence)
        key = "".join(_WORDS.findall(folded))
        if not key:
            return False
        if key in self._seen:
            return True
        self._seen.add(key)
        if len(key) < _SHORTEST_FUZZY:
            return False
        figures = " ".join(_FIGURES.findall(folded))
        pieces = [(figures, piece) for piece in set(_sample(key))]
        near = self._nearly(pieces)
        if not near:
            self._remember(pieces)
        return near

    def _nearly(self, pieces: list[tuple[str, int]]) -> bool:
        shared: dict[int, int] = {}
        for piece in pieces:
            for earlier in self._pieces.get(piece, ()):
                shared[earlier] = shared.get(earlier, 0) + 1
        return any(
            count >= _SAME_SHARE * max(len(pieces), self._sizes[earlier])
            for earlier, count in shared.items()
        )

    def _remember(self, pieces: list[tuple[str, int]]) -> None:
        number = len(self._sizes)
        self._sizes.append(len(pieces))
        for piece in pieces:
            places = self._pieces.setdefault(piece, [])
            if len(places) < _MOST_SHARED:
                places.append(number)


def _sample(key: str) -> Iterator[int]:
    """The runs of six characters; of a long key a third, chosen by what they are."""
    kept_of = _KEPT_OF if len(key) > _LONG else 1
    data = key.encode("utf-32-le", "surrogatepass")
    for at in range(0, len(data) - _PIECE_BYTES + 1, _CHARACTER_BYTES):
        value = crc32(data[at : at + _PIECE_BYTES])
        if value % kept_of == 0:
            yield value
