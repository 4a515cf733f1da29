"""Filing statements under claims: as the file says, as a person says, or by the score.

Statements that name their claim go first. The rest are matched in an order that depends on what
they say and not on where they stood, so that a file read backwards, or converted to the other
Chinese script, groups its statements into the same claims.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import islice
from typing import Any, NamedTuple

from ledger.desk.asking import QUESTIONS, ask
from ledger.desk.entering import figures
from ledger.desk.nearest import Index, Nearest, searchable
from ledger.desk.pending import tokens
from ledger.desk.progress import Progress, chunked
from ledger.disagreement import inconsistencies
from ledger.matching import ATTACH_AT, NEAR_AT
from ledger.model import NewStatement
from ledger.quantities import read, read_ahead
from ledger.store import queries
from ledger.store.act import Act
from ledger.store.canonical import sha256
from ledger.store.tables import Claim, Filing, Quantity
from ledger.text.codes import folds
from ledger.text.fold import fold

WORDING_LENGTH = 200
"""A claim made from a statement is worded by its first characters, in one line."""

_FOLDED, _TOGETHER = 2_000, 64
"""Texts folded together, and taken apart together."""


@dataclass(frozen=True, slots=True)
class Choice:
    """Where a person wants a statement: under a claim by number, or under a new one."""

    claim: int | None = None


class Filed(NamedTuple):
    """Where a statement went.

    Attributes:
        claim: the claim's number.
        basis: ``given``, ``person``, ``matched``, ``new`` or ``archived``.
        score: how surely it belongs there, when it was matched.
        near: other claims it may belong to.
    """

    claim: int
    basis: str
    score: float | None = None
    near: tuple[Nearest, ...] = ()


class Cabinet:
    """The claims of one ledger, during one act.

    Attributes:
        faulty: the statements filed so far whose own figures cannot all hold.
    """

    def __init__(
        self, act: Act, index: Index, statements: Mapping[int, NewStatement], again: set[int]
    ) -> None:
        """Open the cabinet.

        Args:
            act: the transaction the filing happens in.
            index: where near claims are looked for.
            statements: what is to be filed, by number.
            again: those of them that were filed before, and withdrawn.
        """
        self._act = act
        self._index = index
        self._statements = statements
        self._again = again
        self._keys = dict(zip(statements, _keys(statements.values()), strict=True))
        keys = (claim_key(new.claim) for new in statements.values() if new.claim)
        self._numbers = queries.claims_by_key(act.session, keys)
        self._refused = queries.refused(act.session, again)
        self._claims: list[dict[str, Any]] = []
        self.faulty: set[int] = set()

    def file(self, choice: Choice | None, progress: Progress) -> dict[int, Filed]:
        """File every statement and write where it went.

        Args:
            choice: the claim a person chose for all of them; ``None`` leaves it to file and score.
            progress: told how far the work is.
        """
        filed: dict[int, Filed] = {}
        for chunk in chunked("filing", self._in_order(), len(self._statements), progress):
            here = self._match(chunk, choice)
            self._write(here)
            self._write_figures(chunk)
            # Now, while what was read in them is at hand: a large file outgrows what is remembered.
            self.faulty.update(n for n in chunk if inconsistencies(self._statements[n].text))
            filed |= here
        self._write_filings(filed)
        self._index.flush()
        return filed

    def _write(self, filed: Mapping[int, Filed]) -> None:
        if self._claims:
            names = self._claims[0]
            told = {name: [row[name] for row in self._claims] for name in names}
            self._act.insert_block(Claim, told)
            self._claims = []
        ask(self._act, {number: place.near for number, place in filed.items()}, self._again)

    def _write_figures(self, numbers: Iterable[int]) -> None:
        """What the reader reads in statements; those filed before were read before."""
        fresh = sorted(number for number in numbers if number not in self._again)
        rows = (row for number in fresh for row in figures(number, self._statements[number].text))
        self._act.insert(Quantity, rows)

    def _in_order(self) -> list[int]:
        named = [number for number, new in self._statements.items() if new.claim]
        rest = [number for number, new in self._statements.items() if not new.claim]
        return named + sorted(rest, key=self._content_order)

    def _content_order(self, number: int) -> tuple[date, str, str]:
        """Earliest first; the rest by what is said, alike in both Chinese scripts."""
        new = self._statements[number]
        return new.said_on or new.published_on or date.max, self._keys[number], fold(new.outlet)

    def _match(self, numbers: Sequence[int], choice: Choice | None) -> dict[int, Filed]:
        """File some statements, each beside all before it."""
        texts = [self._statements[number].text for number in numbers]
        _take_apart(texts)
        self._index.prepare(texts)
        filed: dict[int, Filed] = {}
        for number in numbers:
            filed[number] = self._place(number, self._statements[number], choice)
            self._index.add_statement(number, self._searchable(number), filed[number].claim)
        return filed

    def _searchable(self, number: int) -> str:
        new = self._statements[number]
        return searchable(new.text, new.speaker, new.notes)

    def _place(self, number: int, new: NewStatement, choice: Choice | None) -> Filed:
        given = self._as_told(number, new, choice)
        if given is not None:
            return given
        near = self._near(number, new)
        if near and near[0].score >= ATTACH_AT:
            return Filed(near[0].claim, "matched", near[0].score)
        return Filed(self._new_claim(number, new), "new", near=tuple(near[:QUESTIONS]))

    def _as_told(self, number: int, new: NewStatement, choice: Choice | None) -> Filed | None:
        """Where a person or the file wants a statement, if either says."""
        if choice is not None:
            chosen = choice.claim if choice.claim is not None else self._new_claim(number, new)
            return Filed(chosen, "person")
        if new.claim:
            key = claim_key(new.claim)
            return Filed(self._numbers.get(key) or self._new_claim(number, new), "given")
        return None

    def _near(self, number: int, new: NewStatement) -> list[Nearest]:
        """Claims near enough to mention, without those a person said it does not belong to.

        Asked with the words alone: notes say where a statement came from as often as what it says.
        """
        refused = self._refused.get(number, set())
        found = self._index.likely(new.text, limit=QUESTIONS + len(refused))
        return [near for near in found if near.score >= NEAR_AT and near.claim not in refused]

    def _new_claim(self, statement: int, new: NewStatement) -> int:
        wording = new.claim or wording_of(new.text)
        number = self._act.next_number(Claim)
        key = claim_key(wording, self._keys[statement] if wording == new.text else None)
        row = {"number": number, "wording": wording, "key": key, "topic": new.topic}
        self._claims.append(row)
        self._numbers.setdefault(key, number)
        if wording != new.text or new.topic:
            self._index.add_claim(number, wording, new.topic)
        return number

    def _write_filings(self, filed: Mapping[int, Filed]) -> None:
        """File for the first time, or again where an earlier filing was undone."""
        for number in sorted(self._again & filed.keys()):
            self._act.update(Filing, number, live=True, **_columns(filed[number]))
        fresh = sorted(filed.keys() - self._again)
        places = [filed[number] for number in fresh]
        told: dict[str, Sequence[Any]] = {
            "statement_number": fresh,
            "claim_number": [place.claim for place in places],
            "basis": [place.basis for place in places],
            "score": [place.score for place in places],
        }
        self._act.insert_block(Filing, told)


def _keys(statements: Iterable[NewStatement]) -> Iterator[str]:
    """The match key of each text."""
    waiting = iter(statements)
    while chunk := [new.text for new in islice(waiting, _FOLDED)]:
        yield from folds(chunk)


def _take_apart(texts: Sequence[str]) -> None:
    """Read texts and find what they are searched by, while what both ask of a text is at hand."""
    for start in range(0, len(texts), _TOGETHER):
        block = texts[start : start + _TOGETHER]
        read_ahead(block)
        for text in block:
            read(text)
            tokens(text)


def claim_key(wording: str, folded: str | None = None) -> str:
    """What two wordings of one claim have in common: the SHA-256 of the folded wording.

    Args:
        wording: a claim's wording.
        folded: the same, where it has been folded already.
    """
    return sha256((fold(wording) if folded is None else folded) or wording)


def wording_of(text: str) -> str:
    """A claim's first wording, made from the statement that founded it."""
    if len(text) <= WORDING_LENGTH and text.isprintable() and "  " not in text:
        return text.strip(" ")
    line = " ".join(text.split())
    return line if len(line) <= WORDING_LENGTH else line[: WORDING_LENGTH - 1] + "…"


def _columns(filed: Filed) -> dict[str, Any]:
    return {"claim_number": filed.claim, "basis": filed.basis, "score": filed.score}
