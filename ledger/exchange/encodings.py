"""Files in other encodings than UTF-8, read as whoever brings them says they are written.

Nothing is guessed: Big5 read as GB18030 is text too, and none that anybody wrote.
"""

import codecs
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryFile
from typing import BinaryIO

from ledger.errors import OtherEncoding, UnknownEncoding
from ledger.exchange.files import reading

_LIKELY = {"big5": "cp950 or big5hkscs", "gb2312": "gb18030", "gbk": "gb18030"}
"""Encodings that hold the same characters and more, as Python's codecs have them."""
ASIAN = "big5 or gb18030"
"""What newsrooms in Taiwan and on the mainland have, where nothing tells which."""
_BLOCK = 1 << 20


def encoding_called(name: str) -> str:
    """The encoding of that name, as Python calls it.

    Raises:
        UnknownEncoding: when there is none, or what goes by the name is none of texts.
    """
    try:
        "a".encode(name)  # what is no encoding of texts, such as hex, is refused here
        return codecs.lookup(name).name
    except (LookupError, ValueError) as fault:
        raise UnknownEncoding(name) from fault


@contextmanager
def reading_as(path: Path, encoding: str | None) -> Iterator[BinaryIO]:
    """The file, opened for bytes of UTF-8; as it stands where no encoding is named.

    Raises:
        UnreadableFile: as :func:`reading`.
        UnknownEncoding: as :func:`encoding_called`.
        OtherEncoding: when it holds what the encoding named does not know.
    """
    with reading(path) as stream, recoded(stream, str(path), encoding) as recorded:
        yield recorded


@contextmanager
def recoded(stream: BinaryIO, name: str, encoding: str | None) -> Iterator[BinaryIO]:
    """A stream in another encoding as one in UTF-8, which lies in a file nobody keeps.

    Args:
        stream: what is read, opened for bytes.
        name: what messages call it.
        encoding: its name, as Python's codecs have it; ``None`` for what needs no change.

    Raises:
        UnknownEncoding: as :func:`encoding_called`.
        OtherEncoding: naming the first line that holds what the encoding does not know.
    """
    if encoding is None:
        yield stream
        return
    called = encoding_called(encoding)
    with TemporaryFile() as kept:
        decoder = codecs.getincrementaldecoder(called)()
        lines = 1
        while True:
            block = stream.read(_BLOCK)
            try:
                text = decoder.decode(block, final=not block)
            except UnicodeDecodeError as fault:
                lines += fault.object[: fault.start].count(b"\n")
                raise OtherEncoding(name, encoding, lines, _LIKELY.get(called, ASIAN)) from fault
            lines += text.count("\n")
            kept.write(text.encode(errors="surrogatepass"))  # a lone one is a fault of its line
            if not block:
                break
        kept.seek(0)
        yield kept
