"""A page as pasted, cut into blocks: headlines, article text, and teasers of other articles.

A block is one line, or the part of it that belongs together: pasted teasers run into the headline
of the next one. Offsets are those of the page.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from functools import cache

from ledger.extraction.lexicon import any_of, words
from ledger.extraction.page.sentences import LINE
from ledger.extraction.page.teasers import Tail, tail_of
from ledger.extraction.proposal import Region
from ledger.extraction.spelling import is_chinese

_ENDED = re.compile(r"""[。.!?…:;,、][」』”’）)\]"'》】]*\s*$""")
_QUESTION = re.compile(r"""[?][」』”"']*\s*$""")
_HEADING = re.compile(r"\s{0,3}#{1,6}\s+")
_LIST_ITEM = re.compile(r"\s*(?:[*·‣▪>-]|\d{1,2}[.)])\s+(?=\S)")
_ENGLISH_HEADLINE, _CHINESE_HEADLINE = 16, 40
_SHORT_QUESTION, _QUESTION_IN_WORDS = 24, 10
_CHINESE_PARAGRAPH, _ENGLISH_PARAGRAPH = 50, 20
_ORNAMENT = re.compile(r"^[\W_]+|[\W_]+$")
_LONGEST_MARKER = 40


@dataclass(frozen=True, slots=True)
class Block:
    """A run of a page that one outlet wrote.

    Attributes:
        start: its first code point in the page.
        end: one past its last.
        region: article text, a teaser of another article, or a headline.
        group: which article of the page it belongs to; 0 is the page's own.
        outlet: whose it is, where the page says so itself.
        published: the day it was published, where the page says so itself.
    """

    start: int
    end: int
    region: Region
    group: int = 0
    outlet: str | None = None
    published: date | None = None


def blocks(page: str, plain: str, published: date | None) -> list[Block]:
    """The blocks of a page, in order.

    Args:
        page: the page as pasted.
        plain: the page in one spelling, of the same length.
        published: when the page was published, to read "1 day ago" by.
    """
    lines = [(found.start(), found.end()) for found in LINE.finditer(plain) if _says(found[0])]
    cut = next((n for n, line in enumerate(lines) if _ends_article(plain[slice(*line)])), None)
    main = [_main_block(plain, start, end) for start, end in lines[:cut]]
    rest = lines[cut + 1 :] if cut is not None else []
    if any(tail_of(plain, *line, published) is not None for line in rest):
        return main + list(_teasers(page, plain, rest, published))
    return main + list(_after_marker(plain, rest))


def _says(line: str) -> bool:
    """Whether a line holds more than the mark of a heading or of a list."""
    mark = _HEADING.match(line) or _LIST_ITEM.match(line)
    return bool(line[mark.end() if mark is not None else 0 :].strip())


def _after_marker(plain: str, lines: list[tuple[int, int]]) -> Iterator[Block]:
    """Links to other articles after a marker; the article itself goes on with a full paragraph.

    Without a line that names an outlet nothing says that anything below is another's.
    """
    linked = True
    for start, end in lines:
        line, block = plain[start:end], _main_block(plain, start, end)
        if _ends_article(line):
            linked = True
            continue
        linked = linked and not (block.region == "main" and _is_paragraph(line))
        if linked:
            region: Region = "headline" if block.region == "headline" else "teaser"
            block = replace(block, region=region, group=1)
        yield block


def _is_paragraph(line: str) -> bool:
    chinese = is_chinese(line)
    length = len(line) if chinese else len(line.split())
    return (
        length >= (_CHINESE_PARAGRAPH if chinese else _ENGLISH_PARAGRAPH)
        and _ENDED.search(line) is not None
    )


def _main_block(plain: str, start: int, end: int) -> Block:
    line = plain[start:end]
    mark = _HEADING.match(line) or _LIST_ITEM.match(line)
    begin = start + mark.end() if mark is not None else start
    if _links_away(line):
        return Block(begin, end, "headline", 1)
    return Block(begin, end, "headline" if is_headline(line) else "main")


def is_headline(line: str) -> bool:
    """Whether a line is a headline or section title: short, and not closed like a sentence."""
    if _HEADING.match(line):
        return True
    if _LIST_ITEM.match(line):
        return False
    line = line.strip()
    chinese = is_chinese(line)
    length = len(line) if chinese else len(line.split())
    if _QUESTION.search(line):
        return length <= (_SHORT_QUESTION if chinese else _QUESTION_IN_WORDS) and "。" not in line
    if _ENDED.search(line):
        return False
    return length <= (_CHINESE_HEADLINE if chinese else _ENGLISH_HEADLINE)


@cache
def _markers() -> frozenset[str]:
    return frozenset(words("page", "end_markers"))


def _ends_article(line: str) -> bool:
    if len(line) > _LONGEST_MARKER:
        return False
    return _ORNAMENT.sub("", line).lower() in _markers()


def _links_away(line: str) -> bool:
    """Whether a line is a marker and, behind a colon, the headline of another article."""
    marker, colon, rest = _ORNAMENT.sub("", line[:_LONGEST_MARKER]).partition(":")
    return bool(colon and rest) and marker.strip().lower() in _markers()


def _teasers(
    page: str, plain: str, lines: list[tuple[int, int]], published: date | None
) -> Iterator[Block]:
    """Teasers: a headline, its text, and a line that names the outlet and the age."""
    waiting: list[tuple[int, int]] = []
    group = 1
    for start, end in lines:
        tail = tail_of(plain, start, end, published)
        if tail is None:
            waiting.append((start, end))
            continue
        yield from _teaser(plain, waiting, group, tail, page)
        group += 1
        waiting = [tail.glued] if tail.glued is not None else []
    yield from _teaser(plain, waiting, group, None, page)


def _teaser(
    plain: str, lines: list[tuple[int, int]], group: int, tail: Tail | None, page: str
) -> Iterator[Block]:
    """One teaser: its first line is the headline unless it is the only line and a sentence."""
    outlet = page[slice(*tail.outlet)].strip() if tail is not None else None
    published = tail.published if tail is not None else None
    for place, (start, end) in enumerate(lines):
        heads = place == 0 and (len(lines) > 1 or is_headline(plain[start:end]))
        region: Region = "headline" if heads else "teaser"
        yield Block(start, end, region, group, outlet, published)


@cache
def _fine_print() -> re.Pattern[str]:
    return re.compile(rf"[\s(\[]*{any_of(words('page', 'furniture'))}(?![a-z])", re.IGNORECASE)


def is_fine_print(text: str) -> bool:
    """Whether a text opens like a credit, a notice or an invitation and no part of an article."""
    return _fine_print().match(text) is not None
