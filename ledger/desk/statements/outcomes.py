"""What became of statements that were recorded, kept in eighteen bytes each on disk."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from math import isnan, nan
from typing import NamedTuple, overload

import numpy as np
from numpy.typing import NDArray

from ledger.distinct import distinct
from ledger.store.bulk.numbers import Numbers

_BASES = ("archived", "given", "matched", "new", "person")
_CODES = {basis: code for code, basis in enumerate(_BASES)}
_ROW = np.dtype(
    [("statement", "<u4"), ("claim", "<u4"), ("score", "<f8"), ("basis", "u1"), ("added", "?")]
)
_NONE = np.zeros(0, dtype=np.uint32)


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
        self._kept = Numbers(_ROW, many)

    def extend(self, statements: Sequence[int], filed: Sequence[Filed], added: bytes) -> None:
        """Keep some more."""
        begin = len(self)
        self._kept.grow(begin + len(statements))
        self.numbers[begin:] = statements
        self.put(slice(begin, None), filed, [*map(bool, added)])

    def put(self, at: slice | Sequence[int], filed: Sequence[Filed], added: Sequence[bool]) -> None:
        """Say where some of them stand, and whether they are new."""
        rows = self._kept.values
        rows["claim"][at] = [place.claim for place in filed]
        rows["basis"][at] = [_CODES[place.basis] for place in filed]
        rows["score"][at] = [nan if place.score is None else place.score for place in filed]
        rows["added"][at] = added
        self.rest()

    def taken(self, places: Numbers) -> "Outcomes":
        """Those at some places, in that order."""
        taken = Outcomes()
        for some in places.portions():
            taken._kept.extend(self._kept.values[some], len(some))
            self.rest()
        return taken

    @property
    def numbers(self) -> NDArray[np.uint32]:
        """The number of each statement."""
        return self._kept.values["statement"]

    @property
    def claims(self) -> NDArray[np.uint32]:
        """The claim each stands under; 0 for none."""
        return self._kept.values["claim"]

    def claims_of_new(self) -> NDArray[np.uint32]:
        """The claims of those that were added, in their order."""
        portions = self._kept.portions()
        return np.concatenate([_NONE, *(rows["claim"][rows["added"]] for rows in portions)])

    def joined(self) -> int:
        """How many claims those stand under that were added."""
        return len(distinct(self.claims_of_new()))

    def __eq__(self, other: object) -> bool:
        """Whether the same became of as many."""
        return isinstance(other, Outcomes) and list(self) == list(other)

    __hash__ = None  # type: ignore[assignment]

    def __len__(self) -> int:
        """How many there are."""
        return len(self._kept)

    def __iter__(self) -> Iterator[Recorded]:
        """What became of each."""
        return (_recorded(*row) for row in self._kept)

    def rest(self) -> None:
        """Be told that nobody looks for now, and hold next to nothing."""
        self._kept.rest()

    @overload
    def __getitem__(self, at: int) -> Recorded: ...
    @overload
    def __getitem__(self, at: slice) -> list[Recorded]: ...
    def __getitem__(self, at: int | slice) -> Recorded | list[Recorded]:
        """What became of one of them, in the order they came."""
        rows = self._kept.values[at].tolist()
        return [_recorded(*row) for row in rows] if isinstance(at, slice) else _recorded(*rows)


def _recorded(statement: int, claim: int, score: float, basis: int, added: bool) -> Recorded:  # noqa: FBT001 - a row
    place = Filed(claim, _BASES[basis], None if isnan(score) else score)
    return Recorded(statement, place, added)


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
