"""The subject of an English verb of saying: what stands before it, appositions left out."""

import re
from functools import cache

from ledger.extraction.cue import Span, Speaker
from ledger.extraction.english.names import before_verb
from ledger.extraction.lexicon import any_of, words
from ledger.extraction.page.abbreviations import not_a_title
from ledger.text.patterns import lazily

_CONJUNCTION = re.compile(
    r"\b(?:and|but|that|which|while|as|because|although|after|before|when|if|whether)\s+",
    re.IGNORECASE,
)
_WEEKDAY = r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day(?: (?:morning|afternoon|evening|night))?"
_MONTH = r"(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*"
_TIME = (
    rf"(?:(?:on|late|early|last|this)\s+){{0,4}}{_WEEKDAY}|(?:on\s+)?{_MONTH}\.? \d{{1,2}}"
    r"|for (?:his|her|its|their) part|in turn|by contrast"
    r"|in (?:a|an) [a-z ]{3,40}|at (?:a|the) [a-z ]{3,40}"
)
_APPOSITION = re.compile(
    r"\s*(?:who|whose|which|an?|the|its|their|\d{2}\b|one of|now|then|formerly|chief|head|senior"
    r"|deputy|led\b|known\b|by\b|in\b|of\b|at\b|from\b|[a-z]+(?:ed|ing)\b"
    r"|(?:[a-z-]+ ){1,3}(?:of|at|for|in|with)\b|[A-Z]-[A-Z]\w+)"
)
_LOOK_BACK, _STRIPPED, _MOST_PARTS = 160, 60, 4
_THOUSANDS = lazily(r"(?<=\d),(?=\d)")
"""The comma of 1,200, which parts no words."""


def subject(plain: str, masked: str, verb: int) -> Speaker | None:
    """Who the subject of a verb is.

    Args:
        plain: the sentence in one spelling.
        masked: the sentence with its quotations made unreadable.
        verb: where the verb begins.
    """
    begin, limit = _before(_THOUSANDS.sub(".", masked), verb)
    if masked[:limit].endswith(","):
        head = _before_apposition(plain, begin, limit)
        if head is not None:
            return before_verb(plain, *head)
    return before_verb(plain, begin, limit) if begin < limit else None


def _before(masked: str, verb: int) -> Span:
    """The words before a verb that its subject ends with, adverbs and times left out."""
    begin = max(0, verb - _LOOK_BACK)
    for found in _boundary().finditer(masked, begin, verb):
        begin = found.end()
    limit = verb
    while between := _between().search(masked, max(begin, limit - _STRIPPED), limit):
        limit = between.start()
    apposed = masked[:limit].rstrip().endswith(",")
    last = _last_apposition(masked, begin, limit) if apposed else limit
    for found in _CONJUNCTION.finditer(masked, begin, last):
        joined = found[0].lower().startswith("and") and (apposed or _inside_name(masked, found))
        if not joined:
            begin = found.end()
    return begin, len(masked[:limit].rstrip())


def _last_apposition(masked: str, begin: int, limit: int) -> int:
    """Where the words between the last two commas begin: "after" there parts no clause."""
    closing = masked.rfind(",", begin, limit)
    return max(begin, masked.rfind(",", begin, closing))


def _inside_name(masked: str, found: re.Match[str]) -> bool:
    """Trade and Industry Minister: "and" between two capitalised words joins one name."""
    before = masked[max(0, found.start() - _STRIPPED) : found.start()].split()[-1:]
    after = masked[found.end() : found.end() + 1]
    return after.isupper() and any(word[0].isupper() and word.isalpha() for word in before)


def _before_apposition(plain: str, begin: int, limit: int) -> Span | None:
    """Jane Doe, chief economist at Acme, said: what stands before the first comma."""
    parts = _THOUSANDS.sub(".", plain[begin:limit]).rstrip(", ").split(",")
    head = None
    for count in range(len(parts) - 1, max(0, len(parts) - 1 - _MOST_PARTS), -1):
        if _APPOSITION.match(parts[count]) is not None:
            end = begin + len(",".join(parts[:count]))
            head = end - len(parts[count - 1]), end
        else:
            break
    return head


@cache
def _boundary() -> re.Pattern[str]:
    """Where another sentence, or a quotation, parts a verb from what stands before it."""
    return re.compile(rf"[;:!?◆]|{not_a_title()}\.\s")


@cache
def _between() -> re.Pattern[str]:
    """What may stand between a subject and its verb."""
    adverbs = any_of(words("english_speech", "adverbs"))
    between = rf"\s(?:{adverbs}|[a-z]+ly|{_TIME})"
    return re.compile(rf"{between}\s*$|,{between},\s*$")
