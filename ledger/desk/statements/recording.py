"""Recording statements: one at a time or by the file, in one act, by one path.

An act holds numbers of its statements and no more: what they say waits outside, and stands in the
tables once they are entered.
"""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from contextlib import closing
from dataclasses import dataclass
from itertools import islice
from typing import Any

import numpy as np
from numpy.typing import NDArray

from ledger.desk.statements.entering import Entering, Place
from ledger.desk.statements.filing import Cabinet, Choice
from ledger.desk.statements.outcomes import Filed, Outcomes, Recording
from ledger.desk.statements.relating import relate, remember
from ledger.desk.statements.reopening import reopen_decided, speaking_against
from ledger.desk.statements.waiting import Waiting
from ledger.exchange.batches import AT_ONCE, Batch
from ledger.model import NewStatement
from ledger.progress import Progress, chunked, unheard
from ledger.store.asking import membership, on_record
from ledger.store.bulk.columns import CLAIM
from ledger.store.bulk.numbers import Numbers
from ledger.store.index import lookups
from ledger.store.journal.act import CHUNK, Act
from ledger.store.tables.ledger import Filing, Statement


def record(
    act: Act,
    statements: Iterable[NewStatement],
    *,
    choice: Choice | None = None,
    places: Mapping[str, Place] | None = None,
) -> Recording:
    """Record a few statements, as those of a file are recorded."""
    with closing(Waiting()) as waiting:
        waiting.extend(Batch.of(statements))
        return record_waiting(act, waiting, choice=choice, places=places)


def record_waiting(
    act: Act,
    waiting: Waiting,
    *,
    choice: Choice | None = None,
    places: Mapping[str, Place] | None = None,
    progress: Progress = unheard,
) -> Recording:
    """Record statements and everything that follows from them.

    A statement the ledger holds is left as it is; one whose recording was undone is filed again.

    Args:
        act: the transaction it happens in.
        waiting: what was said, already validated.
        choice: the claim a person chose for all of them; ``None`` leaves it to file and score.
        places: by statement id, where those taken from an archived document stand in it.
        progress: told how far the work is.
    """
    outcomes = Outcomes(len(waiting))
    again = _look_up(act, waiting, outcomes)
    cabinet = Cabinet(act, again)
    last_claim = lookups.highest(act.session, CLAIM)
    fresh = _Fresh(_enter(act, waiting, outcomes, places or {}, progress), again)
    unfiled = int((outcomes.claims == 0).sum())
    for chunk in chunked("filing", _unfiled(waiting.in_order(), outcomes), unfiled, progress):
        numbers = outcomes.numbers[chunk].tolist()
        outcomes.rest()
        filed = cabinet.file(numbers, waiting.taken(chunk), choice)
        outcomes.put(chunk, filed, [True] * len(chunk))
    _write_filings(act, outcomes, again)
    cabinet.close()
    claims = outcomes.claims_of_new()
    comparing = _comparing(act, claims, cabinet, last_claim)
    opened, noted, reopened = _compare(act, comparing, cabinet, fresh, progress)
    repeats = len(waiting.places) > len(waiting)
    rows = outcomes.taken(waiting.places) if repeats else outcomes
    return Recording(rows, len(claims), tuple(opened), noted, tuple(reopened))


@dataclass(frozen=True, slots=True)
class _Fresh:
    """The statements an act files: those it entered, and those that were withdrawn before."""

    entered: range
    again: Collection[int]

    def __contains__(self, number: object) -> bool:
        return number in self.entered or number in self.again


def _unfiled(order: Numbers, outcomes: Outcomes) -> Iterator[int]:
    """The places of those that stand nowhere yet, in this order."""
    for places in order.portions():
        yield from places[outcomes.claims[places] == 0].tolist()


def _look_up(act: Act, waiting: Waiting, outcomes: Outcomes) -> set[int]:
    """Find out which statements the ledger holds; gives back those that stand nowhere."""
    again: set[int] = set()
    for start in range(0, len(waiting), AT_ONCE):
        places = range(start, min(start + AT_ONCE, len(waiting)))
        ids = waiting.ids(places)
        known = on_record.known_ids(act.session, ids)
        standing = {
            filing.statement_number: Filed(filing.claim_number, filing.basis, filing.score)
            for filing in membership.filings(act.session, of_statements=known.values())
        }
        for place, key in zip(places, ids, strict=True):
            if key in known:
                number = outcomes.numbers[place] = known[key]
                if number in standing:
                    outcomes.put([place], [standing[number]], [False])
                else:
                    again.add(number)
    return again


def _enter(
    act: Act,
    waiting: Waiting,
    outcomes: Outcomes,
    places: Mapping[str, Place],
    progress: Progress,
) -> range:
    """Write the statements the ledger does not hold; gives back their numbers."""
    entering = Entering(act, places)
    unknown = int((outcomes.numbers == 0).sum())
    first = act.next_numbers(Statement, 0).start
    fresh = (place for place in range(len(waiting)) if not outcomes.numbers[place])
    for chunk in chunked("entering", fresh, unknown, progress):
        outcomes.numbers[chunk] = entering.enter(waiting.taken(chunk))
        outcomes.rest()
    return range(first, first + unknown)


def _write_filings(act: Act, outcomes: Outcomes, again: Collection[int]) -> None:
    """File for the first time, or again where an earlier filing was undone."""
    former = (row for row in (outcomes if again else ()) if row.statement in again)
    for number, (claim, basis, score), _ in sorted(row for row in former if row.added):
        act.update(Filing, number, live=True, claim_number=claim, basis=basis, score=score)
    fresh = (row for row in outcomes if row.added and row.statement not in again)
    while chunk := list(islice(fresh, CHUNK)):
        told: dict[str, Sequence[Any]] = {
            "statement_number": [row.statement for row in chunk],
            "claim_number": [row.filed.claim for row in chunk],
            "basis": [row.filed.basis for row in chunk],
            "score": [row.filed.score for row in chunk],
        }
        act.insert_block(Filing, told)


def _comparing(
    act: Act, filed_under: NDArray[np.uint32], cabinet: Cabinet, last_claim: int
) -> list[int]:
    """The claims under which something can contradict what was filed, in order.

    A claim founded by the act for one statement alone holds nothing else.
    """
    claims, counts = np.unique(filed_under, return_counts=True)
    perhaps = claims[(counts > 1) | (claims <= last_claim)]
    shared = lookups.shared(act.session, perhaps.tolist())
    return sorted(shared | cabinet.faulty | cabinet.near.keys())


def _compare(
    act: Act, claims: Sequence[int], cabinet: Cabinet, fresh: _Fresh, progress: Progress
) -> tuple[list[int], int, list[int]]:
    """Compare the statements of claims; the conflicts opened, how much is noted, what reopened."""
    opened: list[int] = []
    against: list[tuple[int, int]] = []
    related: set[int] = set()
    many = 0
    told = progress if claims else unheard
    for chunk in chunked("comparing", claims, len(claims), told):
        near = dict(cabinet.near[claim] for claim in chunk if claim in cabinet.near)
        found = relate(act.session, set(chunk), fresh, near)
        opened += remember(act, found)
        against += speaking_against(found, fresh)
        related.update(pair.claim for pair in found)
        many += len(found)
    return opened, many - len(opened), reopen_decided(act, against, related)
