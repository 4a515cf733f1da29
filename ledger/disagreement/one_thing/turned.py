"""Two parties named in turn: who beats whom, and who loses to whom, is one match."""

from itertools import pairwise

from ledger.disagreement.lists.signals import Signal
from ledger.disagreement.statement.passage import Passage
from ledger.disagreement.statement.surroundings import naming


def turned_round(x: Passage, y: Passage) -> bool:
    """Whether the two name the same parties in another order: the yen against the dollar."""
    if x.reading.is_chinese != y.reading.is_chinese:
        return False
    if _begin_with_others(*([*said.evidence.known] for said in (x, y))):
        return True
    named = ([i.id for i in naming(said.reading.told) if i.end <= said.end] for said in (x, y))
    return (
        _begin_with_others(*named)
        or (x.reading.is_chinese and _beats_and_loses(x, y))
        or _is_the_other_end(x, y)
        or _is_the_other_end(y, x)
    )


def _is_the_other_end(x: Passage, y: Passage) -> bool:
    """Whether who opens the one clause is whom the other's act is done to.

    Spain beat England, England lost: the second need not say to whom.
    """
    first, second = (_win(said) for said in (x, y))
    if first is None or second is None or first.side == second.side:
        return False
    who = next((i.id for i in y.items if i.end <= second.start and ":" not in i.id), None)
    before = {i.id for i in x.items if i.end <= first.start}
    behind = {i.id for i in x.items if i.start >= first.end}
    return who in behind and who not in before


def _begin_with_others(ours: list[str], theirs: list[str]) -> bool:
    """Whether of all that both name each names another first."""
    shared = {item for item in {*ours} & {*theirs} if ":" not in item}
    first = [next((item for item in names if item in shared), "") for names in (ours, theirs)]
    return len(shared) > 1 and first[0] != first[1]


def _beats_and_loses(x: Passage, y: Passage) -> bool:
    """Whether what stands before an act in each stands behind it in the other.

    No table knows the names of Chinese clubs, but 獅 輸給 象 and 象 擊敗 獅 are one match.
    """
    (before, behind), (first, second) = _around_the_win(x), _around_the_win(y)
    return not before.isdisjoint(second) and not behind.isdisjoint(first)


def _around_the_win(said: Passage) -> tuple[set[str], set[str]]:
    """The pairs of characters before and behind the word for who won."""
    key = said.reading.folded.key
    at = _win(said)
    if at is None:
        return set(), set()
    before, behind = key[said.start : at.start], key[at.end : said.end]
    return _in_pairs(before), _in_pairs(behind)


def _win(said: Passage) -> Signal | None:
    """The first word for who won or lost."""
    return next((s for s in said.signals if s.kind == "pole" and s.group == "win"), None)


def _in_pairs(text: str) -> set[str]:
    return {one + other for one, other in pairwise(text)}
