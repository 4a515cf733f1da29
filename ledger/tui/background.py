"""Work off the event loop: looking things up, and acting in the order the keys were pressed.

Looks of one kind replace each other: a newer one drops what is still waiting, and an answer nobody
waits for any more is thrown away. Acts are never dropped, whoever leaves meanwhile.
"""

import asyncio
import sys
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor, wait
from typing import TYPE_CHECKING, Any, TypeVar

from textual.app import App
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
        self._asked: set[Future[Any]] = set()
        self.desk: Desk | None = None

    @property
    def busy(self) -> bool:
        """Whether the ledger was asked something that it has not answered."""
        return bool(self._asked)

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

        async def looking() -> None:
            await asyncio.sleep(after)
            desk = self.desk
            if desk is None:
                return
            asked = self._remembered(self._looking.submit(call, desk))
            try:
                found = await asyncio.wrap_future(asked)
            except LedgerError as error:
                if node.display:
                    refused(error)
            else:
                # Textual takes away what is in a node that leaves before it ends the node's work.
                if node.display:
                    then(found)

        return node.run_worker(looking, group=kind, exclusive=True, exit_on_error=True)

    def act(
        self,
        app: App[None],
        call: Callable[[], Result],
        then: Callable[[Result], None],
        refused: Refused,
    ) -> Worker[None]:
        """Change something; acts happen one after the other, in the order they were asked for.

        Args:
            app: whose work it is: a screen that leaves would take its own with it.
            call: the act.
            then: takes what came of it, on the event loop.
            refused: takes a failure, on the event loop.
        """
        acting = self._remembered(self._acting.submit(call))

        async def awaiting() -> None:
            try:
                # An app that closes ends its work; the act is done all the same.
                done = await asyncio.shield(asyncio.wrap_future(acting))
            except LedgerError as error:
                refused(error)
            else:
                then(done)

        return app.run_worker(awaiting, group="act", exit_on_error=True)

    def _remembered(self, asked: Future[Result]) -> Future[Result]:
        self._asked.add(asked)
        asked.add_done_callback(self._asked.discard)
        return asked

    def close(self, patience: float | None = None) -> bool:
        """Wait for the acts asked for; drop what was only being looked up.

        Args:
            patience: seconds to wait at the most; without end when left out.

        Returns:
            whether all that was begun came to its end.
        """
        self._looking.shutdown(wait=False, cancel_futures=True)
        self._acting.shutdown(wait=False)
        return not wait(set(self._asked), patience).not_done
