"""Which documents are worth a closer look when a statement is filed: those that can be near.

Filing asks one question of every statement of an import, whether any claim is near, and mostly the
answer is no. So documents that share too little to be near are passed over in the posting lists,
and only the few that share enough are looked at closely.
"""

from collections.abc import Mapping, Sequence
from functools import cache
from itertools import compress
from math import log, sqrt
from typing import TypeVar

import numpy as np

from ledger.matching.profile import NAME, TERM, is_concept
from ledger.matching.score import RIVALS
from ledger.matching.settings import settings
from ledger.matching.shortlist import OPENED
from ledger.matching.tally import Documents, Weights, added_up, among
from ledger.matching.weight import weights_each

Sums = TypeVar("Sums", float, Weights)
Runs = Sequence[Documents]
"""The documents of one token, ascending within each run; no document is in two runs."""

_SHARE = 0.3
"""Of the query's weight; of 455 pairs that scored as near in the newsroom one shared less."""
_ALONE = 0.7
"""Of the weight a near candidate must share: it is scored with its claim's wording and its sisters,
while a document is looked for by what it holds alone."""
_MOST = RIVALS + 1
_ROUNDING = 1e-6
"""Far more than sums of weights are out by, far less than any weight."""


_List = tuple[float, Runs, int]
"""What a token of the query weighs, the documents that hold it, and how many."""


def promising(query: frozenset[str], runs: Mapping[str, Runs], documents: int) -> list[int]:
    """The documents that share enough of a query to be near, most weight first.

    Args:
        query: the tokens of the query.
        runs: for each of these tokens the documents that hold it; may leave out what none does.
        documents: how many documents there are in all.

    Returns:
        Ten document numbers at most, of equal ones the smaller number first; then at most five more
        that share enough in names, terms and figures alone, as other languages can.
    """
    # Rarest first and then by token, so that sums round alike.
    counted = sorted([(sum(map(len, runs.get(token, ()))), token) for token in query])
    weights = weights_each(counted, documents)
    of_concept = [is_concept(token) for _, token in counted]
    in_words, in_concepts = least(
        sum([w for w, concept in zip(weights, of_concept, strict=True) if not concept]),
        sum(compress(weights, of_concept)),
    )
    lists = [
        (weighs, runs[token], count)
        for weighs, (count, token) in zip(weights, counted, strict=True)
        if count
    ]
    found = _sharing(lists, in_words, _MOST)
    if any(token.startswith((NAME, TERM)) for token in query):  # other languages share only these
        concepts = [*compress(lists, of_concept[len(counted) - len(lists) :])]
        found += _sharing(concepts, in_concepts, _MOST // 2)
    return list(dict.fromkeys(found))


def _sharing(lists: Sequence[_List], least: float, most: int) -> list[int]:
    """The documents that share at least so much of these lists, rarest first."""
    opened = _opened(lists, least)
    beyond = sum([weighs for weighs, *_ in lists[opened:]])
    read = [(weighs, run) for weighs, runs, _ in lists[:opened] for run in runs]
    numbers, gained = added_up(read, least - beyond)
    for weighs, runs, _ in lists[opened:]:
        if not len(numbers):
            return []
        for run in runs:
            gained += weighs * among(numbers, run)
        beyond -= weighs
        hopeful = gained >= least - beyond - _ROUNDING
        numbers, gained = numbers[hopeful], gained[hopeful]
    enough = gained >= least
    numbers, gained = numbers[enough], gained[enough]
    return [int(number) for number in numbers[np.lexsort((numbers, -gained))[:most]]]


def _opened(lists: Sequence[_List], least: float) -> int:
    """How many of the lists, rarest first, are read whole.

    A document that stands in none of them cannot share enough by the others together; nor are more
    postings read than for a single look.
    """
    beyond = sum([weighs for weighs, *_ in lists])
    read = 0
    for opened, (weighs, _, held_by) in enumerate(lists):
        read += held_by
        if beyond < least or (opened and read > OPENED):
            return opened
        beyond -= weighs
    return len(lists)


def least(words: Sums, concepts: Sums) -> tuple[Sums, Sums]:
    """The weight a document must share with a query to be near, in all and in concepts alone.

    Args:
        words: what the query's words weigh together.
        concepts: what its names, terms and figures do.
    """
    in_words, in_concepts = _proofs()
    larger = max if isinstance(words, float) else np.maximum
    return larger(_SHARE * words, in_words), larger(_SHARE * concepts, in_concepts)


@cache
def _proofs() -> tuple[float, float]:
    """Less than this is never near, however little the query weighs."""
    made = settings()
    proof = _ALONE * sqrt(-log(1 - made.near))
    in_words = min(made.words.enough, made.signs.enough) * proof
    return in_words, made.across_languages.enough * proof
