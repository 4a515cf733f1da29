"""Opening files to read, and writing files whole or not at all."""

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from secrets import token_hex
from typing import BinaryIO

from ledger.errors import UnreadableFile, UnwritableFile, reason_of


@contextmanager
def reading(path: Path) -> Iterator[BinaryIO]:
    """The file, opened for bytes.

    Raises:
        UnreadableFile: when it is missing, a folder, or not ours to read.
    """
    try:
        stream = path.open("rb")
    except OSError as fault:
        raise UnreadableFile(path, f"{reason_of(fault)}; check the path") from fault
    with stream:
        yield stream


def read_bytes(path: Path, most: int) -> bytes:
    """The first bytes of a file, ``most`` of them at most.

    Raises:
        UnreadableFile: as :func:`reading`.
    """
    with reading(path) as stream:
        return stream.read(most)


def read_text(path: Path, most: int) -> str:
    """The text of a file in UTF-8 that is no larger than so many bytes.

    Raises:
        UnreadableFile: as :func:`reading`, and when it is larger, or no such text.
    """
    content = read_bytes(path, most + 1)
    if len(content) > most:
        raise UnreadableFile(path, f"is larger than {most:,} bytes")
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError as fault:
        reason = f"is not text in UTF-8 (byte {fault.start + 1}); save it as UTF-8"
        raise UnreadableFile(path, reason) from fault


@contextmanager
def writing(path: Path, *, private: bool = False) -> Iterator[BinaryIO]:
    """A stream whose bytes become the file when the block ends, and vanish when it fails.

    The bytes wait in a file beside the target and take its place in one step, so a reader sees
    the old file or the new one. An existing file keeps its permissions; a link is followed.

    Args:
        path: the file to write.
        private: let nobody but its owner read it.

    Raises:
        UnwritableFile: when the folder is missing, full or not ours to write.
    """
    target = path.resolve()
    try:
        if target.exists() and not target.is_file():  # /dev/stdout, a pipe: nothing to replace
            with target.open("wb") as stream:
                yield stream
        else:
            yield from _replacing(target, private=private)
    except OSError as fault:
        raise UnwritableFile(path, reason_of(fault)) from fault


def refuse_ledger(path: Path) -> None:
    """Refuse to write a page or an export where a ledger lies.

    Raises:
        UnwritableFile: when the file there is a database.
    """
    if path.is_file() and read_bytes(path, len(_DATABASE)) == _DATABASE:
        raise UnwritableFile(path, "it holds a ledger")


_DATABASE = b"SQLite format 3\0"
"""How every SQLite file begins (https://www.sqlite.org/fileformat.html)."""


def _replacing(target: Path, *, private: bool) -> Iterator[BinaryIO]:
    waiting = target.with_name(f".{token_hex(8)}.part")
    try:
        mode = 0o600 if private else 0o666
        handle = os.open(waiting, os.O_CREAT | os.O_EXCL | os.O_WRONLY, mode)
        with os.fdopen(handle, "wb") as stream:
            yield stream
            stream.flush()
            os.fsync(stream.fileno())
        if target.exists() and not private:
            shutil.copymode(target, waiting)
        waiting.replace(target)
    finally:
        waiting.unlink(missing_ok=True)


def write_text(path: Path, text: str) -> None:
    r"""Write a text as UTF-8, line ends as they are, whole or not at all.

    Half a character (a lone surrogate, as in the name of a file that is not UTF-8) is written as
    ``\udc80``.

    Raises:
        UnwritableFile: as :func:`writing`.
    """
    with writing(path) as stream:
        stream.write(text.encode(errors="backslashreplace"))
