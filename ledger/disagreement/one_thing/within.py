"""A short claim about one fact of a longer text, which tells all that the claim speaks of.

A wire sentence tells who, where, when, how many and what came of it; a claim takes one of these.
Nothing but the fact itself is then left to set the two apart: what the claim says has no word of
its own, no time, no person and no place of which the longer text does not speak.
"""

from itertools import pairwise

from ledger.disagreement.one_thing.told_enough import spoken_of, width, words_of_its_own
from ledger.disagreement.statement.item import Item
from ledger.disagreement.statement.prepared import Prepared
from ledger.disagreement.statement.surroundings import naming
from ledger.text.fold import fold
from ledger.text.names import names
from ledger.text.tokens import tokens

_LONGER = 1.4
"""How many times as long the longer text is, in characters of its key."""
_MOST_CLAUSES = 3
_OWN, _MORE, _MORE_ACROSS = 0.5, 5.0, 3.0
"""What a claim may have of its own, as a pair of characters that breaks has, and how much more the
longer text tells, in ordinary English words."""
_ENOUGH = {True: 1.5, False: 2.0}
"""What a claim speaks of beside what is done and how much, in ordinary English words."""
_LIGHT = frozenset(
    {
        *("becom", "confirm", "decid", "give", "go", "happen", "hit", "make", "occur", "peopl"),
        *("place", "reach", "remain", "see", "stand", "still", "strike", "take", "toll", "year"),
        *("announce", "decide", "people", "begin", "resolution"),
    }
)
"""What says that something was so, and nothing of what."""
_LIGHT_PAIRS = frozenset("表示 宣布 造成 出现 实现 提出 宣判 调整 发生 进行 决定 位于 达到 得到 取得 处以".split())


def claim_within(a: Prepared, b: Prepared) -> tuple[Prepared, Prepared] | None:
    """The short claim and the longer text, where the one tells all that the other speaks of."""
    both = _short_and_long(a, b)
    if both is None or not _at_times_of(*both):
        return None
    return both if width(own_words(*both)) <= _OWN and _speaks_of_names(*both) else None


def claim_but_for_a_name(a: Prepared, b: Prepared) -> tuple[Prepared, Prepared, list[Item]] | None:
    """A claim of which a longer text tells all but one name; with the words of that name."""
    both = _short_and_long(a, b)
    if both is None or not _at_times_of(*both):
        return None
    own = own_words(*both)
    named = naming(own)
    apart = any(y.start - x.end > _WITHIN_A_NAME for x, y in pairwise(named))
    if not named or apart or width([i for i in own if i not in named]) > _OWN:
        return None
    return (*both, named)


def claim_but_for_a_time(a: Prepared, b: Prepared) -> tuple[Prepared, Prepared, str] | None:
    """A claim of which a longer text tells all but when it was; with the sort of that time."""
    both = _short_and_long(a, b)
    if both is None or width(own_words(*both)) > _OWN or not _speaks_of_names(*both):
        return None
    ours, theirs = (one.times for one in both)
    other = [sort for sort in ours if not ours[sort] <= theirs.get(sort, frozenset())]
    if len(other) != 1 or other[0] not in _SORTS or other[0] not in theirs:
        return None
    sort = other[0]
    return (*both, sort) if len(ours[sort]) == len(theirs[sort]) == 1 else None


_SORTS = frozenset({"weekday", "month", "year"})
_WITHIN_A_NAME = 3
"""Characters between the words of one name."""


def _short_and_long(a: Prepared, b: Prepared) -> tuple[Prepared, Prepared] | None:
    """A text as short as a claim, and one that tells much more, and of no other part."""
    short, long = sorted((a, b), key=_length)
    if _length(short) * _LONGER > _length(long) or "?" in short.folded.key:
        return None
    if len(short.clauses) > _MOST_CLAUSES or not _of_parts_of(short, long):
        return None
    if _told(short) < _ENOUGH[short.is_chinese] or not {f.low for f in short.ordinals} <= {f.low for f in long.ordinals}:
        return None
    least = _MORE if short.is_chinese == long.is_chinese else _MORE_ACROSS
    return (short, long) if width(words_of_its_own(long, short)) >= least else None


def _length(reading: Prepared) -> int:
    """How long a text is, in letters of English."""
    return len(reading.folded.key) * (_A_CHARACTER if reading.is_chinese else 1)


_A_CHARACTER = 3
_OF_A_MEASURE = 0.5
"""What a measure tells more than a word."""


def _speaks_of_names(short: Prepared, long: Prepared) -> bool:
    """Whether whom a claim names the longer text speaks of, and not only quotes."""
    spoken = {item.id for item in spoken_of(long)}
    return all(item.id in spoken or _is_within(item, long) for item in naming(spoken_of(short)))


def _told(short: Prepared) -> float:
    spoken = [i for i in spoken_of(short) if not is_light(i)]
    return width(spoken) + _OF_A_MEASURE * any(i.kind == "measure" for i in spoken)


def own_words(short: Prepared, long: Prepared) -> list[Item]:
    """What a claim speaks of and a longer text does not, but for words that say nothing."""
    stems = stems_of(long)
    return [
        i
        for i in words_of_its_own(short, long)
        if not (is_light(i) or _is_said(i, short, stems) or _is_within(i, long))
    ]


def _is_within(item: Item, long: Prepared) -> bool:
    """Whether a longer name or word has it: the US in its labour department, 群被 in 高立群."""
    if item.kind == "han":
        return all(c in _JOINING or c in long.folded.key for c in item.id)
    if item.kind != "place":
        return False
    name = names().lookup(item.id)
    return name is not None and any(
        fold(form) in long.folded.key for form in name.written() if not form.isascii()
    )


_JOINING = frozenset("另计共约仅只被由在是从与和将已也了的为于至到因对向及并其该此这那后有")
"""Characters that join words, and are of neither."""


def stems_of(reading: Prepared) -> set[str]:
    """The stems of all words of a text, those of terms and measures too."""
    return {*tokens(reading.folded.key)}


def _is_said(item: Item, reading: Prepared, stems: set[str]) -> bool:
    """Whether the words of a term stand in the other text within another one: oil in oil prices."""
    words = tokens(reading.folded.key[item.start : item.end])
    return item.kind not in _NAMES and bool(words) and stems.issuperset(words)


def is_light(item: Item) -> bool:
    """Whether it says that something was so, and nothing of what."""
    if item.kind == "han":
        return item.id in _LIGHT_PAIRS or all(c in _JOINING for c in item.id)
    return item.id in _LIGHT


def _at_times_of(short: Prepared, long: Prepared) -> bool:
    """Whether a claim names no time that the longer text does not name."""
    ours, theirs = short.times, long.times
    return all(ours[sort] <= theirs.get(sort, frozenset()) for sort in ours if sort != "stretch")


def _of_parts_of(short: Prepared, long: Prepared) -> bool:
    """Whether a claim is narrowed to no part, person or kin of which the longer text is silent."""
    told = {(s.group, s.side) for s in long.steering}
    return all(
        (s.group, s.side) in told
        for s in short.steering
        if s.kind == "scope" and s.group not in _OF_MANNER
        if not any(term.start <= s.start and s.end <= term.end for term in short.terms)
    )


_OF_MANNER = frozenset({"rate", "span", "reach", "use"})
"""Scopes that a measure or the word "in" may say in other words."""
_NAMES = frozenset({"place", "person", "company", "institution", "group"})
