"""Signs that a measure is narrowed on one side: Apple's revenue, and Apple's services revenue."""

from collections.abc import Iterator
from functools import cache

from ledger.disagreement.lists.measures import is_toll
from ledger.disagreement.statement.passage import Passage
from ledger.text.patterns import lazily
from ledger.text.tables import rows
from ledger.text.tokens import CJK

_OWNED = lazily(r"(?:(?:'s|\b(?:its|their|his|her|our|my))(?: [a-z]+)??|\bthe)(?: ([a-z]+))? $")
_HEAD = lazily(rf"([{CJK}]{{2}})的?$")
_REACH = {"han": 3, "latin": 40}
"""Characters before a measure in which its adjective stands."""
_TO_AN_OWNER = 4
"""Characters before a Chinese adjective in which whose measure it is may stand."""
_ENDS_ANOTHER_WORD = frozenset("市省县区州国乡镇在是将为以使让令对向把被有及和与或但而等年月日度季")


@cache
def _broad() -> frozenset[str]:
    """Words that say how or when a measure was taken, or begin a new thought."""
    return frozenset(row["word"] for row in rows("ledger.disagreement", "broad.csv"))


def narrowed(x: Passage, y: Passage) -> bool:
    """Whether both speak of one measure, and one of them of a part of it.

    Apple's revenue and its services revenue, 進口汽車的關稅 and 進口汽車零部件的關稅: what stands
    right before the measure on one side is nowhere on the other, whose own is on both; or each has
    a kind of its own. All of it, 總收入, has no word of its own.
    """
    if x.reading.is_chinese != y.reading.is_chinese:
        return _narrows_for(x, y) or _narrows_for(y, x)
    ours, theirs = dict(_adjectives(x)), dict(_adjectives(y))
    return any(
        _of_a_part(ours[measure], theirs[measure], y.key)
        or _of_a_part(theirs[measure], ours[measure], x.key)
        or (x.reading.is_chinese and _of_two_kinds(ours[measure][0], theirs[measure][0], x, y))
        for measure in ours.keys() & theirs.keys()
    )


def _narrows_for(x: Passage, y: Passage) -> bool:
    """Whether what stands right before a measure of both is told on one side alone.

    Two languages share only what the glossary knows, so that a word of the one may be any that
    narrows the measure of the other; but where nothing narrows that, one measure is of a part
    (Alphabet's cloud revenue, Alphabet總營收).
    """
    ours, theirs = _narrowing(x), _narrowing(y)
    told = y.reading.told_ids
    return any(
        words and not theirs[measure] and words.isdisjoint(told)
        for measure, words in ours.items()
        if measure in theirs
    )


def _narrowing(passage: Passage) -> dict[str, set[str]]:
    """What stands right before each measure, as what it is known for."""
    words_before = _word_in_chinese if passage.reading.is_chinese else _word_in_english
    return {
        item.id: words_before(passage, item.start)
        for item in passage.items
        if item.kind == "measure" and not is_toll(item.id)
    }


def _word_in_english(passage: Passage, measure: int) -> set[str]:
    """The word between whose measure it is and the measure, as what it is known for."""
    key = passage.reading.folded.key
    found = _OWNED.search(key, max(passage.start, measure - _REACH["latin"]), measure)
    if found is None or found[1] is None or found[1] in _broad():
        return set()
    start, end = found.span(1)
    if any(signal.start < end and start < signal.end for signal in passage.signals):
        return set()
    return {i.id for i in passage.items if i.start < end and start < i.end} or {found[1]}


def _word_in_chinese(passage: Passage, measure: int) -> set[str]:
    """The term that a measure stands right behind, and what it names, with at most 的 between.

    A measure that only its figure tells (規模7.2) has no name to be narrowed; and a bank that is
    part of a name (星展銀行) narrows nothing.
    """
    key, items = passage.reading.folded.key, passage.items
    if key[measure].isdigit():
        return set()
    end = measure - (key[measure - 1 : measure] == "的")
    starts = [i.start for i in items if i.kind == "term" and i.end == end]
    if not starts or passage.reading.within_a_name(min(starts), end):
        return set()
    return {i.id for i in items if min(starts) <= i.start and i.end <= end}


def _of_a_part(own: tuple[str, str], beside: tuple[str, str], other: str) -> bool:
    """Whether the one's word is nowhere on the other side, whose word stands right before it."""
    (word, ahead), (owner, _) = own, beside
    return word not in other and owner in ahead


def _of_two_kinds(word: str, other: str, x: Passage, y: Passage) -> bool:
    """Whether each is of a kind of one thing, and not of the same: 二手房 and 新房."""
    if word[-1:] != other[-1:] or _NUMERAL.search(word + other):
        return False
    return word not in y.key and other not in x.key


_NUMERAL = lazily(r"[一二三四五六七八九十百千两首\d]")


def _adjectives(passage: Passage) -> Iterator[tuple[str, tuple[str, str]]]:
    """What stands right before each measure, and before that; no word in "its total revenue"."""
    key, known = passage.reading.folded.key, passage.signals
    chinese = passage.reading.is_chinese
    before, reach = (_HEAD, _REACH["han"]) if chinese else (_OWNED, _REACH["latin"])
    for item in passage.items:
        if item.kind != "measure" or is_toll(item.id):
            continue
        if chinese and key[item.start - 1 : item.start] == "总":
            yield item.id, ("", "总")
            continue
        found = before.search(key, max(passage.start, item.start - reach), item.start)
        if found is None:
            continue
        word, (start, end) = found[1] or "", found.span(1)
        steers = any(signal.start < end and start < signal.end for signal in known)
        if word in _broad() or steers or word[1:2] in _ENDS_ANOTHER_WORD:
            word = ""
        if word or not chinese:
            yield item.id, (word, key[max(passage.start, start - _TO_AN_OWNER) : max(0, start)])
