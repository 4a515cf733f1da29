"""How much there is in a file, and whether it can be taken as it comes."""

import os
import re
from typing import BinaryIO

_BLOCK = 1 << 20
_KIND, _ESCAPED = b'"kind"', rb"\u006"
"""What a line of JSON that holds the key of a record holds, however the key is spelled."""
_LONGEST = len(rb"\u006b")
_LETTER_OF_KIND = re.compile(rb"\\u006[9BbDdEe4]")


def lines_of_statements(stream: BinaryIO) -> int | None:
    """How many lines a file has, when statements are all it can hold; it stands at its beginning.

    Returns:
        ``None`` when it may hold records of casework, for which statements wait, or when it cannot
        be read a second time, or not even once.
    """
    try:
        return _counted(stream) if stream.seekable() else None
    except OSError:
        return None  # whoever reads it will meet the fault, and say where


def rows_in_all(stream: BinaryIO, rows: int) -> int:
    """How many rows a file has, judged by how much of it those read so far took.

    Returns:
        As many as were read, where nobody can tell: of what comes through a pipe.
    """
    try:
        read, whole = stream.tell(), os.fstat(stream.fileno()).st_size
    except OSError:
        return rows
    return max(rows, rows * whole // read) if read else rows


def _counted(stream: BinaryIO) -> int | None:
    lines, before = 0, b""
    while block := stream.read(_BLOCK):
        before = before[-_LONGEST:] + block
        if _names_kind(before):
            break
        lines += block.count(b"\n")
    stream.seek(0)
    return None if block else lines + (before[-1:] not in {b"", b"\n"})


def _names_kind(block: bytes) -> bool:
    """Whether a record may stand there; two plain looks are ten times as quick as a pattern."""
    return _KIND in block or (_ESCAPED in block and _LETTER_OF_KIND.search(block) is not None)
