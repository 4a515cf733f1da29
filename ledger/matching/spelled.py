"""The words that names and terms are written with: what finds them where words alone are indexed.

A statement that was archived and not read yet stands in the lists of its words and in no concept's.
It is taken to hold a concept whose form it has all words of, in whatever order, as 川普 or Trump.
"""

from collections.abc import Collection, Mapping
from functools import lru_cache

import numpy as np

from ledger.matching.profile import NAME, TERM, is_cjk
from ledger.matching.tally import Documents, added_up, among
from ledger.text.fold import fold
from ledger.text.names import names
from ledger.text.phrases import units
from ledger.text.terms import terms
from ledger.text.tokens import tokens

Ways = tuple[frozenset[str], ...]
_NOBODY = np.zeros(0, dtype=np.uint32)


@lru_cache(maxsize=4096)
def ways(concept: str) -> Ways:
    """The ways a concept is written, each as the words that are searched for.

    A way that holds all words of another is left out, and so is one of which a single word or CJK
    character would be left that means other things as well. A figure has none.
    """
    found = {way for form in _forms(concept) if (way := _searched(fold(form)))}
    fewest = sorted(found, key=lambda way: (len(way), sorted(way)))
    return tuple(
        way for at, way in enumerate(fewest) if not any(less < way for less in fewest[:at])
    )


def spelled(ways: Ways, lists: Mapping[str, Documents], everywhere: Collection[str]) -> Documents:
    """The documents that hold all words of one of some ways, ascending.

    Args:
        ways: the ways something is written.
        lists: the documents that hold each word, ascending; a word of none may be missing.
        everywhere: words that are in so many documents that they tell none apart.
    """
    found = []
    for way in ways:
        telling = [lists.get(word, _NOBODY) for word in way if word not in everywhere]
        if telling:
            first, *others = sorted(telling, key=len)
            for other in others:
                first = first[among(first, other)]
            found.append((1.0, first))
    return added_up(found)[0] if found else _NOBODY


def _forms(concept: str) -> tuple[str, ...]:
    """How a name or a term stands in running text, without forms that may be other words."""
    if concept.startswith(NAME):
        name = names().get(concept.removeprefix(NAME))
        return name.plain() if name is not None else ()
    return terms().forms(concept.removeprefix(TERM)) if concept.startswith(TERM) else ()


def _searched(key: str) -> frozenset[str]:
    """The words of a form; none where a stop word is left out of two, or one character alone."""
    way = frozenset(tokens(key))
    is_one_of_more = len(way) == 1 and not any(map(is_cjk, way)) and len(units(key)) > 1
    is_lone_sign = any(len(token) == 1 and is_cjk(token) for token in way)
    return frozenset() if is_one_of_more or is_lone_sign else way
