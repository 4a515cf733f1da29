"""Reading texts: numerals, then units and bounds, then neighbours, then what it is all about.

Each of these stages has tables and code of its own, more than a processor keeps at hand. A block of
texts therefore goes through one stage together before it goes through the next, in half the time of
one text after the other.
"""

from collections.abc import Iterable, Iterator
from functools import lru_cache
from operator import attrgetter

from ledger.quantities.about.clues import clues
from ledger.quantities.about.context import situate
from ledger.quantities.about.kinds import NO_KINDS
from ledger.quantities.about.placing import place
from ledger.quantities.about.reading import Reading
from ledger.quantities.clauses import clauses_of_each
from ledger.quantities.figures.bounding import bound
from ledger.quantities.figures.forming import formed
from ledger.quantities.figures.idle import idle
from ledger.quantities.figures.joins import joined
from ledger.quantities.figures.nobody import nobody
from ledger.quantities.figures.tails import is_each
from ledger.quantities.line import line
from ledger.quantities.numerals.numeral import Numeral
from ledger.quantities.outcome import dated, quantity_of
from ledger.quantities.quantity import Quantity
from ledger.quantities.scanning.enumerators import enumerators
from ledger.quantities.scanning.identifiers import addresses
from ledger.quantities.scanning.marks import marks
from ledger.quantities.scanning.scanner import plain_numerals, scan
from ledger.quantities.times.dates import DateMention, goes_on
from ledger.text.phrases import page_of

_TEXTS, _CHARACTERS = 512, 131_072
"""How much is read together: as many texts, fewer where they are long."""
_ahead: dict[str, tuple[Quantity, ...]] = {}


def read_once(text: str) -> tuple[Quantity, ...]:
    """What ``read`` gives, for those who will not ask for the text again: it is not remembered."""
    found = _ahead.get(text)
    return _readings([text])[0] if found is None else found


@lru_cache(maxsize=8192)
def read(text: str) -> tuple[Quantity, ...]:
    """Every quantity a text states, in order.

    Never raises, whatever the text; the same in Traditional and Simplified Chinese, full and half
    width.
    """
    return read_once(text)


def read_ahead(texts: Iterable[str]) -> None:
    """Read texts that will be asked for next: quicker than as they come.

    What was read ahead before and not asked for since is forgotten.
    """
    _ahead.clear()
    for block in blocks(texts):
        _ahead.update(zip(block, _readings(block), strict=True))


def blocks(texts: Iterable[str]) -> Iterator[list[str]]:
    """Texts in their order, as many together as are read together."""
    block: list[str] = []
    size = 0
    for text in texts:
        if len(block) == _TEXTS or (block and size + len(text) > _CHARACTERS):
            yield block
            block, size = [], 0
        block.append(text)
        size += len(text)
    if block:
        yield block


def _readings(block: list[str]) -> list[tuple[Quantity, ...]]:
    """The quantities of each text of a block."""
    every = _opened(block)
    _find([reading for reading in every if reading.places])
    for reading in every:
        if "spared" in reading.clues and (none := nobody(reading.line.lower)):
            reading.figures = sorted([*reading.figures, *none], key=attrgetter("start"))
    _tell([reading for reading in every if reading.figures])
    for reading in every:
        if reading.dates:
            _add_dates(reading)
    return [_outcome(reading) for reading in every]


def _opened(block: list[str]) -> list[Reading]:
    """Texts made ready to be read, with what their units tell."""
    lines = [line(text) for text in block]
    keys = [made.lower for made in lines]
    page = page_of(keys)
    told = zip(lines, clues(page), clauses_of_each(page, keys), marks(page), strict=True)
    return [
        Reading(made, may_be_about, clauses, *marked, [], [], NO_KINDS)
        for made, may_be_about, clauses, marked in told
    ]


def _find(some: list[Reading]) -> None:
    """Find the dates and figures of texts, each figure with its unit and its bound."""
    plain = [plain_numerals(reading.line.lower, reading.places) for reading in some]
    for reading, found in zip(some, [*map(_scanned, some, plain)], strict=True):
        _form(reading, found)
    for reading in some:
        bound(reading.line.lower, reading.figures)
    for reading in some:
        idle(reading.line, reading.figures)


def _tell(some: list[Reading]) -> None:
    """Put together what is one quantity, and tell each figure what it is about."""
    for reading in some:
        together = joined(reading.line, reading.figures, reading.moves)
        reading.figures = [figure for figure in together if not figure.idle]
    for reading in some:
        situate(reading)
    for reading in some:
        place(reading)


def _scanned(reading: Reading, plain: list[Numeral | None]) -> list[Numeral | DateMention]:
    closed = addresses(reading.line.lower) if "addressed" in reading.clues else []
    if "\n" in reading.line.folding.original:
        closed = sorted([*closed, *enumerators(reading.line)])
    return scan(reading.line, reading.places, plain, closed)


def _form(reading: Reading, found: list[Numeral | DateMention]) -> None:
    """Tell dates and figures apart, and give each figure its unit and bound."""
    figures, taken = reading.figures, 0
    for one in found:
        if isinstance(one, DateMention):
            reading.dates.append(one)
        elif one.start >= taken and not (
            (reading.dates and goes_on(reading.line.lower, reading.dates[-1], one))
            or (figures and figures[-1].currency and is_each(reading.line.lower, figures[-1], one))
        ):
            figure = formed(reading.line, one, taken)
            if figure is not None:
                figures.append(figure)
                taken = figure.end


def _add_dates(reading: Reading) -> None:
    """Give a text its dates as figures of their own."""
    reading.figures += [figure for date in reading.dates if (figure := dated(date)) is not None]
    reading.figures.sort(key=attrgetter("start"))


def _outcome(reading: Reading) -> tuple[Quantity, ...]:
    return tuple([quantity_of(reading.line, figure) for figure in reading.figures])
