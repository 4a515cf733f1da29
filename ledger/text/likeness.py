"""How alike two names are as strings, and which name stands inside a name with titles.

Nothing here knows anybody: who is who by another name altogether is the name table's business.
"""

import re
import unicodedata
from collections.abc import Callable
from functools import cache

from rapidfuzz.distance import JaroWinkler, Levenshtein

from ledger.text.fold import fold
from ledger.text.patterns import lazily
from ledger.text.phrases import PhraseTable, units
from ledger.text.tables import rows
from ledger.text.tokens import CJK

_SAME, _REORDERED, _SHORTENED, _MISSPELT = 1.0, 0.98, 0.95, 0.93
_DOUBTFUL = 0.91
_MOST_WORDS_IN_A_NAME = 6
_LONG_ENOUGH_FOR_A_SLIP = 8
_SMALLEST_NAME = 2
_END = 4
"""Letters at either end of a long word, one of which a single slip leaves as it was."""
_HAS_CJK = lazily(rf"[{CJK}]")
_HAS_LATIN = lazily("[a-z]")
_BRACKETED = lazily(r"\(([^()]*)\)")
_NOT_A_NAME = lazily(r"'|(?:of|at|for|to|in|from|and)\b")
_SPACES = " .:·-"
_EDGES = _SPACES + "\"',;—/|《》〈〉()[]"


def spellings(key: str, is_person: Callable[[str], bool]) -> list[str]:
    """The names inside one folded name: bare of titles, and the one in brackets in another script.

    ``美国总统特朗普`` holds ``特朗普``; ``江凯明(cameron johnson)`` is two spellings of one name. A
    title before or after a name is taken off when a full name is left: ``mayor lee`` is not just
    any ``lee``, and the ``mayor's office`` is not an ``office``.

    Args:
        key: the folded name.
        is_person: whether a folded name is somebody well enough known to need no full name.
    """
    outer = _BRACKETED.sub(" ", key)
    if not outer.strip(_EDGES):
        return [key]
    inner = [part for group in _BRACKETED.findall(key) for part in re.split("[,、/;]", group)]
    aliases = [part for part in inner if any(map(str.isalpha, part)) and _other_script(part, outer)]
    return [_bare(name, is_person) for name in (outer, *aliases)]


def likeness(a: str, b: str) -> float:
    """How sure the strings alone make it that two folded names are one name, 0 to 1.

    Equal but for marks, brackets and company suffixes is 1; other order, initials, missing middle
    names and one slip in a long word stay at 0.93 or above; anything else is at most 0.91.
    """
    first, second = _words(a), _words(b)
    if not first or not second:
        return _SAME if a == b else 0.0
    one, other = "".join(first), "".join(second)
    if one == other:
        return _SAME
    if _HAS_CJK.search(one + other):
        return min(_DOUBTFUL, JaroWinkler.similarity(one, other))
    for rule, score in ((_reordered, _REORDERED), (_shortened, _SHORTENED), (_misspelt, _MISSPELT)):
        if rule(first, second):
            return score
    return min(_DOUBTFUL, JaroWinkler.similarity(" ".join(first), " ".join(second)))


def _bare(name: str, is_person: Callable[[str], bool]) -> str:
    """A name without the titles around it; unchanged when no full name would be left."""
    head, _, _ = name.partition(",")
    titled = head if _is_full_name(head) and not _titles().find(head) else name
    found = _titles().find(titled)
    if not found:
        return titled.strip(_EDGES)
    after, _, _ = titled[found[-1].end :].strip(_SPACES).partition(",")
    if is_person(after) or (_is_full_name(after) and _NOT_A_NAME.match(after) is None):
        return after.strip(_EDGES)
    before = titled[: found[0].start].strip(_EDGES)
    honoured = found[0].id == "honorific" and _HAS_CJK.search(before) and _is_full_name(before)
    return before if honoured or is_person(before) else name.strip(_EDGES)


def _is_full_name(text: str) -> bool:
    """Two words or two Chinese characters, none of which only organisations are called by."""
    words = units(text)
    organisation = _words_of("organisation")
    return sum(map(str.isalpha, words)) >= _SMALLEST_NAME and not (
        organisation.intersection(words) or text.endswith(_organisation_endings())
    )


def _other_script(a: str, b: str) -> bool:
    return bool(_HAS_CJK.search(a)) != bool(_HAS_CJK.search(b)) or bool(
        _HAS_LATIN.search(a)
    ) != bool(_HAS_LATIN.search(b))


def _words(key: str) -> list[str]:
    """The words and CJK characters of a name, without marks, "the" and company suffixes."""
    plain = "".join(c for c in unicodedata.normalize("NFD", key) if not unicodedata.combining(c))
    words = [unit for unit in units(plain) if unit.isalnum()]
    suffixes = _words_of("suffix")
    kept = [word for word in words if word != "the" and word not in suffixes]
    return kept or words


def _reordered(a: list[str], b: list[str]) -> bool:
    """Huang Jen-hsun, Jen-Hsun Huang and Jenhsun Huang."""
    if max(len(a), len(b)) > _MOST_WORDS_IN_A_NAME:
        return False
    joined = "".join(b)
    return sorted(a) == sorted(b) or any(
        "".join(a[turn:] + a[:turn]) == joined for turn in range(len(a))
    )


def _shortened(a: list[str], b: list[str]) -> bool:
    """J. Duarte and Ana M. Lima beside Joana Duarte and Ana Maria Lima; people only."""
    short, long = sorted((a, b), key=len)
    if len(short) < _SMALLEST_NAME or not _words_of("organisation").isdisjoint(a + b):
        return False
    if short[-1] != long[-1] or not _stands_for(short[0], long[0]):
        return False
    rest = iter(long[1:-1])
    return all(any(_stands_for(word, other) for other in rest) for word in short[1:-1])


def _stands_for(a: str, b: str) -> bool:
    """Whether two given names are equal or one is the other's initial."""
    return a == b or (min(len(a), len(b)) == 1 and a[0] == b[0])


def _misspelt(a: list[str], b: list[str]) -> bool:
    """One letter wrong inside one long word; a last letter may tell Daniel from Daniela."""
    differing = [pair for pair in zip(a, b, strict=False) if pair[0] != pair[1]]
    if len(a) != len(b) or len(differing) != 1:
        return False
    one, other = differing[0]
    if min(len(one), len(other)) < _LONG_ENOUGH_FOR_A_SLIP or not (one + other).isalpha():
        return False
    return one[-1] == other[-1] and Levenshtein.distance(one, other, score_cutoff=1) == 1


@cache
def _titles() -> PhraseTable:
    roles = ("honorific", "title")
    return PhraseTable.of(((word, role) for role in roles for word in _words_of(role)), stems=False)


@cache
def _organisation_endings() -> tuple[str, ...]:
    """The Chinese words that only organisations end with; Chinese has no spaces to find them by."""
    return tuple(sorted(word for word in _words_of("organisation") if _HAS_CJK.match(word)))


@cache
def _words_of(role: str) -> frozenset[str]:
    """The folded words of one role: honorific, title, (company) suffix or organisation."""
    words = rows("ledger.text", "name_words.csv")
    return frozenset(fold(row["word"]) for row in words if row["role"] == role)


def blocks(key: str) -> frozenset[str]:
    """What to look a folded bare name up by: two names alike at 0.93 or above share a block.

    One block holds the letters whatever their order, for other orders and other spaces; one the
    surname with the initial before it, for shortened names; two for each long word hold either end
    of it beside the other words, for a slip inside.
    """
    words = _words(key)
    if not words:
        return frozenset({f"as:{key}"})
    joined = "".join(words)
    if _HAS_CJK.search(joined):
        return frozenset({f"as:{joined}"})
    found = {f"of:{''.join(sorted(joined))}", f"by:{words[0][0]} {words[-1]}"}
    for at, word in enumerate(words):
        if len(word) >= _LONG_ENOUGH_FOR_A_SLIP:
            others = " ".join([*words[:at], "", *words[at + 1 :]])
            found |= {f"to:{word[:_END]}- {others}", f"to:-{word[-_END:]} {others}"}
    return frozenset(found)
