"""The one way outside text reaches a widget: made visible by ``show``, and never read as markup."""

from collections.abc import Iterable, Sequence

from rich.text import Text
from textual.content import Content

from ledger.text.display import show, show_line
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
    wrapped = line(text, style=style).wrap(max(width, 1))
    if len(wrapped) > most:
        wrapped[most - 1 :] = [(wrapped[most - 1] + " …").truncate(width, ellipsis=True)]
    return wrapped


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
