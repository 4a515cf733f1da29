"""The one way outside text reaches a widget: made visible by ``show``, and never read as markup."""

from collections.abc import Iterable, Sequence
from itertools import accumulate

from rich.text import Text
from textual.content import Content

from ledger.text.display import show, show_line, wrapped
from ledger.text.spans import merged

MARKED = "bold underline"
"""The style of what is marked in a text."""
LOST = "\N{REPLACEMENT CHARACTER}"
"""Stands in a text field for a character that has no visible form of its own width."""


def shown(text: str, style: str = "") -> Content:
    """Text from outside, on as many lines as it has."""
    return Content.styled(show(text), style)


def line(text: str, limit: int | None = None, style: str = "") -> Content:
    """Text from outside on one line, cut at so many terminal cells."""
    return Content.styled(show_line(text, limit), style)


def rows(text: str, width: int, most: int, style: str = "") -> list[Content]:
    """Text from outside on lines so many cells wide; what does not fit on the last ends in …."""
    lines = line(text, style=style).wrap(max(width, 1))
    if len(lines) > most:
        lines[most - 1 :] = [(lines[most - 1] + " …").truncate(width, ellipsis=True)]
    return lines


def in_lines(told: Content, width: int) -> Content:
    """Shown text with an end of line wherever a reader would break it at this width.

    Args:
        told: text of one line or several.
        width: cells of a line; below two nothing is broken.
    """
    if width < 2:  # noqa: PLR2004 - a Chinese sign takes two
        return told
    lines = []
    for whole in told.split("\n", allow_blank=True):
        ends = accumulate(map(len, wrapped(whole.plain, width)))
        lines += whole.divide([*ends][:-1])
    return Content("\n").join(lines)


def marked(text: str, spans: Iterable[Sequence[int]], opening: str, closing: str) -> Content:
    """Text from outside with places in it marked by signs as well as by weight.

    Args:
        text: the text, verbatim.
        spans: the places, as code points of the text; they may overlap.
        opening: the sign before a place, ``[-`` say.
        closing: the sign after it.
    """
    parts: list[Content] = []
    done = 0
    for start, end in merged(spans):
        parts += [shown(text[done:start]), Content.styled(opening, "bold")]
        parts += [shown(text[start:end], MARKED), Content.styled(closing, "bold")]
        done = end
    return Content("").join([*parts, shown(text[done:])])


def first_mark(told: Content, width: int) -> int | None:
    """The line on which the first place marked stands, from 0; ``None`` where none is.

    Args:
        told: a text that ``marked`` is a part of.
        width: the cells of a line.
    """
    starts = [span.start for span in told.spans if span.style == MARKED]
    return len(told[: min(starts) + 1].wrap(max(width, 1))) - 1 if starts else None


def typed(text: str) -> Text:
    """What stands in a text field: character for character, so that the cursor keeps its place."""
    visible = show(text)
    if visible != text:
        visible = "".join(shape if len(shape) == 1 else LOST for shape in map(show, text))
    return Text(visible, end="", no_wrap=True, overflow="ignore")
