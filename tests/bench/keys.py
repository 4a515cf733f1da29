"""From a key to its paint on the Add screen, over a large ledger, while matching runs behind it.

A sentence is typed at a quick typist's pace with the pauses of somebody who thinks, so that claims
are looked for and found in between; each key is timed until the frame that shows it stands.
"""

import asyncio
import gc
from collections.abc import Iterator
from contextlib import nullcontext
from time import perf_counter, thread_time

from rich.console import RenderableType
from textual import events
from textual.screen import Screen

from ledger.desk.desk import Desk
from ledger.desk.garbage import collected_when_asked
from ledger.tui.app import LedgerApp
from ledger.tui.screens.add import Add
from tests.bench.corpus import MANY, MOST, QUICK, ledger_of, made_up
from tests.bench.measure import Result
from tests.tui.driving import Run

BUDGET = 0.05
"""Seconds a key may take to be seen."""
PACE, PAUSE, WORD = 0.06, 0.25, 9
"""Seconds between keys, seconds of thought, and the keys between two thoughts."""
SENTENCES = 6


def bench(rounds: int) -> Iterator[Result]:
    """At ten thousand claims when quick, at a hundred thousand and a million otherwise."""
    for size in (QUICK,) if rounds == 1 else (MANY, MOST):
        with ledger_of(size) as store, collected_when_asked():  # as the command runs
            sentences = made_up(size).queries[:SENTENCES]
            waited, worked = asyncio.run(_typed(Desk(store, "bench"), sentences))
        for what, times in (("as seen", waited), ("on the event loop alone", worked)):
            for share, name in ((0.5, "half"), (0.95, "19 of 20"), (1.0, "all")):
                slowest = sorted(times)[int(share * (len(times) - 1))]
                label = f"key to paint, {size:,} claims, {what}: {name} within {slowest:.3f} s"
                yield Result(label, "/s", 1 / slowest, "asked for", 1 / BUDGET, 1)


async def _typed(desk: Desk, sentences: list[str]) -> tuple[list[float], list[float]]:
    """Seconds from each key to its paint, by the clock and of the event loop's own work."""
    gc.collect()  # what filling the ledger left in this process is no part of typing
    app = LedgerApp(None, desk.actor, lambda *_: nullcontext(desk))
    painted = asyncio.Event()
    draw = app._display  # noqa: SLF001 - where Textual hands a frame to the terminal

    def drawn(screen: Screen[object], frame: RenderableType | None) -> None:
        draw(screen, frame)
        painted.set()

    app._display = drawn  # type: ignore[method-assign,assignment]  # noqa: SLF001 - as above
    waited: list[float] = []
    worked: list[float] = []
    async with app.run_test(size=(80, 24)) as pilot:
        run = Run(app, pilot)
        await run.until(lambda: app.background.desk is not None)
        await run.settled()
        await run.press("a")
        quote = run.on(Add).form.quote
        for sentence in sentences:
            quote.load_text("")
            await run.settled()
            for number, character in enumerate(sentence):
                await asyncio.sleep(PACE if number % WORD else PAUSE)
                begun, spent = perf_counter(), thread_time()
                painted.clear()
                app.post_message(events.Key(character, character))
                while len(quote.text) <= number or not painted.is_set():
                    await painted.wait()
                    if len(quote.text) <= number:
                        painted.clear()
                waited.append(perf_counter() - begun)
                worked.append(thread_time() - spent)
    return waited, worked
