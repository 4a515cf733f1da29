"""The whole index as one table: read once by a process, for all parts it has to do."""

from threading import Lock

from ledger.desk.index.nearest import searchable
from ledger.desk.index.pending import tokens
from ledger.matching import Archive, Lists, is_concept, weight
from ledger.store.bulk.columns import CLAIM, STATEMENT
from ledger.store.connecting.session import Session
from ledger.store.index import lookups, postings
from ledger.store.index.indexed import beside, live_documents
from ledger.store.index.postings import statement_document
from ledger.store.index.whole import whole

_NOTHING = (0.0, 0.0)
_READING = Lock()
_LAST: dict[str, Archive] = {}
"""The one read last, by the anchor of the ledger it was read for."""


def promising(session: Session, anchor: str, claims: range) -> dict[int, int]:
    """Those statements of some claims that may be near an older claim, each with its own."""
    archive = _archive(session, anchor)
    own = {
        document // 2: claim
        for document, claim in archive.of_claims(claims).items()
        if document == statement_document(document // 2)
    }
    spare = {statement_document(number): _NOTHING for number in own} | _beside(session, list(own))
    found = archive.promising(claims, spare)
    return {document // 2: own[document // 2] for document in found}


def _archive(session: Session, anchor: str) -> Archive:
    with _READING:
        if anchor not in _LAST:
            _LAST.clear()
            lists = Lists(*whole(session))
            _LAST[anchor] = Archive(lists, live_documents(session), _size(session))
        return _LAST[anchor]


def _size(session: Session) -> int:
    """How many documents there are, as a single look counts them."""
    return lookups.highest(session, STATEMENT) + lookups.highest(session, CLAIM)


def _beside(session: Session, statements: list[int]) -> dict[int, tuple[float, float]]:
    """What the speaker and the notes of statements weigh, in words and in concepts.

    A statement is found by these too, and looked for by its words alone.
    """
    held = {
        number: tokens(searchable(None, *lines))
        for number, lines in beside(session, statements).items()
    }
    known = frozenset[str]().union(*held.values())
    frequency, size = postings.frequencies(session, known), _size(session)
    weighs = {token: weight(token, frequency.get(token, 0), size) for token in known}
    return {
        statement_document(number): (
            sum(weighs[token] for token in said if not is_concept(token)),
            sum(weighs[token] for token in said if is_concept(token)),
        )
        for number, said in held.items()
    }
