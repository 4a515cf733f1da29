"""Saved copies of links, kept in the ledger by their hash: a page may be gone tomorrow."""

from base64 import b64decode, b64encode
from collections.abc import Iterable
from pathlib import Path

from ledger.desk.desk import Desk
from ledger.errors import DamagedCopy, FileTooLarge, NoCopy
from ledger.exchange.files import read_bytes, refuse_ledger, writing
from ledger.store.asking.verdicts import copies_beginning, copies_by_hash
from ledger.store.connecting.session import Session
from ledger.store.journal.act import Act
from ledger.store.journal.canonical import sha256_of
from ledger.store.tables.casework import EvidenceCopy

MAX_COPY = 20_000_000
"""Largest copy kept, in bytes: a long page with its pictures, not a film."""


def keep_copies(act: Act, contents: Iterable[bytes]) -> int:
    """Keep these contents; one that is kept already is kept once. Says how many are new."""
    by_hash = {sha256_of(content): content for content in contents}
    kept = copies_by_hash(act.session, by_hash)
    rows = [
        {
            "number": act.next_number(EvidenceCopy),
            "sha256": digest,
            "content": b64encode(content).decode(),
        }
        for digest, content in by_hash.items()
        if digest not in kept
    ]
    act.insert(EvidenceCopy, rows)
    return len(rows)


def read_copy(path: Path) -> bytes:
    """The bytes of a saved copy.

    Raises:
        UnreadableFile: when it cannot be read.
        FileTooLarge: when it is too large to be kept.
    """
    content = read_bytes(path, MAX_COPY + 1)
    if len(content) > MAX_COPY:
        raise FileTooLarge(path, MAX_COPY)
    return content


def write_copy(desk: Desk, digest: str, to: Path) -> None:
    """Write a kept copy to a file as it was saved.

    Args:
        desk: whose ledger.
        digest: its SHA-256, or the beginning of it.
        to: the file.

    Raises:
        NoCopy: when the ledger keeps none of that hash, or several.
        DamagedCopy: when what it keeps is no longer what the hash says.
        UnwritableFile: when the file cannot be written.
    """
    with desk.reading() as session:
        found = copies_beginning(session, digest)
    if len(found) != 1:
        raise NoCopy(digest, len(found))
    content = b64decode(found[0].content)
    if sha256_of(content) != found[0].sha256:
        raise DamagedCopy(found[0].sha256)
    refuse_ledger(to)
    with writing(to) as file:
        file.write(content)


def damaged(session: Session, digests: Iterable[str]) -> set[str]:
    """Those of these hashes whose copy is kept and is not what its hash says."""
    kept = copies_by_hash(session, digests)
    return {digest for digest, row in kept.items() if sha256_of(b64decode(row.content)) != digest}
