"""Many phrases looked for at once in a folded key: leftmost, longest, never overlapping.

A key is a row of units: a word, one CJK character, or one sign. English phrases therefore match on
word boundaries and Chinese ones anywhere. Spaces, hyphens, apostrophes and the dots inside
transliterated names are no units, so that rate-cut is rate cut and 克里斯·米勒 is 克里斯米勒.
"""

import re
from bisect import bisect, bisect_left
from collections.abc import Callable, Container, Iterable, Iterator, Sequence
from functools import lru_cache
from itertools import accumulate, chain, count, repeat
from operator import sub
from threading import Lock
from typing import NamedTuple, Self

from ahocorasick_rs import AhoCorasick, MatchKind

from ledger.text.tokens import CJK, STEMS, WORD
from ledger.text.tuples import made

# A space between two CJK characters is a unit: 發展中 國務院 does not name 中國.
# The commonest characters and words stand first, for speed: they are one unit below too. What is
# of a word but no WORD is a CJK character or a line below. Other spaces are passed over at once.
_UNIT = re.compile(
    rf"((?! (?![{CJK}]))(?:[\u4e00-\u9fff]|[a-z\d]{{2,}}+(?![^\W{CJK}])|{WORD}|[\w・]"
    rf"| (?<=[{CJK}] )|[^\w\s'·‧•∙-]))"
)
# With a class first, spaces are passed over quickest.
_PLAIN_UNIT = re.compile(
    r"([^\s'-](?:(?<=[a-zA-Z\d])[a-zA-Z\d]++|(?<=[a-z])(?:\.[a-z])+\.?(?![a-zA-Z\d])|))"
)
"""The same where there is nothing but ASCII."""
_ABBREVIATED = re.compile(r"\.[a-z]\.(?<=[a-z]\.[a-z]\.)")


class Mention(NamedTuple):
    """One phrase found.

    Attributes:
        start: first character in the folded key.
        end: one past the last.
        id: what the phrase stands for.
    """

    start: int
    end: int
    id: str


def units(key: str) -> tuple[str, ...]:
    """The words, CJK characters and signs of a folded key."""
    return tuple(cut(key).row)


class Cut:
    """A key cut into its units; what the tables ask of it is worked out once for all of them.

    Attributes:
        row: the units in order.
        bounds: where each unit begins and ends, by turns.
        found: what each table that was asked found in it.
    """

    __slots__ = ("_stems", "_written", "bounds", "found", "row")

    def __init__(self, key: str) -> None:
        # By turns what stands between units, and them.
        pieces = (_PLAIN_UNIT if key.isascii() else _UNIT).split(key)
        self.bounds = [*accumulate(map(len, pieces))]
        self.row = pieces[1::2]
        for dotted in _ABBREVIATED.finditer(key):
            at = bisect(self.bounds, dotted.start()) // 2
            self.row[at] = self.row[at].rstrip(".") or "."
        self.found: dict[PhraseTable, Sequence[_Found]] = {}
        self._stems: list[str] | None = None
        self._written: dict[bool, tuple[int, str]] = {}

    @property
    def stems(self) -> list[str]:
        """The stems of the units."""
        if self._stems is None:
            self._stems = [*map(STEMS.__getitem__, self.row)]
        return self._stems

    def signs(self, *, stems: bool) -> str:
        """The units, or their stems, each as one sign; again where tables brought new ones."""
        alphabet = _ALPHABETS[stems]
        size = len(alphabet)
        known, signs = self._written.get(stems, (0, ""))
        if known != size:
            signs = "".join(map(alphabet.get, self.stems if stems else self.row, repeat(_OTHER)))
            self._written[stems] = size, signs
        return signs


BETWEEN = "\0"
"""A unit of its own that no folded key holds."""


class Page(Cut):
    """Many keys one under the other, cut in one go: far quicker than one by one.

    Attributes:
        key: all keys in one, ``BETWEEN`` them.
        begins: where each of them begins.
        numbers: which of them a key is.
    """

    __slots__ = ("begins", "key", "numbers")

    def __init__(self, keys: Sequence[str]) -> None:
        self.key = BETWEEN.join(keys)
        super().__init__(self.key)
        self.begins = [*accumulate((len(key) + len(BETWEEN) for key in keys), initial=0)][:-1]
        self.numbers = dict(zip(keys, count()))

    def cut_of(self, key: str) -> Cut | None:
        """What a key by itself is cut into; ``None`` for one that is not on the page."""
        number = self.numbers.get(key)
        if number is None:
            return None
        begin, bounds = self.begins[number], self.bounds
        first, last = ((bisect_left(bounds, at) + 1) // 2 for at in (begin, begin + len(key)))
        found = Cut.__new__(Cut)
        found.row, found.found, found._written = self.row[first:last], {}, {}  # noqa: SLF001 - its own kind
        found.bounds = [*map(sub, bounds[2 * first : 2 * last], repeat(begin))]
        found.bounds.append(len(key))
        found._stems = None if self._stems is None else self._stems[first:last]  # noqa: SLF001 - the same
        return found


class _Latest:
    """The page that was cut last, whose keys are soon asked for one by one, if at all."""

    page = Page(())


@lru_cache(maxsize=1024)
def cut(key: str) -> Cut:
    """A key in units.

    Rooms that read the same text one after the other, and tables of one room, cut it once. There is
    room for all texts of a batch that are made ready before the first is judged.
    """
    return _Latest.page.cut_of(key) or Cut(key)


def page_of(keys: Sequence[str]) -> Page:
    """Many keys cut in one go, which also serves those who ask for one of them next."""
    _Latest.page = made_now = Page(keys)
    return made_now


_OTHER = "\0"
"""The sign of what no phrase holds."""


class _Alphabet(dict[str, str]):
    """The sign of each unit in the phrases of any table that wants stems, or of any that does not.

    Tables share them, so that a text is written in signs once for all that look through it.
    """

    def __init__(self) -> None:
        super().__init__({"\n": "\n"})  # stands between phrases, and in none
        # Behind all signs with a use of their own; UTF-8 has no surrogates.
        self._unused = map(chr, chain(range(0x80, 0xD800), range(0xE000, 0x110000)))
        self._learning = Lock()

    def learn(self, units: Iterable[str]) -> None:
        """Give a sign to each unit that has none."""
        with self._learning:  # else two threads may give two to one
            new = [unit for unit in dict.fromkeys(units) if unit not in self]
            self.update(zip(new, self._unused, strict=False))


_ALPHABETS = {stems: _Alphabet() for stems in (False, True)}
_WORTH_AN_AUTOMATON = 5_000
"""Units; to make the automaton takes as long as to look so many up without one."""
Row = str
"""The units of one phrase, ``BEHIND`` each but the last."""
BEHIND = "\t"
"""No unit is one, nor the end of a line."""
_Found = tuple[int, int, int]
"""The number of a phrase, its first sign, and one past its last."""


def units_of_each(keys: Iterable[str], *, stems: bool = True) -> Iterator[Row]:
    """The units of many short keys, or their stems, cut in one go: far quicker than one by one."""
    row = Cut("".join(f"{key}{BETWEEN}" for key in keys)).row
    if stems:
        row = [*map(STEMS.__getitem__, row)]
    start = 0
    while start < len(row):
        end = row.index(BETWEEN, start)
        yield BEHIND.join(row[start:end])
        start = end + 1


class PhraseTable:
    """Phrases and what they stand for, ready to be found.

    To the table a text is a row of signs, one for each unit, in which the phrases are plain
    strings; an automaton finds all of them in one pass, once it has been worth making.

    Attributes:
        every: all that phrases stand for.
    """

    def __init__(self, phrases: Iterable[tuple[Row, str]], *, stems: bool = True) -> None:
        """Learn the phrases.

        Args:
            phrases: units and id of each; of two equal phrases the first wins, one without a word
                or sign is left out.
            stems: whether the units are stems, so that English words match in every inflection
                (rate cuts finds rate cut); names want ``False``.
        """
        forms: dict[Row, str] = {}
        for row, identity in phrases:
            forms.setdefault(row, identity)
        forms.pop("", None)
        every = f"{BEHIND}\n{BEHIND}".join(forms).split(BEHIND)
        # All forms at once: there are thousands, and a short command waits for them.
        _ALPHABETS[stems].learn(every)
        written = "".join(map(_ALPHABETS[stems].__getitem__, every)).split("\n")
        self._stems = stems
        self._ids = [*forms.values()]
        self.every = frozenset(self._ids)
        self._numbers = dict(zip(written, range(len(forms)), strict=False))
        self._longest = max(map(len, self._numbers), default=0)
        self._looked_at = 0
        self._matches: Callable[[str], Iterable[_Found]] = self._looked_up

    def _looked_up(self, signs: str) -> Iterable[_Found]:
        """What the automaton finds, found without it; it is made when this has been asked much."""
        self._looked_at += len(signs)
        if self._looked_at > _WORTH_AN_AUTOMATON:
            self._matches = AhoCorasick(
                self._numbers, matchkind=MatchKind.LeftmostLongest, store_patterns=False
            ).find_matches_as_indexes
            return self._matches(signs)
        found: list[_Found] = []
        at = 0
        while at < len(signs):
            longest = signs[at : at + self._longest].partition(_OTHER)[0]
            for end in range(len(longest), 0, -1):
                number = self._numbers.get(longest[:end])
                if number is not None:
                    found.append((number, at, at + end))
                    at += end
                    break
            else:
                at += 1
        return found

    @classmethod
    def of(cls, phrases: Iterable[tuple[str, str]], *, stems: bool = True) -> Self:
        """The same of folded phrases that are not cut into units yet."""
        written = list(phrases)
        rows = units_of_each((phrase for phrase, _ in written), stems=stems)
        identities = (identity for _, identity in written)
        return cls(zip(rows, identities, strict=True), stems=stems)

    def find(self, key: str) -> list[Mention]:
        """Every phrase in a folded key, from left to right; the longest at each place."""
        return self.among(cut(key), self.every)

    def among(self, text: Cut, wanted: Container[str]) -> list[Mention]:
        """The same of a text that is cut already.

        Args:
            text: the text.
            wanted: what phrases must stand for to be told; the others only keep their place.
        """
        ids, bounds = self._ids, text.bounds
        return [
            made(Mention, (bounds[2 * first], bounds[2 * end - 1], ids[number]))
            for number, first, end in self._found_in(text)
            if ids[number] in wanted
        ]

    def in_each(self, page: Page, wanted: Container[str]) -> list[list[Mention]]:
        """The same for each key of a page, with offsets of that key.

        Args:
            page: the keys.
            wanted: what phrases must stand for to be told; the others only keep their place.
        """
        ids, bounds, begins = self._ids, page.bounds, page.begins
        if len(begins) == 1:
            return [self.among(page, wanted)]
        found: list[list[Mention]] = [[] for _ in begins]
        for number, first, end in self._found_in(page):
            identity = ids[number]
            if identity in wanted:
                start = bounds[2 * first]
                at = bisect(begins, start) - 1
                begin = begins[at]
                mention = (start - begin, bounds[2 * end - 1] - begin, identity)
                found[at].append(made(Mention, mention))
        return found

    def _found_in(self, text: Cut) -> Sequence[_Found]:
        """What the automaton finds in a text, to which each unit is one sign."""
        found = text.found.get(self)
        if found is None:
            found = text.found[self] = [*self._matches(text.signs(stems=self._stems))]
        return found


class Together:
    """Tables that are asked about the same texts."""

    def __init__(self, *tables: tuple[PhraseTable, Container[str]]) -> None:
        """Remember the tables, each with what its phrases must stand for to be told."""
        self._tables = tables

    def find(self, key: str) -> list[list[Mention]]:
        """What each table finds in a folded key, as ``PhraseTable.find`` does."""
        text = cut(key)
        return [table.among(text, wanted) for table, wanted in self._tables]

    def find_next(self, keys: Iterable[str]) -> Iterator[list[list[Mention]]]:
        """What each table finds in some keys, one after the other.

        For those who come right behind ``page_of``: the keys of that page are not cut again.
        """
        page = _Latest.page
        found = [table.in_each(page, wanted) for table, wanted in self._tables]
        for key in keys:
            number = page.numbers.get(key)
            yield self.find(key) if number is None else [each[number] for each in found]
