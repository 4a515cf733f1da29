"""Two parties named in turn: who beats whom, and who loses to whom, is one match."""

from itertools import pairwise

from ledger.disagreement.statement.passage import Passage
from ledger.disagreement.statement.surroundings import naming


def turned_round(x: Passage, y: Passage) -> bool:
    """Whether the two name the same parties in another order: the yen against the dollar."""
    if x.reading.is_chinese != y.reading.is_chinese:
        return False
    if _begin_with_others(*([*said.evidence.known] for said in (x, y))):
        return True
    named = ([i.id for i in naming(said.reading.told) if i.end <= said.end] for said in (x, y))
    return _begin_with_others(*named) or (x.reading.is_chinese and _beats_and_loses(x, y))


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
    at = next((s for s in said.signals if s.kind == "pole" and s.group == "win"), None)
    if at is None:
        return set(), set()
    before, behind = key[said.start : at.start], key[at.end : said.end]
    return _in_pairs(before), _in_pairs(behind)


def _in_pairs(text: str) -> set[str]:
    return {one + other for one, other in pairwise(text)}
