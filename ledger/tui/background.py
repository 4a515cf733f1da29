"""Work off the event loop: looking things up, and acting in the order the keys were pressed.

Looks of one kind replace each other: a newer one drops what is still waiting, and an answer nobody
waits for any more is thrown away. Acts are never dropped.
"""

import asyncio
import sys
from collections.abc import Callable
from concurrent.futures import Executor, ThreadPoolExecutor
from functools import partial
from typing import TYPE_CHECKING, TypeVar

from textual.dom import DOMNode
from textual.worker import Worker

from ledger.errors import LedgerError

if TYPE_CHECKING:
    from ledger.desk.desk import Desk

Result = TypeVar("Result")
Refused = Callable[[LedgerError], None]

LOOKING_AT_ONCE = 2
"""Threads that look things up: a long look at Home does not keep a match waiting."""


SWITCH_AFTER = 0.001
"""Seconds after which a working thread lets the keys through; Python's own five add up when a key
and its paint need the interpreter several times."""


class Background:
    """The threads of one running app."""

    def __init__(self) -> None:
        sys.setswitchinterval(SWITCH_AFTER)
        self._looking = ThreadPoolExecutor(LOOKING_AT_ONCE, thread_name_prefix="look")
        self._acting = ThreadPoolExecutor(1, thread_name_prefix="act")
        self.desk: Desk | None = None

    def look(
        self,
        node: DOMNode,
        call: Callable[["Desk"], Result],
        then: Callable[[Result], None],
        refused: Refused,
        *,
        kind: str,
        after: float = 0.0,
    ) -> Worker[None]:
        """Look something up for a widget or screen.

        Args:
            node: who asks; when it goes, the answer is not waited for.
            call: asks the desk.
            then: takes the answer, on the event loop.
            refused: takes a failure, on the event loop.
            kind: a newer look of this kind replaces an older one.
            after: seconds of quiet to wait for first.
        """
        work = partial(self._run, self._looking, call, then, refused, after)
        return node.run_worker(work, group=kind, exclusive=True, exit_on_error=True)

    def act(
        self,
        node: DOMNode,
        call: Callable[["Desk"], Result],
        then: Callable[[Result], None],
        refused: Refused,
    ) -> Worker[None]:
        """Change something; acts happen one after the other, in the order they were asked for."""
        work = partial(self._run, self._acting, call, then, refused, 0.0)
        return node.run_worker(work, group="act", exit_on_error=True)

    async def _run(
        self,
        threads: Executor,
        call: Callable[["Desk"], Result],
        then: Callable[[Result], None],
        refused: Refused,
        after: float,
    ) -> None:
        if after:
            await asyncio.sleep(after)
        desk = self.desk
        if desk is None:
            return
        try:
            result = await asyncio.get_running_loop().run_in_executor(threads, call, desk)
        except LedgerError as error:
            refused(error)
        else:
            then(result)

    def close(self) -> None:
        """Wait for the acts under way; drop what was only being looked up."""
        self._looking.shutdown(wait=True, cancel_futures=True)
        self._acting.shutdown(wait=True)
