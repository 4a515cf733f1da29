"""Whom a text begins with: Kohl's is giving away coupons, and so is Kroger.

No table need know either name.
"""

from ledger.disagreement.statement.prepared import Prepared
from ledger.text.patterns import lazily

_SUBJECT = lazily(r"((?:[A-Z][\w'’&.-]*)(?: [A-Z][\w'’&.-]*){0,3}) (?:is|was|has|had|will)\b")
_SAYS = frozenset("说称示指报导")
_FEWEST, _MOST_OF_A_NAME, _GOES_ON = 2, 7, 3
"""Characters of a Chinese name, and how many behind it tell that the texts go on alike."""


def of_another_subject(a: Prepared, b: Prepared) -> bool:
    """Whether each begins with a name, or with one word, and the two share none."""
    if a.is_chinese and b.is_chinese:
        return _begin_otherwise(a.folded.key, b.folded.key)
    ours, theirs = (_SUBJECT.match(reading.folded.original) for reading in (a, b))
    if ours is None or theirs is None:
        return False
    return {*ours[1].split()}.isdisjoint(theirs[1].split())


def _begin_otherwise(one: str, other: str) -> bool:
    """Whether two texts go on alike behind a few characters of their own: 東陵電網, 西陵電網."""
    if one[:_FEWEST] in other or other[:_FEWEST] in one:
        return False
    for at in range(_FEWEST, min(_MOST_OF_A_NAME, len(one) - _GOES_ON + 1)):
        goes_on = other.find(one[at : at + _GOES_ON], _FEWEST, _MOST_OF_A_NAME + _GOES_ON)
        if goes_on >= 0 and one[at - 1] not in _SAYS and one[at : at + _GOES_ON].isalpha():
            mine, own = one[:at], other[:goes_on]
            return mine.isalpha() and own.isalpha() and {*mine}.isdisjoint(own)
    return False
