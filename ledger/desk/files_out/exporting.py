"""The ledger as a file: statements and what people made of them, of all claims or of some."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
from io import BytesIO
from itertools import count
from pathlib import Path

from ledger.desk.desk import Desk
from ledger.desk.files_out.outgoing import Outgoing
from ledger.desk.files_out.publishing import claimreview
from ledger.desk.looking.showing import absent
from ledger.desk.references import Reference
from ledger.desk.statements.wording import claim_key
from ledger.errors import UnknownFormat
from ledger.exchange.files import refuse_ledger, writing
from ledger.exchange.formats import FORMAT_NAMES, REVIEWS, format_called, name_of
from ledger.exchange.jsonl import json_line
from ledger.model import FIELDS, MAX_LINE, NewStatement
from ledger.progress import Progress, counted, unheard
from ledger.store.asking import casefile, membership
from ledger.store.connecting.session import Session
from ledger.store.index import lookups
from ledger.store.tables.ledger import Claim

RECORDS = "jsonl"
"""The format that holds more than statements."""
EXPORTS = (*FORMAT_NAMES, REVIEWS)
"""What a ledger can be written as."""

_OWN = tuple(name for name in FIELDS if name not in {"claim", "topic"})
"""The fields of a statement that stand in its own row."""


def export(
    desk: Desk,
    format_name: str,
    to: Path | None = None,
    progress: Progress = unheard,
    only: Collection[Reference] = (),
) -> tuple[bytes, list[str]]:
    """Write the ledger as a file; the same ledger gives the same bytes.

    Args:
        desk: whose ledger.
        format_name: ``jsonl`` for the statements that stand under a claim, in the order they were
            recorded, and what people made of them; ``csv`` for the statements alone;
            ``claimreview`` for the house's verdicts that stand.
        to: the file to write, whole or not at all; the bytes are given back when there is none.
        progress: told how far the work is.
        only: the claims it is about; every claim when there are none.

    Returns:
        The bytes, empty when a file was written, and a line for every verdict that lacks what
        ClaimReview requires and was left out.

    Raises:
        UnknownFormat: for another format.
        NotFound: when the ledger does not hold one of the claims.
        Merged: when one of them became part of another.
        UnwritableFile: when the file cannot be written, or holds a ledger.
    """
    if format_name not in EXPORTS:
        raise UnknownFormat(format_name, EXPORTS)
    if to is not None:
        refuse_ledger(to)
    with desk.reading() as session:
        claims = _claims(session, only)
        if format_name == REVIEWS:
            page, faults = claimreview(session, claims)
            data = page.encode()
        else:
            filed = _filed(session, claims, whole=not only)
            data, faults = _as_file(session, filed, format_name, progress), []
            if format_name == RECORDS:
                data += _records(session, filed, whole=not only)
    if to is None:
        return data, faults
    with writing(to) as file:
        file.write(data)
    return b"", faults


def export_to(desk: Desk, to: Path, only: Collection[Reference] = ()) -> list[str]:
    """Write some claims, or all, to a file whose name ends as its format does.

    Returns:
        What was left out, as :func:`export`.

    Raises:
        UnknownFormat: when the ending says nothing.
        NotFound: as :func:`export`.
        UnwritableFile: as :func:`export`.
    """
    return export(desk, name_of(to), to, only=only)[1]


def _claims(session: Session, only: Collection[Reference]) -> dict[int, Claim]:
    numbers = [claim.number for claim in only] or None
    claims = {row.number: row for row in membership.claims(session, numbers)}
    for claim in only:
        if claim.number not in claims:
            raise absent(session, claim)
    return claims


def _filed(session: Session, claims: Mapping[int, Claim], *, whole: bool) -> dict[int, Claim]:
    """The claim of every statement that stands under one of these."""
    filings = membership.filings(session, of_claims=None if whole else claims)
    return {filing.statement_number: claims[filing.claim_number] for filing in filings}


def _as_file(
    session: Session, filed: Mapping[int, Claim], format_name: str, progress: Progress
) -> bytes:
    stream = BytesIO()
    format_called(format_name).write(_statements(session, filed, progress), stream)
    return stream.getvalue()


def _records(session: Session, filed: Mapping[int, Claim], *, whole: bool) -> bytes:
    """What people made of these statements, line by line."""
    claims = {claim.number: claim for claim in filed.values()}
    first = [claims[number] for number in sorted(claims)]
    others = [row for row in casefile.rows(session, Claim) if row.number not in claims]
    wordings = _told_apart([*first, *others] if whole else first)
    statements = {row.number: row for row in lookups.statements(session, filed)}
    told = Outgoing(session, statements, wordings, whole=whole).records(set(claims))
    return "".join(f"{json_line(fields)}\n" for fields in told).encode()


def _statements(
    session: Session, filed: Mapping[int, Claim], progress: Progress
) -> Iterator[NewStatement]:
    claims = {claim.number: claim for claim in filed.values()}
    wordings = _told_apart(claims[number] for number in sorted(claims))
    rows = lookups.statements(session, filed)
    for row in counted("writing", rows, len(filed), progress):
        claim = filed[row.number]
        fields = {name: getattr(row, name) for name in _OWN}
        named = {"claim": wordings[claim.number], "topic": claim.topic}
        yield NewStatement.checked({**fields, **named})


def _told_apart(claims: Iterable[Claim]) -> dict[int, str]:
    """Every claim's wording; of those that read alike, all but the oldest get a number.

    A file names claims by wording alone, and two that people hold apart must not come back as one.
    """
    wordings: dict[int, str] = {}
    taken: set[str] = set()
    copies: defaultdict[str, Iterator[int]] = defaultdict(lambda: count(2))
    for row in claims:
        wording, key = row.wording, claim_key(row.wording)
        while key in taken:
            mark = f" ({next(copies[row.key])})"
            wording = row.wording[: MAX_LINE - len(mark)] + mark
            key = claim_key(wording)
        taken.add(key)
        wordings[row.number] = wording
    return wordings
