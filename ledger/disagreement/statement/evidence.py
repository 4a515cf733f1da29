"""What a text speaks of: the terms, names, opposite acts and words that make two passages kin.

Evidence is weighed: a shared measure says more than a shared word. The weights are relative to one
ordinary English word; they were set on pairs of statements about the same and about different
things and are not sensitive to changes of a third.
"""

from collections.abc import Iterable, Iterator, Sequence
from functools import cache, lru_cache

from ledger.disagreement.lists.measures import is_listed
from ledger.disagreement.lists.signals import Signal
from ledger.disagreement.statement.item import Item
from ledger.disagreement.statement.spans import Spans
from ledger.disagreement.statement.words import is_chinese, words_in
from ledger.text.fold import Folded
from ledger.text.names import names
from ledger.text.patterns import lazily
from ledger.text.phrases import Mention
from ledger.text.tables import rows
from ledger.text.terms import terms
from ledger.text.tuples import made

_TERM_WEIGHTS = {"measure": 3.0, "thing": 2.0, "act": 1.0, "unit": 0.3, "other": 1.0}
_NAME_WEIGHT, _POLE_WEIGHT, _CONTRAST_WEIGHT = 2.0, 1.0, 1.0
_ENDING_WEIGHT = 1.0
_PUBLISHERS = frozenset({"outlet", "agency"})
_NOT_A_HEAD = frozenset("的该这那此本家多各些个某等和与在")
MANNER = frozenset({"hedge", "negation", "speech"})
"""Signals that are acts too: consider, deny and say tell how a thing is said. To rise and to fall
are counted once already, as directions."""
_BESIDE_WORDS = frozenset({"entity", "once", "series"})
"""Signals whose words still count as words."""


def items_in(
    text: Folded,
    figures: Spans,
    signals: Sequence[Signal],
    known_terms: Sequence[Item],
    mentions: Sequence[Mention],
) -> list[Item]:
    """Everything a text speaks of but its figures, from left to right.

    Args:
        text: the folded text.
        figures: where its figures stand.
        signals: its steering words.
        known_terms: its terms, as ``terms_in`` finds them, and what its figures measure besides.
        mentions: its names.
    """
    found = [i for i in known_terms if i.kind != "act" or not _is_manner(i, signals)]
    others = [*_names_among(mentions), *_subjects_by_ending(text.key, signals)]
    others += _steering(signals)
    found += [i for i in others if not figures.covered[i.start]]
    taken = figures.covered[:]
    for start, end, _, _, _ in found:
        taken[start:end] = b"\1" * (end - start)
    for start, end, kind, _, _ in signals:
        if kind not in _BESIDE_WORDS:
            taken[start:end] = b"\1" * (end - start)
    found += words_in(text, taken)
    found.sort()
    return found


def _is_manner(act: Item, signals: Iterable[Signal]) -> bool:
    """Whether an act is counted as a signal already."""
    at = act.start
    for start, end, kind, group, _ in signals:
        if start <= at < end and (kind in MANNER or group == "rise"):
            return True
    return False


def _steering(signals: Sequence[Signal]) -> Iterator[Item]:
    """Opposite acts, whichever side is taken, and the side taken in a contrast."""
    for start, end, kind, group, side in signals:
        if kind == "pole":
            yield made(Item, (start, end, f"pole:{group}", "pole", _POLE_WEIGHT))
        elif kind in _TOLD_APART:
            yield made(Item, (start, end, f"{group}:{side}", "contrast", _CONTRAST_WEIGHT))


_TOLD_APART = frozenset({"contrast", "scope"})


def terms_in(key: str, mentions: Iterable[Mention], figures: Spans) -> list[Item]:
    """The terms of the glossary that a key mentions, but for those inside a figure."""
    inside = figures.covered
    found = [
        made(Item, (start, end, term, *_sort_of(term)))
        for start, end, term in mentions
        if not inside[start]
    ]
    return [*found, *_market_shares_in(key, figures)] if "share of" in key else found


def measure_at(start: int, end: int, measure: str) -> Item:
    """A measure as what is spoken of where a figure stands."""
    return Item(start, end, measure, "measure", _TERM_WEIGHTS["measure"])


@lru_cache(maxsize=4096)
def _sort_of(term: str) -> tuple[str, float]:
    """The kind and weight of the item a term makes."""
    sort = terms().kind(term)
    kind = "measure" if is_listed(term) else sort
    return kind if kind in {"act", "measure"} else "term", _TERM_WEIGHTS[kind]


_SHARE_OF_A_MARKET = lazily(r"\bshare of (?:the |its |their )?(?:[a-z'-]+ ){0,3}market\b")


def _market_shares_in(key: str, figures: Spans) -> Iterator[Item]:
    """A share of the such-and-such market, which no list of phrases can hold."""
    for found in _SHARE_OF_A_MARKET.finditer(key):
        if not figures.covered[found.start()]:
            yield Item(*found.span(), "market_share", "measure", _TERM_WEIGHTS["measure"])


def _names_among(mentions: Iterable[Mention]) -> Iterator[Item]:
    """Names but those of publishers, who are sources and not subjects."""
    for start, end, name in mentions:
        kind = _kind_of(name)
        if kind not in _PUBLISHERS:
            yield made(Item, (start, end, name, kind, _NAME_WEIGHT))
            place = _central_banks().get(name)
            if place is not None:
                yield Item(start, end, place, "place", _NAME_WEIGHT)
                yield Item(start, end, _CENTRAL_BANK, *_sort_of(_CENTRAL_BANK))


_CENTRAL_BANK = "central_bank"


@cache
def _central_banks() -> dict[str, str]:
    """Whose central bank a name is: the Bank of Korea is South Korea's."""
    return {row["name"]: row["place"] for row in rows("ledger.disagreement", "central_banks.csv")}


@lru_cache(maxsize=4096)
def _kind_of(name: str) -> str:
    found = names().get(name)
    return "place" if found is None or found.kind == "group" else found.kind


def _subjects_by_ending(key: str, signals: Sequence[Signal]) -> Iterator[Item]:
    """星展 of 星展銀行: what stands before a word that ends names tells two subjects apart."""
    for signal in signals:
        if signal.kind == "entity" and signal.start >= 2:  # noqa: PLR2004 - two characters
            head = key[signal.start - 2 : signal.start]
            if any(signal.start - 2 < s.end <= signal.start for s in signals):
                continue  # 否認公司 names no company
            if is_chinese(head[0]) and is_chinese(head[1]) and head[1] not in _NOT_A_HEAD:
                kind = "place" if signal.group == "place" else f"entity:{signal.group}"
                yield Item(signal.start - 2, signal.end, head, kind, _ENDING_WEIGHT)
