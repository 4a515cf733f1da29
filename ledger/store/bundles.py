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
from zlib import crc32

import numpy as np
from numpy.typing import NDArray

PACKED = np.dtype("<u4")
"""How the index holds numbers."""
BUNDLES = 4096
BETWEEN = "\n"
"""What stands between two tokens; one that holds it has a row of its own."""
SHORT = 32
"""Documents; a longer list has a row of its own."""
NAMES = tuple(f"#{place:03x}" for place in range(BUNDLES))
"""What bundles are called in the index; no text and no name has such a token."""
_WIDTH = PACKED.itemsize

Bundle = tuple[str, int, bytes]
"""A bundle's name, how many documents its lists hold, and the bundle."""


def bundle_of(token: str) -> str:
    """The name of the bundle a token is in."""
    return NAMES[crc32(token.encode()) % BUNDLES]


def bundled(
    tokens: Iterable[str],
    begins: NDArray[np.int64],
    counts: NDArray[np.int64],
    documents: NDArray[np.uint32],
) -> Iterator[Bundle]:
    """Put tokens into bundles.

    Args:
        tokens: the tokens, none of which holds ``BETWEEN``.
        begins: where the list of each begins.
        counts: how many documents it holds.
        documents: where the lists are.
    """
    words = list(map(str.encode, tokens))
    places = np.fromiter(map(crc32, words), dtype=np.int64, count=len(words)) % BUNDLES
    order = np.argsort(places, kind="stable")
    places, begins, counts = places[order], begins[order], counts[order]
    ends = np.cumsum(counts)
    gathered = documents[np.repeat(begins - (ends - counts), counts) + np.arange(counts.sum())]
    edges = np.flatnonzero(np.diff(places, prepend=-1, append=-1))
    first = (ends - counts)[edges[:-1]]
    packed_ends = _packed(ends - np.repeat(first, np.diff(edges)))
    lists, ordered = _packed(gathered), [words[at] for at in order.tolist()]
    spans = zip(pairwise(edges.tolist()), pairwise([*first.tolist(), len(gathered)]), strict=True)
    for (start, end), (begin, stop) in spans:
        yield (
            NAMES[places[start]],
            stop - begin,
            _bundle(
                ordered[start:end],
                packed_ends[_WIDTH * start : _WIDTH * end],
                lists[_WIDTH * begin : _WIDTH * stop],
            ),
        )


def held_in(bundle: bytes, token: str) -> bytes | None:
    """The list of one token, packed; ``None`` when the bundle has none."""
    words = _words_at(bundle)
    at = bundle.find(f"\n{token}\n".encode(), words)
    if at < 0:
        return None
    place = _WIDTH * bundle.count(b"\n", words, at)
    lists = _WIDTH * (1 + _number(bundle, 0))
    start, end = _number(bundle, place) if place else 0, _number(bundle, place + _WIDTH)
    return bundle[lists + _WIDTH * start : lists + _WIDTH * end]


def lists_in(bundle: bytes) -> Iterator[tuple[str, bytes]]:
    """Every token of a bundle with its list."""
    tokens, counted, documents = unpacked(bundle)
    lists, ends = documents.tobytes(), np.cumsum(counted).tolist()
    for token, start, end in zip(tokens, [0, *ends], ends, strict=False):
        yield token, lists[_WIDTH * start : _WIDTH * end]


def unpacked(bundle: bytes) -> tuple[list[str], NDArray[np.uint32], NDArray[np.uint32]]:
    """The tokens of a bundle, how many documents hold each, and these, list behind list."""
    words = _words_at(bundle)
    numbers = np.frombuffer(bundle, dtype=PACKED, count=words // _WIDTH)
    many = int(numbers[0])
    counts = numbers[1 : 1 + many].copy()
    counts[1:] -= numbers[1:many]
    return bundle[words + 1 : -1].decode().split("\n"), counts, numbers[1 + many :]


def merged(bundles: Iterable[bytes]) -> tuple[int, bytes]:
    """How many documents the lists of several bundles of one name hold, and one bundle of them."""
    runs: dict[str, list[bytes]] = {}
    for bundle in bundles:
        for token, held in lists_in(bundle):
            runs.setdefault(token, []).append(held)
    return _of_lists({token: joined(held).tobytes() for token, held in runs.items()})


def without(bundle: bytes, gone: Mapping[str, Collection[int]]) -> tuple[int, bytes]:
    """The same as of ``merged``, of one bundle without some documents of its tokens."""
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
    return whole if all(map(lt, lasts, firsts)) else np.unique(whole)


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


def _words_at(bundle: bytes) -> int:
    """Where the tokens begin."""
    many = _number(bundle, 0)
    return _WIDTH * (1 + many + _number(bundle, _WIDTH * many))


def _number(bundle: bytes, at: int) -> int:
    return int.from_bytes(bundle[at : at + _WIDTH], "little")
