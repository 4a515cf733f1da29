"""The inverted index: which documents hold a token, in runs of packed numbers.

A document is a statement (even number ``2 * S``) or a claim's wording (odd number ``2 * C + 1``).
Each act appends one run per token, so a single statement costs a few small rows; an import costs
one row for each token that many of its documents hold, and puts all others into bundles. When a
token, or a bundle, has gathered many small runs, the act that adds the last of them makes them one:
it never has more than a few dozen small rows, however it was recorded. All of it happens inside the
act's own transaction. The index is derived: it follows the texts, is not journalled, and can be
thrown away and built again.
"""

import hashlib
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from itertools import groupby, islice
from operator import itemgetter

import numpy as np
from numpy.typing import NDArray
from sqlalchemy import bindparam, case, delete, func, null, select
from sqlmodel import Session

from ledger.store.bulk import insert_rows
from ledger.store.bundles import (
    BUNDLES,
    NAMES,
    Bundle,
    bundle_of,
    held_in,
    joined,
    lists_in,
    merged,
)
from ledger.store.edition import begin
from ledger.store.inversion import Inversion, Run
from ledger.store.tables import Posting

Documents = NDArray[np.uint32]
_BATCH = 450
"""Tokens asked for in one query, each with its bundle; older builds of SQLite take 999 values."""
_WORTH_BUNDLING = 2 * BUNDLES
"""Tokens; an act that adds fewer writes each of them by itself."""
_MANY = 12
"""So many small runs of a token or a bundle become one."""
_SMALL, _SMALL_BUNDLE = 4096, 512
"""Documents; a run that holds fewer is small, a larger one is never written again."""
_ALL_LOOKED_AT = 10_000
"""When more tokens are added, one look at the keys of all runs is quicker than asking for each."""
_AT_ONCE = 10_000
"""Runs written at once."""
_POSTING = Posting.metadata.tables["posting"]
_IS_BUNDLE = frozenset(NAMES)
_COLUMNS = ("token", "first", "count", "documents")
# Put together once: a match runs it in a third of the time that putting it together takes.
_AMONG = _POSTING.c.token.in_(bindparam("tokens", expanding=True))
_ASKED = _POSTING.c.token.in_(bindparam("asked", expanding=True))
_RUNS = select(_POSTING.c.token, _POSTING.c.documents).where(_ASKED)
_COMMON = (
    select(_POSTING.c.token)
    .where(_AMONG)
    .group_by(_POSTING.c.token)
    .having(func.sum(_POSTING.c.count) > bindparam("most"))
)
_TELLING = select(
    _POSTING.c.token,
    case((_POSTING.c.token.in_(_COMMON.scalar_subquery()), null()), else_=_POSTING.c.documents),
).where(_ASKED)


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


def append_inverted(session: Session, inversion: Inversion) -> None:
    """Add the documents of an inversion, one run per token or bundle."""
    if not len(inversion):
        return
    first = session.connection().execute(select(_POSTING.c.token).limit(1)).first() is None
    if first:
        begin(session)
    lists = inversion.lists()
    many = len(lists) > _WORTH_BUNDLING
    runs = lists.runs(without_short=many)
    _insert(session, runs)
    bundles = _numbered(session, list(lists.bundles()) if many else [])
    _insert(session, bundles)
    if not first:
        _merge(session, [token for token, *_ in runs], _SMALL)
        _merge(session, [name for name, *_ in bundles], _SMALL_BUNDLE)


def lookup(session: Session, tokens: Sequence[str]) -> dict[str, Documents]:
    """The documents of each token, ascending; tokens nobody uses are left out."""
    runs: dict[str, list[bytes]] = {}
    for batch in _batches(tokens):
        rows = session.connection().execute(_RUNS, {"asked": _with_bundles(batch)}).all()
        _sort_out(rows, batch, runs)
    return {token: joined(packed) for token, packed in runs.items()}


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
        asked = {"asked": _with_bundles(batch), "tokens": batch, "most": most}
        rows = session.connection().execute(_TELLING, asked).all()
        common.update(token for token, packed in rows if packed is None)
        _sort_out([row for row in rows if row[1] is not None], batch, runs)
    found = {token: joined(runs[token]) for token in runs.keys() - common}
    common.update(token for token, held in found.items() if len(held) > most)
    return {token: found[token] for token in found.keys() - common}, frozenset(common)


def fingerprint(session: Session) -> str:
    """SHA-256 of every token with its documents, however they are cut into runs and bundles."""
    seals = [
        hashlib.sha256(token.encode() + joined(runs).tobytes()).digest()
        for token, runs in _by_token(session)
    ]
    # Databases differ in how they order text.
    return hashlib.sha256(b"".join(sorted(seals))).hexdigest()


def _by_token(session: Session) -> Iterator[tuple[str, list[bytes]]]:
    """Every token once, with its runs; in no order."""
    bundles: dict[str, list[bytes]] = {}
    for batch in _batches(NAMES):
        for name, packed in session.connection().execute(_RUNS, {"asked": batch}):
            bundles.setdefault(name, []).append(packed)
    rows = select(_POSTING.c.token, _POSTING.c.documents).order_by(_POSTING.c.token)
    found = session.connection().execute(rows.execution_options(yield_per=_BATCH))
    given: set[str] = set()
    for token, runs in groupby(found, key=itemgetter(0)):
        if token not in bundles:
            given.add(token)
            beside = [held_in(bundle, token) for bundle in bundles.get(bundle_of(token), ())]
            yield token, [packed for _, packed in runs] + list(filter(None, beside))
    for name in bundles:
        lists = lists_in(merged(bundles[name])[1])
        yield from ((token, [held]) for token, held in lists if token not in given)


def _with_bundles(tokens: Sequence[str]) -> list[str]:
    """Tokens, and the bundles that may hold some of their documents."""
    return [*tokens, *set(map(bundle_of, tokens))]


def _sort_out(
    rows: Iterable[tuple[str, bytes]], tokens: Sequence[str], runs: dict[str, list[bytes]]
) -> None:
    """Add to the runs of some tokens those that were found, in rows of their own and in bundles."""
    found: dict[str, list[bytes]] = {}
    for name, packed in rows:
        found.setdefault(name, []).append(packed)
    for token in tokens:
        bundles = found.get(bundle_of(token), ())
        beside = filter(None, [held_in(bundle, token) for bundle in bundles])
        if held := [*found.get(token, ()), *beside]:
            runs[token] = held


def _numbered(session: Session, bundles: Sequence[Bundle]) -> list[Run]:
    """Bundles as rows, each numbered after those of its name there are."""
    highest: dict[str, int] = {}
    for batch in _batches([name for name, *_ in bundles]):
        wanted = select(_POSTING.c.token, func.max(_POSTING.c.first)).group_by(_POSTING.c.token)
        found = session.connection().execute(wanted.where(_ASKED), {"asked": batch})
        highest.update(map(tuple, found))
    return [(name, highest.get(name, 0) + 1, count, packed) for name, count, packed in bundles]


def _merge(session: Session, tokens: Collection[str], small: int) -> None:
    """Make one run of the small runs of each token, or bundle, that has gathered many."""
    is_small = _POSTING.c.count < small
    crowded = select(_POSTING.c.token).group_by(_POSTING.c.token).having(func.count() >= _MANY)
    if len(tokens) > _ALL_LOOKED_AT:
        tokens = set(session.connection().execute(crowded).scalars()).intersection(tokens)
    for batch in _batches(sorted(tokens)):
        wanted = crowded.where(_POSTING.c.token.in_(batch), is_small)
        found = list(session.connection().execute(wanted).scalars())
        if found:
            these = (_POSTING.c.token.in_(found), is_small)
            runs: dict[str, list[Run]] = {}
            for row in session.connection().execute(select(_POSTING).where(*these)):
                runs.setdefault(row.token, []).append(tuple(row))
            session.connection().execute(delete(_POSTING).where(*these))
            _insert(session, [_merged(runs[token]) for token in sorted(runs)])


def _merged(runs: Sequence[Run]) -> Run:
    """Runs of one token, or of one bundle, as one."""
    token, first = min((token, first) for token, first, *_ in runs)
    packed = [run for *_, run in runs]
    if token in _IS_BUNDLE:
        return token, first, *merged(packed)
    held = joined(packed)
    return token, first, len(held), held.tobytes()


def _insert(session: Session, runs: Iterable[Run]) -> None:
    waiting = iter(runs)
    while chunk := list(islice(waiting, _AT_ONCE)):
        insert_rows(session.connection(), _POSTING, _COLUMNS, chunk)


def _batches(tokens: Sequence[str]) -> Iterator[Sequence[str]]:
    return (tokens[start : start + _BATCH] for start in range(0, len(tokens), _BATCH))
