"""The screens as pictures: ``python -m tests.tui.screens`` draws them into fixtures/screens.

They show a small ledger of invented news at one fixed morning, so that a picture changes only when
the screen does.
"""

import asyncio
import os
import re
import tempfile
from collections.abc import Callable
from contextlib import nullcontext
from datetime import date, datetime, timedelta
from html import unescape
from itertools import count
from pathlib import Path

from textual.widgets import Input, TextArea

from ledger.desk.casework.deciding import decide
from ledger.desk.desk import Desk
from ledger.desk.inbox.proposing import store
from ledger.desk.references import parse
from ledger.desk.statements.adding import add
from ledger.desk.texts.extracting import Extracted
from ledger.extraction import extract
from ledger.store.opening.ledger import open_ledger
from ledger.tui import keeping
from ledger.tui.app import LedgerApp
from tests.times import MORNING
from tests.tui.driving import Run

FOLDER = Path(__file__).parents[2] / "fixtures" / "screens"
WALL = "How long the new wall at Corran is"
FERRY = "How much ferry traffic at Corran fell in October"
STATEMENTS = [
    ("The new wall at Corran is about 640 metres long, the port office said.", "Harbour Courier",
     "Port office", "2025-11-28", WALL),
    ("科倫新防波堤長約640公尺。", "霧港財經", None, "2025-11-29", WALL),
    ("The new wall at Corran is 480 metres long, engineer Ada Quill said.", "The Tideline",
     "Ada Quill", "2025-12-02", WALL),
    ("Ferry traffic at Corran fell by 4 percent in October.", "Quay Post", None, "2025-11-30",
     FERRY),
    ("Ferry traffic at Corran fell by 14 percent in October.", "The Tideline", None, "2025-12-01",
     FERRY),
    ("The old crane was sold to a museum in Fennel.", "Harbour Courier", None, "2025-12-03",
     "What became of the old crane"),
]  # fmt: skip
TYPED = "渡輪交通量10月減少約9%。 Ferry traffic at Corran fell by about 9 percent in October."

PAGE = """Corran weighs a longer wall

The port office will add 120 metres to the new wall, engineer Ada Quill told the council on Monday.
科倫港務局長林岸表示，工程費約1.2億元，明年3月動工。
"Nine of ten crews want it," said harbour master Tom Reed. Rain is expected.
"""

SHOTS: dict[str, tuple[tuple[int, int], tuple[str, ...]]] = {
    "home": ((80, 24), ()),
    "add": ((80, 24), ("a", f"write:{TYPED}")),
    "review": ((80, 24), ("r",)),
    "review-wide": ((120, 40), ("r", "right", "k", "2")),
    "claim": ((80, 24), ("b", "write:wall", "enter", "enter")),
    "inbox": ((80, 24), ("i", "space", "space")),
}
"""Each picture's size, and the keys that lead to it; ``write:`` puts a text into a field."""


def newsroom() -> Desk:
    """The small ledger, in the present folder."""
    seconds = count()

    def clock() -> datetime:
        return MORNING + timedelta(seconds=next(seconds))

    desk = Desk(open_ledger("newsroom.db", create=True), "mira", clock)
    for text, outlet, speaker, said_on, claim in STATEMENTS:
        fields = {"text": text, "outlet": outlet, "speaker": speaker, "said_on": said_on}
        add(desk, {**fields, "claim": claim, "topic": "Corran harbour"})
    found = extract(PAGE, "Quay Post", date(2025, 12, 2))
    store(
        desk,
        Extracted(PAGE, PAGE.splitlines()[0], "Quay Post", date(2025, 12, 2), None, tuple(found)),
    )
    decide(Desk(desk.store, "jo", clock), parse("X1"), "unsure", "waiting for the plans")
    return desk


async def draw(desk: Desk) -> dict[str, str]:
    """Every picture as SVG, by name."""
    return {name: await _shot(desk, size, keys) for name, (size, keys) in SHOTS.items()}


async def _shot(desk: Desk, size: tuple[int, int], keys: tuple[str, ...]) -> str:
    app = LedgerApp(None, desk.actor, lambda *_: nullcontext(desk))
    async with app.run_test(size=size) as pilot:
        run = Run(app, pilot)
        await run.until(lambda: app.background.desk is not None)
        await run.settled()
        for key in keys:
            if key.startswith("write:"):
                await run.write(key.removeprefix("write:"))
            else:
                await run.press(key)
        for field in app.screen.query(f"{Input.__name__}, {TextArea.__name__}"):
            field.cursor_blink = False  # type: ignore[attr-defined]
        await run.settled()
        return app.export_screenshot(title="factledger")


def words(svg: str) -> list[str]:
    """The text of a picture line by line; colours and fonts may change with Textual."""
    pieces = re.findall(r"<text[^>]*>([^<]*)</text>", svg)
    return [unescape(piece) for piece in pieces]


def main(say: Callable[[str], object] = print) -> None:
    """Draw all pictures anew."""
    keeping.DRAFT_AFTER = 3_600
    FOLDER.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        os.chdir(folder)
        desk = newsroom()
        for name, svg in asyncio.run(draw(desk)).items():
            (FOLDER / f"{name}.svg").write_text(svg, encoding="utf-8")
            say(f"{name}.svg")
        desk.close()


if __name__ == "__main__":
    main()
