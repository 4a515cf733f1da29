"""Anchors: the length and the newest hash of a journal, to be kept where the ledger is not.

A chain that somebody rewrote from end to end agrees with itself. It does not agree with what was
kept of it elsewhere: every hash covers all entries before it.
"""

import re
from typing import NamedTuple, Self

from ledger.store.connecting.session import Session
from ledger.store.journal.chain import GENESIS, journal_head
from ledger.store.tables.ledger import Entry
from ledger.store_errors import BadAnchor, Tampered

_WRITTEN = re.compile(r"(?P<entries>[0-9]{1,18}):(?P<head>[0-9a-f]{64})")


class Anchor(NamedTuple):
    """What a journal was once.

    Attributes:
        entries: how many entries it had.
        head: the hash of the newest of them.
    """

    entries: int
    head: str

    @classmethod
    def read(cls, written: str) -> Self:
        """An anchor as it is written.

        Raises:
            BadAnchor: when it is none.
        """
        found = _WRITTEN.fullmatch(written)
        if found is None:
            raise BadAnchor(written)
        return cls(int(found["entries"]), found["head"])

    @classmethod
    def of(cls, session: Session) -> Self:
        """What the journal is now."""
        newest = journal_head(session)
        return cls(newest.number, newest.hash) if newest is not None else cls(0, GENESIS)

    def __str__(self) -> str:
        return f"{self.entries}:{self.head}"

    def check(self, session: Session) -> None:
        """Make sure that the journal still begins with what it was.

        Raises:
            Tampered: when it is shorter now, or was written anew.
        """
        entry = session.orm.get(Entry, self.entries)
        if entry is None and self.entries:
            raise Tampered(f"entry {self.entries}", "the anchor knows it and it is gone")
        if (entry.hash if entry is not None else GENESIS) != self.head:
            raise Tampered(
                f"entry {self.entries}", "it, or one before it, is not what the anchor was made of"
            )
