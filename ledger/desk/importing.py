"""Importing a file: the good rows in one act, the bad ones set aside with their reasons."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from ledger.desk.desk import Desk
from ledger.desk.fates import Fate, fates_of
from ledger.desk.garbage import seldom_collected
from ledger.desk.incoming import Incoming
from ledger.desk.progress import Progress, unheard
from ledger.desk.recording import Recording, record
from ledger.desk.reviews import keep_reviews
from ledger.errors import BadRow, RowsRefused
from ledger.exchange.files import reading
from ledger.exchange.formats import reader_called, reader_of
from ledger.exchange.records import Record
from ledger.exchange.rejects import write_rejects
from ledger.exchange.rows import Row
from ledger.model import NewReview
from ledger.text.display import show_line


@dataclass(frozen=True, slots=True)
class Imported:
    """What became of a file.

    Attributes:
        name: the file.
        recording: what its good rows led to.
        refused: its bad rows.
        rejects: where the bad rows were written, if there were any.
        dry_run: true when the ledger was left as it was.
        fates: what became of each row, in the order of the file.
        reviews: how many verdicts of other publishers it brought.
        matched: false for an archive, which waits to be read, matched and compared.
    """

    name: str
    recording: Recording
    refused: tuple[BadRow, ...]
    rejects: Path | None
    dry_run: bool
    fates: tuple[Fate, ...] = ()
    reviews: int = 0
    matched: bool = True

    @property
    def repeated(self) -> int:
        """Good rows that added nothing, because the ledger or the file held them already."""
        return len(self.recording.rows) - self.recording.added

    @property
    def casework(self) -> int:
        """Records beside the statements (decisions, notes, names and so on) that were added."""
        return sum(fate.record is not None and fate.fate == "added" for fate in self.fates)

    @property
    def left(self) -> int:
        """Records left aside, because this ledger says otherwise."""
        return sum(fate.fate == "left" for fate in self.fates)


def import_file(
    desk: Desk,
    path: Path,
    *,
    format_name: str | None = None,
    dry_run: bool = False,
    strict: bool = False,
    match: bool = True,
    rejects: Path | None = None,
    progress: Progress = unheard,
) -> Imported:
    """Import a file of statements, fact-checks, or all that another ledger holds.

    Args:
        desk: whose ledger.
        path: the file.
        format_name: its format; by its ending when not given.
        dry_run: do everything and keep nothing.
        strict: one bad row refuses the whole file.
        match: read, match and compare; an archive loaded without is left for a rescan.
        rejects: where bad rows go; beside the file when not given.
        progress: told how far the work is.

    Raises:
        LedgerError: when the file cannot be read, or, being strict, holds a bad row.
    """
    read = reader_called(format_name) if format_name is not None else reader_of(path)
    with reading(path) as stream:
        good, records, bad = _sorted_out(read(stream, str(path), today=desk.today()))
    if bad and strict:
        raise RowsRefused(path, bad[0], len(bad))
    aside = rejects if rejects is not None else path.with_name(f"{path.name}.rejects.jsonl")
    if bad and not dry_run:
        write_rejects(aside, bad)
    with desk.acting("import") as act, seldom_collected():
        statements = [row.statement for row in good]
        incoming = Incoming(act, records)
        places = incoming.before()
        recording = record(act, statements, places=places, archive=not match, progress=progress)
        taken = incoming.after(good, recording)
        reviews = keep_reviews(act, _reviews(good, recording))
        plural = "" if recording.added == 1 else "s"
        more = sum(became.fate == "added" for _, became in taken)
        beside = f" and {more} record{'' if more == 1 else 's'} of casework" if more else ""
        act.summary = f"{recording.added} statement{plural}{beside} from {show_line(path.name)}"
        act.abandoned = dry_run
    written = aside if bad and not dry_run else None
    fates = tuple(fates_of(good, recording, taken, bad))
    return Imported(
        str(path), recording, tuple(bad), written, dry_run, fates, sum(reviews), matched=match
    )


def _reviews(rows: Sequence[Row], recording: Recording) -> Iterator[tuple[int, str, NewReview]]:
    """What publishers concluded, each with the claim its statement stands under."""
    for row, recorded in zip(rows, recording.rows, strict=True):
        if row.review is not None:
            yield recorded.filed.claim, row.statement.identity(), row.review


def _sorted_out(
    rows: Iterator[Row | Record | BadRow],
) -> tuple[list[Row], list[Record], list[BadRow]]:
    good: list[Row] = []
    records: list[Record] = []
    bad: list[BadRow] = []
    for row in rows:
        if isinstance(row, BadRow):
            bad.append(row)
        elif isinstance(row, Record):
            records.append(row)
        else:
            good.append(row)
    return good, records, bad
