r"""Bundles: the short lists of many tokens, packed into one row of the index.

Most tokens of an archive stand in a document or two, and a row for each of them would cost more
than all else an import writes. An act that adds many tokens therefore writes their short lists
together, a few thousand bundles in all; which one a token is in follows from the token alone.

A bundle is its number of tokens, then where the list of each ends, then the lists one after the
other, all as little-endian uint32; then the tokens in UTF-8, each between two ``\n``. A token is so
found by its own bytes, and nothing else of a bundle is taken apart.
"""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from itertools import pairwise
from operator import itemgetter, lt
from struct import Struct
from typing import TypeVar
from zlib import crc32

import numpy as np
from numpy.typing import NDArray

from ledger.distinct import distinct

PACKED = np.dtype("<u4")
"""How the index holds numbers."""
BUNDLES = 4096
_GATHERED_AT_ONCE = 256
BETWEEN = "\n"
"""What stands between two tokens; one that holds it has a row of its own."""
SHORT = 32
"""Documents; a longer list has a row of its own."""
NAMES = tuple(f"#{place:03x}" for place in range(BUNDLES))
"""What bundles are called in the index; no text and no name has such a token."""
IS_BUNDLE = frozenset(NAMES)
"""The same, to look a token up in."""
_WIDTH = PACKED.itemsize
_HALF = np.uint64(32)
_number, _two_numbers = Struct("<I").unpack_from, Struct("<II").unpack_from
_BETWEEN = BETWEEN.encode()
_ALL_ONES = 0xFFFFFFFF
_CRC = np.array([~crc32(bytes([byte ^ 0xFF])) ^ 0xFFFFFF for byte in range(256)]).astype(np.uint32)
"""What each byte makes of a CRC-32."""
_Bytes = NDArray[np.uint8]
_Value = TypeVar("_Value", np.uint8, np.uint32, np.uint64)
_Token = TypeVar("_Token", str, bytes)

Bundle = tuple[str, int, bytes]
"""A bundle's name, how many documents its lists hold, and the bundle."""


def bundle_of(token: str) -> str:
    """The name of the bundle a token is in."""
    return NAMES[crc32(token.encode()) % BUNDLES]


class Spelled:
    """Many tokens in UTF-8, one behind the other with ``BETWEEN`` after each.

    Attributes:
        written: their bytes.
        lengths: how many bytes each takes, the one after it included.
    """

    def __init__(self, written: _Bytes, lengths: NDArray[np.int64]) -> None:
        self.written = written
        self.lengths = lengths
        self.begins = np.cumsum(lengths) - lengths

    @classmethod
    def of(cls, words: Sequence[bytes]) -> "Spelled":
        """These tokens, each as ``spelled`` has it."""
        lengths = np.fromiter(map(len, words), dtype=np.int64, count=len(words))
        return cls(np.frombuffer(b"".join(words), dtype=np.uint8), lengths)

    def __add__(self, others: "Spelled") -> "Spelled":
        """These and the others."""
        written = np.concatenate((self.written, others.written))
        return Spelled(written, np.concatenate((self.lengths, others.lengths)))

    def taken(self, places: NDArray[np.int64]) -> "Spelled":
        """Those at some places, in that order."""
        lengths = self.lengths[places]
        return Spelled(gathered(self.written, self.begins[places], lengths), lengths)

    def texts(self, places: NDArray[np.int64]) -> list[str]:
        """Those at some places as texts."""
        written = self.written.tobytes()
        spans = zip(self.begins[places].tolist(), self.lengths[places].tolist(), strict=True)
        return [written[begin : begin + length - 1].decode() for begin, length in spans]

    def are_lines(self) -> NDArray[np.bool_]:
        """Which of them a bundle can hold: all, but for a very odd one."""
        within = np.cumsum(self.written == ord(BETWEEN), dtype=np.int32)[
            self.begins + self.lengths - 1
        ]
        odd: NDArray[np.bool_] = np.diff(within, prepend=0) > 1
        return ~odd

    def checksums(self) -> NDArray[np.uint32]:
        """The CRC-32 of each, as ``zlib`` has it."""
        lengths = self.lengths - 1
        longest_first = np.argsort(-lengths, kind="stable")
        begins, still = self.begins[longest_first], -lengths[longest_first]
        found = np.full(len(lengths), _ALL_ONES, dtype=np.uint32)
        for step in range(int(lengths.max(initial=0))):
            longer = int(np.searchsorted(still, -step))
            now = found[:longer]
            byte = (now ^ self.written[begins[:longer] + step]) & np.uint32(0xFF)
            found[:longer] = _CRC[byte] ^ now >> np.uint32(8)
        checksums = np.empty_like(found)
        checksums[longest_first] = ~found
        return checksums

    def bundles(self) -> NDArray[np.uint16]:
        """The bundle each is in, by its place among ``NAMES``."""
        return (self.checksums() % np.uint32(BUNDLES)).astype(np.uint16)


def spelled(token: str) -> bytes:
    """A token in UTF-8, with ``BETWEEN`` after it."""
    return token.encode() + _BETWEEN


def bundled(
    tokens: Spelled,
    begins: NDArray[np.int64],
    counts: NDArray[np.int64],
    documents: NDArray[np.uint32],
    bundling: NDArray[np.bool_],
) -> Iterator[Bundle]:
    """Put tokens into bundles.

    Args:
        tokens: the tokens.
        begins: where the list of each begins.
        counts: how many documents it holds.
        documents: where the lists are.
        bundling: which of them to put there; none of these may hold ``BETWEEN``.
    """
    if not bundling.any():
        return
    places = tokens.bundles()
    order = np.flatnonzero(bundling)
    order = order[np.argsort(places[order], kind="stable")]
    # A few at a time: what is gathered takes more room while it is than all bundles then do.
    edges = np.searchsorted(places[order], np.arange(0, BUNDLES + 1, _GATHERED_AT_ONCE))
    for first, end in pairwise(edges.tolist()):
        if len(here := order[first:end]):
            yield from _gathered_up(
                places[here], tokens.taken(here), begins[here], counts[here], documents
            )


def _gathered_up(
    places: NDArray[np.uint16],
    words: Spelled,
    begins: NDArray[np.int64],
    counts: NDArray[np.int64],
    documents: NDArray[np.uint32],
) -> Iterator[Bundle]:
    """The bundles of tokens that are in the order of their bundles."""
    ends = np.cumsum(counts)
    edges = np.flatnonzero(np.diff(places, prepend=-1, append=-1))
    first = (ends - counts)[edges[:-1]]
    packed_ends = _packed(ends - np.repeat(first, np.diff(edges)))
    lists, written = _packed(gathered(documents, begins, counts)), words.written.tobytes()
    spans = (
        pairwise(edges.tolist()),
        pairwise([*first.tolist(), int(counts.sum())]),
        pairwise([*words.begins[edges[:-1]].tolist(), len(written)]),
    )
    for (start, end), (begin, stop), (opens, closes) in zip(*spans, strict=True):
        head = (end - start).to_bytes(_WIDTH, "little"), packed_ends[_WIDTH * start : _WIDTH * end]
        held = lists[_WIDTH * begin : _WIDTH * stop]
        bundle = b"".join((*head, held, _BETWEEN, written[opens:closes]))
        yield NAMES[places[start]], stop - begin, bundle


def gathered(
    values: NDArray[_Value], begins: NDArray[np.int64], counts: NDArray[np.int64]
) -> NDArray[_Value]:
    """Stretches of a row, one behind the other."""
    ends = np.cumsum(counts)
    stretches: NDArray[_Value] = values[
        np.repeat(begins - (ends - counts), counts) + np.arange(counts.sum())
    ]
    return stretches


def held_in(bundles: Iterable[bytes], token: str) -> list[bytes]:
    """The lists of one token in those of these bundles that have one, packed."""
    sought = b"\n%b\n" % token.encode()
    held = []
    for bundle in bundles:
        at = bundle.rfind(sought)  # tokens stand last: numbers that look like one are no matter
        if at < 0:
            continue
        (many,) = _number(bundle)
        lists = _WIDTH + _WIDTH * many
        (all_end,) = _number(bundle, lists - _WIDTH)
        words = lists + _WIDTH * all_end
        if at >= words:
            place = bundle.count(_BETWEEN, words, at)
            start, end = _two_numbers(bundle, _WIDTH * place)  # the first has no start before it
            held.append(bundle[lists + _WIDTH * start if place else lists : lists + _WIDTH * end])
    return held


def lists_in(bundle: bytes) -> Iterator[tuple[str, bytes]]:
    """Every token of a bundle with its list."""
    tokens, counted, documents = unpacked(bundle)
    lists, ends = documents.tobytes(), np.cumsum(counted).tolist()
    for token, start, end in zip(tokens, [0, *ends], ends, strict=False):
        yield token, lists[_WIDTH * start : _WIDTH * end]


def unpacked(bundle: bytes) -> tuple[list[str], NDArray[np.uint32], NDArray[np.uint32]]:
    """The tokens of a bundle, how many documents hold each, and these, list behind list."""
    words = _words_at(bundle)
    return bundle[words + 1 : -1].decode().split(BETWEEN), *_lists_at(bundle, words)


def merged(bundles: Iterable[bytes]) -> Iterator[Bundle]:
    """One bundle of each name out of several of any names."""
    written: list[bytes] = []
    numbers: list[NDArray[np.uint32]] = []
    counts: list[NDArray[np.uint32]] = []
    for bundle in bundles:
        words = _words_at(bundle)
        counted, held = _lists_at(bundle, words)
        written.append(bundle[words + 1 :])
        counts.append(counted)
        numbers.append(held)
    if not written:
        return
    tokens = b"".join(written).split(_BETWEEN)[:-1]
    distinct, many, lists = by_token(tokens, np.concatenate(counts), np.concatenate(numbers))
    lengths = np.fromiter(map(len, distinct), np.int64, len(distinct)) + 1
    spelt = np.frombuffer(_BETWEEN.join([*distinct, b""]), dtype=np.uint8)
    every = np.ones(len(many), dtype=np.bool_)
    yield from bundled(Spelled(spelt, lengths), np.cumsum(many) - many, many, lists, every)


def by_token(
    tokens: Sequence[_Token], counts: NDArray[np.uint32], documents: NDArray[np.uint32]
) -> tuple[list[_Token], NDArray[np.int64], NDArray[np.uint32]]:
    """Lists of tokens that may have several, as one list of each.

    Args:
        tokens: the tokens.
        counts: how many documents each list holds.
        documents: the lists, one behind the other.

    Returns:
        The same of each token once: tokens in the order they came, lists ascending.
    """
    distinct: list[_Token] = list(dict.fromkeys(tokens))
    places = dict(zip(distinct, range(len(distinct)), strict=True))
    place = np.fromiter(map(places.__getitem__, tokens), np.uint64, len(tokens))
    pairs = np.repeat(place << _HALF, counts) | documents
    pairs.sort()
    pairs = pairs[np.diff(pairs, prepend=~pairs[:1]) != 0]
    many = np.bincount((pairs >> _HALF).astype(np.int64), minlength=len(distinct))
    lists: NDArray[np.uint32] = pairs.astype(np.uint32)  # keeps the lower half
    return distinct, many, lists


def without(bundle: bytes, gone: Mapping[str, Collection[int]]) -> tuple[int, bytes]:
    """How many documents are left, and one bundle without some documents of its tokens."""
    lists = {}
    for token, packed in lists_in(bundle):
        held = np.frombuffer(packed, dtype=PACKED)
        lists[token] = held[~np.isin(held, list(gone.get(token, ())))].tobytes()
    return _of_lists({token: held for token, held in lists.items() if held})


def joined(packed: Sequence[bytes]) -> NDArray[np.uint32]:
    """Runs as one list, ascending, whatever order they came in."""
    if len(packed) == 1:
        return np.frombuffer(packed[0], dtype=PACKED)
    # Little-endian numbers are not in the order of their bytes; reversed, they are.
    runs = sorted(packed, key=_FIRST)
    whole = np.frombuffer(b"".join(runs), dtype=PACKED)
    lasts, firsts = map(_LAST, runs[:-1]), map(_FIRST, runs[1:])
    return whole if all(map(lt, lasts, firsts)) else distinct(whole)


_FIRST, _LAST = itemgetter(slice(3, None, -1)), itemgetter(slice(-1, -5, -1))
"""The first number of a run and the last, as bytes that sort as the numbers do."""


def _of_lists(lists: Mapping[str, bytes]) -> tuple[int, bytes]:
    ends = np.cumsum([0, *(len(held) // _WIDTH for held in lists.values())])
    words = list(map(str.encode, lists))
    return int(ends[-1]), _bundle(words, _packed(ends[1:]), b"".join(lists.values()))


def _bundle(words: Sequence[bytes], ends: bytes, lists: bytes) -> bytes:
    parts = (len(words).to_bytes(_WIDTH, "little"), ends, lists, b"\n", b"\n".join(words), b"\n")
    return b"".join(parts)


def _packed(numbers: NDArray[np.int64] | NDArray[np.uint32]) -> bytes:
    return numbers.astype(PACKED).tobytes()


def _lists_at(bundle: bytes, words: int) -> tuple[NDArray[np.uint32], NDArray[np.uint32]]:
    """How many documents hold each token of a bundle whose words begin there, and these."""
    numbers = np.frombuffer(bundle, dtype=PACKED, count=words // _WIDTH)
    many = int(numbers[0])
    counts = numbers[1 : 1 + many].copy()
    counts[1:] -= numbers[1:many]
    return counts, numbers[1 + many :]


def _words_at(bundle: bytes) -> int:
    """Where the tokens begin."""
    (many,) = _number(bundle)
    (end,) = _number(bundle, _WIDTH * many)
    words: int = _WIDTH * (1 + many + end)
    return words
