"""The inverted index: which documents hold a token, in runs of packed numbers.

A document is a statement (even number ``2 * S``) or a claim's wording (odd number ``2 * C + 1``).
Each act appends one run per token, so a single statement costs a few small rows and an import costs
one row per distinct token. When a token has gathered many small runs, the act that adds the last of
them makes them one: a token never has more than a few dozen small rows, however it was recorded.
All of it happens inside the act's own transaction. The index is derived: it follows the texts, is
not journalled, and can be thrown away and built again.
"""

import hashlib
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from itertools import groupby, islice, pairwise
from operator import itemgetter

import numpy as np
from numpy.typing import NDArray
from sqlalchemy import bindparam, case, delete, func, null, select
from sqlmodel import Session

from ledger.store.bulk import insert_rows
from ledger.store.edition import begin
from ledger.store.inversion import PACKED, Inversion, Run
from ledger.store.tables import Posting

Documents = NDArray[np.uint32]
_BATCH = 500
"""Tokens asked for in one query; SQLite allows 32,766 parameters, older builds 999."""
_MANY = 12
"""So many small runs of a token become one."""
_SMALL = 4096
"""Documents; a run that holds fewer is small, a larger one is never written again."""
_ALL_LOOKED_AT = 10_000
"""When more tokens are added, one look at the keys of all runs is quicker than asking for each."""
_AT_ONCE = 10_000
"""Runs written at once."""
_POSTING = Posting.metadata.tables["posting"]
_COLUMNS = ("token", "first", "count", "documents")
# Put together once: a match runs it in a third of the time that putting it together takes.
_AMONG = _POSTING.c.token.in_(bindparam("tokens", expanding=True))
_RUNS = select(_POSTING.c.token, _POSTING.c.documents).where(_AMONG)
_COUNTED = (
    select(_POSTING.c.token, func.sum(_POSTING.c.count)).where(_AMONG).group_by(_POSTING.c.token)
)
_COMMON = (
    select(_POSTING.c.token)
    .where(_AMONG)
    .group_by(_POSTING.c.token)
    .having(func.sum(_POSTING.c.count) > bindparam("most"))
)
_TELLING = select(
    _POSTING.c.token,
    case((_POSTING.c.token.in_(_COMMON.scalar_subquery()), null()), else_=_POSTING.c.documents),
).where(_AMONG)


def statement_document(number: int) -> int:
    """The index's number for a statement."""
    return 2 * number


def claim_document(number: int) -> int:
    """The index's number for a claim's wording."""
    return 2 * number + 1


def append(session: Session, documents: Mapping[int, Iterable[str]]) -> None:
    """Add documents with their tokens, one run per token."""
    inversion = Inversion()
    for document, held in documents.items():
        inversion.add(document, held)
    append_inverted(session, inversion)


def remove(session: Session, documents: Mapping[int, Iterable[str]]) -> None:
    """Let documents no longer be found by these of their tokens."""
    gone: dict[str, list[int]] = {}
    for document, held in documents.items():
        for token in held:
            gone.setdefault(token, []).append(document)
    for batch in _batches(sorted(gone)):
        found = lookup(session, batch)
        session.connection().execute(delete(_POSTING).where(_POSTING.c.token.in_(batch)))
        _insert(session, _runs({t: np.setdiff1d(found[t], gone[t]) for t in sorted(found)}))


def append_inverted(session: Session, inversion: Inversion) -> None:
    """Add the documents of an inversion, one run per token."""
    if not inversion.tokens:
        return
    first = session.connection().execute(select(_POSTING.c.token).limit(1)).first() is None
    if first:
        begin(session)
    _insert(session, inversion.runs())
    if not first:
        _merge(session, inversion.tokens)


def lookup(session: Session, tokens: Sequence[str]) -> dict[str, Documents]:
    """The documents of each token, ascending; tokens nobody uses are left out."""
    runs: dict[str, list[bytes]] = {}
    for batch in _batches(tokens):
        for token, packed in session.connection().execute(_RUNS, {"tokens": batch}).all():
            runs.setdefault(token, []).append(packed)
    return {token: _joined(packed) for token, packed in runs.items()}


def lost(session: Session, documents: Mapping[int, Iterable[str]]) -> int:
    """How many of these documents are not found by each of their tokens."""
    holders: dict[str, list[int]] = {}
    for document, held in documents.items():
        for token in held:
            holders.setdefault(token, []).append(document)
    astray: set[int] = set()
    for batch in _batches(sorted(holders)):
        found = lookup(session, batch)
        for token in batch:
            there = found.get(token, np.zeros(0, dtype=np.uint32))
            astray.update(np.setdiff1d(holders[token], there).tolist())
    return len(astray)


def telling(
    session: Session, tokens: Sequence[str], most: int
) -> tuple[dict[str, Documents], frozenset[str]]:
    """The documents of each token that no more than so many hold, and the tokens that more do.

    The lists of the latter, the longest there are, are never read.
    """
    runs: dict[str, list[bytes]] = {}
    common: set[str] = set()
    for batch in _batches(tokens):
        asked = {"tokens": batch, "most": most}
        for token, packed in session.connection().execute(_TELLING, asked).all():
            if packed is None:
                common.add(token)
            else:
                runs.setdefault(token, []).append(packed)
    return {token: _joined(packed) for token, packed in runs.items()}, frozenset(common)


def whole(session: Session) -> tuple[list[str], list[int], Documents]:
    """The whole index: tokens, how many documents hold each, and these, one list behind the other.

    Names, which are looked for by likeness and go by numbers of their own, are left out.
    """
    tokens: list[str] = []
    counts: list[int] = []
    lists: list[bytes] = []
    for token, packed in _by_token(session):
        if not token.startswith("#"):
            tokens.append(token)
            lists.append(packed[0] if len(packed) == 1 else _joined(packed).tobytes())
            counts.append(len(lists[-1]) // PACKED.itemsize)
    return tokens, counts, np.frombuffer(b"".join(lists), dtype=PACKED)


def frequencies(session: Session, tokens: Iterable[str]) -> dict[str, int]:
    """How many documents hold each of these tokens; those nobody uses are left out."""
    found: dict[str, int] = {}
    for batch in _batches(sorted(set(tokens))):
        rows = session.connection().execute(_COUNTED, {"tokens": batch})
        found.update({token: int(count) for token, count in rows})
    return found


def _by_token(session: Session) -> Iterator[tuple[str, list[bytes]]]:
    """Every token with its runs, in the order the database gives to text."""
    rows = select(_POSTING.c.token, _POSTING.c.documents).order_by(_POSTING.c.token)
    found = session.connection().execute(rows.execution_options(yield_per=_BATCH))
    for token, runs in groupby(found, key=itemgetter(0)):
        yield token, [packed for _, packed in runs]


def fingerprint(session: Session) -> str:
    """SHA-256 of every token with its documents, however they are cut into runs."""
    whole = hashlib.sha256()
    seals = []
    for token, packed in _by_token(session):
        held = hashlib.sha256(token.encode())
        held.update(_joined(packed).tobytes())
        seals.append(held.digest())
    for seal in sorted(seals):  # databases differ in how they order text
        whole.update(seal)
    return whole.hexdigest()


def _merge(session: Session, tokens: Collection[str]) -> None:
    """Make one run of the small runs of each token that has gathered many."""
    is_small = _POSTING.c.count < _SMALL
    crowded = select(_POSTING.c.token).group_by(_POSTING.c.token).having(func.count() >= _MANY)
    if len(tokens) > _ALL_LOOKED_AT:
        tokens = set(session.connection().execute(crowded).scalars()).intersection(tokens)
    for batch in _batches(sorted(tokens)):
        wanted = crowded.where(_POSTING.c.token.in_(batch), is_small)
        found = list(session.connection().execute(wanted).scalars())
        if found:
            small = (_POSTING.c.token.in_(found), is_small)
            runs: dict[str, list[bytes]] = {}
            wanted = select(_POSTING.c.token, _POSTING.c.documents).where(*small)
            for token, packed in session.connection().execute(wanted):
                runs.setdefault(token, []).append(packed)
            session.connection().execute(delete(_POSTING).where(*small))
            merged = {token: _joined(runs[token]) for token in sorted(runs)}
            _insert(session, _runs(merged))


def _runs(lists: Mapping[str, Documents]) -> Iterator[Run]:
    """One run of every list that holds something."""
    for token, held in lists.items():
        if len(held):
            yield token, int(held[0]), len(held), held.astype(PACKED).tobytes()


def _insert(session: Session, runs: Iterable[Run]) -> None:
    waiting = iter(runs)
    while chunk := list(islice(waiting, _AT_ONCE)):
        insert_rows(session.connection(), _POSTING, _COLUMNS, chunk)


def _joined(packed: Sequence[bytes]) -> Documents:
    """Runs as one list, ascending, whatever order they came in."""
    if len(packed) == 1:
        return np.frombuffer(packed[0], dtype=PACKED)
    # Little-endian numbers are not in the order of their bytes; reversed, they are.
    runs = sorted(packed, key=lambda run: run[3::-1])
    joined = np.frombuffer(b"".join(runs), dtype=PACKED)
    in_order = all(one[-1:-5:-1] < other[3::-1] for one, other in pairwise(runs))
    return joined if in_order else np.unique(joined)


def _batches(tokens: Sequence[str]) -> Iterator[Sequence[str]]:
    return (tokens[start : start + _BATCH] for start in range(0, len(tokens), _BATCH))
