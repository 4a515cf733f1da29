"""Words that numbers are names after, and no figures: type 2, Area 51, 波音737, 神舟二十號."""

from ledger.quantities.lexicon import Lexicon, rows

_GAPS = frozenset(" .")
_HEADS = Lexicon((row["word"], row["word"].isascii()) for row in rows("identifier_heads.csv"))
"""Words that numbers are names after, and whether a gap stands between."""
_LARGE = Lexicon((row["word"], True) for row in rows("large_heads.csv"))
"""The same where they are written large: Area 51, but an area of 51 hectares."""


def headed(lower: str, at: int, letters: int = 1) -> bool:
    """Whether the word before a number is one that numbers are names after: type 2, S&P 500.

    Args:
        lower: the key in lower case.
        at: where the number begins.
        letters: how many the word must have.
    """
    end = at - 1
    if lower[end:at] not in _GAPS:
        return False
    end -= lower[end - 1 : end] in _GAPS
    head = _HEADS.before(lower, end)
    return (
        head is not None
        and head[1]
        and end - head[0] >= letters
        and lower[head[0] - 1 : head[0]] != "&"
    )


def headed_large(key: str, at: int) -> bool:
    """Whether the word before a number is one that, written large, makes a name with it."""
    return key[at - 1 : at] == " " and _LARGE.before(key, at - 1) is not None


def named_ahead(lower: str, at: int) -> bool:
    """Whether a word that numbers are names after ends right at ``at``: 神舟二十号, 波音737."""
    head = _HEADS.before(lower, at)
    return head is not None and not head[1]
