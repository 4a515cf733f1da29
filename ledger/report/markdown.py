"""Outside text as Markdown: a parser gives back exactly that text and nothing else.

The rules escaped are those of CommonMark 0.31 (https://spec.commonmark.org/0.31.2/), the tables,
strikethrough, autolinks and footnotes of GitHub Flavored Markdown (https://github.github.com/gfm/)
and the dollar signs of its formulas. A backslash before ASCII punctuation is that character
everywhere, so escaping too much is harmless and escaping by context only spares the eye.
"""

import re
import unicodedata
from collections.abc import Iterator, Sequence
from functools import lru_cache
from urllib.parse import quote

from ledger.text.display import show, show_line

_ACTIVE = re.compile(
    r"[\\`*_\[\]<|~$@]"  # code, emphasis, links, HTML, tables, strikethrough, formulas, e-mail
    r"|&(?=[#0-9A-Za-z]+;)"  # entities
    r"|:(?=//)|/(?=/)|(?<=www)\.|(?<=[^\s.])\.(?=[^\W\d_]{2})",  # bare addresses
    re.IGNORECASE,
)
# The markers that open a block at the start of a line and are not active elsewhere.
_BLOCK_MARKER = re.compile(r"\A(?:([0-9]{1,9})(?=[.)](?:\s|\Z))|(?=[#+\-=>:]))")
# An image or a note if a link follows, or marks that close a heading.
_OPEN_END = re.compile(r"[!^#]\Z")
_EDGE_SPACE = re.compile(r"\A\s|\s\Z")
_NOT_IN_A_DIAGRAM = re.compile(r"[^\w .,%+/$€£¥≤≥–−-]")
_WEB_ADDRESS = re.compile(r"https?://[^\s/?#\\]", re.IGNORECASE)
_BARE_PERCENT = re.compile(r"%(?![0-9A-Fa-f]{2})")
_ADDRESS_CHARACTERS = "%-._~:/?#[]@!$&'*+,;="
"""Reserved and unreserved characters of RFC 3986 without parentheses, which end a destination."""


class Markdown(str):
    """Text that is Markdown already and must not be escaped again."""

    __slots__ = ()


@lru_cache(maxsize=4096)
def line(text: str) -> Markdown:
    """Outside text on one line, safe anywhere in a paragraph, heading, list item or table cell."""
    return _guarded(_OPEN_END.sub(r"\\\g<0>", _inline(show_line(text))))


def words(text: str, cells: int) -> Markdown:
    """The beginning of a text in quotation marks, cut with … at a number of terminal cells."""
    return Markdown(f"“{_inline(show_line(text, cells))}”")


def quoted(text: str, marked: Sequence[tuple[int, int]] = ()) -> Markdown:
    """A block quote of a text, verbatim, line by line.

    Args:
        text: the words as published.
        marked: parts to set in bold, in code points. Only from the first to the last letter or
            digit of a part is set in bold, because bold cannot begin or end at punctuation inside
            a sentence; a part that runs over a line end is left plain.
    """
    shown = show(text)
    spans = [(_shown_at(text, start), _shown_at(text, end)) for start, end in marked]
    pieces = (_inline(piece) for piece in _cut(shown, spans))
    inline = "".join(f"**{piece}**" if at % 2 else piece for at, piece in enumerate(pieces))
    lines = [_guarded(each) if each.strip() else "" for each in inline.split("\n")]
    paragraphs = re.split(r"\n{2,}", "\n".join(lines).strip("\n"))
    quotes = ("> " + each.replace("\n", "\\\n> ") for each in paragraphs)
    return Markdown("\n>\n".join(quotes).rstrip())


def link(address: str, label: str) -> Markdown:
    """A link named by a label of ours, or the address as text when it is not http or https."""
    destination = _destination(address)
    if destination is None:
        return line(address)
    return Markdown(f"[{label}]({destination.replace('&', '&amp;')})")


def bare_link(address: str) -> Markdown:
    """A link that shows where it goes, or the address as text when it is not http or https."""
    destination = _destination(address)
    return line(address) if destination is None else Markdown(f"<{destination}>")


def mermaid(text: str) -> Markdown:
    """A text in a diagram: letters, digits and the marks of figures; all else is a space.

    Mermaid gives colons, semicolons, hashes, brackets and quotes a meaning, and a fence of
    backquotes would end the diagram.
    """
    return Markdown(" ".join(_NOT_IN_A_DIAGRAM.sub(" ", show_line(text)).split()) or "–")


def _inline(shown: str) -> str:
    return _ACTIVE.sub(r"\\\g<0>", shown)


def _guarded(inline: str) -> Markdown:
    """One escaped line that opens no block and loses no space at its ends to a parser."""
    marked = _BLOCK_MARKER.sub(r"\g<1>\\", inline)
    return Markdown(_EDGE_SPACE.sub(lambda space: f"&#{ord(space[0])};", marked))


def _shown_at(text: str, at: int) -> int:
    """Where a position of a text lies once the text is shown: a control may take several cells."""
    return len(show(text[: max(at, 0)]))


def _cut(text: str, marked: Sequence[tuple[int, int]]) -> Iterator[str]:
    """Plain, bold, plain, bold, … plain: an odd number of pieces that make up the text."""
    done = 0
    for start, end in _bold_parts(text, marked):
        yield text[done:start]
        yield text[start:end]
        done = end
    yield text[done:]


def _bold_parts(text: str, marked: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """The parts to set in bold, in order, those that touch made one."""
    parts: list[tuple[int, int]] = []
    for start, end in sorted(_solid(text, *span) for span in marked):
        if start == end or "\n" in text[start:end]:
            continue
        if parts and start <= parts[-1][1]:
            first, last = parts.pop()
            parts.append((first, max(last, end)))
        else:
            parts.append((start, end))
    return parts


def _solid(text: str, start: int, end: int) -> tuple[int, int]:
    """From the first to the last letter or digit of a span, with the marks that belong to it."""
    solid = [at for at in range(start, min(end, len(text))) if text[at].isalnum()]
    if not solid:
        return start, start
    last = solid[-1] + 1
    while last < len(text) and unicodedata.category(text[last]).startswith("M"):
        last += 1
    return solid[0], last


def _destination(address: str) -> str | None:
    """An http or https address with everything else percent-encoded; ``None`` for any other."""
    bare = address.strip()
    if _WEB_ADDRESS.match(bare) is None:
        return None
    return quote(_BARE_PERCENT.sub("%25", bare), safe=_ADDRESS_CHARACTERS, errors="replace")
