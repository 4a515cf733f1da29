"""Typing a statement into the form, field by field."""

from ledger.tui.screens.add import Add
from tests.tui.driving import Run

ARTICLE = [
    "The harbour wall at Corran is 640 metres long.",
    "瑪洛港的防波堤長約640公尺。",
    "Repairs will cost 12 million euros, the port office said.",
    "修繕費用為1200萬歐元。",
    "The old crane was sold to a museum in Fennel.",
    "Nine of ten fishing crews want a second slipway.",
    "The lighthouse turns 120 this winter.",
    "Ferry traffic fell by 4 percent in October.",
    "码头工会反对夜间装卸。",
    "A dredger arrives on Monday.",
]


async def fill(driven: Run, text: str, **fields: str) -> None:
    """Type a statement into the form."""
    form = driven.on(Add).form
    form.quote.focus()
    await driven.pilot.pause()
    await driven.write(text)
    for name, value in fields.items():
        driven.app.screen.query_one(f"#{name}").focus()
        await driven.pilot.pause()
        await driven.write(value)
    form.quote.focus()
    await driven.settled()
