"""Reading an article: its text, the statements it proposes, and keeping both for the inbox."""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import BinaryIO

from ledger.desk.desk import Desk
from ledger.desk.namebook import NameBook
from ledger.desk.progress import Progress, unheard
from ledger.errors import InvalidField
from ledger.exchange.article import Article, read_article, read_article_file
from ledger.extraction import Proposal, as_contract, extract
from ledger.store import queries, tables
from ledger.store.act import Act
from ledger.store.canonical import canonical, sha256
from ledger.text.language import language_of

LONGEST_TITLE = 300
"""Longest headline taken from a page, in characters."""


@dataclass(frozen=True, slots=True)
class Extracted:
    """What was found in one article.

    Attributes:
        text: the article, verbatim.
        title: its headline.
        outlet: who published it, as the person said.
        published: the day of publication.
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


@dataclass(frozen=True, slots=True)
class Stored:
    """What storing an article led to.

    Attributes:
        document: its reference.
        added: proposals that wait for the first time.
        held: proposals that were in the inbox before, or decided.
    """

    document: str
    added: int
    held: int


def extract_file(
    source: Path | BinaryIO,
    *,
    outlet: str | None = None,
    published: date | None = None,
    url: str | None = None,
    at_least: float | None = None,
    progress: Progress = unheard,
) -> Extracted:
    """Read an article and what it proposes.

    Args:
        source: a file, or an open stream of bytes such as standard input.
        outlet: who published it.
        published: the day; a page of HTML that names its own needs none.
        url: where it stands.
        at_least: the score from which a sentence is proposed; the shipped threshold if not given.
        progress: told how far the reading is.

    Raises:
        UnreadableFile: when it is missing or not text.
        MissingReader: when it is HTML and the reader for HTML is not installed.
    """
    article = _article(source)
    day = published or article.published
    found = extract(
        article.text,
        outlet,
        day,
        url,
        at_least=at_least,
        heard=lambda done, total: progress("reading", done, total),
    )
    title = article.title or _headline(article.text, found)
    return Extracted(article.text, title, outlet, day, url, tuple(found))


def store(desk: Desk, extracted: Extracted) -> Stored:
    """Keep an article and put what it proposes into the inbox; the same again adds nothing.

    Raises:
        InvalidField: when nobody said who published the article.
    """
    if not (extracted.outlet and extracted.outlet.strip()):
        raise InvalidField("outlet", "is needed: say who published the page with --outlet")
    with desk.acting("extract") as act:
        document = _document(act, extracted)
        rows = queries.proposals(act.session, of_document=document, live_only=False)
        held = {(row.start, row.end) for row in rows}
        fresh = [one for one in extracted.proposals if (one.start, one.end) not in held]
        act.insert(tables.Proposal, [_row(act, document, extracted, one) for one in fresh])
        for row in rows:
            act.update(tables.Proposal, row.number, live=True)
        act.summary = f"{len(fresh)} proposals from D{document}"
    return Stored(f"D{document}", len(fresh), len(rows))


def _row(act: Act, document: int, extracted: Extracted, one: Proposal) -> dict[str, object]:
    return {
        "number": act.next_number(tables.Proposal),
        "document_number": document,
        "start": one.start,
        "end": one.end,
        "speaker": one.speaker,
        "relayed_from": one.relayed_from,
        "relay_basis": one.relay_basis,
        "outlet": one.outlet or extracted.outlet,
        "said_on": one.said_on,
        "said_on_basis": one.said_on_basis,
        "score": one.score,
        "reasons": json.dumps(one.reasons, ensure_ascii=False),
        "region": one.region,
    }


def _article(source: Path | BinaryIO) -> Article:
    if isinstance(source, Path):
        return read_article_file(source)
    return read_article(source, "standard input")


def _headline(text: str, found: Sequence[Proposal]) -> str | None:
    """The first line, when no statement was found in it."""
    line = next((line.strip("# \t") for line in text.splitlines() if line.strip()), "")
    first = found[0].sentence if found else ""
    return line if 0 < len(line) <= LONGEST_TITLE and not line.startswith(first or " ") else None


def _document(act: Act, extracted: Extracted) -> int:
    """The archived article, entered now if the ledger does not hold it."""
    digest = sha256(extracted.text)
    outlet = NameBook(act, "outlet").resolve(extracted.outlet or "")
    identity = sha256(canonical([digest, outlet, extracted.url]))
    known = queries.document_numbers(act.session, [identity]).get(identity)
    if known is not None:
        return known
    number = act.next_number(tables.Document)
    row = {
        "number": number,
        "identity": identity,
        "outlet_number": outlet,
        "url": extracted.url,
        "title": extracted.title,
        "published_on": extracted.published,
        "language": language_of(extracted.text),
        "text": extracted.text,
        "sha256": digest,
    }
    act.insert(tables.Document, [row])
    return number
