"""The media a sentence names: by the name table, between title marks, or by how names end."""

import re
from functools import cache

from ledger.extraction.cue import Span
from ledger.extraction.lexicon import any_of, words
from ledger.text.fold import fold, folded
from ledger.text.names import names

_TITLE_MARKS = re.compile(r"《([^《》]{1,30})》")
_ASKED = re.compile(r"(?:据|告诉|接受|引述|援引|引用)[\u4e00-\u9fff]{0,4}$")
_REPORTS = re.compile(r"(?:\d{1,2}日|周[一二三四五六日])?(?:引述|援引|报道|报导)")
_ACRONYM = re.compile(r"\(([A-Z][A-Za-z]{1,9})\)")
_HAN = r"[\u4e00-\u9fff]"
_BEFORE_A_MEDIUM = "据向受对诉在给引述援告"
_MEDIA = frozenset({"outlet", "agency"})
_SHORTEST_SHARED_NAME = 3


def outlets(plain: str) -> list[Span]:
    """The names of media in a sentence in one spelling, from left to right, none overlapping.

    A name the table knows goes before one that only looks like a medium's, and in 中國媒體財新 the
    name goes before the word for what it is.
    """
    shaped = (
        found.span("name") for form in (_chinese(), _english()) for found in form.finditer(plain)
    )
    kept: list[Span] = []
    for start, end in (*_known(plain), *_between_marks(plain), *shaped):
        if all(end <= first or start >= last for first, last in kept):
            kept.append((start, end))
    begins = {start for start, _ in kept}
    return sorted(span for span in kept if span[1] not in begins)


def same_outlet(a: str, b: str | None) -> bool:
    """Whether two names stand for one house: BBC and BBC中文 do, the Courier and its full name."""
    if b is None:
        return False
    one, other = sorted((fold(a), fold(b)), key=len)
    shortest = _SHORTEST_SHARED_NAME if one.isascii() else _SHORTEST_SHARED_NAME - 1
    long_enough = len(one) >= shortest
    if one == other or (long_enough and (other.startswith(one) or other.endswith(f" {one}"))):
        return True
    first, second = names().lookup(a), names().lookup(b)
    return first is not None and first is second


def _known(plain: str) -> list[Span]:
    """The media the shipped table knows."""
    source = folded(plain)
    table = names()
    found = []
    for mention in table.mentions_in(plain):
        name = table.get(mention.id)
        if name is not None and name.kind in _MEDIA:
            found.append(source.span(mention.start, mention.end))
    return found


def _between_marks(plain: str) -> list[Span]:
    """《…》 is a book or a film as well; only a known medium or the name of one counts."""
    return [
        found.span(1)
        for found in _TITLE_MARKS.finditer(plain)
        if is_medium(found[1])
        or _ASKED.search(plain, max(0, found.start() - 8), found.start())
        or _REPORTS.match(plain, found.end())
    ]


def is_medium(name: str) -> bool:
    """Whether a whole name is that of a medium."""
    known = names().lookup(name)
    if known is not None:
        return known.kind in _MEDIA
    return _media_name().fullmatch(name) is not None


def acronym_after(plain: str, end: int) -> Span | None:
    """The letters in brackets behind a name: 美國公共電視網(PBS)."""
    found = _ACRONYM.match(plain, end)
    return found.span(1) if found is not None else None


@cache
def _media_name() -> re.Pattern[str]:
    return re.compile(rf"[^,。]{{1,12}}{any_of(words('chinese_speech', 'outlet_ends'))}|[A-Z].*")


@cache
def _chinese() -> re.Pattern[str]:
    """A name ending like a medium's; the words for media nobody names."""
    ends = any_of(words("chinese_speech", "outlet_ends"))
    unnamed = any_of(word for word in words("chinese_speech", "outlet_words") if len(word) > 1)
    begins = rf"(?:(?<!{_HAN})|(?<=[{_BEFORE_A_MEDIUM}]))"
    name = rf"(?:(?![{_BEFORE_A_MEDIUM}]){_HAN}){{1,6}}?"
    return re.compile(
        rf"(?P<name>{begins}{name}{ends}(?![告道导]|{_HAN}*《)|{unnamed}|(?<=据)报(?=载))"
    )


@cache
def _english() -> re.Pattern[str]:
    """Capitalised words that end like a paper's name: the Harbour Gazette."""
    ends = any_of(word.capitalize() for word in words("english_speech", "outlet_ends"))
    name = r"[A-Z][\w'-]*"
    unnamed = any_of(words("english_speech", "outlet_words"))
    known = any_of(words("english_speech", "outlet_names"))
    return re.compile(
        rf"\b(?:[Tt]he )?(?P<name>(?:{name}\.? ){{1,4}}(?:of )?{ends}"
        rf"|(?:Radio|Channel|Journal of) {name}(?: {name})?|(?i:{unnamed})|{known}"
        rf"|(?<=told the ){ends}|(?<=with the ){ends}|[KW][A-Z]{{2,3}}-(?:TV|FM|AM))\b"
    )
