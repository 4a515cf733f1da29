"""Whether anything was done behind the journal's back; anchors of the journal to hold it against.

An anchor is made now and kept elsewhere, and later the journal must still begin as it did.
"""

from os.path import isfile
from pathlib import Path

from ledger.desk.desk import Desk
from ledger.exchange.files import reading
from ledger.progress import Progress, unheard
from ledger.store.journal.anchors import Anchor
from ledger.store.whole.verify import Verified, verify_store
from ledger.store_errors import BadAnchor


def verify_ledger(desk: Desk, progress: Progress = unheard) -> Verified:
    """Look at the pages of a file, recompute the journal's chain and every row's seal.

    Args:
        desk: whose ledger.
        progress: told how many entries and rows were looked at.

    Raises:
        Damaged: when the pages do not hold together.
        Tampered: naming the first row that differs.
    """
    return verify_store(desk.store, progress=progress)


def anchor(verified: Verified) -> str:
    """One line to keep elsewhere: how long the journal is, and the hash of its newest entry."""
    return str(Anchor(verified.entries, verified.head))


def check_anchors(desk: Desk, kept: str) -> int:
    """Hold what was kept against the journal as it is; gives back how many anchors there were.

    Args:
        desk: whose ledger.
        kept: an anchor, or the name of a file with one on each line.

    Raises:
        BadAnchor: when it is neither.
        UnreadableFile: when there is such a file and it cannot be read.
        Tampered: naming the first entry that is not what the anchor was made of.
    """
    anchors = [Anchor.read(line) for line in _lines(kept)]
    if not anchors:
        raise BadAnchor(kept)
    with desk.reading() as session:
        for one in anchors:
            one.check(session)
    return len(anchors)


def _lines(kept: str) -> list[str]:
    if not isfile(kept):  # noqa: PTH113 - a Path raises where what was typed is too long for a name
        return [kept]
    with reading(Path(kept)) as file:
        return file.read().decode("utf-8-sig", "replace").split()
