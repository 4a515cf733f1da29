"""Texts that differ only in how one number is written: version two, version 2; 五台山, 5台山.

Such a number may be part of a name or of nothing the reader knows, so that no figure is read; the
two texts still say the same.
"""

from rapidfuzz.distance import Postfix, Prefix

from ledger.quantities import may_be_read, read
from ledger.text.patterns import lazily

_OF_ONE_WORD = lazily(r"[a-z\d]|[.,](?=\d)")
"""What stands in one word or numeral with the letter or digit beside it."""
_LONGEST = 60
"""Characters of a number in words."""


def differs_in_spelling(a: str, b: str) -> bool:
    """Whether two folded keys are the same but for the way a number is written."""
    start = Prefix.similarity(a, b)
    behind = min(Postfix.similarity(a, b), len(a) - start, len(b) - start)
    if not 0 < max(len(a), len(b)) - start - behind <= _LONGEST:
        return False
    while start and (_joined(a, start) or _joined(b, start)):
        start -= 1
    while behind and (_joined(a, len(a) - behind) or _joined(b, len(b) - behind)):
        behind -= 1
    ours, theirs = a[start : len(a) - behind], b[start : len(b) - behind]
    if not 0 < len(ours) <= _LONGEST or not 0 < len(theirs) <= _LONGEST:
        return False
    if not (may_be_read(ours) and may_be_read(theirs)):
        return False
    value = _value(ours)
    return value is not None and value == _value(theirs)


def _joined(key: str, at: int) -> bool:
    """Whether a place lies inside a word or numeral."""
    return all(_OF_ONE_WORD.match(key, place) for place in (at - 1, at))


def _value(words: str) -> float | None:
    """The number that some words are, and nothing besides."""
    found = read(words)
    if len(found) != 1 or found[0].text != words or found[0].dimension != "number":
        return None
    return found[0].value if found[0].comparator == "=" else None
