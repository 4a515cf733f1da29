"""Documents added during an act, found at once and written to the index when the act ends."""

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
        documents: what each says and which claim it belongs to.
        first_statements: the first statement that the act filed under each claim.
    """

    def __init__(self) -> None:
        self.documents: dict[int, Indexed] = {}
        self.first_statements: dict[int, int] = {}
        self._tokens: dict[int, frozenset[str]] = {}
        self._lists: dict[str, array[int]] = {}

    def add(self, document: int, lines: tuple[str | None, ...], found: Indexed) -> None:
        """Add a document, to be found by these lines of its own."""
        self.documents[document] = found
        self._tokens[document] = tokens(lines)
        for token in self._tokens[document]:
            self._lists.setdefault(token, array("I")).append(document)

    def extend(self, found: dict[str, postings.Documents], wanted: Iterable[str]) -> None:
        """Put what was added beside what the tables gave, token by token."""
        for token in wanted:
            if token in self._lists:
                added = np.array(self._lists[token], dtype=np.uint32)
                found[token] = np.union1d(found[token], added) if token in found else np.sort(added)

    def flush(self, session: Session) -> None:
        """Write what was added; it is found in the tables from now on."""
        postings.append(session, self._tokens)
        self._tokens = {}


def tokens(lines: Iterable[str | None]) -> frozenset[str]:
    """The search tokens, line by line: a speaker or a wording met before is not read again."""
    found = frozenset[str]().union(*(features(line) for line in lines if line))
    return frozenset(token for token in found if len(token) <= _TOKEN_LENGTH)
