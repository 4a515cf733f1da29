"""Programs that sit at a desk of their own: started, waited for, or killed in the middle of it.

A server of processes has everything imported once and forks, so that a program costs as little as
what it does.
"""

import json
import os
import signal
import traceback
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import partial
from multiprocessing import get_context
from multiprocessing.connection import Connection
from multiprocessing.context import ForkServerProcess
from pathlib import Path
from time import monotonic
from typing import Any
from unittest.mock import patch

from ledger.desk.files_in.importing import import_file
from ledger.desk.sitting import sit_down
from ledger.desk.statements.adding import add
from ledger.store.connecting import engine
from ledger.store.index import postings
from ledger.store.opening.ledger import open_ledger

PATIENCE = 120
Begun = Callable[[], None]
Program = Callable[[str, Path, Begun], object]
"""Does something at a place with a file or a folder; says when it is about to begin."""

_PROCESSES = get_context("forkserver")
_PROCESSES.set_forkserver_preload(["tests.desk.killing", "tests.desk.warmed"])


@dataclass(frozen=True)
class Running:
    """A program that is about to begin."""

    _process: ForkServerProcess
    _said: Connection
    _begun: float

    def finish(self) -> float:
        """Wait for it to end by itself, and well; the seconds it took."""
        assert self._said.poll(PATIENCE), "it never ended"
        seconds = monotonic() - self._begun
        said = self._said.recv()
        assert said == "done", said
        return seconds

    def kill_after(self, seconds: float) -> None:
        """Kill it as ``kill -9`` does, unless it ended before."""
        self._process.join(seconds)
        self._process.kill()
        self._process.join(PATIENCE)

    def died(self) -> int | None:
        """The signal it killed itself with."""
        self._process.join(PATIENCE)
        return -(self._process.exitcode or 0) or None


@contextmanager
def running(program: Program, place: str, path: Path) -> Iterator[Running]:
    """A program, from the moment its ledger is open; killed when the block ends."""
    ours, theirs = _PROCESSES.Pipe()
    process = _PROCESSES.Process(target=_run, args=(program, place, path, theirs))
    process.start()
    theirs.close()
    try:
        assert ours.poll(PATIENCE), "it never began"
        said = ours.recv()
        assert said == "begun", said
        yield Running(process, ours, monotonic())
    finally:
        process.kill()
        process.join(PATIENCE)
        ours.close()


def _run(program: Program, place: str, path: Path, said: Connection) -> None:
    try:
        program(place, path, partial(said.send, "begun"))
        said.send("done")
    except BaseException:  # noqa: BLE001 - whatever it is, who waits is to see it
        said.send(traceback.format_exc())
    os._exit(0)


def importing(place: str, path: Path, begun: Begun) -> None:
    """Import a file."""
    with sit_down(place, "jo") as desk:
        begun()
        import_file(desk, path)


def importing_page_by_page(place: str, path: Path, begun: Begun) -> None:
    """Import a file where SQLite holds so little that it writes most of it before it commits."""
    engine.CACHE_KIB = engine.SPARED_KIB = 100
    importing(place, path, begun)


def adding(place: str, path: Path, begun: Begun) -> None:
    """Add the statements of a file one by one."""
    with sit_down(place, "jo") as desk:
        begun()
        for line in path.read_text(encoding="utf-8").splitlines():
            add(desk, json.loads(line))


def dying_at_a_merge(place: str, _: Path, begun: Begun) -> None:
    """Add documents to the index one by one until runs become one, and die in the midst of it.

    The small runs are deleted then, and the one is not written.
    """
    merge = postings._merge  # noqa: SLF001 - where to die

    def merging(*given: Any) -> None:  # noqa: ANN401 - whatever is merged
        with patch.object(postings, "_insert", lambda *_: os.kill(os.getpid(), signal.SIGKILL)):
            merge(*given)

    store = open_ledger(place)
    begun()
    with patch.object(postings, "_merge", merging):
        for number in range(1, 100):
            with store.acting("test", actor="jo", at=datetime.now(UTC)) as act:
                postings.append(act.session, {number: ["bridge"]})
