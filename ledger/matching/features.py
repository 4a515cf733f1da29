"""The search tokens of a document, for the inverted index."""

from functools import lru_cache

from ledger.matching.profile import profile
from ledger.matching.written import plain
from ledger.text.fold import fold
from ledger.text.tokens import tokens


@lru_cache(maxsize=65536)
def features(text: str) -> frozenset[str]:
    """The search tokens of one document.

    Args:
        text: a statement with its notes and speaker, or a claim's wording with its topic.

    Returns:
        Stemmed words, CJK bigrams, and concepts as ``name:Donald Trump``, ``term:market_share``,
        ``quantity:18 month`` and ``date:2025-12-08``. Links and handles give nothing. A Traditional
        and a Simplified copy of one text give the same.
    """
    parts = profile(text)
    return parts.words | parts.concepts | parts.figures


def words(text: str) -> list[str]:
    """The stemmed words and CJK bigrams of a text whose names, terms and figures are not read.

    They cost a tenth of the whole and find a text by its wording alone, figures spelled out in
    words included.
    """
    return tokens(fold(plain(text)))
