"""Work on a whole archive, cut into parts that anybody can do who reads the same ledger.

What a part gives follows from its numbers and the ledger as it stands, and from nothing else, so it
does not matter who does it, where, or in which order. Parts only read. Whoever asked for the work
merges the results in the order of the parts and writes them by one act.
"""

import json
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import Executor, as_completed
from contextlib import contextmanager
from functools import partial
from typing import Any

from ledger.desk.desk import Desk
from ledger.desk.garbage import seldom_collected
from ledger.desk.long_work.scratch import Scratch
from ledger.desk.long_work.workers import Workers
from ledger.errors import LedgerError
from ledger.progress import Progress
from ledger.store.connecting.session import Session
from ledger.store.journal.anchors import Anchor
from ledger.store.opening.ledger import open_ledger
from ledger.store_errors import OtherLedger, PartFailed, Tampered

PART = 5_000
"""Statements or claims in one part: a few seconds of work."""

Result = dict[str, Any]
Task = Callable[[Session, str, range], Result]
"""Does one part: from a snapshot, the anchor of the state that was asked about, and the numbers of
the part, to something that JSON can hold. A function of a module, so that any process finds it."""
Results = Callable[[range], Result]
_GIVEN = b"\0"
"""Stands before what a part gave, and before no refusal."""


def cut(numbers: Iterable[range]) -> list[range]:
    """Runs of numbers, in parts of fixed size."""
    return [run[start : start + PART] for run in numbers for start in range(0, len(run), PART)]


@contextmanager
def performed(
    desk: Desk, work: str, task: Task, parts: Sequence[range], workers: Workers, progress: Progress
) -> Iterator[Results]:
    """Have all parts done, and give back what each gave; forget it when that was made use of.

    Args:
        desk: whose ledger.
        work: what is being done, in one word.
        task: does one part.
        parts: the numbers of each part.
        workers: who does them.
        progress: told how far the work is.

    Raises:
        PartFailed: when a worker could not do its part.
        UnwritableFile: when there is nowhere to keep what parts gave.
        StoreError: when the ledger takes no writes, so that all would be for nothing.
    """
    desk.store.refuse_if_only_read()
    with desk.reading() as session:
        anchor = str(Anchor.of(session))
    place = desk.store.place
    scratch = Scratch.of(place, work, anchor)
    do = partial(perform, task, place.address(secret=not workers.far), anchor)
    due = [part for part in parts if scratch.kept(part) is None]
    total = sum(map(len, parts))
    done = total - sum(map(len, due))
    progress(work, done, total)
    with workers.at_work(len(due)) as executor:
        for part, result in _each(executor, do, due, str(place)):
            scratch.keep(part, result)
            done += len(part)
            progress(work, done, total)

    def given(part: range) -> Result:
        kept = scratch.kept(part)
        if kept is None:  # somebody took it away
            kept = json.loads(_accepted(do(part), str(place)))
        return kept

    with seldom_collected():
        yield given
    scratch.clear()


@seldom_collected()
def perform(task: Task, address: str, anchor: str, part: range) -> bytes:
    """Do one part, in whichever process: what it gave, as JSON, or why there is nothing.

    A refusal is told in words: an error would have to cross from process to process whole.
    """
    try:
        store = open_ledger(address)
        try:
            with store.reading() as session:
                _same_ledger(session, anchor, str(store.place))
                return _GIVEN + json.dumps(task(session, anchor, part)).encode()
        finally:
            store.close()
    except LedgerError as refusal:
        return str(refusal).encode()


def _same_ledger(session: Session, anchor: str, place: str) -> None:
    try:
        Anchor.read(anchor).check(session)
    except Tampered as found:
        raise OtherLedger(place) from found


def _each(
    executor: Executor | None, do: Callable[[range], bytes], due: Sequence[range], place: str
) -> Iterator[tuple[range, bytes]]:
    """Every part with what it gave, as they are done."""
    if executor is None:
        yield from ((part, _accepted(do(part), place)) for part in due)
        return
    waiting = {executor.submit(do, part): part for part in due}
    for future in as_completed(waiting):
        part = waiting.pop(future)
        try:
            told = future.result()
        except Exception as fault:  # whatever befell it, wherever it was
            raise PartFailed(place, _named(fault)) from fault
        yield part, _accepted(told, place)


def _named(fault: Exception) -> str:
    """A fault by its class and the first line of what it says."""
    first, *_ = [*str(fault).splitlines(), ""]
    return f"{type(fault).__name__}: {first}"


def _accepted(told: bytes, place: str) -> bytes:
    """What a worker gave, without the sign that it gave something."""
    if not told.startswith(_GIVEN):
        raise PartFailed(place, told.decode())
    return told.removeprefix(_GIVEN)
