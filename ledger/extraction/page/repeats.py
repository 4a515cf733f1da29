"""What a page says twice: the same sentence again, or nearly the same with the same figures."""

import re
from heapq import nsmallest
from zlib import crc32

from rapidfuzz import fuzz

from ledger.text.fold import fold

_WORDS = re.compile(r"\w+")
_FIGURES = re.compile(r"\d+(?:[.,]\d+)*")
_CHARACTER_BYTES = 4
_PIECE_BYTES = 6 * _CHARACTER_BYTES
_KEPT = 4
_ALIKE = 90
_SHORTEST_FUZZY = 24


class Repeats:
    """The sentences of a page seen so far."""

    def __init__(self) -> None:
        self._seen: set[str] = set()
        self._pieces: dict[int, str] = {}

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
        pieces = _sample(key, " ".join(_FIGURES.findall(folded)))
        earlier = {self._pieces[piece] for piece in pieces if piece in self._pieces}
        self._pieces.update(dict.fromkeys(pieces, key))
        return any(fuzz.ratio(key, other) >= _ALIKE for other in earlier)


def _sample(key: str, figures: str) -> list[int]:
    """A few runs of six characters, chosen by what they are, each told apart by the figures."""
    data = key.encode("utf-32-le", "surrogatepass")
    ends = range(_PIECE_BYTES, len(data) + 1, _CHARACTER_BYTES)
    values = {crc32(data[end - _PIECE_BYTES : end]) for end in ends}
    seed = crc32(figures.encode())
    return [value ^ seed for value in nsmallest(_KEPT, values)]
