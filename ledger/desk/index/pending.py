"""Documents added during an act: found at once, and written to the index as they grow many.

While the act lasts each of them goes by a slot, counted in the order they came, so that every list
ascends as it grows. Slots begin where the numbers of stored documents end.
"""

from collections.abc import Iterable, Iterator, Sequence
from itertools import chain

import numpy as np

from ledger.matching import (
    Documents,
    Holders,
    Segments,
    Turns,
    features,
    features_of_each,
    gained_and_lost,
    hashed,
    keys_of_each,
    read_each,
    words,
)
from ledger.store.bulk.aside import Aside
from ledger.store.bulk.numbers import Numbers
from ledger.store.connecting.session import Session
from ledger.store.index import postings
from ledger.store.index.indexed import Indexed
from ledger.store.index.inversion import Inversion
from ledger.store.index.postings import claim_document
from ledger.text.tokens import searched_each

_TOKEN_LENGTH = 100
"""Longer tokens find nothing anybody types, and no database indexes them gladly."""
_LATE = 2_000
"""Documents whose lines are at hand; those of all others are read from the tables."""
_HALF = np.uint64(32)


class Numbered:
    """Something above 0 for each of some numbers, those behind a last one; four bytes on disk."""

    def __init__(self, last: int) -> None:
        self._first = last + 1
        self._kept = Numbers(np.uint32)

    def __setitem__(self, number: int, value: int) -> None:
        """Keep it for a number."""
        at = number - self._first
        if at >= len(self._kept):
            self._kept.grow(at + 1)
        self._kept.values[at] = value

    def get(self, number: int) -> int:
        """What is kept for a number; 0 where nothing is."""
        at = number - self._first
        return int(self._kept.values[at]) if 0 <= at < len(self._kept) else 0

    def rest(self) -> None:
        """Hold next to nothing until somebody asks again."""
        self._kept.rest()


class Pending:
    """What an act has added to the index so far.

    Attributes:
        late: what the documents added last say, and which claim each belongs to.
        last: the number of the last stored statement, and of the last stored claim.
        first_slot: one more than the highest number of a stored document.
    """

    def __init__(self, last_statement: int, last_claim: int) -> None:
        self.late: dict[int, Indexed] = {}
        self.last = last_statement, last_claim
        self.first_slot = claim_document(max(self.last)) + 1
        self._documents = Numbers(np.uint32)
        self._slots = Numbered(last_statement), Numbered(last_claim)
        self._claims = Numbered(last_statement)
        self._filed_again: dict[int, int] = {}
        self._looked_up = Numbers(np.uint32)
        self._segments = Segments(self._looked_up, Aside())
        self._inversion = Inversion()
        self.begin(Turns([]))

    def __len__(self) -> int:
        """How many documents have joined the index."""
        return len(self._documents)

    def is_new(self, document: int) -> bool:
        """Whether a document, or what it stands for, was not in the index before the act."""
        return document // 2 > self.last[document % 2]

    def file(self, statement: int, claim: int) -> None:
        """Remember where a statement stands."""
        if statement > self.last[0]:
            self._claims[statement] = claim
        else:
            self._filed_again[statement] = claim

    def claim_of(self, document: int) -> int:
        """The claim of a document that the act filed or founded; 0 where it did not."""
        number, is_claim = divmod(document, 2)
        if is_claim:
            return number if self._slots[1].get(number) else 0
        return self._claims.get(number) or self._filed_again.get(number, 0)

    def claims_of(self, documents: Iterable[int]) -> dict[int, int]:
        """The claim of each of these documents that the act filed or founded."""
        if not (len(self) or self._filed_again):
            return {}
        claims = {document: self.claim_of(document) for document in documents}
        return {document: claim for document, claim in claims.items() if claim}

    def begin(self, turns: Turns) -> None:
        """Be told what is asked and added next."""
        self._turns = turns
        self._hashed = hashed(turns.tokens)
        self._joined = np.zeros((2, len(turns)), dtype=np.uint32)

    def add(self, document: int, turn: int) -> None:
        """Let a document be found by the tokens it joins with in a turn."""
        slot = self.first_slot + len(self)
        is_claim = document % 2
        self._slots[is_claim][document // 2] = slot
        self._documents.extend(document, 1)
        self._joined[is_claim, turn] = slot

    def packed(self) -> Holders:
        """The slots that hold each token asked for, but for those added since ``begin``.

        Right until it is asked again.
        """
        return self._segments.lists(self._hashed[: self._turns.asked_for])

    def late_slots(self, places: Iterable[int]) -> dict[int, Documents]:
        """The slots added since ``begin`` that hold each token, ascending, where any does."""
        if not self._joined.any():
            return {}
        found: dict[int, Documents] = {}
        for place in places:
            slots = np.concatenate(
                [
                    of_kind[joining.of(place)]
                    for of_kind, joining in zip(self._joined, self._turns.joining, strict=True)
                ]
            )
            slots = slots[slots > 0]
            slots.sort()
            if len(slots):
                found[place] = slots
        return found

    def document(self, number: int) -> int:
        """The document behind a slot; a stored document goes by its own number."""
        if number < self.first_slot:
            return number
        return int(self._documents.values[number - self.first_slot])

    def slots_of(self, documents: Iterable[int]) -> list[int]:
        """The numbers by which lists hold these documents: slots, but for stored documents."""
        slots = [
            self._slots[document % 2].get(document // 2) if self.is_new(document) else document
            for document in documents
        ]
        return [slot for slot in slots if slot]

    def settle(self) -> None:
        """Hold less; what was added stands in the tables now, but for the tokens."""
        if len(self.late) > _LATE:
            self.late = {}
        for kept in (self._documents, self._claims, *self._slots, self._looked_up):
            kept.rest()
        self._pack()

    def flush(self, session: Session) -> None:
        """Write what was added."""
        self._pack()
        postings.append_inverted(session, self._inversion)

    def _pack(self) -> None:
        tokens, parts = self._turns.tokens, []
        for of_kind, joining in zip(self._joined, self._turns.joining, strict=True):
            joined = of_kind[joining.turns].astype(np.uint64)
            token = np.arange(len(tokens), dtype=np.uint64).repeat(joining.counts)
            parts.append((token << _HALF | joined)[joined > 0])
        pairs = np.concatenate(parts)
        pairs.sort()
        token, slots = (pairs >> _HALF).astype(np.int64), pairs.astype(np.uint32)
        counts = np.bincount(token, minlength=len(tokens))
        held = np.flatnonzero(counts)
        if len(held):
            numbers = self._documents.values[slots - self.first_slot]
            words = [*map(tokens.__getitem__, held.tolist())]
            self._inversion.add_lists(words, counts[held].tolist(), numbers)
            self._segments.add(self._hashed[held], counts[held], slots)
        self.begin(Turns([]))


def tokens(text: str) -> frozenset[str]:
    """The search tokens, line by line: a speaker or a wording met before is not read again."""
    lines = text.split("\n")
    return _short(features(text) if len(lines) == 1 else _union(map(features, lines)))


def tokens_of_each(texts: Sequence[str]) -> list[frozenset[str]]:
    """The same of each of many texts, in one go."""
    split, lines = _lines_of_each(texts)
    found = dict(zip(lines, features_of_each(lines), strict=True))
    return _short_each(
        [found[own[0]] if len(own) == 1 else _union(map(found.__getitem__, own)) for own in split]
    )


def gained_and_lost_of_each(texts: Sequence[str]) -> Iterator[tuple[list[str], list[str]]]:
    """What ``tokens`` finds of each text and ``plain_tokens`` does not; and the reverse."""
    split, lines = _lines_of_each(texts)
    read = dict(zip(lines, read_each(lines), strict=True))
    long = [text for text, own in zip(texts, split, strict=True) if len(own) > 1]
    keys = dict(zip(long, keys_of_each(long), strict=True))
    for text, own in zip(texts, split, strict=True):
        key = keys[text] if len(own) > 1 else read[text].key
        gained, lost = gained_and_lost([read[line] for line in own], key)
        yield sorted(_short(gained)), sorted(_short(lost))


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


def _short_each(found: list[frozenset[str]]) -> list[frozenset[str]]:
    """The same of many; mostly none of all their tokens, each looked at once, is long."""
    if max(map(len, _union(found)), default=0) <= _TOKEN_LENGTH:
        return found
    return [*map(_short, found)]


def plain_tokens(text: str) -> frozenset[str]:
    """The words alone, which is all an archived statement is found by until it is read."""
    return frozenset(token for token in words(text) if len(token) <= _TOKEN_LENGTH)


def plain_token_of_each(words: Sequence[str]) -> list[str]:
    """What each written word is found by; nothing for one that nothing is found by."""
    return [token if len(token) <= _TOKEN_LENGTH else "" for token in searched_each(words)]
