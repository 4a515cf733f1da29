"""Reading an article: its text and the statements it proposes. No ledger is opened."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import BinaryIO

from ledger.exchange.article import Article, read_article, read_article_file
from ledger.exchange.encodings import recoded
from ledger.extraction import Proposal, as_contract, extract, own_day
from ledger.progress import Progress, unheard

_STREAM = "standard input"
LONGEST_TITLE = 300
"""Longest headline taken from a page, in characters."""


@dataclass(frozen=True, slots=True)
class Extracted:
    """What was found in one article.

    Attributes:
        text: the article, verbatim.
        title: its headline.
        outlet: who published it, as the person said.
        published: the day of publication, as the person said or else the page itself.
        url: where it stands.
        proposals: what it proposes, in the order of the page.
    """

    text: str
    title: str | None
    outlet: str | None
    published: date | None
    url: str | None
    proposals: tuple[Proposal, ...]

    def contracts(self) -> list[dict[str, object]]:
        """The proposals as objects of ``extract --jsonl``."""
        return [as_contract(proposal) for proposal in self.proposals]


def extract_file(
    source: Path | BinaryIO,
    *,
    outlet: str | None = None,
    published: date | None = None,
    url: str | None = None,
    at_least: float | None = None,
    encoding: str | None = None,
    progress: Progress = unheard,
) -> Extracted:
    """Read an article and what it proposes.

    Args:
        source: a file, or an open stream of bytes such as standard input.
        outlet: who published it.
        published: the day; a page that names its own needs none.
        url: where it stands.
        at_least: the score from which a sentence is proposed; the shipped threshold if not given.
        encoding: what it is written in, as Python's codecs call it; UTF-8 when not given.
        progress: told how far the reading is.

    Raises:
        UnreadableFile: when it is missing or not text in that encoding.
        UnknownEncoding: when no encoding is called so.
        MissingReader: when it is HTML and the reader for HTML is not installed.
    """
    if isinstance(source, Path):
        article = read_article_file(source, encoding)
    else:
        with recoded(source, _STREAM, encoding) as stream:
            article = read_article(stream, _STREAM)
    return _extracted(article, outlet, published, url, at_least, progress)


def extract_text(text: str, outlet: str, published: date | None, url: str | None) -> Extracted:
    """What an article proposes that stands in a form.

    Args:
        text: the article, verbatim.
        outlet: who published it.
        published: the day, the page's own when not given; "on Thursday" is read by it.
        url: where it stands.
    """
    return _extracted(Article(text), outlet, published, url, None, unheard)


def begun(path: Path, encoding: str | None = None) -> dict[str, str]:
    """What a file says of its article, as the fields of a form: its words, and its day if named.

    Raises:
        UnreadableFile: as :func:`extract_file`.
        UnknownEncoding: as :func:`extract_file`.
        MissingReader: as :func:`extract_file`.
    """
    return _fields(read_article_file(path, encoding))


def pasted(text: str) -> dict[str, str]:
    """The same of an article that was pasted."""
    return _fields(Article(text))


def _fields(article: Article) -> dict[str, str]:
    day = article.published or own_day(article.text)
    return {"text": article.text, "said_on": str(day or "")}


def _extracted(
    article: Article,
    outlet: str | None,
    day: date | None,
    url: str | None,
    at_least: float | None,
    progress: Progress,
) -> Extracted:
    day = day or article.published or own_day(article.text)
    found = extract(article.text, outlet, day, at_least=at_least, progress=progress)
    title = article.title or _headline(article.text, found)
    return Extracted(article.text, title, outlet, day, url, tuple(found))


def _headline(text: str, found: Sequence[Proposal]) -> str | None:
    """The first line, when no statement was found in it."""
    line = next((line.strip("# \t") for line in text.splitlines() if line.strip()), "")
    first = found[0].sentence if found else ""
    return line if 0 < len(line) <= LONGEST_TITLE and not line.startswith(first or " ") else None
