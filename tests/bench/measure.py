"""What a bench gives back, and how it takes time."""

import gc
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from time import process_time


@dataclass(frozen=True, slots=True)
class Result:
    """One comparison, in units of work per CPU second.

    Attributes:
        what: the work.
        unit: what is counted.
        ours: our rate.
        peer: whom we stand beside; ``none`` when the target is a plain rate.
        theirs: the peer's rate, or the rate asked for.
        target: how many times the peer's rate is asked for.
        at_size: whether it is asked for at this size; a smaller one is measured to see it grow.
    """

    what: str
    unit: str
    ours: float
    peer: str
    theirs: float
    target: float
    at_size: bool = True

    @property
    def ratio(self) -> float:
        """Our rate in the peer's."""
        return self.ours / self.theirs

    @property
    def met(self) -> bool:
        """Whether the target is reached."""
        return self.ratio >= self.target


@dataclass(frozen=True, slots=True)
class Survey:
    """A table of what was found, where no rate says it.

    Attributes:
        heads: the names of the columns.
        rows: its rows, as text.
    """

    heads: tuple[str, ...]
    rows: list[tuple[str, ...]]


def rate(work: Callable[[], int], rounds: int) -> float:
    """The best rate of several rounds; ``work`` says how many units it did."""
    (best,) = rates((work,), rounds)
    return best


def rates(works: Sequence[Callable[[], int]], rounds: int) -> list[float]:
    """The same of several, which take turns: a machine that tires slows all of them alike."""
    best = [0.0] * len(works)
    for _ in range(rounds):
        for at, work in enumerate(works):
            gc.collect()
            begun = process_time()
            done = work()
            best[at] = max(best[at], done / max(process_time() - begun, 1e-9))
    return best
