"""The numbers of a list, which count nothing: 1. and 2., (一) and (二), ① at the head of a line."""

import re
from bisect import bisect_left

from ledger.quantities.line import Line

_ENUMERATOR = re.compile(
    r"^[ \t\u3000]{0,8}(?:[(\uff08]?(\d{1,2}|[一二三四五六七八九十]{1,3})[.、)\uff0e\uff09](?!\d)"
    r"|([\u2460-\u2473]))",
    re.MULTILINE,
)
_FEWEST = 2
"""A line alone that begins with a number is none of a list: 3. Liga, or a sentence cut short."""


def enumerators(line: Line) -> list[tuple[int, int]]:
    """Where the numbers of a list stand in the key of a text of several lines."""
    found = [*_ENUMERATOR.finditer(line.folding.original)]
    if len(found) < _FEWEST:
        return []
    return [(_in_key(line, one.start()), _in_key(line, one.end())) for one in found]


def _in_key(line: Line, at: int) -> int:
    """The place in the key of a code point of the original."""
    offsets, places = line.folding.offsets, line.places
    folded = at if offsets is None else bisect_left(offsets, at)
    return folded if places is None else bisect_left(places, folded)
