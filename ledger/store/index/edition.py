"""Which edition of the index a ledger holds: every program finds only by the tokens it knows.

The index keeps its edition itself, under a token that no text and no name has, so that throwing the
index away throws that away too. Asked whenever a ledger is opened, hence apart from the numbers.
"""

from secrets import randbelow

from sqlalchemy import delete, insert, select, update

from ledger.store.bulk.columns import ENTRY, POSTING
from ledger.store.connecting.session import Session

EDITION = 12
"""Raised whenever a text or a name gives other tokens than before, which a test notices, and when
lists are kept in another way."""
MARKED = "#edition"
"""The token under which the index keeps its edition, and, as its count, the index's mark.

Two indexes hardly ever have one mark, so whoever keeps some of an index knows when it is another.
"""
_MARKS = 2**31 - 1


def outdated(session: Session) -> bool:
    """Whether the ledger holds an index of another edition; an empty ledger holds none."""
    held = select(POSTING.c.first).where(POSTING.c.token == MARKED)
    if session.connection().execute(held).scalar() == EDITION:
        return False
    begun = select(ENTRY.c.number).limit(1)
    return session.connection().execute(begun).first() is not None


def begin(session: Session) -> None:
    """Throw the index away; what is added from now on is of this edition."""
    row = {"token": MARKED, "first": EDITION, "count": randbelow(_MARKS), "documents": b""}
    session.connection().execute(delete(POSTING))
    session.connection().execute(insert(POSTING), [row])


def mark_anew(session: Session) -> None:
    """Tell whoever keeps some of the index that it is another one now."""
    marked = update(POSTING).where(POSTING.c.token == MARKED)
    session.connection().execute(marked.values(count=randbelow(_MARKS)))
