"""What became of each row of an import, and which rows of one file say nearly the same."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

import numpy as np

from ledger.desk.files_in.incoming import Taken
from ledger.desk.statements.outcomes import Recording
from ledger.errors import BadRow
from ledger.exchange.batches import Batch
from ledger.exchange.records import Record
from ledger.store.bulk.numbers import Numbers
from ledger.text.fold import fold

_BETWEEN_FIGURES = re.compile(r"(?<![0-9])[^\w ]|[^\w ](?![0-9])")
"""Marks, but for those inside a figure; the only spaces of a key are plain ones."""
_TOGETHER = 50_000
"""Statements looked at together for those that are alike."""


@dataclass(frozen=True, slots=True)
class Fate:
    """What became of one row.

    Attributes:
        line: where it begins in the file; for a file of fact-checks, which one it is.
        fate: ``added``; ``known`` to the ledger before; ``repeated`` within the file; ``refused``;
            ``left`` aside, because this ledger says otherwise.
        statement: the statement it is.
        claim: where that stands.
        basis: why it stands there: ``given``, ``matched``, ``new`` or ``person``.
        like: the line of an earlier row of the file with the same words from the same source that
            is yet another statement, as its day, link or spelling differs.
        reason: why it was refused, or left aside.
        record: what kind of record it is, where it is no statement.
    """

    line: int
    fate: Literal["added", "known", "repeated", "refused", "left"]
    statement: str | None = None
    claim: str | None = None
    basis: str | None = None
    like: int | None = None
    reason: str | None = None
    record: str | None = None


class Lines:
    """Where the statements of a file stand in it, kept on disk in a dozen bytes each."""

    def __init__(self) -> None:
        self._kept = Numbers([("line", "<u4"), ("likeness", "<i8")])

    def __len__(self) -> int:
        """How many statements there are."""
        return len(self._kept)

    def __iter__(self) -> Iterator[int]:
        """The line of each, in their order."""
        return iter(self._kept.values["line"].tolist())

    def extend(self, lines: Sequence[int], batch: Batch) -> None:
        """Keep the places of some, and what each would share with another nearly like it."""
        sources = [*zip(batch.columns["outlet"], batch.columns["speaker"], strict=True)]
        folded = {source: tuple(fold(name or "") for name in source) for source in set(sources)}
        words = map(_words, batch.keys, batch.columns["text"])
        likeness = zip(words, map(folded.__getitem__, sources), strict=True)
        begin = len(self)
        self._kept.grow(begin + len(lines))
        self._kept.values["line"][begin:] = lines
        self._kept.values["likeness"][begin:] = [*map(hash, likeness)]
        self._kept.rest()

    def alike(self, recording: Recording) -> dict[int, int]:
        """The statements, by their place, nearly like an earlier one that is another: its line."""
        lines = self._kept.values["line"]
        return {
            at: int(lines[first])
            for at, first in self._paired()
            if recording.rows[at].statement != recording.rows[first].statement
        }

    def _paired(self) -> Iterator[tuple[int, int]]:
        """The places of those like an earlier one, each with that of the first; a share at once."""
        shares = 1 + len(self) // _TOGETHER
        for share in range(shares):
            every = self._kept.values["likeness"]
            places = np.flatnonzero(every % shares == share)
            likeness = every[places]
            self._kept.rest()
            order = np.argsort(likeness, kind="stable")
            is_first = np.diff(likeness[order], prepend=~likeness[order[:1]]) != 0
            first = order[np.maximum.accumulate(np.where(is_first, np.arange(len(order)), 0))]
            pairs = (places[order[~is_first]].tolist(), places[first[~is_first]].tolist())
            yield from zip(*pairs, strict=True)


def fates_of(
    lines: Iterable[int],
    alike: Mapping[int, int],
    recording: Recording,
    taken: Sequence[tuple[Record, Taken]],
    refused: Sequence[BadRow],
) -> list[Fate]:
    """What became of every row of a file, in the order of the file."""
    records = [
        Fate(record.line, became.fate, reason=became.reason, record=record.kind)
        for record, became in taken
    ]
    fates = [*_landed(lines, alike, recording), *records, *_refused(refused)]
    return sorted(fates, key=lambda fate: fate.line)


def _landed(lines: Iterable[int], alike: Mapping[int, int], recording: Recording) -> Iterator[Fate]:
    seen: set[int] = set()
    for at, (line, recorded) in enumerate(zip(lines, recording.rows, strict=True)):
        number = recorded.statement
        added: Literal["added", "repeated"] = "repeated" if number in seen else "added"
        seen.add(number)
        yield Fate(
            line,
            added if recorded.added else "known",
            f"S{number}",
            f"C{recorded.filed.claim}",
            recorded.filed.basis,
            alike.get(at),
        )


def _refused(refused: Sequence[BadRow]) -> Iterator[Fate]:
    for row in refused:
        field = f"{row.field}: " if row.field else ""
        yield Fate(row.line, "refused", reason=f"{field}{row.reason}")


def _words(key: str, text: str) -> str:
    """What two rows of the same words share, whatever their case, spaces, marks and script."""
    closed = key.replace(" ", "")
    if closed.isalnum():
        return closed
    return _BETWEEN_FIGURES.sub("", key).replace(" ", "") or text
