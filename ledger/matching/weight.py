"""How much it means that two documents share a token: the rarer the token, the more."""

from collections.abc import Iterable, Mapping, Sequence
from math import fsum, log

import numpy as np
from numpy.typing import NDArray

from ledger.matching.profile import are_concepts, is_cjk, is_concept
from ledger.matching.settings import settings
from ledger.text.codes import are_cjk


def weight(token: str, frequency: float, documents: int) -> float:
    """The weight of a token, above 0.

    Args:
        token: a word, a concept, or one or two CJK characters; all but words weigh a share of what
            a word does, because a concept's words mostly count too, and a character in two pairs.
        frequency: how many documents hold it.
        documents: how many documents there are.
    """
    return weights_each([(frequency, token)], documents)[0]


def weights_each(counted: Iterable[tuple[float, str]], documents: int) -> list[float]:
    """The same of each of many tokens, with how many documents hold it."""
    whole = documents + settings().prior_documents
    return [
        _SHARES[token] * log(whole / (min(frequency, documents) + 1))
        for frequency, token in counted
    ]


def weights(
    tokens: Sequence[str], frequencies: NDArray[np.int64], documents: int
) -> NDArray[np.float64]:
    """The weight of each of many tokens, to within what summing them rounds."""
    known = np.minimum(frequencies, documents) + 1
    return shares(tokens) * np.log((documents + settings().prior_documents) / known)


def shares(tokens: Sequence[str]) -> NDArray[np.float64]:
    """What part of a word's weight each of many tokens has."""
    made = settings()
    is_sign = are_cjk("".join([token[0] for token in tokens]))
    is_alone = np.fromiter(map(len, tokens), dtype=np.int64, count=len(tokens)) == 1
    of_cjk = np.where(is_alone, made.sign_share, made.bigram_share)
    found: NDArray[np.float64] = np.where(
        are_concepts(tokens), made.concept_share, np.where(is_sign, of_cjk, 1.0)
    )
    return found


class _Shares(dict[str, float]):
    """What part of a word's weight each token has."""

    def __missing__(self, token: str) -> float:
        if len(self) >= _MOST_TOKENS:
            self.clear()
        self[token] = found = _share(token)
        return found


_MOST_TOKENS = 21_800
"""Tokens remembered: with some more a dict takes twice the room."""
_SHARES = _Shares()


def _share(token: str) -> float:
    if is_concept(token):
        return settings().concept_share
    if token.isascii() or not is_cjk(token):
        return 1.0
    return settings().sign_share if len(token) == 1 else settings().bigram_share


class Weigher:
    """Adds up the weights of the tokens of one query."""

    def __init__(self, frequency: Mapping[str, int], documents: int, query: Iterable[str]) -> None:
        """Work out the weight of each of the query's tokens.

        Args:
            frequency: how many documents hold a token; one that is missing is in none.
            documents: how many documents there are.
            query: the tokens whose frequencies are known.
        """
        tokens = list(query)
        counted = [(frequency.get(token, 0), token) for token in tokens]
        self._weights = dict(zip(tokens, weights_each(counted, documents), strict=True))
        self._squares = {token: weighs**2 for token, weighs in self._weights.items()}

    def __call__(self, tokens: Iterable[str]) -> float:
        """The weight of some of the query's tokens; their order rounds nothing."""
        return fsum(map(self._weights.__getitem__, tokens))

    def squared(self, tokens: Iterable[str]) -> float:
        """Their weights squared and added up: one rare word outdoes two half as rare."""
        return fsum(map(self._squares.__getitem__, tokens))
