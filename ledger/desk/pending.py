"""Documents added during an act: found at once, written to the index when the act ends.

While the act lasts each of them goes by a slot, counted in the order they came, so that every list
ascends as it grows. Slots begin where the numbers of stored documents end.
"""

from array import array
from collections.abc import Collection, Iterable, Iterator, Sequence
from itertools import chain

import numpy as np

from ledger.matching import features, features_and_words_of_each, features_of_each, words
from ledger.store import postings
from ledger.store.indexed import Indexed
from ledger.store.inversion import Inversion
from ledger.store.session import Session
from ledger.text.tokens import searched

_TOKEN_LENGTH = 100
"""Longer tokens find nothing anybody types, and no database indexes them gladly."""


class Pending:
    """What an act has added to the index so far.

    Attributes:
        documents: what each document says and which claim it belongs to.
        first_statements: the first statement filed under each claim.
        first_slot: one more than the highest number of a stored document.
    """

    def __init__(self, first_slot: int) -> None:
        self.documents: dict[int, Indexed] = {}
        self.first_statements: dict[int, int] = {}
        self.first_slot = first_slot
        self._numbers = array("I")
        self._slots: dict[int, int] = {}
        self._lists: dict[str, array[int]] = {}

    def __len__(self) -> int:
        """How many documents have joined the index."""
        return len(self._numbers)

    def add(self, document: int, held: Collection[str]) -> None:
        """Let a document be found by its tokens."""
        self._slots[document] = slot = self.first_slot + len(self)
        self._numbers.append(document)
        lists = self._lists
        for token in held:
            if token in lists:
                lists[token].append(slot)
            else:
                lists[token] = array("I", (slot,))

    def lists_of(self, tokens: Iterable[str]) -> "dict[str, array[int]]":
        """The slots that hold each token, ascending; to be let go of before the next ``add``."""
        lists = self._lists
        return {token: lists[token] for token in tokens if token in lists}

    def document(self, number: int) -> int:
        """The document behind a slot; a stored document goes by its own number."""
        return self._numbers[number - self.first_slot] if number >= self.first_slot else number

    def slots_of(self, documents: Iterable[int]) -> list[int]:
        """The slots of those of these documents that were added."""
        return [self._slots[document] for document in documents if document in self._slots]

    def flush(self, session: Session) -> None:
        """Write what was added."""
        inversion = Inversion()
        if self._lists:
            slots = np.frombuffer(b"".join(self._lists.values()), dtype=np.uint32)
            numbers = np.frombuffer(self._numbers, dtype=np.uint32)[slots - self.first_slot]
            inversion.add_lists(self._lists, [*map(len, self._lists.values())], numbers)
        postings.append_inverted(session, inversion)


def tokens(text: str) -> frozenset[str]:
    """The search tokens, line by line: a speaker or a wording met before is not read again."""
    lines = text.split("\n")
    return _short(features(text) if len(lines) == 1 else _union(map(features, lines)))


def tokens_of_each(texts: Sequence[str]) -> list[frozenset[str]]:
    """The same of each of many texts, in one go."""
    split, lines = _lines_of_each(texts)
    found = dict(zip(lines, features_of_each(lines), strict=True))
    return [_short(_union(map(found.__getitem__, own))) for own in split]


def tokens_and_plain_of_each(
    texts: Sequence[str],
) -> Iterator[tuple[frozenset[str], frozenset[str]]]:
    """The same, each with what ``plain_tokens`` gives of that text."""
    split, lines = _lines_of_each(texts)
    found = dict(zip(lines, features_and_words_of_each(lines), strict=True))
    for text, own in zip(texts, split, strict=True):
        if len(own) == 1:
            full, words = found[text]
            yield _short(full), _short(words)
        else:
            yield _short(_union(found[line][0] for line in own)), plain_tokens(text)


def _lines_of_each(texts: Iterable[str]) -> tuple[list[list[str]], list[str]]:
    """The lines of each text, and all of them, each once."""
    split = [text.split("\n") for text in texts]
    return split, list(dict.fromkeys(chain.from_iterable(split)))


def _union(sets: Iterable[frozenset[str]]) -> frozenset[str]:
    return frozenset().union(*sets)


def _short(found: frozenset[str]) -> frozenset[str]:
    if max(map(len, found), default=0) <= _TOKEN_LENGTH:
        return found
    return frozenset(token for token in found if len(token) <= _TOKEN_LENGTH)


def plain_tokens(text: str) -> frozenset[str]:
    """The words alone, which is all an archived statement is found by until it is read."""
    return frozenset(token for token in words(text) if len(token) <= _TOKEN_LENGTH)


def plain_token(word: str) -> str | None:
    """What one written word is found by, if by anything."""
    token = searched(word)
    return token if token and len(token) <= _TOKEN_LENGTH else None
