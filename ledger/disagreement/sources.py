"""Who stands behind a statement: the same source or another, and the origin it goes back to.

The origin is the root of the attribution chain: a named speaker, else the agency or outlet that is
relayed, else the agency of the dateline, else the outlet itself. Ten outlets that carry one wire
story are one voice.
"""

from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache
from types import MappingProxyType

from ledger.disagreement.lists.signals import signals_in
from ledger.disagreement.side import Side
from ledger.text.fold import fold
from ledger.text.names import names, similarity
from ledger.text.patterns import lazily
from ledger.text.tokens import tokens

Agencies = Mapping[str, str | None]
"""What the house says of agencies beside the name table: folded names, each with what its agency is
called, or with nothing where an outlet is none."""
SHIPPED: Agencies = MappingProxyType({})
"""The name table, and no word of the house's."""

_SAME_NAME = 0.92
"""Likeness of two names at which a person would nearly surely say they name the same one."""
_DATELINE = 40
"""A dateline is over within this many characters of the key."""
_LETTER = lazily("[a-z0-9]")
_COPY, _FEWEST_WORDS = 0.85, 8
"""Share of words in common from which two texts of some length are copies of one."""


def same_source(a: Side, b: Side) -> bool:
    """Whether one source said both: the same speaker, or the same outlet in its own voice."""
    if a.speaker is not None and b.speaker is not None:
        return _same_name(a.speaker, b.speaker)
    if a.speaker is None and b.speaker is None and a.outlet is not None and b.outlet is not None:
        return _same_name(a.outlet, b.outlet)
    return False


def other_day(a: Side, b: Side) -> bool:
    """Whether the two were said on different known days."""
    return a.said_on is not None and b.said_on is not None and a.said_on != b.said_on


def origins(sides: Sequence[Side], agencies: Agencies = SHIPPED) -> list[int]:
    """The number of each statement's origin, counted from 0 in the order of first appearance.

    Origins are joined step by step: a copy of a relayed story belongs to what was relayed.
    """
    roots = [_root(side, agencies) for side in sides]
    words = [set(tokens(fold(side.text))) for side in sides]
    group = list(range(len(sides)))
    for later in range(len(sides)):
        for earlier in range(later):
            if group[earlier] != group[later] and (
                _same_root(roots[earlier], roots[later]) or _copied(words[earlier], words[later])
            ):
                keep, drop = sorted((group[earlier], group[later]))
                group = [keep if one == drop else one for one in group]
    return _numbered(group)


def _numbered(group: Iterable[int]) -> list[int]:
    numbers: dict[int, int] = {}
    return [numbers.setdefault(one, len(numbers)) for one in group]


def _same_root(a: str | None, b: str | None) -> bool:
    return a is not None and b is not None and _same_name(a, b)


def _root(side: Side, agencies: Agencies) -> str | None:
    """Who said it first, as far as the statement tells."""
    if side.speaker is not None and not is_unnamed(side.speaker):
        return side.speaker
    return side.relayed_from or _dateline_agency(side.text, agencies) or side.outlet


@lru_cache(maxsize=8192)
def is_unnamed(speaker: str) -> bool:
    """Whether a speaker is a collective without a name: officials, 知情人士."""
    return any(signal.kind == "unnamed" for signal in signals_in(fold(speaker)))


def _dateline_agency(text: str, agencies: Agencies) -> str | None:
    """The news agency named at the head of a text: (中央社台北12日電), LONDON (Reuters) -."""
    key = fold(text)
    closing = max(key.find(mark, 0, _DATELINE) for mark in (")", "】", "- ", "]"))
    for mention in names().mentions_in(text):
        name = names().get(mention.id)
        if mention.end <= closing and name is not None and name.kind == "agency":
            called = agencies.get(fold(mention.id), mention.id)
            if called is not None:
                return called
    head = key[: max(closing, 0)]
    named = (called for form, called in agencies.items() if called and _names(head, form))
    return next(named, None)


def _names(head: str, form: str) -> bool:
    """Whether a dateline holds a name that is not part of a longer word."""
    before, found, after = head.partition(form)
    return bool(found) and not (_LETTER.search(before[-1:]) or _LETTER.match(after))


def _copied(a: set[str], b: set[str]) -> bool:
    if min(len(a), len(b)) < _FEWEST_WORDS:
        return False
    return len(a & b) >= _COPY * len(a | b)


@lru_cache(maxsize=16384)
def _same_name(a: str, b: str) -> bool:
    return a == b or similarity(a, b) >= _SAME_NAME
