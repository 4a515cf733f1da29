"""Anchors of the journal: made, and held against the journal later."""

from pathlib import Path

from ledger.desk.desk import Desk
from ledger.exchange.files import reading
from ledger.store.anchors import Anchor
from ledger.store.verify import Verified
from ledger.store_errors import BadAnchor


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
    if not Path(kept).is_file():
        return [kept]
    with reading(Path(kept)) as file:
        return file.read().decode("utf-8", "replace").split()
