"""Keeping an article, and putting what it proposes into the inbox."""

import json
from dataclasses import dataclass

from ledger.desk.desk import Desk
from ledger.desk.names.namebook import NameBook
from ledger.desk.statements.entering import document_identity
from ledger.desk.texts.extracting import Extracted
from ledger.errors import InvalidField
from ledger.extraction import Proposal
from ledger.store.asking import archive
from ledger.store.journal.act import Act
from ledger.store.journal.canonical import sha256
from ledger.store.tables import ledger as tables
from ledger.text.language import language_of


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


def store(desk: Desk, extracted: Extracted) -> Stored:
    """Keep an article and put what it proposes into the inbox; the same again adds nothing.

    Raises:
        InvalidField: when nobody said who published the article.
    """
    if not (extracted.outlet and extracted.outlet.strip()):
        raise InvalidField("outlet", "is needed: say who published the page with --outlet")
    with desk.acting("extract") as act:
        document = _document(act, extracted)
        rows = archive.proposals(act.session, of_document=document, live_only=False)
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


def _document(act: Act, extracted: Extracted) -> int:
    """The archived article, entered now if the ledger does not hold it."""
    digest = sha256(extracted.text)
    outlet = NameBook(act, "outlet").resolve(extracted.outlet or "")
    identity = document_identity(outlet, extracted.url, extracted.title, digest)
    known = archive.numbers(act.session, [identity]).get(identity)
    if known is not None:
        return known
    row = {
        "identity": identity,
        "outlet_number": outlet,
        "url": extracted.url,
        "title": extracted.title,
        "published_on": extracted.published,
        "language": language_of(extracted.text),
        "text": extracted.text,
        "sha256": digest,
    }
    return act.add(tables.Document, row)
