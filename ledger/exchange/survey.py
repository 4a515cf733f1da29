"""A first look through a file: whether it can be taken as it comes, and how much there is."""

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
