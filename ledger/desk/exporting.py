"""The ledger as a file: its statements, or its verdicts, whole and in one order."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from io import BytesIO
from itertools import count
from pathlib import Path

from ledger.desk.desk import Desk
from ledger.desk.filing import claim_key
from ledger.desk.progress import Progress, counted, unheard
from ledger.desk.publishing import claimreview
from ledger.errors import UnknownFormat
from ledger.exchange.files import writing
from ledger.exchange.formats import FORMAT_NAMES, REVIEWS, format_called
from ledger.model import MAX_LINE, NewStatement
from ledger.store import queries
from ledger.store.session import Session
from ledger.store.tables import Claim

EXPORTS = (*FORMAT_NAMES, REVIEWS)
"""What a ledger can be written as."""

_FIELDS = tuple(name for name in NewStatement.model_fields if name not in {"claim", "topic"})


def export(
    desk: Desk, format_name: str, to: Path | None = None, progress: Progress = unheard
) -> tuple[bytes, list[str]]:
    """Write the ledger as a file; the same ledger gives the same bytes.

    Args:
        desk: whose ledger.
        format_name: ``jsonl`` or ``csv`` for the statements that stand under a claim, in the order
            they were recorded; ``claimreview`` for the house's verdicts that stand.
        to: the file to write, whole or not at all; the bytes are given back when there is none.
        progress: told how far the work is.

    Returns:
        The bytes, empty when a file was written, and a line for every verdict that lacks what
        ClaimReview requires and was left out.

    Raises:
        UnknownFormat: for another format.
        UnwritableFile: when the file cannot be written.
    """
    if format_name not in EXPORTS:
        raise UnknownFormat(format_name, EXPORTS)
    if format_name == REVIEWS:
        page, faults = claimreview(desk)
        data = page.encode()
    else:
        data, faults = _as_file(desk, format_name, progress), []
    if to is None:
        return data, faults
    with writing(to) as file:
        file.write(data)
    return b"", faults


def _as_file(desk: Desk, format_name: str, progress: Progress) -> bytes:
    stream = BytesIO()
    with desk.reading() as session:
        format_called(format_name).write(_statements(session, progress), stream)
    return stream.getvalue()


def _statements(session: Session, progress: Progress) -> Iterator[NewStatement]:
    filed = {f.statement_number: f.claim_number for f in queries.filings(session)}
    claims = {row.number: row for row in queries.claims(session, filed.values())}
    wordings = _told_apart(claims.values())
    rows = queries.statements(session, filed)
    for row in counted("writing", rows, len(filed), progress):
        claim = claims[filed[row.number]]
        fields = {name: getattr(row, name) for name in _FIELDS}
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
