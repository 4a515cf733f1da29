"""Articles as they come: a page pasted as text or Markdown, or a page of HTML."""

import codecs
import re
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import BinaryIO

from ledger.errors import OtherEncoding, UnreadableFile
from ledger.exchange.encodings import ASIAN, reading_as
from ledger.exchange.html import is_html, read_html

MAX_BYTES = 50_000_000
"""Largest page, ten times the largest anybody pasted in earnest."""

_UTF16 = codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE
_CHARSET = re.compile(r"charset=[\"']?([a-zA-Z0-9_-]{1,40})")
"""What a page of HTML says of its own encoding."""
_HEAD = 2_048
"""Bytes of a page among which it says so."""


@dataclass(frozen=True, slots=True)
class Article:
    """A page to extract from.

    Attributes:
        text: its words; of a text file every character but the byte order mark.
        title: its headline, where the page itself says which line that is.
        published: its day, where the page itself says so.
    """

    text: str
    title: str | None = None
    published: date | None = None


def read_article_file(path: Path, encoding: str | None = None) -> Article:
    """Read an article from a file.

    Args:
        path: the file.
        encoding: what it is written in, as Python's codecs call it; UTF-8 when not given.

    Raises:
        UnreadableFile: when it is missing or holds no text in that encoding.
        UnknownEncoding: when no encoding is called so.
        MissingReader: when it is HTML and the reader for HTML is not installed.
    """
    with reading_as(path, encoding) as stream:
        return read_article(stream, str(path))


def read_article(stream: BinaryIO, name: str) -> Article:
    """Read an article from a stream of bytes, called ``name`` in messages.

    Raises:
        UnreadableFile: when it is not text in UTF-8, or larger than anybody's article.
        MissingReader: when it is HTML and the reader for HTML is not installed.
    """
    data = stream.read(MAX_BYTES + 1)
    if len(data) > MAX_BYTES:
        raise UnreadableFile(name, f"is larger than {MAX_BYTES:,} bytes")
    text = _decoded(data, name)
    if is_html(text, name):
        title, published, words = read_html(text, name)
        return Article(words, title, published)
    return Article(text)


def _decoded(data: bytes, name: str) -> str:
    try:
        text = data.removeprefix(codecs.BOM_UTF8).decode()
    except UnicodeDecodeError as fault:
        line = data.count(b"\n", 0, fault.start) + 1
        raise OtherEncoding(name, "UTF-8", line, _likely(data)) from fault
    if "\0" in text:
        raise UnreadableFile(name, "holds a NUL character, which no database text can store")
    return text


def _likely(data: bytes) -> str:
    """What a page that is not in UTF-8 may be written in: what it says itself, if it does."""
    if data.startswith(_UTF16):
        return "utf-16"
    told = _CHARSET.search(data[:_HEAD].decode("latin-1"))
    return told[1] if told else ASIAN
