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
from itertools import groupby, islice
from operator import itemgetter, lt

import numpy as np
from numpy.typing import NDArray
from sqlalchemy import bindparam, case, delete, func, literal_column, select
from sqlmodel import Session

from ledger.store.bulk import insert_rows
from ledger.store.edition import MARKED, begin, mark_anew
from ledger.store.inversion import PACKED, Inversion, Run
from ledger.store.keyed import AT_ONCE as _BATCH
from ledger.store.keyed import keyed
from ledger.store.long_runs import LONG, long_runs
from ledger.store.tables import Posting

Documents = NDArray[np.uint32]
_MANY = 12
"""So many small runs of a token become one."""
_ALL_LOOKED_AT = 10_000
"""When more tokens are added, one look at the keys of all runs is quicker than asking for each."""
_AT_ONCE = 10_000
"""Runs written at once."""
_POSTING = Posting.metadata.tables["posting"]
_COLUMNS = ("token", "first", "count", "documents")
_AMONG = _POSTING.c.token.in_(bindparam("tokens", expanding=True))
_RUNS = select(_POSTING.c.token, _POSTING.c.documents).where(_AMONG)
_COUNTED = (
    select(_POSTING.c.token, func.sum(_POSTING.c.count)).where(_AMONG).group_by(_POSTING.c.token)
)
_SHORT = select(
    _POSTING.c.token,
    _POSTING.c.first,
    _POSTING.c.count,
    case((_POSTING.c.count < literal_column(str(LONG)), _POSTING.c.documents)),
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
    if gone:
        mark_anew(session)  # a long run may be among them


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
    for token, packed in keyed(session.connection(), _RUNS, tokens):
        runs.setdefault(token, []).append(packed)
    return _lists(runs)


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

    Of the latter, the longest there are, no long run is read, and of the others none that was met
    before.
    """
    connection = session.connection()
    rows = keyed(connection, _SHORT, [MARKED, *tokens])
    held: dict[str, int] = {}
    for token, _, count, _ in rows:
        held[token] = held.get(token, 0) + count
    mark = held.pop(MARKED, 0)
    runs: dict[str, list[bytes]] = {token: [] for token in held if held[token] <= most}
    places = []
    for token, first, _, packed in rows:
        if packed is None and token in runs:
            places.append((token, first))
        elif token in runs:
            runs[token].append(packed)
    for (token, _), packed in long_runs(session).read(connection, mark, places).items():
        runs[token].append(packed)
    return _lists(runs), frozenset(held.keys() - runs.keys())


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
    is_small = _POSTING.c.count < LONG
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


def _lists(runs: Mapping[str, Sequence[bytes]]) -> dict[str, Documents]:
    return {token: _joined(packed) for token, packed in runs.items()}


def _joined(packed: Sequence[bytes]) -> Documents:
    """Runs as one list, ascending, whatever order they came in."""
    if len(packed) == 1:
        return np.frombuffer(packed[0], dtype=PACKED)
    # Little-endian numbers are not in the order of their bytes; reversed, they are.
    runs = sorted(packed, key=_FIRST)
    joined = np.frombuffer(b"".join(runs), dtype=PACKED)
    lasts, firsts = map(_LAST, runs[:-1]), map(_FIRST, runs[1:])
    return joined if all(map(lt, lasts, firsts)) else np.unique(joined)


_FIRST, _LAST = itemgetter(slice(3, None, -1)), itemgetter(slice(-1, -5, -1))
"""The first number of a run and the last, as bytes that sort as the numbers do."""


def _batches(tokens: Sequence[str]) -> Iterator[Sequence[str]]:
    return (tokens[start : start + _BATCH] for start in range(0, len(tokens), _BATCH))
