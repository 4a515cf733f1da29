"""One class per failure. The message and the next step live in the class.

``str(error)`` is the one plain line a person reads; ``exit_code`` is what the program ends with.
Outside text inside a message is shown with its controls made visible by whoever prints it.
"""

from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import ClassVar


class LedgerError(Exception):
    """Anything that went wrong and that a person can mend."""

    exit_code: ClassVar[int] = 2


# --- bad input ------------------------------------------------------------------------------------


class InvalidField(LedgerError):
    """A field of a statement (or another record) does not hold what it should."""

    def __init__(self, field: str, reason: str) -> None:
        self.field, self.reason = field, reason
        super().__init__(f"{field} {reason}")


class AmbiguousDate(LedgerError):
    """A date that can be read two ways; both readings are named and neither is chosen."""

    def __init__(self, written: str, first: date, second: date) -> None:
        self.readings = first, second
        super().__init__(
            f"'{written}' may be {_spelled(first)} or {_spelled(second)}; write {first} or {second}"
        )


class UnreadableDate(LedgerError):
    """A date nobody can read."""

    def __init__(self, written: str) -> None:
        super().__init__(f"'{written}' is not a date; write it as 2026-03-14 or 14 Mar 2026")


class BadFilter(LedgerError):
    """A filter that stops making sense somewhere; ``at`` is the character where it does."""

    def __init__(self, at: int, reason: str) -> None:
        self.at = at
        super().__init__(f"at character {at + 1}: {reason}")


class UnreadableFile(LedgerError):
    """A file that is missing, or does not hold what it should; the reason says what helps."""

    def __init__(self, path: Path | str, reason: str) -> None:
        super().__init__(f"{path}: {reason}")


class OtherEncoding(UnreadableFile):
    """A file that is not text in the encoding it is read as; ``--encoding`` names another."""

    def __init__(self, path: Path | str, encoding: str, line: int, likely: str) -> None:
        self.encoding, self.line, self.likely = encoding, line, likely
        reason = f"line {line} is not text in {encoding}; if it is in {likely}, say so: --encoding"
        super().__init__(path, f"{reason} {likely.partition(' ')[0]}")


class UnknownEncoding(LedgerError):
    """An encoding of texts this program does not know."""

    def __init__(self, name: str) -> None:
        super().__init__(
            f"'{name}' is not an encoding; some are big5, cp950, big5hkscs, gb18030 and utf-16"
        )


class UnwritableFile(LedgerError):
    """A file that cannot be written where it was asked for; an older one there is as it was."""

    def __init__(self, path: Path | str, reason: str) -> None:
        super().__init__(
            f"{path} cannot be written: {reason}; nothing was changed; name another file"
        )


class BadRow(LedgerError):
    """One row of an input file that cannot enter the ledger; ``raw`` is the row as it stands."""

    def __init__(
        self, path: Path | str, line: int, field: str | None, reason: str, raw: str = ""
    ) -> None:
        self.path, self.line, self.field, self.reason, self.raw = path, line, field, reason, raw
        place = f"{path}, line {line}" + (f", field {field}" if field else "")
        super().__init__(f"{place}: {reason}")

    def __reduce__(self) -> tuple[type, tuple[object, ...]]:
        """As it goes from one process to another."""
        return type(self), (self.path, self.line, self.field, self.reason, self.raw)


class WorkerLost(LedgerError):
    """A process that answered part of a batch ended before it had."""

    def __init__(self) -> None:
        super().__init__(
            "a process that shared the work was ended from outside, or for want of memory; "
            "the answers printed stand; try again with --processes 1"
        )


class BadHeader(LedgerError):
    """A table whose first line does not name the columns this program knows."""

    def __init__(self, path: Path | str, reason: str, known: tuple[str, ...]) -> None:
        super().__init__(
            f"{path}: {reason}; the first line names the columns, separated by commas: "
            f"{', '.join(known)}"
        )


class RowsRefused(LedgerError):
    """A strict import met bad rows and landed nothing."""

    def __init__(self, path: Path | str, first: BadRow, count: int) -> None:
        more = f" (and {count - 1} more bad rows)" if count > 1 else ""
        super().__init__(
            f"{first}{more}; nothing was imported from {path}; mend the rows, or leave out "
            "--strict to import the good ones and set the bad ones aside"
        )


class BadTemplate(LedgerError):
    """A template of the house that does not make a page."""

    def __init__(self, line: int | None, reason: str) -> None:
        place = f"the template, line {line}" if line is not None else "the template"
        super().__init__(
            f"{place}: {reason}; start from a shipped one: {{% include 'report.md.j2' %}}"
        )


class UnknownFormat(LedgerError):
    """An input or output format this program does not speak."""

    def __init__(self, name: str, known: tuple[str, ...]) -> None:
        told = f"'{name}' is not a format; use one of {', '.join(known)}"
        if name == "article":
            told += "; an article goes in with 'factledger extract FILE --inbox'"
        super().__init__(told)


class UntoldFormat(UnknownFormat):
    """A file whose name does not say what it is."""

    def __init__(self, path: Path, known: tuple[str, ...]) -> None:
        LedgerError.__init__(
            self,
            f"{path}: its name does not tell the format; give --format {', '.join(known)}, or end "
            "the name in .jsonl or .csv; an article is read by 'factledger extract'",
        )


class MissingReader(LedgerError):
    """A page of HTML, which only an optional package can read."""

    def __init__(self, name: str) -> None:
        super().__init__(
            f"{name} is a page of HTML; to read it, pip install 'factledger[html]', or paste its "
            "text"
        )


# --- references -----------------------------------------------------------------------------------


class BadReference(LedgerError):
    """A reference that is not of the form C12, S48, X7 or D3, or names another kind of thing."""

    def __init__(
        self, written: str, expected: str = "C12, S48, X7 or D3", kind: str | None = None
    ) -> None:
        if kind is None:
            super().__init__(f"'{written}' is not a reference; write it like {expected}")
        else:
            super().__init__(f"'{written}' is a {kind}; here goes one like {expected}")


class NotFound(LedgerError):
    """A reference of the right form to something the ledger does not hold."""

    def __init__(self, reference: str) -> None:
        looks = _LOOK_FOR.get(reference[:1], "find WORDS")
        super().__init__(f"the ledger holds no {reference}; 'factledger {looks}' looks for it")


_LOOK_FOR = {"X": "conflicts", "P": "inbox"}
"""Which command finds what a reference begins with; claims, statements and documents by words."""


class NotOpen(LedgerError):
    """A proposal that somebody accepted or rejected before."""

    def __init__(self, reference: str, state: str) -> None:
        super().__init__(
            f"{reference} was {state} already; 'factledger undo' takes the latest act back"
        )


class NothingToUndo(LedgerError):
    """Undo was asked for and no act is left that can be undone."""

    def __init__(self, actor: str | None = None) -> None:
        told = "there is nothing left to undo; 'factledger history' lists every act"
        own = (
            f"{actor} has nothing left to undo; what others did, 'factledger history' lists and "
            "'factledger undo --to N' takes back"
        )
        super().__init__(told if actor is None else own)


class NoImportToUndo(NothingToUndo):
    """An import was to be taken back where none stands."""

    def __init__(self) -> None:
        told = "no import is left to undo; 'factledger undo' takes back the latest act of any kind"
        LedgerError.__init__(self, told)


class NoSuchEntry(NothingToUndo):
    """An entry was to be taken back that the journal does not have."""

    def __init__(self, entry: int) -> None:
        LedgerError.__init__(
            self, f"the journal has no entry {entry}; 'factledger history' lists them all"
        )


class TakenBackAlready(NothingToUndo):
    """An entry was to be taken back that is taken back already, or that takes back another."""

    def __init__(self, entry: int) -> None:
        LedgerError.__init__(
            self,
            f"entry {entry} is taken back already, or takes back another; 'factledger redo' does "
            "again what was taken back last",
        )


class NothingToRedo(LedgerError):
    """Redo was asked for and the latest act was not an undo."""

    def __init__(self) -> None:
        super().__init__("there is nothing to do again; only the latest undo can be")


class BuiltUpon(LedgerError):
    """An act was to be taken back that somebody else's later act rests on."""

    def __init__(self, entry: int, later: int, actor: str) -> None:
        super().__init__(
            f"entry {entry} cannot be taken back alone: entry {later} by {actor} rests on it; "
            f"'factledger undo --to {entry}' takes back all that was done since"
        )


class NameTaken(LedgerError):
    """An alias that already belongs to somebody else."""

    def __init__(self, alias: str, owner: str) -> None:
        super().__init__(
            f"'{alias}' already stands for {owner}; choose another alias, or make the two one with "
            "'factledger alias merge'"
        )


class UnknownName(LedgerError):
    """A speaker or outlet the ledger does not know."""

    def __init__(self, kind: str, name: str) -> None:
        super().__init__(
            f"no {kind} is called '{name}'; 'factledger {kind}s' shows the names in use"
        )


class OneName(LedgerError):
    """Two names that were to be made one stand for the same one already."""

    def __init__(self, keep: str, gone: str) -> None:
        super().__init__(f"'{keep}' and '{gone}' stand for the same one already; name two")


class ReasonRequired(LedgerError):
    """A decision that must say why does not."""

    def __init__(self) -> None:
        super().__init__("this decision needs a reason; add --reason 'why'")


class KindRequired(LedgerError):
    """Both sides of a conflict are said to stand, and not what kind of difference it is."""

    def __init__(self, kinds: Sequence[str]) -> None:
        first, *rest = kinds
        super().__init__(
            f"that both stand needs the kind of difference; add --because {first} "
            f"(or {', '.join(rest)}), or begin the reason with it: --reason '{rest[0]}: why'"
        )


class OneClaim(LedgerError):
    """Two claims were meant and one was named twice."""

    def __init__(self, reference: str) -> None:
        super().__init__(f"{reference} is named twice; name two claims")


class Merged(LedgerError):
    """A claim that was merged into another."""

    def __init__(self, reference: str, into: str) -> None:
        super().__init__(f"{reference} was merged into {into}; 'factledger show {into}' shows it")


class JudgedDifferent(LedgerError):
    """A merge would join what somebody judged to be different claims; ``decision`` says who."""

    def __init__(self, keep: str, gone: str, decision: str) -> None:
        self.decision = decision
        super().__init__(
            f"{keep} and {gone} are not merged: {decision}; take that decision back, or move "
            f"single statements with 'factledger attach S48 {keep}'"
        )


class UnknownScale(LedgerError):
    """A rating scale this ledger does not know."""

    def __init__(self, name: str, known: tuple[str, ...]) -> None:
        super().__init__(
            f"there is no scale '{name}'; use one of {', '.join(known)}, or add one with "
            "'factledger scale add FILE.toml'"
        )


class UnknownRating(LedgerError):
    """A label that is not on the scale."""

    def __init__(self, written: str, scale: str, labels: tuple[str, ...]) -> None:
        super().__init__(f"'{written}' is not on the scale {scale}; use one of {', '.join(labels)}")


class EvidenceRequired(LedgerError):
    """A verdict that rests on nothing."""

    def __init__(self) -> None:
        super().__init__("a verdict needs evidence; add --evidence S48 or --evidence URL")


class BadEvidence(LedgerError):
    """Evidence that is neither a statement, nor a document, nor a link."""

    def __init__(self, written: str) -> None:
        super().__init__(
            f"'{written}' is no evidence; give a statement (S48), a document (D3) or a link "
            "beginning with https://"
        )


class NoCopy(LedgerError):
    """No kept copy, or several, of a hash."""

    def __init__(self, digest: str, found: int) -> None:
        told = (
            "begin so; give more of it" if found else "of that hash; 'factledger show' names them"
        )
        super().__init__(f"{digest}: {found or 'no'} copies {told}")


class DamagedCopy(LedgerError):
    """A kept copy that is not what its hash says."""

    def __init__(self, digest: str) -> None:
        super().__init__(
            f"the copy {digest[:12]}… is damaged; 'factledger verify' says what else was changed"
        )


class FileTooLarge(LedgerError):
    """A file too large to be kept in the ledger."""

    def __init__(self, path: Path, most: int) -> None:
        super().__init__(f"{path} is larger than {most:,} bytes; keep a smaller copy of the page")


class SpareCopy(LedgerError):
    """A saved copy that belongs to no link."""

    def __init__(self, path: Path) -> None:
        super().__init__(
            f"{path} belongs to no link; give one --copy for each link in --evidence, in order"
        )


class NotDecided(LedgerError):
    """A conflict that was to be opened again and that nobody decided."""

    def __init__(self, reference: str, state: str) -> None:
        super().__init__(f"{reference} is {state}; only a decided conflict can be opened again")


class NoDueDay(LedgerError):
    """A statement that was to be settled as a forecast and that never falls due."""

    def __init__(self, reference: str) -> None:
        super().__init__(
            f"nothing says when {reference} falls due; say so first with "
            f"'factledger due {reference} 2026-12-31'"
        )


class UnknownPolicy(LedgerError):
    """A rule of the house this program does not know."""

    def __init__(self, name: str, known: tuple[str, ...]) -> None:
        super().__init__(f"there is no policy '{name}'; use one of {', '.join(known)}")


class BadPolicy(LedgerError):
    """A rule of the house that cannot say this."""

    def __init__(self, name: str, value: str, allowed: tuple[str, ...]) -> None:
        super().__init__(f"{name} cannot be '{value}'; use one of {', '.join(allowed)}")


class DecidedMeanwhile(LedgerError):
    """Somebody else decided the same conflict since it was looked at."""

    def __init__(self, reference: str, actor: str, answer: str, reason: str) -> None:
        super().__init__(
            f"{reference} was decided meanwhile by {actor}: {answer} ({reason or 'no reason'}); "
            f"look at it with 'factledger show {reference}' before you decide again"
        )


def reason_of(fault: OSError) -> str:
    """What the system says of a fault, as it stands in a message."""
    if isinstance(fault, IsADirectoryError):
        return "it is a folder"
    return (fault.strerror or str(fault)).lower()


def _spelled(day: date) -> str:
    return f"{day.day} {day:%B %Y}"
