"""The part of a long text that somebody is to look at: the sentences that hold certain places."""

from collections.abc import Iterable

from ledger.text.display import cells
from ledger.text.patterns import lazily
from ledger.text.spans import merged

Span = tuple[int, int]

_WHOLE = 480
"""Terminal cells up to which a text is given whole: six lines of a common terminal."""
_AROUND = 160
"""Characters before and behind a place beyond which its sentence is cut as well."""
_CUT = "…"
_END = lazily(r"[。！？!?][」』”’）)\"']*\s*|\.[”’)\"']*\s+|[\n\r]+")


def excerpt(text: str, spans: Iterable[Span]) -> tuple[str, list[Span]]:
    """A long text cut to the sentences that hold these places; a short one as it is.

    Args:
        text: the text, verbatim.
        spans: the places, in code points of the text; they may overlap. Where there are none, it is
            the beginning that stays.

    Returns:
        What is left, verbatim but for a ``…`` where something is left out, and the places in it.
    """
    places = sorted(spans)
    if len(text) <= _WHOLE and cells(text) <= _WHOLE:
        return text, places
    kept = merged(_around(text, place) for place in places or [(0, 0)])
    cut, moved = "", []
    for start, end in kept:
        cut = f"{cut.rstrip()} {_CUT} ".lstrip() if start else ""
        shift = len(cut) - start
        moved += [(a + shift, b + shift) for a, b in places if start <= a < end]
        cut += text[start:end]
    return cut.rstrip() + (f" {_CUT}" if kept[-1][1] < len(text) else ""), moved


def _around(text: str, place: Span) -> Span:
    """The sentence, or the sentences, a place stands in, within reach of it."""
    first, last = max(0, place[0] - _AROUND), min(len(text), place[1] + _AROUND)
    start = max((end.end() for end in _END.finditer(text, first, place[0])), default=first)
    stop = _END.search(text, place[1], last)
    return start, stop.end() if stop is not None else last
