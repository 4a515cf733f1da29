"""The subject of a Chinese verb of saying: what stands before it, adverbs and clauses left out."""

import re
from collections.abc import Iterator
from functools import cache

from ledger.extraction.cue import Span
from ledger.extraction.lexicon import any_of, any_pattern, table, words
from ledger.extraction.page.quotations import quotations

_HAN = r"[\u4e00-\u9fff"
BOUNDARY = re.compile(rf"[,;:。!?]|(?<={_HAN}」]) (?=[「《\u4e00-\u9fff])|(?<=\)) (?=[「《])")
"""Where a clause ends; a space between Chinese characters parts a caption from the text."""

_AFTER_NAME = re.compile(
    r"$|[\s,、。;:()「」“”]|如今|目前|现年|今年|去年|是|有|说|称|表示|认为|的|和|与|及|等"
)
_BRACKETED = re.compile(r"\([^()]{0,80}\)|《[^《》]{0,40}》")
_SPEECH = re.compile(r"[,。!?;]")
_LONG_QUOTE, _CLAUSES_BACK, _LOOK_BACK = 14, 3, 90
_PRONOUNS = frozenset("他她其")
_PREDICATES = frozenset({"是", "为"})
_PEOPLE_OF_A_KIND = ("的人士", "的官员")
_SOMEBODY = re.compile(r"(?:有)?(?:[一两三四五六七八九十几数多]+|该|这|那|\d+)[名位些个]?$")
_ONE_OF_A_BODY = re.compile(
    r"[部局署院所行司会社团处厅厂校府方][一两三四五六七八九十几数多][名位]$"
)


def masked(plain: str) -> str:
    """The sentence with what stands in quotes and brackets made unreadable, lengths kept.

    Long quotations end a clause; a name or a term between quotes is part of one.
    """
    characters = list(plain)
    for found in _BRACKETED.finditer(plain):
        characters[found.start() + 1 : found.end() - 1] = "◇" * (len(found[0]) - 2)
    for start, end in quotations(plain, 0, len(plain)).spans:
        speech = end - start > _LONG_QUOTE or _SPEECH.search(plain, start, end) is not None
        characters[start + 1 : end - 1] = "◆" * (end - start - 2)
        if speech:
            characters[end - 1] = "。"
    return "".join(characters)


def subject(shown: str, verb: int) -> tuple[int, Span | None]:
    """Where the clause of a verb's subject begins, and the characters of the subject.

    Looks in the verb's own clause, then in those before it, as long as they begin with what cannot
    be a subject; a clause that is a subject and nothing else is none of this verb's.

    Args:
        shown: the sentence, masked.
        verb: where the verb begins.
    """
    limit, begin = verb, 0
    for back in range(_CLAUSES_BACK):
        earliest = max(0, limit - _LOOK_BACK)
        begin = max(
            (found.end() for found in BOUNDARY.finditer(shown, earliest, limit)), default=earliest
        )
        span = _noun_phrase(shown, _after_openers(shown, begin, limit), limit)
        if span is not None:
            whole_clause = back > 0 and span[1] == limit and shown[limit - 1] != ")"
            return begin, None if whole_clause else span
        if begin == 0 or shown[begin - 1] in "。!?;":
            break
        limit = begin - 1
    return begin, None


def ends_subject(plain: str, at: int) -> bool:
    """Whether what stands at a place cannot be part of a subject before it."""
    return _AFTER_NAME.match(plain, at) is not None or _markers().match(plain, at) is not None


def _after_openers(shown: str, start: int, end: int) -> int:
    while found := _openers().match(shown, start, end):
        start = found.end()
    return start


def _noun_phrase(shown: str, start: int, end: int) -> Span | None:
    """The characters up to the first word that cannot be part of a subject."""
    cut = next(_cuts(shown, start, end), None)
    last = cut.start() if cut is not None else end
    modifier = shown.rfind("的", start, end)
    if cut is not None and modifier > last and _is_somebody(shown, start, last):
        return start, _head_ends(shown, modifier + 1, end)
    verb_of_clause = last == start + 1 and modifier > last and shown[start] not in _PRONOUNS
    if last > start and not verb_of_clause:
        return _without_modifier(shown, start, last)
    if cut is None or modifier < 0 or cut[0] in _PREDICATES:
        return None
    cut = _markers().search(shown, modifier + 1, end)
    last = cut.start() if cut is not None else end
    return (modifier + 1, last) if last > modifier + 1 else None


def _cuts(shown: str, start: int, end: int) -> Iterator[re.Match[str]]:
    """The words that cannot be part of a subject; 向 and 于 behind a bare surname are a name's."""
    for cut in _markers().finditer(shown, start, end):
        if len(cut[0]) > 1 or _bare_surname().search(shown, start, cut.start()) is None:
            yield cut


def _is_somebody(shown: str, start: int, end: int) -> bool:
    """Whether a phrase only says that there is somebody: 一名, 財政局一位."""
    return (
        _SOMEBODY.fullmatch(shown, start, end) is not None
        or _ONE_OF_A_BODY.search(shown, start, end) is not None
    )


def _head_ends(shown: str, start: int, end: int) -> int:
    """Where the noun behind a modifier ends: 一名不願具名的官員昨天 ends with 官員."""
    cut = _markers().search(shown, start, end)
    return cut.start() if cut is not None and cut.start() > start else end


def _without_modifier(shown: str, start: int, end: int) -> Span:
    """A clause before 的 says more about the subject; 知情的人士 is one phrase."""
    modifier = shown.rfind("的", start, end)
    if shown[max(start, modifier - 1) : modifier] in _PRONOUNS:
        return start, end
    if modifier < 0 or modifier + 1 == end or shown.startswith(_PEOPLE_OF_A_KIND, modifier):
        return start, end
    if _kin().fullmatch(shown, modifier + 1, end) is not None:
        return start, end
    return modifier + 1, end


@cache
def _bare_surname() -> re.Pattern[str]:
    called = "".join(words("chinese_speech", "role_ends"))
    surnames = table("chinese_speech")["surnames"][0]
    return re.compile(rf"(?:^|[{called}])[{surnames}]$")


@cache
def _kin() -> re.Pattern[str]:
    return re.compile(any_of(words("chinese_speech", "kin")))


@cache
def _openers() -> re.Pattern[str]:
    return re.compile(rf"[\s,]*{any_of(words('chinese_speech', 'openers'))},?|\s+|[」』”\"》)]+")


@cache
def _markers() -> re.Pattern[str]:
    return re.compile(any_pattern(table("chinese_speech")["markers"]))
