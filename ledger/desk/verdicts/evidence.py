"""What a verdict rests on: statements, archived documents, links with a copy that is kept."""

import re
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from ledger.desk.decisions import filed
from ledger.desk.references import Reference, parse
from ledger.desk.verdicts.copies import keep_copies, read_copy
from ledger.errors import BadEvidence, BadReference, EvidenceRequired, NotFound, SpareCopy
from ledger.store.asking import archive
from ledger.store.asking.among import by_number
from ledger.store.journal.act import Act
from ledger.store.journal.canonical import sha256_of
from ledger.store.tables.ledger import Document

Row = dict[str, Any]

_WEB = re.compile(r"https?://[^\s/?#]+\S*", re.IGNORECASE)
_BETWEEN = re.compile(r",\s*(?=[SDsd]-?[0-9]+\b|https?://)", re.IGNORECASE)
"""A comma parts two pieces where a reference or a link follows it; links may hold commas."""


def pieces(written: Sequence[str]) -> list[str]:
    """The pieces of evidence in what was typed, each once, in the order typed."""
    found = (piece.strip(" \t\n,") for text in written for piece in _BETWEEN.split(text))
    return list(dict.fromkeys(piece for piece in found if piece))


def evidence_rows(act: Act, written: Sequence[str], copies: Sequence[Path]) -> list[Row]:
    """The columns of each piece of evidence.

    Args:
        act: the transaction it is looked up in.
        written: references to statements and documents, and links.
        copies: saved copies of the links the ledger holds no archived document of, in order.

    Raises:
        EvidenceRequired: when there is none.
        BadEvidence: for what is neither a reference nor a link.
        NotFound: when the ledger holds no such statement or document.
        SpareCopy: when there are more copies than links that want one.
        UnreadableFile: when a copy cannot be read.
        FileTooLarge: when a copy is too large to be kept.
    """
    wanted = pieces(written)
    if not wanted:
        raise EvidenceRequired
    left = iter(copies)
    rows = [_row(act, piece, left) for piece in wanted]
    spare = next(left, None)
    if spare is not None:
        raise SpareCopy(spare)
    return [row for at, row in enumerate(rows) if row not in rows[:at]]


def _row(act: Act, piece: str, copies: Iterator[Path]) -> Row:
    if _WEB.fullmatch(piece):
        return _link(act, piece, copies)
    try:
        reference = parse(piece, "statement", "document")
    except BadReference:
        raise BadEvidence(piece) from None
    if reference.kind == "document":
        return _document(act, reference)
    return {"statement_number": filed(act, reference).statement_number}


def _document(act: Act, reference: Reference) -> Row:
    row = by_number(act.session, Document, reference.number)
    if row is None:
        raise NotFound(str(reference))
    return {"document_number": row.number, "url": row.url, "sha256": row.sha256}


def _link(act: Act, url: str, copies: Iterator[Path]) -> Row:
    archived = archive.newest_page(act.session, url)
    if archived is not None:
        return {"document_number": archived.number, "url": url, "sha256": archived.sha256}
    copy = next(copies, None)
    if copy is None:
        return {"url": url}
    content = read_copy(copy)
    keep_copies(act, [content])
    return {"url": url, "saved_as": copy.name, "sha256": sha256_of(content)}
