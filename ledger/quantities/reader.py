"""Reading a text: numerals, then units and bounds, then neighbours, then what it is all about."""

from functools import lru_cache
from operator import attrgetter

from ledger.quantities.context import situate
from ledger.quantities.dates import DateMention
from ledger.quantities.figure import Figure
from ledger.quantities.forming import formed
from ledger.quantities.joins import joined
from ledger.quantities.line import line
from ledger.quantities.outcome import dated, quantity_of
from ledger.quantities.quantity import Quantity
from ledger.quantities.scanner import scan
from ledger.quantities.signals import signals


@lru_cache(maxsize=65536)
def read(text: str) -> tuple[Quantity, ...]:
    """Every quantity a text states, in order.

    Never raises, whatever the text; the same in Traditional and Simplified Chinese, full and half
    width.
    """
    reading = line(text)
    figures: list[Figure] = []
    dates: list[DateMention] = []
    for found in scan(reading):
        if isinstance(found, DateMention):
            dates.append(found)
            continue
        if figures and found.start < figures[-1].end:
            continue
        figure = formed(reading, found, figures[-1].end if figures else 0)
        if figure is not None:
            figures.append(figure)
    if not figures and not dates:
        return ()
    if figures:
        moves = signals(reading.lower)
        figures = [f for f in joined(reading, figures, moves) if not f.idle]
        situate(reading, figures, dates, moves)
    if dates:
        figures += [figure for date in dates if (figure := dated(date)) is not None]
        figures.sort(key=attrgetter("start"))
    return tuple([quantity_of(reading, figure) for figure in figures])
