"""What an act writes, told change by change for the entry that closes it; on disk once it is long.

An import tells of every figure it read: a few dozen megabytes for half a million statements.
"""

import hashlib
from collections.abc import Iterator
from typing import Any

import numpy as np
from sqlalchemy import ColumnElement, Connection, Text, cast, func

from ledger.store.bulk.aside import Aside, Opened

_AT_HAND = 250_000
"""Characters; when there are more they are set aside."""


class Told:
    """Changes in the order they were made, as the items of one JSON list."""

    def __init__(self, at_hand: int = _AT_HAND) -> None:
        """Begin with none, and keep so many characters at hand."""
        self._at_hand = at_hand
        self._keep = Aside()
        self._aside: list[Opened] = []
        self._items: list[str] = []
        self._length = 0

    def __bool__(self) -> bool:
        """Whether anything was told."""
        return bool(self._items)

    def add(self, items: str) -> None:
        """Tell some more: an item, or several with commas between them."""
        if self._length > self._at_hand:
            written = f"{','.join(self._items)},".encode()
            self._aside.append(self._keep([np.frombuffer(written, dtype=np.uint8)]))
            self._items, self._length = [], 0
        self._items.append(items)
        self._length += len(items)

    def written(self) -> Iterator[bytes]:
        """The list in UTF-8, a piece at a time."""
        yield b"["
        for opened in self._aside:
            with opened() as (piece,):
                yield piece.tobytes()
        yield f"{','.join(self._items)}]".encode()

    def sha256(self) -> str:
        """SHA-256 of the list, in hex."""
        seal = hashlib.sha256()
        for piece in self.written():
            seal.update(piece)
        return seal.hexdigest()

    def room(self) -> ColumnElement[str]:
        """What holds its place in a row of SQLite until it is put there."""
        return cast(func.zeroblob(sum(map(len, self.written()))), Text)

    def put(self, connection: Connection, entry: int) -> None:
        """Put the list where there is room for it, by the piece, so that it is nowhere whole."""
        driver: Any = connection.connection.driver_connection
        with driver.blobopen("entry", "changes", entry) as room:
            for piece in self.written():
                room.write(piece)
