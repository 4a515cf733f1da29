"""The search index against the texts it was made from: checked, and built again."""

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager
from dataclasses import dataclass

from ledger.desk.desk import Desk
from ledger.desk.index.nearest import searchable
from ledger.desk.index.pending import plain_tokens, tokens_of_each
from ledger.desk.names.namebook import index_names, names_due
from ledger.progress import Progress, chunked, unheard
from ledger.store.bulk.columns import CLAIM, STATEMENT
from ledger.store.connecting.engine import sparing
from ledger.store.connecting.session import Session
from ledger.store.index import lookups, postings
from ledger.store.index.edition import begin, outdated
from ledger.store.index.indexed import everything, indexed
from ledger.store.index.inversion import Inversion
from ledger.store.whole.verify import verify_pages
from ledger.store_errors import IndexAstray

_READ_AT_ONCE, _CHECKED_AT_ONCE = 2_000, 20_000
"""Documents read together, and looked for together: long lists are read again with each lot."""


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


def build_again(session: Session, progress: Progress = unheard) -> int:
    """Throw the index away and build it again from the texts; says how many documents it holds.

    Matches are the same afterwards, byte for byte. Memory stays flat: texts are read a batch at a
    time, and their tokens wait on disk.
    """
    begin(session)
    index_names(session)
    count, inversion = 0, Inversion()
    with sparing(session.connection()):
        for batch in _due(session, "indexing", progress):
            inversion.add_each([*batch], [*batch.values()])
            count += len(batch)
        postings.append_inverted(session, inversion)
    return count


def missing(session: Session, progress: Progress = unheard) -> tuple[int, int]:
    """How many documents of live claims there are, and how many the index does not find in full.

    That it finds more, as by a wording a claim once had, is as it should be.
    """
    count = lost = 0
    lot: dict[int, list[str]] = {}
    once: dict[str, str] = {}  # each token of a lot is held once, however many texts have it
    for batch in _due(session, "checking", progress):
        for document in indexed(session, batch):
            lot[document] = [once.setdefault(token, token) for token in batch[document]]
        if len(lot) >= _CHECKED_AT_ONCE:
            count, lost = count + len(lot), lost + postings.lost(session, lot)
            lot, once = {}, {}
    count, lost = count + len(lot), lost + postings.lost(session, lot)
    return count, lost + sum(postings.lost(session, due) for due in names_due(session))


def _due(session: Session, label: str, progress: Progress) -> Iterator[dict[int, list[str]]]:
    """The tokens every document is to be found by, some thousand documents at a time."""
    texts = lookups.highest(session, STATEMENT) + lookups.highest(session, CLAIM)
    for batch in chunked(label, everything(session), texts, progress, size=_READ_AT_ONCE):
        due = {document: searchable(*lines) for document, lines, _ in batch}
        unread = [document for document, _, archived in batch if archived]
        held = {document: plain_tokens(due.pop(document)) for document in unread}
        held |= zip(due, tokens_of_each([*due.values()]), strict=True)
        yield {document: sorted(found) for document, found in held.items()}
