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
from itertools import chain, islice

import numpy as np
from numpy.typing import NDArray
from sqlalchemy import bindparam, case, delete, func, literal_column, select

from ledger.store.bulk.batches import batches
from ledger.store.bulk.columns import POSTING
from ledger.store.bulk.inserting import insert_rows
from ledger.store.bulk.keyed import asked, keyed
from ledger.store.connecting.session import Session
from ledger.store.index.bundles import (
    BUNDLES,
    IS_BUNDLE,
    NAMES,
    PACKED,
    Bundle,
    bundle_of,
    held_in,
    joined,
    lists_in,
    merged,
    without,
)
from ledger.store.index.edition import MARKED, begin, mark_anew
from ledger.store.index.inversion import Inversion, Run
from ledger.store.index.long_runs import LONG, Place, keep_apart, long_runs

Documents = NDArray[np.uint32]
_BUNDLES_AT_ONCE = 64
"""Bundles taken apart together."""
_SEAL = np.dtype("S32")
"""A SHA-256, which sorts as its bytes do."""
_WORTH_BUNDLING = 2 * BUNDLES
"""Tokens; an act that adds fewer writes each of them by itself."""
_MANY, _MANY_BUNDLES = 12, 3
"""So many small runs of a token, and so many small bundles of a name, become one."""
_SMALL_BUNDLE = 512
"""Documents; a bundle of fewer is small."""
_ALL_LOOKED_AT = 10_000
"""When more tokens are added, one look at the keys of all runs is quicker than asking for each."""
_AT_ONCE = 10_000
"""Runs written at once."""
_COLUMNS = ("token", "first", "count", "documents")
_AMONG = POSTING.c.token.in_(bindparam("tokens", expanding=True))
_RUNS = select(POSTING.c.token, POSTING.c.documents).where(_AMONG)
_COUNTS = select(POSTING.c.token, POSTING.c.count).where(_AMONG)
_WHOLE_RUNS = select(*(POSTING.c[name] for name in _COLUMNS)).where(_AMONG)
_TOKENS = select(POSTING.c.token).distinct()
_ANY = select(POSTING.c.token).limit(1)
_SMALL = POSTING.c.count < bindparam("small")
_RUN_UP = (
    select(POSTING.c.token).group_by(POSTING.c.token).having(func.count() >= bindparam("many"))
)
_CROWDED = _RUN_UP.where(_AMONG, _SMALL)
_SMALL_RUNS = _WHOLE_RUNS.where(_SMALL)
_SHORT = select(
    POSTING.c.token,
    POSTING.c.first,
    POSTING.c.count,
    case((POSTING.c.count < literal_column(str(LONG)), POSTING.c.documents)),
).where(_AMONG)

_HIGHEST = (
    select(POSTING.c.token, func.max(POSTING.c.first)).where(_AMONG).group_by(POSTING.c.token)
)


def statement_document(number: int) -> int:
    """The index's number for a statement."""
    return 2 * number


def claim_document(number: int) -> int:
    """The index's number for a claim's wording."""
    return 2 * number + 1


def append(session: Session, documents: Mapping[int, Collection[str]]) -> None:
    """Add documents with their tokens, one run per token."""
    inversion = Inversion()
    inversion.add_each(list(documents), list(documents.values()))
    append_inverted(session, inversion)


def remove(session: Session, documents: Mapping[int, Iterable[str]]) -> None:
    """Let documents no longer be found by these of their tokens."""
    gone: dict[str, set[int]] = {}
    for document, held in documents.items():
        for token in held:
            gone.setdefault(token, set()).add(document)
    keep_apart(session)
    connection = session.connection()
    for run in keyed(connection, _WHOLE_RUNS, _with_bundles(sorted(gone))):
        left = _without(run, gone)
        if left != tuple(run):
            this = (POSTING.c.token == run[0], POSTING.c.first == run[1])
            connection.execute(delete(POSTING).where(*this))
            _insert(session, [left] if left is not None else [])
    if gone:
        mark_anew(session)  # a long run may be among them


def _without(run: Run, gone: Mapping[str, set[int]]) -> Run | None:
    """A run, or a bundle, without some documents of its tokens; ``None`` when none is left."""
    token, first, _, packed = run
    if token in IS_BUNDLE:
        count, left = without(packed, gone)
        return (token, first, count, left) if count else None
    held = np.frombuffer(packed, dtype=PACKED)
    kept = held[~np.isin(held, list(gone[token]))]
    return (token, int(kept[0]), len(kept), kept.tobytes()) if len(kept) else None


def append_inverted(session: Session, inversion: Inversion) -> None:
    """Add the documents of an inversion, one run per token or bundle; it is left empty."""
    if not inversion:
        return
    keep_apart(session)
    first = not asked(session.connection(), _ANY)
    if first:
        begin(session)
    is_long = inversion.is_long
    for lists in inversion.taken():
        bundling = is_long or len(lists) > _WORTH_BUNDLING
        runs = lists.runs(without_short=bundling)
        _insert(session, runs)
        bundles = _numbered(session, list(lists.bundles()) if bundling else [])
        _insert(session, bundles)
        if not first:
            _merge(session, [token for token, *_ in runs], LONG, _MANY)
            _merge(session, [name for name, *_ in bundles], _SMALL_BUNDLE, _MANY_BUNDLES)


def lookup(session: Session, tokens: Sequence[str]) -> dict[str, Documents]:
    """The documents of each token, ascending; tokens nobody uses are left out."""
    return _Found(session, tokens).lists(tokens)


def lost(session: Session, documents: Mapping[int, Iterable[str]]) -> int:
    """How many of these documents are not found by each of their tokens."""
    holders: dict[str, list[int]] = {}
    for document, held in documents.items():
        for token in held:
            holders.setdefault(token, []).append(document)
    astray: set[int] = set()
    for batch in batches(sorted(holders)):
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
    found = _Found(session, tokens)
    common = {token for token in tokens if found.counts.get(token, 0) > most}
    lists = found.lists([token for token in tokens if token not in common])
    common.update(token for token, documents in lists.items() if len(documents) > most)
    return {token: lists[token] for token in lists.keys() - common}, frozenset(common)


class _Found:
    """The rows of some tokens, and of the bundles they may be in; long runs wait to be read.

    Attributes:
        counts: how many documents stand in the rows of each token, those in bundles apart, and in
            those of each bundle; of the mark, the mark.
    """

    def __init__(self, session: Session, tokens: Sequence[str]) -> None:
        self._session = session
        self._bundles = {token: bundle_of(token) for token in tokens}
        self._short: dict[str, list[bytes]] = {}
        self._long: list[Place] = []
        self.counts: dict[str, int] = {}
        wanted = [MARKED, *tokens, *set(self._bundles.values())]
        for token, first, count, packed in keyed(session.connection(), _SHORT, wanted):
            self.counts[token] = self.counts.get(token, 0) + count
            if packed is not None:
                self._short.setdefault(token, []).append(packed)
            else:
                self._long.append((token, first))

    def lists(self, tokens: Iterable[str]) -> dict[str, Documents]:
        """The documents of each of these tokens; only those long runs are read that are theirs."""
        bundles = {token: self._bundles[token] for token in tokens}
        if not self._long:
            return _lists(self._short, bundles)
        long = [place for place in self._long if place[0] in bundles or place[0] in IS_BUNDLE]
        connection, mark = self._session.connection(), self.counts.get(MARKED, 0)
        read = long_runs(self._session).read(connection, mark, long)
        runs = {token: [*self._short.get(token, ()), run] for token, run in read.items()}
        return _lists({**self._short, **runs}, bundles)


def frequencies(session: Session, tokens: Iterable[str]) -> dict[str, int]:
    """How many documents hold each of these tokens; those nobody uses are left out."""
    connection, wanted = session.connection(), sorted(set(tokens))
    bundles = {token: bundle_of(token) for token in wanted}
    bundled = _lists(_runs(keyed(connection, _RUNS, sorted(set(bundles.values())))), bundles)
    found = {token: len(documents) for token, documents in bundled.items()}
    for token, count in keyed(connection, _COUNTS, wanted):
        found[token] = found.get(token, 0) + count
    return found


def fingerprint(session: Session) -> str:
    """SHA-256 of every token with its documents, however they are cut into runs and bundles."""
    seals = bytearray()
    for token, runs in _by_token(session):
        seals += hashlib.sha256(token.encode() + joined(runs).tobytes()).digest()
    np.frombuffer(seals, dtype=_SEAL).sort()  # databases differ in how they order text
    return hashlib.sha256(seals).hexdigest()


def _by_token(session: Session) -> Iterator[tuple[str, list[bytes]]]:
    """Every token once, with its runs; in no order, and of few bundles at a time."""
    connection = session.connection()
    apart: dict[str, list[str]] = {name: [] for name in NAMES}
    for token in connection.execute(_TOKENS).scalars():
        if token not in IS_BUNDLE:
            apart[bundle_of(token)].append(token)
    for start in range(0, BUNDLES, _BUNDLES_AT_ONCE):
        names = NAMES[start : start + _BUNDLES_AT_ONCE]
        wanted = [*names, *chain.from_iterable(map(apart.__getitem__, names))]
        found = _runs(keyed(connection, _RUNS, wanted))
        for name in names:
            runs = {token: found[token] for token in apart[name]}
            for token, held in chain.from_iterable(map(lists_in, found.get(name, ()))):
                runs.setdefault(token, []).append(held)
            yield from runs.items()


def _with_bundles(tokens: Sequence[str]) -> list[str]:
    """Tokens, and the bundles that may hold some of their documents."""
    return [*tokens, *set(map(bundle_of, tokens))]


def _lists(
    found: Mapping[str, Sequence[bytes]], bundles: Mapping[str, str]
) -> dict[str, Documents]:
    """The list of each token, out of the runs of its own, if it has any, and out of its bundle."""
    lists: dict[str, Documents] = {}
    for token, name in bundles.items():
        if runs := [*found.get(token, ()), *held_in(found.get(name, ()), token)]:
            lists[token] = joined(runs)
    return lists


def _runs(rows: Iterable[tuple[str, bytes]]) -> dict[str, list[bytes]]:
    """The runs of each token, or bundle, out of rows."""
    found: dict[str, list[bytes]] = {}
    for name, packed in rows:
        found.setdefault(name, []).append(packed)
    return found


def _numbered(session: Session, bundles: Sequence[Bundle]) -> list[Run]:
    """Bundles as rows, each numbered after those of its name there are."""
    highest = dict(keyed(session.connection(), _HIGHEST, [name for name, *_ in bundles]))
    return [(name, highest.get(name, 0) + 1, count, packed) for name, count, packed in bundles]


def _merge(session: Session, tokens: Collection[str], small: int, many: int) -> None:
    """Make one run of the small runs of each token, or bundle, that has gathered many."""
    connection = session.connection()
    if len(tokens) > _ALL_LOOKED_AT:
        tokens = {row[0] for row in asked(connection, _RUN_UP, many=many)}.intersection(tokens)
    crowded = keyed(connection, _CROWDED, sorted(tokens), small=small, many=many)
    for batch in batches([token for (token,) in crowded], _BUNDLES_AT_ONCE):
        runs: dict[str, list[Run]] = {}
        for run in keyed(connection, _SMALL_RUNS, batch, small=small):
            runs.setdefault(run[0], []).append(tuple(run))
        these = (POSTING.c.token.in_(batch), POSTING.c.count < small)
        connection.execute(delete(POSTING).where(*these))
        _insert(session, sorted(_merged(runs)))


def _merged(runs: Mapping[str, Sequence[Run]]) -> Iterator[Run]:
    """The runs of each token, or of each bundle, as one."""
    firsts = {token: min(first for _, first, *_ in own) for token, own in runs.items()}
    bundles = (packed for name in IS_BUNDLE & runs.keys() for *_, packed in runs[name])
    for name, count, packed in merged(bundles):
        yield name, firsts[name], count, packed
    for token in runs.keys() - IS_BUNDLE:
        held = joined([packed for *_, packed in runs[token]])
        yield token, firsts[token], len(held), held.tobytes()


def _insert(session: Session, runs: Iterable[Run]) -> None:
    waiting = iter(runs)
    while chunk := list(islice(waiting, _AT_ONCE)):
        insert_rows(session.connection(), POSTING, _COLUMNS, chunk)
