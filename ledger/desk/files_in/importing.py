"""Importing a file: the good rows in one act, the bad ones set aside with their reasons."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import closing
from dataclasses import dataclass, field
from datetime import date
from itertools import chain
from pathlib import Path
from typing import BinaryIO, NamedTuple

from ledger.desk.desk import Desk
from ledger.desk.files_in.fates import Fate, Lines, fates_of
from ledger.desk.files_in.incoming import Incoming, Taken
from ledger.desk.files_in.loading import load
from ledger.desk.garbage import NONE_IN_CYCLES, seldom_collected
from ledger.desk.statements.outcomes import Recording
from ledger.desk.statements.recording import record_waiting
from ledger.desk.statements.waiting import Waiting
from ledger.desk.verdicts.reviews import keep_reviews
from ledger.errors import BadRow, RowsRefused
from ledger.exchange.batches import Batch, Portion
from ledger.exchange.encodings import reading_as
from ledger.exchange.formats import REVIEWS, name_of, portions_called
from ledger.exchange.records import Record
from ledger.exchange.rejects import write_rejects
from ledger.exchange.survey import lines_of_statements, rows_in_all
from ledger.model import DAYS, NewReview
from ledger.progress import Progress, unheard
from ledger.store.journal.act import Act
from ledger.text.dates import is_to_come
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
        lines: where each of its statements stands.
        alike: those, by their place among them, that are nearly like an earlier one: its line.
        taken: what became of its records beside the statements.
        reviews: how many verdicts of other publishers it brought.
        to_come: the lines of statements said or published on a day still to come.
        matched: false for an archive, which waits to be read, matched and compared.
    """

    name: str
    recording: Recording
    refused: tuple[BadRow, ...]
    rejects: Path | None
    dry_run: bool
    lines: Iterable[int] = ()
    alike: Mapping[int, int] = field(default_factory=dict)
    taken: tuple[tuple[Record, Taken], ...] = ()
    reviews: int = 0
    to_come: Sequence[int] = ()
    matched: bool = True

    @property
    def fates(self) -> tuple[Fate, ...]:
        """What became of each row, in the order of the file."""
        return tuple(fates_of(self.lines, self.alike, self.recording, self.taken, self.refused))

    @property
    def repeated(self) -> int:
        """Good rows that added nothing, because the ledger or the file held them already."""
        return len(self.recording.rows) - self.recording.added

    @property
    def casework(self) -> int:
        """Records beside the statements (decisions, notes, names and so on) that were added."""
        return sum(became.fate == "added" for _, became in self.taken)

    @property
    def left(self) -> int:
        """Records left aside, because this ledger says otherwise."""
        return sum(became.fate == "left" for _, became in self.taken)


def import_file(
    desk: Desk,
    path: Path,
    *,
    format_name: str | None = None,
    encoding: str | None = None,
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
        encoding: what it is written in, as Python's codecs call it; UTF-8 when not given.
        dry_run: do everything and keep nothing.
        strict: one bad row refuses the whole file.
        match: read, match and compare; an archive loaded without is left for a rescan.
        rejects: where bad rows go; beside the file when not given.
        progress: told how far the work is.

    Raises:
        LedgerError: when the file cannot be read, or, being strict, holds a bad row.
    """
    with (
        reading_as(path, encoding) as stream,
        closing(Waiting()) as waiting,
        seldom_collected(NONE_IN_CYCLES),
    ):
        called = format_name if format_name is not None else name_of(path)
        read = portions_called(called)
        as_it_comes = not match and called.lower() != REVIEWS
        total = lines_of_statements(stream) if as_it_comes else None
        intake = _Intake(desk.today())
        portions = read(stream, str(path), today=desk.today())
        if total is None:
            intake.wait(waiting, portions, stream, progress)
        _refuse(path, intake.bad, strict=strict)
        with desk.acting("import", long=True) as act:
            if total is None:
                landed = _land(act, waiting, intake, match=match, progress=progress)
            else:
                landed = _Landed(load(act, intake.batches(portions), {}, total, progress))
            _refuse(path, intake.bad, strict=strict)
            act.summary = _summary(path, landed)
            act.abandoned = dry_run
            written = None if dry_run else _set_aside(intake.bad, path, rejects)
    return Imported(
        str(path),
        landed.recording,
        tuple(intake.bad),
        written,
        dry_run,
        intake.lines,
        intake.lines.alike(landed.recording),
        landed.taken,
        landed.reviews,
        intake.to_come,
        matched=match,
    )


class _Landed(NamedTuple):
    """What a file led to: its statements, its records and its reviews."""

    recording: Recording
    taken: tuple[tuple[Record, Taken], ...] = ()
    reviews: int = 0


def _land(
    act: Act, waiting: Waiting, intake: "_Intake", *, match: bool, progress: Progress
) -> _Landed:
    """Record the statements of a file, which wait for its records, or for each other."""
    incoming = Incoming(act, intake.records)
    places = incoming.before()
    recording = (
        record_waiting(act, waiting, places=places, progress=progress)
        if match
        else load(act, waiting.batches(), places, len(waiting.places), progress)
    )
    taken = incoming.after(waiting, recording)
    ids = waiting.ids(waiting.places.values[[row for row, _ in intake.reviews]].tolist())
    told = (
        (recording.rows[row].filed.claim, key, review)
        for key, (row, review) in zip(ids, intake.reviews, strict=True)
    )
    return _Landed(recording, tuple(taken), sum(keep_reviews(act, told)))


class _Intake:
    """The rows of a file as they come; what is no statement is kept beside.

    Attributes:
        lines: where the statements stand.
        records: the records of casework.
        reviews: what publishers concluded about statements, by their place among them.
        bad: the rows that cannot enter the ledger.
        to_come: the lines of statements of a day still to come.
    """

    def __init__(self, today: date) -> None:
        self._today = today
        self.to_come: list[int] = []
        self.lines = Lines()
        self.records: list[Record] = []
        self.reviews: list[tuple[int, NewReview]] = []
        self.bad: list[BadRow] = []

    @property
    def rows(self) -> int:
        """How many rows came."""
        return len(self.lines) + len(self.records) + len(self.bad)

    def batches(self, portions: Iterable[Portion]) -> Iterator[Batch]:
        """The statements of a file as they come."""
        for portion in portions:
            before = len(self.lines)
            self.reviews += [(before + at, review) for at, review in portion.reviews]
            self.records += portion.records
            self.bad += portion.bad
            self.lines.extend(portion.lines, portion.batch)
            self.to_come += self._lines_to_come(portion)
            yield portion.batch

    def wait(
        self, waiting: Waiting, portions: Iterable[Portion], stream: BinaryIO, progress: Progress
    ) -> None:
        """Let the statements of a file wait for the last of its rows."""
        for batch in self.batches(portions):
            waiting.extend(batch)
            progress("reading", self.rows, rows_in_all(stream, self.rows))
        progress("reading", self.rows, self.rows)

    def _lines_to_come(self, portion: Portion) -> Iterator[int]:
        columns = [portion.batch.columns[name] for name in DAYS]
        latest = max(filter(None, chain.from_iterable(columns)), default=None)
        if latest is not None and is_to_come(latest, self._today):
            for line, *said in zip(portion.lines, *columns, strict=True):
                if any(day is not None and is_to_come(day, self._today) for day in said):
                    yield line


def _refuse(path: Path, bad: Sequence[BadRow], *, strict: bool) -> None:
    if bad and strict:
        raise RowsRefused(path, bad[0], len(bad))


def _set_aside(bad: Sequence[BadRow], path: Path, rejects: Path | None) -> Path | None:
    """Write bad rows where they go, beside the file when not said; nothing where there are none."""
    if not bad:
        return None
    aside = rejects if rejects is not None else path.with_name(f"{path.name}.rejects.jsonl")
    write_rejects(aside, bad)
    return aside


def _summary(path: Path, landed: _Landed) -> str:
    added, more = landed.recording.added, sum(became.fate == "added" for _, became in landed.taken)
    beside = f" and {more} record{'' if more == 1 else 's'} of casework" if more else ""
    return f"{added} statement{'' if added == 1 else 's'}{beside} from {show_line(path.name)}"
