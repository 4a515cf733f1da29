"""The search tokens of a document, for the inverted index."""

from collections.abc import Iterator, Sequence
from functools import cache, lru_cache
from typing import NamedTuple

from ledger.matching.profile import NAME, concepts, figures, profile, unnumbered
from ledger.matching.written import plain, plain_each
from ledger.quantities import blocks, read, read_ahead
from ledger.text.codes import Signs, Words, folds
from ledger.text.codes import words_of_each as split_up
from ledger.text.fold import fold, folded
from ledger.text.names import names
from ledger.text.phrases import Together
from ledger.text.terms import terms
from ledger.text.tokens import signs, tokens

SHORT = 16
"""CJK characters: a line that has no more is found by each of them too.

Two people put one short question in words that share hardly a pair of neighbours; a longer line has
pairs enough, and would only make the lists of common characters longer.
"""
_NOTHING: frozenset[str] = frozenset()


@lru_cache(maxsize=512)
def features(text: str) -> frozenset[str]:
    """The search tokens of one document.

    Args:
        text: a statement with its notes and speaker, or a claim's wording with its topic.

    Returns:
        Stemmed words, CJK bigrams, of a short line its single CJK characters, and concepts as
        ``name:Donald Trump``, ``term:market_share``, ``quantity:18 month``, ``number:762`` and
        ``date:2025-12-08``. Links and handles give nothing. A Traditional and a Simplified copy of
        one text give the same.
    """
    parts = profile(text)
    return parts.words | parts.concepts | parts.figures | single(fold(plain(text)))


def features_of_each(texts: Sequence[str]) -> list[frozenset[str]]:
    """The same of each of many texts, in one go."""
    return [
        line.concepts.union(tokens(line.unnumbered), single(line.key)) for line in read_each(texts)
    ]


class Line(NamedTuple):
    """What a line says once it is read.

    Attributes:
        key: its match key.
        unnumbered: the match key of all but its dates and the numbers of its figures.
        concepts: the search tokens of its names, terms and figures.
    """

    key: str
    unnumbered: str
    concepts: frozenset[str]


def read_each(texts: Sequence[str]) -> Iterator[Line]:
    """Read many lines, in one go."""
    for said in blocks(plain_each(texts)):
        read_ahead(said)
        quantities = list(map(read, said))
        keys = folds(said)
        of_words = folds(list(map(unnumbered, said, quantities)))
        mentions = _tables().find_next(keys)  # their page was cut for reading
        for at, (named, termed) in enumerate(mentions):
            forms = named and names().named(named, folded(said[at]))
            mentioned = concepts(forms, termed) if forms or termed else _NOTHING
            yield Line(keys[at], of_words[at], mentioned.union(figures(quantities[at])))


@cache
def _tables() -> Together:
    """Names, whose case is looked at where any is found, and terms."""
    forms, glossary = names().phrases, terms()
    return Together((forms, forms.every), (glossary.phrases, glossary.concepts))


def words(text: str) -> list[str]:
    """The search tokens of a text whose names, terms and figures are not read.

    They cost a tenth of the whole and find a text by its wording alone, figures spelled out in
    words included.
    """
    key = fold(plain(text))
    return [*tokens(key), *single(key)]


def keys_of_each(texts: Sequence[str]) -> list[str]:
    """The match key of each of many texts, without links and handles."""
    return folds(plain_each(texts))


def words_of_each(texts: Sequence[str], keys: Sequence[str]) -> tuple[Words, Signs]:
    """The same of many texts in one go, as they are written and as the signs they are made of."""
    said = plain_each(texts)
    return split_up(keys if said is texts else folds(said), SHORT)


def single(key: str) -> frozenset[str]:
    """The CJK characters of a short key, each by itself."""
    said = signs(key)
    return said if len(said) <= SHORT else _NOTHING


def sought(query: str) -> frozenset[str]:
    """The search tokens that a document must hold all of, to be what somebody looks for.

    A known name is looked for by who it names, so that 英伟达 finds 輝達 and Nvidia; anything else
    by its words, in whichever Chinese script.
    """
    key, named, rest, at = fold(query), set[str](), "", 0
    for mention in names().mentions_in(query):
        named.add(NAME + mention.id)
        rest += f"{key[at : mention.start]} "
        at = mention.end
    return frozenset(named).union(tokens(rest + key[at:]))
