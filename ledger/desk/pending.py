"""Documents added during an act: found at once, written to the index when the act ends."""

from array import array
from collections.abc import Iterable

import numpy as np

from ledger.matching import features
from ledger.store import postings
from ledger.store.indexed import Indexed
from ledger.store.session import Session

_TOKEN_LENGTH = 100
"""Longer tokens find nothing anybody types, and no database indexes them gladly."""


class Pending:
    """What an act has added to the index so far.

    Attributes:
        documents: what each document says and which claim it belongs to.
        first_statements: the first statement filed under each claim.
    """

    def __init__(self) -> None:
        self.documents: dict[int, Indexed] = {}
        self.first_statements: dict[int, int] = {}
        self._tokens: dict[int, frozenset[str]] = {}
        self._lists: dict[str, array[int]] = {}

    def __len__(self) -> int:
        """How many documents have joined the index."""
        return len(self._tokens)

    def add(self, document: int, text: str) -> None:
        """Let a document be found by its text."""
        self._tokens[document] = tokens(text)
        for token in self._tokens[document]:
            self._lists.setdefault(token, array("I")).append(document)

    def extend(self, found: dict[str, postings.Documents], wanted: Iterable[str]) -> None:
        """Put the lists of these tokens beside those from the tables."""
        for token in wanted:
            if token in self._lists:
                added = np.array(self._lists[token], dtype=np.uint32)
                stored = found.get(token, added[:0])
                found[token] = np.union1d(stored, added)

    def flush(self, session: Session) -> None:
        """Write what was added."""
        postings.append(session, self._tokens)


def tokens(text: str) -> frozenset[str]:
    """The search tokens, line by line: a speaker or a wording met before is not read again."""
    found = frozenset[str]().union(*map(features, text.split("\n")))
    return frozenset(token for token in found if len(token) <= _TOKEN_LENGTH)
