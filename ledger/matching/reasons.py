"""What two documents share, told to a person in a few short lines."""

import re
from functools import lru_cache

from rapidfuzz.fuzz import token_set_ratio

from ledger.matching.lines import lines_of
from ledger.matching.meaning import Meanings
from ledger.matching.profile import NAME, TERM, figure, is_number, profile
from ledger.matching.signs import wording
from ledger.matching.written import plain
from ledger.quantities import Quantity, comparable, read
from ledger.text.fold import folded
from ledger.text.terms import terms
from ledger.text.tokens import runs, tokens

_DIGITS = re.compile(r"\d[\d.,]*")
_SHOWN = 6
"""So many of a kind are named; a person reads no more at a glance."""
_NEAR = 0.7
"""From so near a meaning on it is a reason; two texts of one subject are half as near or more."""


def reasons(text: str, candidate: str, shared: frozenset[str]) -> tuple[str, ...]:
    """Why a candidate was found, strongest sort of reason first; empty when nothing is shared.

    Args:
        text: the query; its own words and figures are named as it writes them.
        candidate: the candidate's text.
        shared: those of the query's search tokens that the candidate holds.
    """
    query = profile(text)
    concepts, words = query.concepts & shared, query.words & shared
    named = sorted(token.removeprefix(NAME) for token in concepts if token.startswith(NAME))
    termed = sorted(
        terms().label(token.removeprefix(TERM)) for token in concepts if token.startswith(TERM)
    )
    figures, numbers = _figures(text, candidate, shared)
    kinds = (
        ("same words", _words(text, words)),
        ("same names", named),
        ("same terms", termed),
        ("same figure", figures),
        ("same number", numbers),
    )
    told = [f"{kind}: {', '.join(found[:_SHOWN])}" for kind, found in kinds if found]
    if words:
        told.append(f"wording {_alike(text, candidate):.2f} alike")
        if (near := float(Meanings(lines_of(text, [candidate])).near()[0])) >= _NEAR:
            told.append(f"meaning {near:.2f} alike")
    return tuple(told)


def _alike(text: str, candidate: str) -> float:
    """How alike the wording is, figures apart, to the line that is nearest; 0 to 1."""
    asked = _unnumbered(text)
    return max(token_set_ratio(asked, _unnumbered(line)) for line in candidate.split("\n")) / 100


@lru_cache(maxsize=256)
def _unnumbered(line: str) -> str:
    return _DIGITS.sub("", wording(line))


def _words(text: str, shared: frozenset[str]) -> list[str]:
    """The shared words as the text writes them, in its order; neighbouring bigrams as one run."""
    runs: list[tuple[int, int]] = []
    for token, start, end in _places(text):
        if token not in shared:
            continue
        first = runs.pop()[0] if runs and start < runs[-1][1] else start
        runs.append((first, end))
    return list(dict.fromkeys(text[start:end] for start, end in runs))


@lru_cache(maxsize=256)
def _places(text: str) -> tuple[tuple[str, int, int], ...]:
    """Each search token of a text with the code points it stands at."""
    whole = folded(text)
    units = [place for run in runs().finditer(whole.key) for place in _units(run)]
    return tuple(
        (token, *whole.span(start, end))
        for start, end in units
        for token in tokens(whole.key[start:end])
    )


def _units(run: re.Match[str]) -> list[tuple[int, int]]:
    """A word as it is; a run of CJK characters as its overlapping pairs."""
    start, end = run.span()
    if run["cjk"] is None or end - start == 1:
        return [(start, end)]
    return [(at, at + 2) for at in range(start, end - 1)]


def _figures(text: str, candidate: str, shared: frozenset[str]) -> tuple[list[str], list[str]]:
    """The shared figures as the text writes them; and those that share their number and no more."""
    held = [found for found in read(text) if figure(found) in shared]
    theirs = {_with_unit(found) for found in read(plain(candidate))} if held else frozenset()
    alone = {
        one.text for one in held if is_number(figure(one) or "") and _with_unit(one) not in theirs
    }
    said = dict.fromkeys(one.text for one in held)
    return [one for one in said if one not in alone], [one for one in said if one in alone]


def _with_unit(quantity: Quantity) -> tuple[str | None, str]:
    return figure(quantity), comparable(quantity)[0]
