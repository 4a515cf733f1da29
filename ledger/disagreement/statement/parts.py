"""Part and whole: what narrows a figure to a part, and of how many some are counted."""

from collections.abc import Iterable

from ledger.disagreement.statement.figures import Figure
from ledger.disagreement.statement.item import Item
from ledger.disagreement.statement.reading import Reading
from ledger.disagreement.statement.shares import is_share
from ledger.text.patterns import lazily

_OF_A_SENTENCE = frozenset({"vintage", "days", "reach"})
_SCOPES_OF_A_SENTENCE = {False: _OF_A_SENTENCE, True: _OF_A_SENTENCE | {"wind", "area", "place"}}
"""Scopes that hold for all of a sentence; in Chinese, which names the place once and goes on, too.
"""
_OF_A_WHOLE = lazily(r" of (?:the|them|these|those|its|his|her|their)\b")
_OF_A_COUNT = lazily(r" of (?:the |its |their )?")
_AMONG = lazily(r"[^,。;]{0,8}(?:当|之)?中(?:的|有|仅|只有|仅有)")
_BEHIND_ALL = lazily(
    "|".join(
        rf"(?<=\ball {of}{the})" for of in ("", "of ") for the in ("", "the ", "its ", "their ")
    )
    + "|(?<=全部|所有|全体)"
)
_SOME_OF = lazily(r"\b(?:most|many|some|half|several|few|none|any|majority) of (?:the|its|their) $")
_REACH_OF_ALL = 24


def scope_of(reading: Reading, figure: Figure) -> frozenset[str]:
    """What narrows a figure to a part: children's, on Sundays, the main span, five of the dead.

    On Sunday only says when.
    """
    key, clause = reading.folded.key, figure.clause
    share = figure.quantity.dimension == "percent" or is_share(figure.quantity)
    found = {
        signal.group
        for n in reading.sentences[clause]
        for signal in reading.signals[n]
        if signal.kind == "scope"
        and (n == clause or signal.group in _SCOPES_OF_A_SENTENCE[reading.is_chinese])
        and not (signal.group == "days" and key.endswith("day", signal.start, signal.end))
    }
    if share:
        found.discard("use")  # a hall holds 300; who holds 60 % of a market narrows nothing
    elif _of_some(reading, figure):
        found.add("part")
    return frozenset(found)


def _of_some(reading: Reading, figure: Figure) -> bool:
    """Whether it counts some of those that were named: five of the dead, of the dead five.

    Where the whole is counted itself, 31 of the 150 seats are as many as 31 seats.
    """
    key, start = reading.folded.key, reading.clauses[figure.clause].start
    if key.startswith(("of the ", " of the "), start):
        return True
    some = _OF_A_WHOLE.match(key, figure.end) is not None
    return some and not any(is_whole(reading, one) for one in reading.figures[figure.at + 1 :][:1])


def is_whole(reading: Reading, figure: Figure) -> bool:
    """Whether a figure only says of how many some are counted: 30, or most, of the 33 miners."""
    key, figures = reading.folded.key, reading.figures
    if _SOME_OF.search(key, max(0, figure.start - _REACH_OF_ALL), figure.start):
        return True
    before, behind = figures[: figure.at][-1:], figures[figure.at + 1 :][:1]
    return any(_OF_A_COUNT.fullmatch(key, one.end, figure.start) for one in before) or any(
        _AMONG.fullmatch(key, figure.end, one.start) for one in behind
    )


def is_all(reading: Reading, figure: Figure) -> bool:
    """Whether a figure is said of all there are: all 33 miners."""
    return _BEHIND_ALL.match(reading.folded.key, figure.start) is not None


def said_of_a_part(reading: Reading, figure: Figure, told: Iterable[Item]) -> bool:
    """Whether something told is said of a part of what a figure counts, and not of all of it.

    Of 14,000 dockers, 9,000 of whom voted, it is the 9,000 that other voters are set beside.
    """
    of_some = {
        item.id
        for clause in reading.sentences[figure.clause]
        if clause > figure.clause and any(s.group == "part" for s in reading.signals[clause])
        for item in reading.items[clause]
    }
    if not of_some:
        return False
    of_some.difference_update(item.id for item in reading.items[figure.clause])
    return any(item.id in of_some for item in told if item.kind in _SAID)


_SAID = frozenset({"latin", "han", "act", "pole", "term"})
