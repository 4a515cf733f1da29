"""Long runs of the inverted index, kept by whoever reads them: they are never written again.

What has been read stays right whatever other processes write, because a run is known by the mark of
its index too, and an index thrown away and built again, or brought back from a backup, has another.
"""

from collections.abc import Collection

from sqlalchemy import Connection, bindparam, literal_column, select

from ledger.store.columns import POSTING
from ledger.store.keyed import keyed
from ledger.store.session import Session

LONG = 4096
"""Documents; a run that holds as many is long: shorter ones may be merged, long ones never are."""
_MOST_BYTES = 64 * 2**20
_INFO = "long_runs"
_POSTING = POSTING.c
_RUNS = select(_POSTING.token, _POSTING.first, _POSTING.documents).where(
    _POSTING.count >= literal_column(str(LONG)),
    _POSTING.token.in_(bindparam("tokens", expanding=True)),
)

Place = tuple[str, int]
"""A run's token and its first document."""


class LongRuns:
    """The long runs that the readers of one ledger have met."""

    def __init__(self) -> None:
        self._runs: dict[tuple[int, Place], bytes] = {}
        self._bytes = 0

    def read(
        self, connection: Connection, mark: int, places: Collection[Place]
    ) -> dict[Place, bytes]:
        """The runs at these places; only those not met before are read.

        Args:
            connection: a snapshot in which the places hold long runs.
            mark: the mark of its index.
            places: where they stand.
        """
        met = {place: self._runs.get((mark, place)) for place in places}
        unmet = {token for (token, _), packed in met.items() if packed is None}
        found = {
            (token, first): packed
            for token, first, packed in keyed(connection, _RUNS, sorted(unmet))
        }
        self._keep(mark, found)
        return {place: packed or found[place] for place, packed in met.items()}

    def _keep(self, mark: int, found: dict[Place, bytes]) -> None:
        fresh = {(mark, place): packed for place, packed in found.items()}
        size = sum(len(packed) for key, packed in fresh.items() if key not in self._runs)
        if self._bytes + size > _MOST_BYTES:
            self._runs, self._bytes = {}, 0
        self._runs |= fresh
        self._bytes += size


def kept_by(runs: LongRuns) -> dict[str, LongRuns]:
    """What a session is told so that it reads through these."""
    return {_INFO: runs}


def long_runs(session: Session) -> LongRuns:
    """Those a session reads through; in an act none, for what it writes may be taken back."""
    found: LongRuns = session.info.get(_INFO) or LongRuns()
    return found
