"""People a Chinese sentence presents by what they are: 前質檢員胥某某如今開店."""

import re
from functools import cache

from ledger.extraction.chinese.names import full_name_at
from ledger.extraction.chinese.subjects import ends_subject
from ledger.extraction.cue import Speaker
from ledger.extraction.lexicon import any_of, words

_SHORTEST = 2


def presented(plain: str) -> list[Speaker]:
    """The people, from left to right, named with a title or a role before their full names.

    Where nothing says whether a name has two characters or three, the person is given without a
    name (an empty span): somebody is there, and nobody else is meant by the next 他 or 她.

    Args:
        plain: the sentence in one spelling.
    """
    found = []
    for title in _titles().finditer(plain):
        longest = full_name_at(plain, title.end())
        if longest is not None:
            found.append(_person(plain, title.end(), longest))
    return found


def _person(plain: str, start: int, longest: int) -> Speaker:
    for end in range(longest, start + _SHORTEST - 1, -1):
        if ends_subject(plain, end):
            return Speaker(start, end, "person")
    return Speaker(start, start, "person")


@cache
def _titles() -> re.Pattern[str]:
    return re.compile(any_of(words("chinese_speech", "titles")))
