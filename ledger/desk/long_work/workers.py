"""Who does the parts of long work: this process, some processes here, or a cluster elsewhere."""

import gc
import os
import signal
from collections.abc import Iterator
from concurrent.futures import Executor, ProcessPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass
from multiprocessing import get_context, parent_process
from threading import Thread
from typing import Any

from ledger.store_errors import MissingDriver, SchedulerUnreachable

_PATIENCE = 30
"""Seconds until a scheduler must have answered, and have a worker."""


_UNASKED = 4
"""More processes are started only if asked for: each of them holds the whole index in memory."""


@dataclass(frozen=True, slots=True)
class Workers:
    """Who does the work; the results are the same, whoever does.

    Attributes:
        processes: so many here; one is this process itself. As many as there are processors, up to
            four, when left out.
        scheduler: the address of a Dask scheduler, whose workers do it instead.
    """

    processes: int | None = 1
    scheduler: str | None = None

    @property
    def far(self) -> bool:
        """Whether they may be on other machines."""
        return self.scheduler is not None

    @contextmanager
    def at_work(self, parts: int) -> Iterator[Executor | None]:
        """Somebody to hand parts to; nobody where this process does as well.

        Args:
            parts: how many parts there are to do; no more processes are started.

        Raises:
            MissingDriver: when Dask is not installed.
            SchedulerUnreachable: when nobody answers at the scheduler's address.
        """
        count = min(self.processes or min(processors(), _UNASKED), parts)
        if self.scheduler is not None:
            with _cluster(self.scheduler) as executor:
                yield executor
        elif count > 1:
            with pool(count, "spawn") as executor:  # they hold no connection of ours
                yield executor
        else:
            yield None


HERE = Workers()


def processors() -> int:
    """How many processors this process may use."""
    allowed = getattr(os, "sched_getaffinity", None)  # Linux tells; no other system does
    return len(allowed(0)) if allowed is not None else os.cpu_count() or 1


@contextmanager
def pool(count: int, start: str) -> Iterator[Executor]:
    """Processes that do as they are told, and end with this one however it ends.

    Args:
        count: how many.
        start: ``spawn`` for processes that begin anew, ``fork`` for copies of this one.
    """
    executor = ProcessPoolExecutor(
        count, get_context(start), _follow_the_parent, (gc.get_threshold(),)
    )
    try:
        yield executor
    finally:
        executor.shutdown(cancel_futures=True)


def _follow_the_parent(collected: tuple[int, int, int]) -> None:
    """Leave what is typed at the terminal to the parent, and end when it does, however it ends.

    Args:
        collected: after how much garbage is collected there, and so here.
    """
    gc.set_threshold(*collected)
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    Thread(target=_end_with_parent, daemon=True).start()


def _end_with_parent() -> None:
    parent = parent_process()
    if parent is not None:
        parent.join()
        os._exit(1)


@contextmanager
def _cluster(scheduler: str) -> Iterator[Executor]:
    try:
        from distributed import Client  # noqa: PLC0415 - an extra, and dear to import
    except ImportError as error:
        raise MissingDriver(scheduler, "cluster") from error
    try:
        client: Any = Client(scheduler, timeout=_PATIENCE, set_as_default=False)  # type: ignore[no-untyped-call]
    except (OSError, ValueError) as error:
        raise SchedulerUnreachable(scheduler) from error
    with client:
        try:
            client.wait_for_workers(1, timeout=_PATIENCE)
        except TimeoutError as error:
            raise SchedulerUnreachable(scheduler) from error
        executor = client.get_executor(pure=False)
        try:
            yield executor
        finally:
            executor.shutdown(wait=False)
