"""Signs that two passages which look alike are about two things, though no table of names says so.

Each asks whether both sides have something in one place that the other side has nowhere.
"""

import re
from collections.abc import Iterator, Mapping
from collections.abc import Set as AbstractSet
from functools import cache
from itertools import pairwise

from ledger.disagreement.figures import Figure
from ledger.disagreement.narrowed import narrowed
from ledger.disagreement.passage import Passage
from ledger.disagreement.reading import Reading
from ledger.text.tokens import CJK, tokens

_AUXILIARIES = "is|are|was|were|has|have|had|will|would"
_AUXILIARY = re.compile(rf"(?<= )(?:{_AUXILIARIES})\b")
_SUBJECT = re.compile(rf"(?:([a-z]{{3,40}}) )?(?!(?:{_AUXILIARIES}) )([a-z]{{3,40}})(?:'s)?,? $")
_LONGEST_SUBJECT = 40
_OF_A_NOUN = frozenset({"the", "its", "his", "her", "their", "our"})
"""Words that no verb follows: the collapse of the stand is no verb, for all that it is an act."""
_NUMBER = r"[一二三四五六七八九十\d]{1,4}"
_NUMBERED = re.compile(
    rf"({_NUMBER}) ?(号)|第({_NUMBER})(周|轮|期|届|集|章|回|场|站|区)|"
    r"\b(line|no\.?|number|route|flight|unit|reactor|terminal|gate|highway|platform|week|day|round|"
    r"phase|stage|season|episode|chapter|district|precinct|ward|zone|sector|block|hangar|room|pier|"
    r"berth) (\d{1,4})\b"
)
_SITE = re.compile(
    r"([\u4e00-\u9fff]{2})"
    r"(线|大桥|隧道|车站|机场|水库|大学|高中|国中|国小|小学|中学|医院|高速|公路|铁路|电厂|核电站|"
    r"球场|体育馆|博物馆|美术馆|图书馆|动物园|公园|航空|码头|港口|大楼|社区|油田|煤矿|矿场)"
)
_NOUN = re.compile(r"\b(?:the|an?|its|his|her|their|our|my|your) ([a-z]+)")
_NARROWED = re.compile(rf"{_NOUN.pattern}[ -]([a-z]+)")
_PRONOUN = re.compile(r"[ ,:]*(?:that )?(?:he|she|it|they|i|we)\b|[他她我]")
_PERSON = re.compile(
    r"(?P<i>\b(?:i|my|we|our)\b|[我咱])|(?P<you>\b(?:you|your)\b|[你您])"
    r"|(?P<they>\b(?:they|their)\b|他们)|(?P<he>\b(?:he|his)\b|(?<![其吉])他)"
    r"|(?P<she>\b(?:she|her)\b|她)"
)
_DIGITS = str.maketrans("一二三四五六七八九", "123456789")
_VERBS = frozenset({"pole", "negation", "hedge"})
_STEERING = frozenset({"pole", "negation", "hedge", "speech"})
_WHICH_OF_THEM = frozenset(
    {"kin", "acquaintance", "office", "order", "gender", "wind", "place", "age", "student"}
)
"""Scopes that say which person or place; one of time or rate may be said on one side only."""
_THINGS = frozenset({"latin", "proper", "term", "measure", "act"})
_NAMES = frozenset({"proper", "person", "company", "institution", "group"})
_TO_A_FIGURE = {"han": 4, "latin": 12}
"""Characters of the key between an act and the figure it is done to: arrested at least three."""


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
    return owned > 0 and _run().fullmatch(thing) is not None and set(thing).isdisjoint(other.key)


def narrower(x: Passage, y: Passage) -> bool:
    """Whether a noun of one is narrowed by the other: the coach, and the goalkeeping coach."""
    if x.reading.is_chinese or y.reading.is_chinese:
        return False
    return _narrows(x.key, y.key) or _narrows(y.key, x.key)


def _narrows(key: str, other: str) -> bool:
    found = _NARROWED.findall(key)
    nouns = {*_NOUN.findall(other)} if found else ()
    return any(noun in nouns and word not in other for word, noun in found)


def other_number(x: Passage, y: Passage) -> bool:
    """Whether each names a thing by another number: line 3 and line 5, 三號線 and 五號線."""
    ours = _numbers(x)
    return bool(ours) and _apart(ours, _numbers(y))


def _apart(ours: Mapping[str, set[str]], theirs: Mapping[str, set[str]]) -> bool:
    """Whether the two name other ones of a kind."""
    return any(ours[kind].isdisjoint(theirs[kind]) for kind in ours.keys() & theirs)


def _numbers(passage: Passage) -> dict[str, set[str]]:
    """The numbers things go by, by what they are."""
    found: dict[str, set[str]] = {}
    for match in _NUMBERED.finditer(passage.reading.folded.key, passage.start, passage.end):
        kind = match[2] or match[4] or match[5]
        number = match[1] or match[3] or match[6]
        found.setdefault(kind, set()).add(number.translate(_DIGITS))
    return found


def other_site(x: Passage, y: Passage) -> bool:
    """Whether each names another one of a kind of works or houses: 環狀線 and 萬大線."""
    return _apart(_sites(x), _sites(y))


def _sites(passage: Passage) -> dict[str, set[str]]:
    """The names of works and houses by their kind; a steering word is part of no name."""
    found: dict[str, set[str]] = {}
    if passage.reading.is_chinese:
        for site in _SITE.finditer(passage.reading.folded.key, passage.start, passage.end):
            if not any(s.start < site.end(1) and site.start() < s.end for s in passage.signals):
                found.setdefault(site[2], set()).add(site[1])
    return found


def other_teller(x: Passage, y: Passage) -> bool:
    """Whether two speakers speak of themselves: the chairman said he, the secretary said she."""
    ours, theirs = _told_of_oneself(x), _told_of_oneself(y)
    return bool(ours - theirs) and bool(theirs - ours)


def _told_of_oneself(passage: Passage) -> set[str]:
    """The words for a speaker who goes on with "he", "it" or "I"; none for any other clause."""
    key = passage.reading.folded.key
    if _PRONOUN.match(key, passage.begin) is None:
        return set()
    said = (s.start for s in passage.signals if s.kind == "speech")
    return {*tokens(key[passage.start : next(said, passage.begin)])}


def other_person(x: Passage, y: Passage) -> bool:
    """Whether pronouns tell two people apart: our school and theirs, he and she, 他 and 她."""
    ours = _persons(x)
    return bool(ours) and bool(theirs := _persons(y)) and ours.isdisjoint(theirs)


def _persons(passage: Passage) -> set[str | None]:
    found = _PERSON.finditer(passage.reading.folded.key, passage.start, passage.end)
    return {match.lastgroup for match in found}


def other_act(a: Reading, x: Figure, b: Reading, y: Figure) -> bool:
    """Whether other things are done to the two figures: three arrested, two charged."""
    ours, theirs = _act_on(a, x), _act_on(b, y)
    if ours is None or theirs is None or ours == theirs:
        return False
    return all(ours != term.id for term in b.terms) and all(theirs != term.id for term in a.terms)


def _act_on(reading: Reading, figure: Figure) -> str | None:
    reach = _TO_A_FIGURE["han" if reading.is_chinese else "latin"]
    directions = {s.start for s in reading.signals[figure.clause] if s.group == "rise"}
    before = [
        term
        for term in reading.acts
        if figure.start - reach <= term.end <= figure.start and term.start not in directions
    ]
    return max(before).id if before else None


def other_verb(a: Reading, x: Figure, b: Reading, y: Figure) -> bool:
    """Whether two Chinese texts say of each other verb how long: 晚點兩小時, 開了三小時."""
    if not (a.is_chinese and b.is_chinese and x.quantity.dimension == "duration"):
        return False
    ours, theirs = _verb_before(a, x), _verb_before(b, y)
    return bool(ours and theirs) and ours not in b.folded.key and theirs not in a.folded.key


def _verb_before(reading: Reading, figure: Figure) -> str:
    """The last character of the verb before a figure; nothing for one that goes with any verb."""
    found = _VERB_BEFORE.search(reading.folded.key, max(0, figure.start - 2), figure.start)
    return found[1] if found else ""


_VERB_BEFORE = re.compile(r"([\u4e00-\u9fff])(?<![有是为达共约需要用时续期长花在到至近逾])[了过]?$")


def is_priced(reading: Reading, figure: Figure, other: Figure) -> bool:
    """Whether a bare number is what something is worth, and the other counts: 價值300萬, 500箱."""
    if figure.unit != "number" or other.quantity.dimension != "count":
        return False
    begin = max(0, figure.start - _TO_A_PRICE)
    return _PRICED.search(reading.folded.key, begin, figure.start) is not None


_PRICED = re.compile(r"(?:[价产总市]值|[售造标]价|\bworth|\bvalued at|\bpriced at)[^,.，。]{0,6}$")
_TO_A_PRICE = 16
"""Characters of the key in which a word of worth is looked for."""


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
        return other_words(x, y)
    ours, theirs = things_in(x, _THINGS), things_in(y, _THINGS)
    return bool(ours - theirs) and bool(theirs - ours)


def other_words(x: Passage, y: Passage) -> bool:
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
    told, theirs = _told(other.reading), {*other.sentence}
    return any(_word_of_its_own(reading, one, told, theirs) for one in leading)


def _word_of_its_own(
    reading: Reading, clause: int, told: AbstractSet[str], theirs: AbstractSet[str]
) -> bool:
    begin = reading.words_begin[clause]
    key = reading.folded.key[begin : reading.clauses[clause].end]
    known = [(s.start, s.end) for s in reading.signals[clause] if s.kind in _STEERING]
    known += [(item.start, item.end) for item in reading.items[clause] if item.id in told]
    letters = [c if c not in theirs else " " for c in key]
    for first, last in known:
        span = slice(max(0, first - begin), max(0, last - begin))
        letters[span] = " " * len(letters[span])
    return _run().search("".join(letters)) is not None


def other_names(x: Passage, y: Passage) -> bool:
    """Whether both name somebody and no name stands in both texts: two actors died in two years."""
    ours, theirs = things_in(x, _NAMES), things_in(y, _NAMES)
    if not ours or not theirs:
        return False
    return ours.isdisjoint(_told(y.reading)) and theirs.isdisjoint(_told(x.reading))


def other_things(x: Passage, y: Passage) -> bool:
    """Whether each names a thing of the glossary that the other does not: steel, aluminium."""
    ours, theirs = things_in(x, {"term"}), things_in(y, {"term"})
    return bool(ours - _told(y.reading)) and bool(theirs - _told(x.reading))


def things_in(passage: Passage, kinds: AbstractSet[str]) -> set[str]:
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
_TOWARDS = re.compile(r"[对向从给]|\b(?:on|against|to|towards?|from|with|at|of|in)\b")
_FAR = 60
"""Characters of the key between two names of which one does something to the other."""


def _told(reading: Reading) -> set[str]:
    """Everything a text speaks of."""
    return {item.id for items in reading.items for item in items}


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


def is_a_number_of(reading: Reading, figure: Figure) -> bool:
    """Whether a figure is the number a thing goes by: the 3 of line 3."""
    begin, end = max(0, figure.start - _TO_A_NUMBER), figure.end + _TO_A_SIGN
    return _NUMBERED.search(reading.folded.key, begin, end) is not None


_TO_A_NUMBER, _TO_A_SIGN, _LONGEST_AUXILIARY = 10, 2, 6
"""Characters of the key: from the longest kind of thing that has a number up to that number, from a
number to 号 or 周, and of an auxiliary with the space behind it."""

SIGNS = (
    other_scope,
    names_else,
    other_head,
    narrower,
    other_number,
    other_site,
    other_teller,
    other_person,
)
"""What is asked of two clauses before one of them counts as denied by the other."""
SIGNS_AT_A_FIGURE = (other_head, other_number, other_site, other_person, narrowed, changed_round)
"""What is asked of the clauses of two figures; names and scopes are asked for nearer to them."""
SIGNS_AT_A_DATE = (other_names, other_head, narrower, other_number, other_site)
"""The same for two dates, beside which words weigh more."""
SIGNS_IN_DIGITS = (other_number,)
SIGNS_IN_WORDS = (other_head, other_number)
"""What may lie in a figure itself, in digits or in words."""


@cache
def _run() -> re.Pattern[str]:
    """Two CJK characters or more; asked for seldom, and it takes long to compile."""
    return re.compile(rf"[{CJK}]{{2,}}")
