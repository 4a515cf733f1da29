"""Work that comes in parts without end: shared by processes, its results in the order of the parts.

No ledger is opened here, and nothing kept: a part goes in, its result comes out.
"""

import gc
import sys
from collections.abc import Callable, Iterator
from concurrent.futures import Executor, Future, wait
from concurrent.futures.process import BrokenProcessPool
from contextlib import suppress
from queue import Empty, SimpleQueue
from threading import Event, Semaphore, Thread
from typing import TypeVar

from ledger.desk.long_work.workers import pool
from ledger.errors import WorkerLost

Part = TypeVar("Part")
Result = TypeVar("Result")

# A copy of this process has all modules loaded, and what tables there are, at no cost. That is safe
# here: it is made before there is a thread, and where no database is open. It is not on a Mac,
# whose own libraries have threads, and Windows makes no copies.
_START = "fork" if sys.platform == "linux" else "spawn"
_AHEAD = 4
"""Parts taken in for each process before the first of them is done, so that none waits."""


def shared(
    task: Callable[[Part], Result],
    parts: Iterator[Part],
    processes: int,
    take: Callable[[Result], None],
) -> None:
    """Have some processes do a task for each part, and take the results in order.

    Parts are taken in as they come, some ahead, and each result as soon as it is there: it does
    not wait for the next part, however long that takes. To be called while there is one thread.

    Args:
        task: does one part. A function of a module, or a ``partial`` of one.
        parts: the parts; there may be no end of them.
        processes: how many processes there are to be beside this one.
        take: is given each result. What it raises ends the work, once the parts in hand are done:
            a process ended while it hands over a result would leave half of one, and whoever reads
            that waits for the rest for ever.

    Raises:
        WorkerLost: when one of them ends too early.
    """
    gc.freeze()  # else every copy goes through all that was loaded, and so makes it its own
    try:
        with pool(processes, _START) as workers:
            for result in _results(workers, task, parts, processes * _AHEAD):
                take(result)
    except BrokenProcessPool as fault:
        raise WorkerLost from fault
    finally:
        gc.unfreeze()


def _results(
    workers: Executor, task: Callable[[Part], Result], parts: Iterator[Part], most: int
) -> Iterator[Result]:
    coming: SimpleQueue[Future[Result] | None] = SimpleQueue()
    room, over = Semaphore(most), Event()
    first = next(parts, None)
    if first is not None:  # handed out here: it is what makes the processes
        coming.put(workers.submit(task, first))

    def hand_out() -> None:
        try:
            for part in parts:
                room.acquire()
                if over.is_set():
                    return
                coming.put(workers.submit(task, part))
            coming.put(None)
        except BaseException as fault:  # noqa: BLE001 - raised where its turn is
            failed: Future[Result] = Future()
            failed.set_exception(fault)
            coming.put(failed)

    Thread(target=hand_out, daemon=True).start()
    try:
        while (one := _next(coming)) is not None:
            while not wait([one], _LOOK_UP).done:
                pass
            yield one.result()
            room.release()
    finally:
        over.set()
        room.release()


def _next(coming: SimpleQueue[Future[Result] | None]) -> Future[Result] | None:
    """What comes next, however long that takes."""
    while True:
        with suppress(Empty):
            return coming.get(timeout=_LOOK_UP)


_LOOK_UP = 0.5
"""Seconds after which a wait is begun anew: a Ctrl-C that comes just before one does not end it."""
