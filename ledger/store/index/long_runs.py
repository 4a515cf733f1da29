"""Long runs of the inverted index, kept by whoever reads them: they are never written again.

What has been read stays right whatever other processes write, because a run is known by the mark of
its index too, and an index thrown away and built again, or brought back from a backup, has another.
An act reads along with all others until it writes to the index itself.
"""

from collections.abc import Collection, Sequence

from sqlalchemy import Connection, bindparam, literal_column, select

from ledger.store.bulk.columns import POSTING
from ledger.store.bulk.keyed import keyed
from ledger.store.connecting.session import Session
from ledger.store.index.bundles import IS_BUNDLE, joined, merged

LONG = 4096
"""Documents; a run that holds as many is long: shorter ones may be merged, long ones never are."""
_MOST_BYTES = 64 * 2**20
_INFO = "long_runs"
_POSTING = POSTING.c
_RUNS = select(_POSTING.token, _POSTING.documents).where(
    _POSTING.count >= literal_column(str(LONG)),
    _POSTING.token.in_(bindparam("tokens", expanding=True)),
)

Place = tuple[str, int]
"""A run's token and its first document."""
_Key = tuple[int, str, tuple[int, ...]]
"""The mark of an index, a token, and where each of its long runs begins."""


class LongRuns:
    """The long runs that the readers of one ledger have met, those of a token as one."""

    def __init__(self) -> None:
        self._runs: dict[_Key, bytes] = {}
        self._bytes = 0

    def read(
        self, connection: Connection, mark: int, places: Collection[Place]
    ) -> dict[str, bytes]:
        """The long runs of each token at these places; only those not met before are read.

        Args:
            connection: a snapshot in which the places hold long runs.
            mark: the mark of its index.
            places: where they stand.
        """
        firsts: dict[str, list[int]] = {}
        for token, first in sorted(places):
            firsts.setdefault(token, []).append(first)
        keys = {token: (mark, token, tuple(begun)) for token, begun in firsts.items()}
        met = {token: self._runs[key] for token, key in keys.items() if key in self._runs}
        unmet: dict[str, list[bytes]] = {}
        for token, packed in keyed(connection, _RUNS, sorted(keys.keys() - met.keys())):
            unmet.setdefault(token, []).append(packed)
        found = {token: _as_one(token, runs) for token, runs in unmet.items()}
        self._keep({keys[token]: whole for token, whole in found.items()})
        return met | found

    def _keep(self, fresh: dict[_Key, bytes]) -> None:
        size = sum(map(len, fresh.values()))
        if self._bytes + size > _MOST_BYTES:
            self._runs, self._bytes = {}, 0
        self._runs |= fresh
        self._bytes += size

    def apart(self) -> "LongRuns":
        """The same, to keep more in that others do not see."""
        runs = LongRuns()
        runs._keep(self._runs)
        return runs


def _as_one(token: str, runs: Sequence[bytes]) -> bytes:
    """The long runs of one token, or of one bundle, as one."""
    if token not in IS_BUNDLE:
        return joined(runs).tobytes()
    ((_, _, bundle),) = merged(runs)
    return bundle


def kept_by(runs: LongRuns) -> dict[str, LongRuns]:
    """What a session is told so that it reads through these."""
    return {_INFO: runs}


def keep_apart(session: Session) -> None:
    """From here on keep for itself what a session reads: it writes, and that may be taken back."""
    session.info[_INFO] = long_runs(session).apart()


def long_runs(session: Session) -> LongRuns:
    """Those a session reads through; its own where nobody gave it any."""
    found: LongRuns = session.info.get(_INFO) or LongRuns()
    return found
