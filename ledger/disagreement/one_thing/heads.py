"""The thing itself and what belongs to it or narrows it: the museum, and the museum shop.

Both languages put the thing itself last.
"""

import re
from collections.abc import Iterator

from ledger.disagreement.one_thing.members import is_a_number_of
from ledger.disagreement.statement.figures import Figure
from ledger.disagreement.statement.passage import Passage
from ledger.disagreement.statement.reading import Reading
from ledger.text.patterns import lazily
from ledger.text.tokens import CJK

_AUXILIARIES = "is|are|was|were|has|have|had|will|would"
_AUXILIARY = lazily(rf"(?<= )(?:{_AUXILIARIES})\b")
_SUBJECT = lazily(rf"(?:([a-z]{{3,40}}) )?(?!(?:{_AUXILIARIES}) )([a-z]{{3,40}})(?:'s)?,? $")
_PLACED = lazily(r"([a-z]{3,20}) (?:on|in|at|near|inside) (?:the|its|their) ([a-z]{3,20}) $")
_LONGEST_SUBJECT, _LONGEST_AUXILIARY = 40, 6
"""Characters of the key, the space beside them too."""
_OF_A_NOUN = frozenset({"the", "its", "his", "her", "their", "our"})
"""Words that no verb follows: the collapse of the stand is no verb, for all that it is an act."""
_NOUN = lazily(r"\b(?:the|an?|its|his|her|their|our|my|your) ([a-z]+)")
_NARROWED = lazily(rf"{_NOUN.pattern}[ -]([a-z]+)")
_PREFIXED = lazily(rf"{_NOUN.pattern}-([a-z]+)")
_TWO_CHARACTERS = lazily(rf"[{CJK}]{{2}}")
_VERBS = frozenset({"pole", "negation", "hedge"})


def other_head(x: Passage, y: Passage) -> bool:
    """Whether one is about a thing and the other about what belongs to it.

    The museum was closed, the museum shop was open; 圖書館不開放, 圖書館的咖啡店開放. Both
    languages put the thing itself last.
    """
    if x.reading.is_chinese != y.reading.is_chinese:
        return False
    if x.reading.is_chinese:
        return _of_a_part(x, y) or _of_a_part(y, x)
    ours, theirs = {*_subjects(x)}, {*_subjects(y)}
    heads = {head for _, head in ours}, {head for _, head in theirs}
    return any(
        owner in others and head not in others
        for subjects, others in ((ours, heads[1]), (theirs, heads[0]))
        for owner, head in subjects
    )


def _subjects(passage: Passage) -> Iterator[tuple[str, str]]:
    """The last two words before each verb that shows as one: an auxiliary, a direction, an act.

    Of an aside that begins with its verb, those before it: the museum, opened in 1972.
    """
    key, start = passage.reading.folded.key, passage.start
    verbs = [auxiliary.start() for auxiliary in _AUXILIARY.finditer(key, start, passage.end)]
    verbs += [signal.start for signal in passage.signals if signal.kind in _VERBS]
    for at in verbs:
        placed = _PLACED.search(key, max(start, at - _LONGEST_SUBJECT), at)
        if placed is not None:  # the town on the island has
            yield placed[2], placed[1]
            continue
        begin = start if key[start:at].strip() else passage.reading.sentence_start(passage.clause)
        subject = _SUBJECT.search(key, max(begin, at - _LONGEST_SUBJECT), at)
        if subject is not None and subject[2] not in _OF_A_NOUN:
            yield subject[1] or "", subject[2]


def _of_a_part(passage: Passage, other: Passage) -> bool:
    """Whether what stands behind 的, before the first verb that shows, is on one side only."""
    key = passage.reading.folded.key
    verbs = (signal.start for signal in passage.signals if signal.kind in _VERBS)
    owned = key.rfind("的", passage.start, next(verbs, passage.end)) + 1
    thing = key[owned : owned + 2]
    return (
        owned > 0
        and _TWO_CHARACTERS.fullmatch(thing) is not None
        and set(thing).isdisjoint(other.key)
    )


def prefixed(x: Passage, y: Passage) -> bool:
    """Whether a noun of one goes with a prefix on the other side alone: the pilot, the co-pilot."""
    return _narrows(x.key, y.key, _PREFIXED) or _narrows(y.key, x.key, _PREFIXED)


def narrower(x: Passage, y: Passage) -> bool:
    """Whether a noun of one is narrowed by the other: the coach, and the goalkeeping coach."""
    if x.reading.is_chinese or y.reading.is_chinese:
        return False
    return _narrows(x.key, y.key, _NARROWED) or _narrows(y.key, x.key, _NARROWED)


def _narrows(key: str, other: str, narrowing: re.Pattern[str]) -> bool:
    found = narrowing.findall(key)
    nouns = {*_NOUN.findall(other)} if found else ()
    return any(noun in nouns and word not in other for word, noun in found)


def other_kind(x: Passage, y: Passage) -> bool:
    """Whether each tells of another kind of what one noun names: the trade bill, the climate bill.

    And whether one tells of all, the other of a kind: all voters, Republican voters.
    """
    first, second = x.reading.folded.key, y.reading.folded.key
    if _has_a_kind(first, second) or _has_a_kind(second, first):
        return True
    ours, theirs = ({noun: kind for kind, noun in _NARROWED.findall(one.key)} for one in (x, y))
    return any(
        ours[noun] not in second and theirs[noun] not in first for noun in ours.keys() & theirs
    )


def _has_a_kind(key: str, other: str) -> bool:
    """Whether one text is of all such, and before the same noun the other has a word of its own."""
    nouns = {*_ALL.findall(key)} if "all " in key else ()
    if not nouns:
        return False
    before = {word for word, noun in _BOTH.findall(other) if noun in nouns} - _NO_KIND
    return any(word not in key for word in before)


_ALL = lazily(r"\ball (?:of )?(?:the )?([a-z]{4,20})\b")
_BOTH = lazily(r"\b([a-z]+) (?=([a-z]{4,20})\b)")
_NO_KIND = frozenset({"of", "by", "and", "or", "to", "for", "from", "with", "other", "that", "as"})


def may_name(reading: Reading, figure: Figure) -> bool:
    """Whether a figure may be part of what a thing is called, or of the words before a verb.

    Asked first where two texts differ in one figure alone: nearly none is, and no other sign is in
    digits or in words there.
    """
    if is_a_number_of(reading, figure):
        return True
    key, start, end = reading.folded.key, figure.start, figure.end
    if reading.is_chinese:
        return key.find("的", max(0, start - 2), end) >= 0
    reach = end + _LONGEST_SUBJECT
    return _AUXILIARY.search(key, start, reach + _LONGEST_AUXILIARY) is not None or any(
        signal.kind in _VERBS and start <= signal.start <= reach
        for signal in reading.signals[figure.clause]
    )
