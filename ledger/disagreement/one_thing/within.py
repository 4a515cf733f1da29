"""A short claim about one fact of a longer text, which tells all that the claim speaks of.

A wire sentence tells who, where, when, how many and what came of it; a claim takes one of these.
Nothing but the fact itself is then left to set the two apart: what the claim says has no word of
its own, no time, no person and no place of which the longer text does not speak.
"""

from functools import cache
from itertools import pairwise
from typing import NamedTuple

from ledger.disagreement.one_thing.told_enough import width, words_of_its_own
from ledger.disagreement.statement.item import Item
from ledger.disagreement.statement.kept import kept
from ledger.disagreement.statement.prepared import Prepared
from ledger.disagreement.statement.surroundings import naming
from ledger.text.fold import fold
from ledger.text.names import names
from ledger.text.tables import rows
from ledger.text.tokens import tokens

_LONGER = 1.4
"""How many times as long the longer text is, in characters of its key."""
_MOST_CLAUSES = 3
_OWN, _MORE, _MORE_ACROSS = 0.5, 5.0, 3.0
"""What a claim may have of its own, as a pair of characters that breaks has, and how much more the
longer text tells, in ordinary English words."""
_ENOUGH = {True: 1.5, False: 2.0}
"""What a claim speaks of beside what is done and how much, in ordinary English words."""


@cache
def _light() -> frozenset[str]:
    """Stems, terms and pairs of characters that say that something was so, and nothing of what."""
    table = rows("ledger.disagreement", "light.csv")
    return frozenset(word for row in table for word in row["words"].split("|"))


class Claim(NamedTuple):
    """A text as short as a claim, and one that tells much more, and of no other part.

    Attributes:
        short: the claim.
        long: the longer text.
        own: of what only the claim speaks; whatever it names, and hardly a word besides.
        sorts: the sorts of times that only the claim names so: weekday, month.
    """

    short: Prepared
    long: Prepared
    own: list[Item]
    sorts: list[str]

    @property
    def is_within(self) -> bool:
        """Whether the longer text tells all that the claim speaks of."""
        told = not self.sorts and width(self.own) <= _OWN
        return told and _speaks_of_names(self.short, self.long)

    @property
    def own_name(self) -> list[Item]:
        """The words of the one name that only the claim has; nothing where it has none, or two."""
        named = [] if self.sorts else naming(self.own)
        apart = any(y.start - x.end > _WITHIN_A_NAME for x, y in pairwise(named))
        return [] if apart else named

    @property
    def own_time(self) -> str | None:
        """The sort of the one time that each names otherwise, where all else is told by both."""
        if len(self.sorts) != 1 or width(self.own) > _OWN or self.sorts[0] not in _SORTS:
            return None
        ours, theirs = (one.times.get(self.sorts[0], ()) for one in (self.short, self.long))
        told = len(ours) == len(theirs) == 1 and _speaks_of_names(self.short, self.long)
        return self.sorts[0] if told else None


class Claimed:
    """The short claim and the longer text that two texts are, worked out when it is first asked."""

    def __init__(self, a: Prepared, b: Prepared) -> None:
        """Remember the texts."""
        self._both = a, b

    @kept
    def _claim(self) -> Claim | None:
        return claim_of(*self._both)

    def __call__(self) -> Claim | None:
        """What they are; ``None`` if not that."""
        return self._claim


def claim_of(a: Prepared, b: Prepared) -> Claim | None:
    """The short claim and the longer text that two texts are, if they are; what costs least first.

    Args:
        a: a text.
        b: another.
    """
    short, long = (a, b) if _length(a) <= _length(b) else (b, a)
    if not _may_be_a_claim(short, long):
        return None
    own = own_words(short, long)
    named = naming(own)
    if width([i for i in own if i not in named]) > _OWN or not _of_parts_of(short, long):
        return None
    if _told(short) < _ENOUGH[short.is_chinese] or not _count_off_alike(short, long):
        return None
    least = _MORE if short.is_chinese == long.is_chinese else _MORE_ACROSS
    if width(words_of_its_own(long, short)) < least:
        return None
    return Claim(short, long, own, _other_sorts(short, long))


def _may_be_a_claim(short: Prepared, long: Prepared) -> bool:
    """What is told at least cost: that it is shorter, asks nothing and has most words in common."""
    if _length(short) * _LONGER > _length(long) or "?" in short.folded.key:
        return False
    if len(short.clauses) > _MOST_CLAUSES:
        return False
    return short.is_chinese != long.is_chinese or _share_words(short, long)


def _share_words(short: Prepared, long: Prepared) -> bool:
    """Whether enough words of a claim stand in the longer text, before anybody looks closer."""
    ours = short.units
    return len(ours & long.units) >= _SHARED * len(ours)


_SHARED = 0.5
"""Share of the words and signs of a claim, or of its characters, that must stand in both."""


def _other_sorts(short: Prepared, long: Prepared) -> list[str]:
    """The sorts of which a claim names a time that the longer text does not name."""
    ours, theirs = short.times, long.times
    return [
        sort
        for sort in ours
        if sort != "stretch" and not ours[sort] <= theirs.get(sort, frozenset())
    ]


def _count_off_alike(short: Prepared, long: Prepared) -> bool:
    """Whether a claim is of no other in a row than the longer text: the first plant, the third."""
    return {f.low for f in short.ordinals} <= {f.low for f in long.ordinals}


_SORTS = frozenset({"weekday", "month", "year"})
_WITHIN_A_NAME = 3
"""Characters between the words of one name."""


def _length(reading: Prepared) -> int:
    """How long a text is, in letters of English."""
    return len(reading.folded.key) * (_A_CHARACTER if reading.is_chinese else 1)


_A_CHARACTER = 3
_OF_A_MEASURE = 0.5
"""What a measure tells more than a word."""


def _speaks_of_names(short: Prepared, long: Prepared) -> bool:
    """Whether whom a claim names the longer text speaks of, and not only quotes."""
    spoken = {item.id for item in long.spoken}
    return all(item.id in spoken or _is_within(item, long) for item in naming(short.spoken))


def _told(short: Prepared) -> float:
    spoken = [i for i in short.spoken if not is_light(i)]
    return width(spoken) + _OF_A_MEASURE * any(i.kind == "measure" for i in spoken)


def own_words(short: Prepared, long: Prepared) -> list[Item]:
    """What a claim speaks of and a longer text does not, but for words that say nothing."""
    own = [i for i in words_of_its_own(short, long) if not (is_light(i) or _is_within(i, long))]
    if not own or width(own) > _FAR_TOO_MUCH:
        return own
    return [i for i in own if not _is_said(i, short, long.stems)]


_FAR_TOO_MUCH = 6.0
"""What no name or term makes up for."""


def _is_within(item: Item, long: Prepared) -> bool:
    """Whether a longer name or word has it: the US in its labour department, 群被 in 高立群."""
    if item.kind == "han":
        return all(c in _JOINING or c in long.folded.key for c in item.id)
    if item.kind != "place":
        return False
    name = names().get(item.id) or names().lookup(item.id)
    return name is not None and any(
        fold(form) in long.folded.key for form in name.written() if not form.isascii()
    )


_JOINING = frozenset("另计共约仅只被由在是从与和将已也了的为于至到因对向及并其该此这那后有")
"""Characters that join words, and are of neither."""


def _is_said(item: Item, reading: Prepared, stems: frozenset[str]) -> bool:
    """Whether the words of a term stand in the other text within another one: oil in oil prices."""
    words = tokens(reading.folded.key[item.start : item.end])
    return item.kind not in _NAMES and bool(words) and stems.issuperset(words)


def is_light(item: Item) -> bool:
    """Whether it says that something was so, and nothing of what."""
    if item.kind == "han":
        return item.id in _light() or all(c in _JOINING for c in item.id)
    return item.id in _light()


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
