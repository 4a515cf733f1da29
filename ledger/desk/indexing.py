"""The search index against the texts it was made from: checked, and built again."""

from collections.abc import Callable
from contextlib import AbstractContextManager
from dataclasses import dataclass

from ledger.desk.desk import Desk
from ledger.desk.nearest import missing
from ledger.desk.nearest import rebuild as build_again
from ledger.desk.progress import Progress, unheard
from ledger.store import postings
from ledger.store.edition import outdated
from ledger.store.verify import verify_pages
from ledger.store_errors import IndexAstray


@dataclass(frozen=True, slots=True)
class Checked:
    """What was looked at.

    Attributes:
        documents: how many texts the index covers.
        rebuilt: whether the index in the ledger is a new one.
        fingerprint: SHA-256 of all that it holds; the same index gives the same on every database.
    """

    documents: int
    rebuilt: bool
    fingerprint: str


def check_index(desk: Desk, *, rebuild: bool = False, progress: Progress = unheard) -> Checked:
    """Look whether the index finds every text in full; or build it again, if asked to.

    Raises:
        Damaged: when the pages of the file do not hold together.
        IndexAstray: when it does not, and the old one is to be kept.
    """
    with desk.reading() as session:
        verify_pages(session, desk.store.place)
        if not rebuild:
            documents, lost = missing(session, progress)
            if lost:
                raise IndexAstray
            return Checked(documents, rebuild, postings.fingerprint(session))
    with desk.acting("index") as act:
        documents = build_again(act.session, progress)
        return Checked(documents, rebuild, postings.fingerprint(act.session))


def renew(desk: Desk, watched: Callable[[], AbstractContextManager[Progress]]) -> None:
    """Build an index of another edition again; nothing is done where somebody else was quicker.

    Args:
        desk: whose ledger.
        watched: entered if there is something to do; what it gives is told how far the work is.
    """
    with desk.acting("index") as act:
        if outdated(act.session):
            with watched() as progress:
                build_again(act.session, progress)
