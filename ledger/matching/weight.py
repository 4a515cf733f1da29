"""How much it means that two documents share a token: the rarer the token, the more."""

from collections.abc import Iterable, Mapping
from math import log

from ledger.matching.profile import is_concept
from ledger.matching.settings import settings


def weight(token: str, frequency: float, documents: int) -> float:
    """The weight of a token, above 0.

    Args:
        token: a word, a bigram or a concept; concepts weigh a share of what words do, because the
            words they were read from mostly count already.
        frequency: how many documents hold it.
        documents: how many documents there are.
    """
    made = settings()
    rarity = log((documents + made.prior_documents) / (min(frequency, documents) + 1))
    return made.concept_share * rarity if is_concept(token) else rarity


class Weigher:
    """Adds up the weights of tokens whose frequencies are partly known."""

    def __init__(self, frequency: Mapping[str, int], documents: int, query: Iterable[str]) -> None:
        """Work out the weight of each of the query's tokens.

        Args:
            frequency: how many documents hold a token; one that is missing is in none.
            documents: how many documents there are.
            query: the tokens whose frequencies are known.
        """
        self._weights = {
            token: weight(token, frequency.get(token, 0), documents) for token in query
        }
        self._documents = documents

    def __call__(self, tokens: Iterable[str]) -> float:
        """The weight of these tokens together; added in sorted order, to round always alike."""
        return sum(self._weight(token) for token in sorted(tokens))

    def _weight(self, token: str) -> float:
        if token not in self._weights:
            assumed = settings().unknown_share * self._documents
            self._weights[token] = weight(token, assumed, self._documents)
        return self._weights[token]
