r"""The lines of a file as it stands: bytes cut at ``\n``, counted from 1, none of unbounded length.

Bytes, because one undecodable line must not spoil the rest, and because the characters Unicode also
calls line ends (NEL, U+2028) may stand inside a statement.
"""

import codecs
from collections.abc import Iterator
from functools import partial
from typing import BinaryIO, NamedTuple

from ledger.errors import UnreadableFile, reason_of

WHAT_HELPS = "save it as UTF-8, or give --encoding"
"""Said of a line that is not in UTF-8."""
MAX_LINE = 1_000_000
"""Longest line, in bytes: fifty times the longest statement."""

_SHOWN = 1_000
_UTF16 = codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE


class Line(NamedTuple):
    r"""One line.

    Attributes:
        number: its place in the file, from 1.
        text: its characters, line end included; bytes that are not UTF-8 stand as ``\xe9``, and
            of a line over the limit only the beginning is kept.
        fault: why it cannot be used as it stands, if it cannot.
    """

    number: int
    text: str
    fault: str | None = None


def lines(stream: BinaryIO, name: str, most: int = MAX_LINE) -> Iterator[Line]:
    """Read a file in UTF-8, with or without a byte order mark, line by line.

    Args:
        stream: the file, opened for bytes.
        name: what messages call it.
        most: bytes of the longest line that is read.

    Raises:
        UnreadableFile: when it begins with the mark of another encoding, or stops being readable.
    """
    return (line_of(number, raw, most) for number, raw in raw_lines(stream, name, most))


def raw_lines(stream: BinaryIO, name: str, most: int) -> Iterator[tuple[int, bytes]]:
    """The lines of a file by number as bytes; of one over the limit only the beginning.

    Raises:
        UnreadableFile: as :func:`lines`.
    """
    read = partial(stream.readline, most + 1)
    try:
        for number, data in enumerate(iter(read, b""), 1):
            yield number, data if number > 1 else _without_mark(data, name)
            rest = data
            while len(rest) > most and not rest.endswith(b"\n"):  # passed over, and not held
                rest = read()
    except OSError as fault:
        raise UnreadableFile(name, reason_of(fault)) from fault


def _without_mark(data: bytes, name: str) -> bytes:
    """The beginning of a file without its byte order mark.

    Raises:
        UnreadableFile: when it is the mark of another encoding.
    """
    if data.startswith(_UTF16):
        raise UnreadableFile(name, "is written in UTF-16; say so: --encoding utf-16")
    return data.removeprefix(codecs.BOM_UTF8)


def line_of(number: int, data: bytes, most: int) -> Line:
    """A line as its bytes are to be read."""
    if len(data) > most:
        beginning = data[:_SHOWN].decode(errors="backslashreplace")
        return Line(number, beginning, f"is longer than {most:,} bytes")
    try:
        return Line(number, data.decode())
    except UnicodeDecodeError as fault:
        byte = f"byte {fault.start + 1} is {data[fault.start]:#04x}"
        reason = f"is not text in UTF-8 ({byte}); {WHAT_HELPS}"
        return Line(number, data.decode(errors="backslashreplace"), reason)
