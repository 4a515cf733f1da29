"""Which documents are worth a closer look when a statement is filed: those that can be near.

Filing asks one question of every statement of an import, whether any claim is near, and mostly the
answer is no. So documents that share too little to be near are passed over in the posting lists,
and only the few that share enough are looked at closely.
"""

from collections.abc import Mapping, Sequence
from math import log, sqrt
from typing import NamedTuple, TypeVar

import numpy as np

from ledger.matching.profile import NAME, TERM, is_concept
from ledger.matching.score import RIVALS
from ledger.matching.settings import settings
from ledger.matching.shortlist import OPENED
from ledger.matching.tally import Documents, Weights, added_up, among
from ledger.matching.weight import weight

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


class _List(NamedTuple):
    """The documents of one token of the query."""

    token: str
    weighs: float
    runs: Runs
    held_by: int
    of_concept: bool


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
    held = _lists(query, runs, documents)
    in_words, in_concepts = least(
        *(sum(one.weighs for one in held if one.of_concept is kind) for kind in (False, True))
    )
    named = any(one.token.startswith((NAME, TERM)) for one in held)
    lists = [one for one in held if one.held_by]
    found = _sharing(lists, in_words, _MOST)
    if named:  # other languages share nothing else
        found += _sharing([one for one in lists if one.of_concept], in_concepts, _MOST // 2)
    return list(dict.fromkeys(found))


def _sharing(lists: Sequence[_List], least: float, most: int) -> list[int]:
    """The documents that share at least so much of these lists, rarest first."""
    opened = _opened(lists, least)
    beyond = sum(held.weighs for held in lists[opened:])
    read = [(held.weighs, run) for held in lists[:opened] for run in held.runs]
    numbers, gained = added_up(read, least - beyond)
    for held in lists[opened:]:
        if not len(numbers):
            return []
        for run in held.runs:
            gained += held.weighs * among(numbers, run)
        beyond -= held.weighs
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
    beyond = sum(held.weighs for held in lists)
    read = 0
    for opened, held in enumerate(lists):
        read += held.held_by
        if beyond < least or (opened and read > OPENED):
            return opened
        beyond -= held.weighs
    return len(lists)


def least(words: Sums, concepts: Sums) -> tuple[Sums, Sums]:
    """The weight a document must share with a query to be near, in all and in concepts alone.

    Args:
        words: what the query's words weigh together.
        concepts: what its names, terms and figures do.
    """
    made = settings()
    proof = _ALONE * sqrt(-log(1 - made.near))
    return (
        np.maximum(_SHARE * words, min(made.words.enough, made.signs.enough) * proof),
        np.maximum(_SHARE * concepts, made.across_languages.enough * proof),
    )


def _lists(query: frozenset[str], runs: Mapping[str, Runs], documents: int) -> list[_List]:
    """The lists of a query's tokens, rarest first and then by token, so that sums round alike."""
    counted = sorted((sum(map(len, runs.get(token, ()))), token) for token in query)
    return [
        _List(token, weight(token, count, documents), runs.get(token, ()), count, is_concept(token))
        for count, token in counted
    ]
