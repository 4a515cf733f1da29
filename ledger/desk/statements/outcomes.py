"""What became of statements that were recorded, kept in eighteen bytes each: files are long."""

from array import array
from collections.abc import Sequence
from dataclasses import dataclass
from math import isnan, nan
from typing import NamedTuple, overload

import numpy as np
from numpy.typing import NDArray

_BASES = ("archived", "given", "matched", "new", "person")
_CODES = {basis: code for code, basis in enumerate(_BASES)}


class Filed(NamedTuple):
    """Where a statement stands.

    Attributes:
        claim: the claim's number.
        basis: ``given``, ``person``, ``matched``, ``new`` or ``archived``.
        score: how surely it belongs there, when it was matched.
    """

    claim: int
    basis: str
    score: float | None = None


class Recorded(NamedTuple):
    """What became of one statement.

    Attributes:
        statement: its number.
        filed: where it stands.
        added: false when the ledger held it already and nothing was written.
    """

    statement: int
    filed: Filed
    added: bool


class Outcomes(Sequence[Recorded]):
    """What became of each statement, in the order they came."""

    def __init__(self, many: int = 0) -> None:
        """Begin with so many of which nothing is known yet: number and claim are 0."""
        self.numbers, self._claims = array("I", bytes(4 * many)), array("I", bytes(4 * many))
        self._scores = array("d", bytes(8 * many))
        self._bases, self._added = array("B", bytes(many)), array("B", bytes(many))

    def extend(self, statements: Sequence[int], filed: Sequence[Filed], added: bytes) -> None:
        """Keep some more."""
        self.numbers.extend(statements)
        self._claims.extend([place.claim for place in filed])
        self._bases.extend([_CODES[place.basis] for place in filed])
        self._scores.extend([nan if place.score is None else place.score for place in filed])
        self._added.frombytes(added)

    def put(self, at: int, filed: Filed, *, added: bool) -> None:
        """Say where one of them stands."""
        self._claims[at], self._bases[at] = filed.claim, _CODES[filed.basis]
        self._scores[at] = nan if filed.score is None else filed.score
        self._added[at] = added

    def taken(self, places: Sequence[int]) -> "Outcomes":
        """Those at some places, in that order."""
        taken = Outcomes()
        for name, column in vars(self).items():
            vars(taken)[name] = array(column.typecode, map(column.__getitem__, places))
        return taken

    @property
    def claims(self) -> NDArray[np.uint32]:
        """The claim each stands under; 0 for none."""
        return np.frombuffer(self._claims, dtype=np.uint32)

    @property
    def is_new(self) -> NDArray[np.bool_]:
        """Which of them were added."""
        return np.frombuffer(self._added, dtype=np.bool_)

    def added(self) -> int:
        """How many statements were added; a repeated one counts once."""
        added = np.frombuffer(self.numbers, dtype=np.uint32)[self.is_new]
        return len(np.unique(added))

    def joined(self) -> int:
        """How many claims those stand under that were added."""
        return len(np.unique(self.claims[self.is_new]))

    def __eq__(self, other: object) -> bool:
        """Whether the same became of as many."""
        return isinstance(other, Outcomes) and list(self) == list(other)

    __hash__ = None  # type: ignore[assignment]

    def __len__(self) -> int:
        """How many there are."""
        return len(self.numbers)

    @overload
    def __getitem__(self, at: int) -> Recorded: ...
    @overload
    def __getitem__(self, at: slice) -> list[Recorded]: ...
    def __getitem__(self, at: int | slice) -> Recorded | list[Recorded]:
        """What became of one of them, in the order they came."""
        if isinstance(at, slice):
            return [self[one] for one in range(*at.indices(len(self)))]
        score = self._scores[at]
        place = Filed(self._claims[at], _BASES[self._bases[at]], None if isnan(score) else score)
        return Recorded(self.numbers[at], place, bool(self._added[at]))


@dataclass(frozen=True, slots=True)
class Recording:
    """What one act recorded.

    Attributes:
        rows: what became of each statement, in the order they came.
        added: how many statements were not in the ledger before; a repeated one counts once.
        conflicts: numbers of the conflicts it opened.
        worth_a_look: how many relations it noted that are not conflicts.
        reopened: numbers of the decided conflicts its statements speak against.
    """

    rows: Outcomes
    added: int
    conflicts: tuple[int, ...] = ()
    worth_a_look: int = 0
    reopened: tuple[int, ...] = ()
