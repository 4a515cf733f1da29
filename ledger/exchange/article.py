"""Articles as they come: a page pasted as text or Markdown, or a page of HTML."""

import codecs
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import BinaryIO

from ledger.errors import UnreadableFile
from ledger.exchange.files import reading
from ledger.exchange.html import is_html, read_html

MAX_BYTES = 50_000_000
"""Largest page, ten times the largest anybody pasted in earnest."""

_OTHER_MARKS = {codecs.BOM_UTF16_LE: "UTF-16", codecs.BOM_UTF16_BE: "UTF-16"}


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


def read_article_file(path: Path) -> Article:
    """Read an article from a file.

    Raises:
        UnreadableFile: when it is missing or holds no text.
        MissingReader: when it is HTML and the reader for HTML is not installed.
    """
    with reading(path) as stream:
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
    for mark, encoding in _OTHER_MARKS.items():
        if data.startswith(mark):
            raise UnreadableFile(name, f"is written in {encoding}; save it as UTF-8")
    try:
        text = data.removeprefix(codecs.BOM_UTF8).decode()
    except UnicodeDecodeError as fault:
        raise UnreadableFile(name, f"is not text in UTF-8 (byte {fault.start + 1})") from fault
    if "\0" in text:
        raise UnreadableFile(name, "holds a NUL character, which no database text can store")
    return text
