"""The ledger as a file: its statements, or its verdicts, whole and in one order."""

from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

from ledger.desk.desk import Desk
from ledger.desk.progress import Progress, counted, unheard
from ledger.desk.publishing import claimreview
from ledger.errors import UnknownFormat
from ledger.exchange.files import writing
from ledger.exchange.formats import FORMAT_NAMES, REVIEWS, format_called
from ledger.model import NewStatement
from ledger.store import queries
from ledger.store.session import Session

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
    claims = {row.number: row for row in queries.claims(session)}
    filed = {f.statement_number: claims[f.claim_number] for f in queries.filings(session)}
    rows = queries.statements(session, filed)
    for row in counted("writing", rows, len(filed), progress):
        claim = filed[row.number]
        fields = {name: getattr(row, name) for name in _FIELDS}
        yield NewStatement.checked({**fields, "claim": claim.wording, "topic": claim.topic})
