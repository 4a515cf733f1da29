"""A folder of one's own for what is not finished; what a killed program left there is cleared away.

Whoever works in one holds a lock in it, which the system takes back when they die.
"""

import os
import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from pathlib import Path
from tempfile import TemporaryDirectory, gettempdir

_PREFIX = ".factledger-restore-"
_LOCK = "lock"


@contextmanager
def staging(near: Path | None) -> Iterator[Path]:
    """An empty folder, gone when the block ends.

    Args:
        near: the folder it is to stand in; the system's own for such things when left out.
    """
    around = near or Path(gettempdir())
    _clear(around)
    with (
        TemporaryDirectory(prefix=_PREFIX, dir=around) as folder,
        closing(_locked(Path(folder) / _LOCK)),
    ):
        yield Path(folder)


def _clear(around: Path) -> None:
    """Take away what nobody works in; one without a lock may have been made this moment."""
    for left in around.glob(f"{_PREFIX}*"):
        if os.access(left / _LOCK, os.W_OK):  # false for what is others', as for what is not there
            with suppress(sqlite3.DatabaseError):  # somebody is at work there, or it is no lock
                _locked(left / _LOCK).close()
                shutil.rmtree(left, ignore_errors=True)


def _locked(path: Path) -> sqlite3.Connection:
    connection = sqlite3.connect(path, timeout=0, isolation_level=None)
    try:
        connection.execute("BEGIN EXCLUSIVE")
    except sqlite3.DatabaseError:
        connection.close()
        raise
    return connection
