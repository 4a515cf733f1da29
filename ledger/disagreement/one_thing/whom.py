"""Of whom or what two passages speak: the names, persons and things that only one side has."""

import re
from collections.abc import Set as AbstractSet
from functools import cache
from itertools import pairwise

from ledger.disagreement.statement.passage import Passage
from ledger.disagreement.statement.reading import Reading
from ledger.disagreement.two_sets import each_has_its_own, share_nothing
from ledger.text.patterns import lazily
from ledger.text.tokens import CJK, tokens

_PRONOUN = lazily(r"[ ,:]*(?:that )?(?:he|she|it|they|i|we)\b|[他她我]")
_PERSON = lazily(
    r"(?P<i>\b(?:i|my|we|our)\b|[我咱])|(?P<you>\b(?:you|your)\b|[你您])"
    r"|(?P<they>\b(?:they|their)\b|他们)|(?P<he>\b(?:he|his)\b|(?<![其吉])他)"
    r"|(?P<she>\b(?:she|her)\b|她)"
)
_STEERING = frozenset({"pole", "negation", "hedge", "speech"})
_WHICH_OF_THEM = frozenset(
    {"kin", "acquaintance", "office", "order", "gender", "wind", "place", "age", "student"}
)
"""Scopes that say which person or place; one of time or rate may be said on one side only."""
_THINGS = frozenset({"latin", "proper", "term", "measure", "act"})
_NAMES = frozenset({"proper", "person", "company", "institution", "group"})


def other_scope(x: Passage, y: Passage) -> bool:
    """Whether one clause is narrowed to a part: a deputy, a friend, the north."""
    ours, theirs = (
        {s.group for s in passage.signals if s.group in _WHICH_OF_THEM} for passage in (x, y)
    )
    return ours != theirs


def names_else(x: Passage, y: Passage) -> bool:
    """Whether each side names a thing the other does not: a toll on trucks, a toll on cars.

    Two languages share only what the glossary knows.
    """
    if x.reading.is_chinese != y.reading.is_chinese:
        return other_things(x, y)
    if x.reading.is_chinese:
        return _other_words(x, y)
    return each_has_its_own(_things_in(x, _THINGS), _things_in(y, _THINGS))


def _other_words(x: Passage, y: Passage) -> bool:
    """Whether each of two Chinese clauses has a word no character of which the other side has.

    禁止大貨車通行, 允許小客車通行: 大貨 is banned and 小客 allowed. Steering words do not count,
    nor do terms that the other side has in other characters; what a sentence names once and goes on
    about is of all its clauses.
    """
    return _has_else(x, y) and _has_else(y, x)


def _has_else(passage: Passage, other: Passage) -> bool:
    """Whether a clause, or what leads up to it, has such a word."""
    reading, clause = passage.reading, passage.clause
    leading = range(reading.sentences[clause].start, clause + 1)
    begins = reading.words_begin
    return any(_word_of_its_own(reading, one, begins[one], other) for one in leading)


def words_behind(x: Passage, y: Passage, ends: tuple[int, int]) -> bool:
    """Whether behind two places of Chinese clauses each has such a word: 補助健保費, 補助裝假牙."""
    if not x.reading.is_chinese or not y.reading.is_chinese:
        return False
    return _word_of_its_own(x.reading, x.clause, ends[0], y) and _word_of_its_own(
        y.reading, y.clause, ends[1], x
    )


def _word_of_its_own(reading: Reading, clause: int, begin: int, other: Passage) -> bool:
    told, theirs = _told(other.reading), {*other.sentence}
    key = reading.folded.key[begin : reading.clauses[clause].end]
    known = [(s.start, s.end) for s in reading.signals[clause] if s.kind in _STEERING]
    known += [(item.start, item.end) for item in reading.items[clause] if item.id in told]
    letters = [c if c not in theirs else " " for c in key]
    for first, last in known:
        span = slice(max(0, first - begin), max(0, last - begin))
        letters[span] = " " * len(letters[span])
    return _run().search("".join(letters)) is not None


@cache
def _run() -> re.Pattern[str]:
    """Two CJK characters or more; asked for seldom, and it takes long to compile."""
    return lazily(rf"[{CJK}]{{2,}}")


def other_names(x: Passage, y: Passage) -> bool:
    """Whether both name somebody and no name stands in both texts: two actors died in two years."""
    ours, theirs = _things_in(x, _NAMES), _things_in(y, _NAMES)
    if not ours or not theirs:
        return False
    return ours.isdisjoint(_told(y.reading)) and theirs.isdisjoint(_told(x.reading))


def other_things(x: Passage, y: Passage) -> bool:
    """Whether each names a thing of the glossary that the other does not: steel, aluminium."""
    ours, theirs = _things_in(x, {"term"}), _things_in(y, {"term"})
    return bool(ours - _told(y.reading)) and bool(theirs - _told(x.reading))


def _things_in(passage: Passage, kinds: AbstractSet[str]) -> set[str]:
    """The items of a clause of some kinds but for directions and acts, and parts of a name.

    The Bank of Japan is no other thing than 日本央行, though a bank is none than a central bank.
    """
    poles = [s for s in passage.signals if s.kind == "pole"]
    return {
        item.id
        for item in passage.items
        if item.kind in kinds
        and not any(item.start < pole.end and pole.start < item.end for pole in poles)
        and not (item.kind == "term" and passage.reading.within_a_name(item.start, item.end))
    }


def _told(reading: Reading) -> set[str]:
    """Everything a text speaks of."""
    return {item.id for items in reading.items for item in items}


def other_person(x: Passage, y: Passage) -> bool:
    """Whether pronouns tell two people apart: our school and theirs, he and she, 他 and 她."""
    return share_nothing(_persons(x), _persons(y))


def _persons(passage: Passage) -> set[str | None]:
    found = _PERSON.finditer(passage.reading.folded.key, passage.start, passage.end)
    return {match.lastgroup for match in found}


def other_teller(x: Passage, y: Passage) -> bool:
    """Whether two speakers speak of themselves: the chairman said he, the secretary said she."""
    return each_has_its_own(_told_of_oneself(x), _told_of_oneself(y))


def _told_of_oneself(passage: Passage) -> set[str]:
    """The words for a speaker who goes on with "he", "it" or "I"; none for any other clause."""
    key = passage.reading.folded.key
    if _PRONOUN.match(key, passage.begin) is None:
        return set()
    said = (s.start for s in passage.signals if s.kind == "speech")
    return {*tokens(key[passage.start : next(said, passage.begin)])}


def changed_round(x: Passage, y: Passage) -> bool:
    """Whether the same two are named in the other order: US tariffs on China, and its on the US.

    Only where a word between them says whom it is done to.
    """
    ours, theirs = _from_whom_to_whom(x), _from_whom_to_whom(y)
    return bool(ours) and ours == theirs[::-1]


def _from_whom_to_whom(passage: Passage) -> tuple[str, ...]:
    """The first two names of a clause with such a word between them."""
    named = [item for item in passage.items if item.kind in _WHO]
    for one, other in pairwise(named):
        between = passage.reading.folded.key[one.end : other.start]
        if one.id != other.id and len(between) <= _FAR and _TOWARDS.search(between):
            return one.id, other.id
    return ()


_WHO = frozenset({"proper", "place", "person", "company", "institution", "group"})
_TOWARDS = lazily(r"[对向从给]|\b(?:on|against|to|towards?|from|with|at|of|in)\b")
_FAR = 60
"""Characters of the key between two names of which one does something to the other."""
