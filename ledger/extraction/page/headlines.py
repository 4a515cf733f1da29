"""Headline against body: a bound or a hedge the body has and its headline leaves out."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

from ledger.extraction.lexicon import in_words, language_of_rules, table
from ledger.quantities import Quantity, comparable, read
from ledger.text.fold import fold
from ledger.text.tokens import tokens

_SHARED = 0.4
_BOUND_BEFORE = re.compile(r"(?:最多|至多|最高|至少|最少|不超过)[\u4e00-\u9fff]{1,4}$")
_NEAR = 8
_BOUNDS = frozenset({"<", "<=", ">", ">="})


@dataclass(frozen=True, slots=True)
class Headline:
    """A headline as it stands over its article.

    Attributes:
        words: the headline, verbatim.
        tokens: what it is about.
        quantities: the figures in it.
        hedged: whether it says perhaps itself.
    """

    words: str
    tokens: frozenset[str]
    quantities: tuple[Quantity, ...]
    hedged: bool


def headline(words: str, plain: str) -> Headline:
    """Read a headline, as it is written and in one spelling."""
    about = frozenset(tokens(fold(words)))
    return Headline(words, about, read(words), _hedge(plain) is not None)


def dropped(
    head: Headline, sentence: str, plain: str, quantities: Iterable[Quantity]
) -> str | None:
    """What a headline leaves out of a sentence of its body: its bound, or that it is not sure.

    Args:
        head: the headline.
        sentence: the sentence, verbatim.
        plain: the same in one spelling.
        quantities: the figures in the sentence.
    """
    for figure in quantities:
        bound = _BOUND_BEFORE.search(plain, max(0, figure.start - _NEAR), figure.start)
        if (figure.comparator in _BOUNDS or bound is not None) and any(
            _same_figure(figure, stated) for stated in head.quantities
        ):
            begin = bound.start() if bound is not None else figure.start
            bounded = sentence[begin : figure.end]
            return f"the headline says {_stated(head, figure)}, the text {bounded}"
    hedge = _hedge(plain)
    if hedge is None or head.hedged or not head.tokens:
        return None
    shared = head.tokens & frozenset(tokens(fold(sentence)))
    if len(shared) < _SHARED * len(head.tokens):
        return None
    return f"the headline asserts what the text hedges with {sentence[slice(*hedge.span())]}"


def _same_figure(bounded: Quantity, stated: Quantity) -> bool:
    """Whether a headline gives a bounded figure as the figure itself."""
    return (
        stated.comparator == "="
        and bounded.value is not None
        and bounded.value == stated.value
        and comparable(bounded)[0] == comparable(stated)[0]
    )


def _stated(head: Headline, figure: Quantity) -> str:
    return next(stated.text for stated in head.quantities if _same_figure(figure, stated))


def _hedge(plain: str) -> re.Match[str] | None:
    return _hedges(language_of_rules(plain)).search(plain)


@cache
def _hedges(language: str) -> re.Pattern[str]:
    return in_words(language, table("hedges")[language])
