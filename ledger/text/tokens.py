"""What a folded text is searched by: stemmed words, and pairs of neighbouring CJK characters.

Chinese is not segmented: two neighbouring characters meet the same pair in any other sentence,
whatever a dictionary would call a word.
"""

import re
from collections.abc import Iterable, Sequence
from functools import cache
from operator import add
from threading import Lock

from Stemmer import Stemmer

from ledger.text.tables import shipped

CJK = (
    "\u2e80-\u2fdf\u3005-\u3007\u3021-\u3029\u3031-\u3035\u303b\u3040-\u30ff\u3100-\u318f"
    "\u31a0-\u31bf\u31f0-\u31ff\u3400-\u4dbf\u4e00-\u9fff\ua960-\ua97f\uac00-\ud7fb\uf900-\ufaff"
    "\U0001b000-\U0001b16f\U00020000-\U000323af"
)
"""Characters written without spaces between words (Han, kana, Bopomofo, Hangul), for a class."""

WORD = rf"[a-z](?:\.[a-z])+\.?(?![^\W_{CJK}])|[^\W_{CJK}]+"
"""One word of any other script; a dotted abbreviation (u.s.) is one word.

For looking through a text from its beginning: what was found last ends where a word does.
"""
_PLAIN_WORD = re.compile(r"[a-z0-9]{2,}|[a-z](?:\.[a-z])+\.?(?![a-z0-9])|[a-z0-9]")
_FIGURE = re.compile(r"\d+(?:st|nd|rd|th)?")
_STEMMER = Stemmer("english", 0)  # what it found is remembered below
_STEMMER_IS_NOT_REENTRANT = Lock()


def tokens(key: str) -> list[str]:
    """The search tokens of a folded key, in order, repeats included.

    English words are stemmed and stop words left out; a run of CJK characters gives its bigrams,
    a lone one itself. Numbers are no tokens: figures are read, not searched as digits.
    """
    if key.isascii():
        return list(filter(None, map(_SEARCHED.__getitem__, _PLAIN_WORD.findall(key))))
    return tokens_in(_run().findall(key))


def tokens_in(pieces: Iterable[str]) -> list[str]:
    """The same of what ``pieces`` cuts keys into."""
    found: list[str] = []
    for piece in pieces:
        if len(piece) > 1 and _cjk().match(piece):
            found.extend(map(add, piece, piece[1:]))
        elif searched := _SEARCHED[piece]:
            found.append(searched)
    return found


def pieces(key: str) -> list[str]:
    """The words and the runs of CJK characters of a folded key, in order, as they are written."""
    return _PLAIN_WORD.findall(key) if key.isascii() else _run().findall(key)


def searched_each(words: Sequence[str]) -> list[str]:
    """What each of many words is searched by, stemmed in one go.

    That is nothing for a stop word or a number.
    """
    plain = [word for word in words if word.isascii() and word.isalpha()]
    with _STEMMER_IS_NOT_REENTRANT:
        stems = dict(zip(plain, _STEMMER.stemWords(plain), strict=True))
    stems |= dict.fromkeys(stop_words().intersection(stems), "")
    return [stems[word] if word in stems else _SEARCHED[word] for word in words]


@cache
def runs() -> re.Pattern[str]:
    """A word, or a run of CJK characters, which is named ``cjk``.

    Compiled when it is asked for, as the next two are: every class of CJK takes long.
    """
    return re.compile(rf"(?P<cjk>[{CJK}]+)|{WORD}")


@cache
def _run() -> re.Pattern[str]:
    """The same for those who want its text alone."""
    return re.compile(rf"{WORD}|[{CJK}]+")


@cache
def _cjk() -> re.Pattern[str]:
    return re.compile(rf"[{CJK}]")


def signs(key: str) -> frozenset[str]:
    """The single CJK characters of a folded key, without those that are stop words."""
    return frozenset(() if key.isascii() else _cjk().findall(key)) - stop_words()


def stem(word: str) -> str:
    """The stem of one folded word (Snowball English); a word not in plain letters is itself."""
    return STEMS[word]


class _Stems(dict[str, str]):
    """Stems found so far."""

    def __missing__(self, word: str) -> str:
        if word[:1].isdigit() and len(word) > _SHORT_FIGURE:  # numbers have no end
            return word
        if len(self) >= _MOST_STEMS:
            self.clear()
        self[word] = found = _stemmed(word)
        return found


class _Searched(dict[str, str]):
    """What each word is searched by; stop words and figures by nothing."""

    def __missing__(self, word: str) -> str:
        if len(self) >= _MOST_STEMS:
            self.clear()
        nothing = word in stop_words() or _FIGURE.fullmatch(word) is not None
        self[word] = found = "" if nothing else STEMS[word]
        return found


_MOST_STEMS = 21_800
"""Words remembered: with some more a dict takes twice the room."""
_SHORT_FIGURE = 4
"""Digits of the figures worth remembering: years, and what is smaller."""
STEMS = _Stems()
"""The stem of each word: what ``stem`` gives, for those who ask a hundred times per text."""
_SEARCHED = _Searched()


def _stemmed(word: str) -> str:
    if not word.isascii() or not word.isalpha():
        return word.rstrip(".")
    with _STEMMER_IS_NOT_REENTRANT:
        stemmed: str = _STEMMER.stemWord(word)
    return word if stemmed == word else stemmed  # one text is held, not two alike


@cache
def stop_words() -> frozenset[str]:
    """Words and lone characters too common to find anything by, one to a line."""
    return frozenset(shipped("ledger.text", "stop_words.txt").split())
