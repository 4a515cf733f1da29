"""Numbers in English words, alone or with digits: two and a half million · 3 hundred and 21.

The phrase is cut into atoms, then read by a grammar of cardinals and fractions; what the grammar
does not take stays in the text for the next numeral (3 hundred and 2 hundred are two numbers).
"""

import re
from collections.abc import Sequence
from decimal import Decimal

from ledger.quantities.numerals.cardinals import (
    WORD_LIST,
    WORDS,
    Atom,
    atoms_at,
    cardinal,
    whole_of,
)
from ledger.quantities.numerals.numeral import Numeral
from ledger.quantities.numerals.parts import denominator, fraction_of, mixed_of, scaled_tail
from ledger.text.patterns import lazily
from ledger.text.tuples import made

_POINT = lazily(
    r" point((?:[ -](?:zero|nought|naught|oh|one|two|three|four|five|six|seven|eight|nine|ten|"
    r"eleven|twelve|\d+)(?![a-z]))+)"
)
_GROWN = lazily(r" (thousand|million|billion|trillion)(?![a-z])")
_ARTICLE = lazily(rf"an? ({WORD_LIST})(?![a-z])")
# a third of them, a third., a third less than before; but "a third round" counts rounds.
_PART_FOLLOWS = lazily(
    r" of |$|[.,;:!?)]"
    r"| (?:are|were|have|live|come|oppose|support|think|believe|less|more|fewer|"
    r"higher|lower|larger|smaller|bigger|cheaper|faster|slower|full|empty|"
    r"complete|built|finished)(?![a-z])"
)
# Cut by about a third in those aged 70; but by a third party.
_PART_AHEAD = lazily(
    r"(?:^|[^a-z])(?:by|about|around|nearly|almost|roughly|over|than|up|down|between) $"
)
_PART_LINKED = lazily(
    r" (?:to|in|on|from|since|between|during|after|compared|this|last|over) "
    r"| and (?:an? )?(?:half|quarter)(?![a-z])"
)
_PART_OR_SO = lazily(r" or (?:more|less|so)(?![a-z])")
# Quarter of voters, quarter-point; but last quarter, quarter of 2024, quarter-on-quarter.
_PART_OF_IT = lazily(
    r"s? of (?!\d|the year|this year|last year)|-(?:point|percent|mile|hour|inch|pound|century)"
)
_REACH = 9
"""Characters of the longest word there with a space on either side, and what is before it."""
_IN_A_YEAR = 4
_HALF = 2
"""A second is no half."""
_SEVERAL = lazily(r"(?:^|[^a-z])(several|a few|few|a couple of|some few) $")
_TENS_OF = lazily(r"(?:^|[^a-z])(tens|hundreds|dozens) of $")
_OF_SCALE = lazily(r" of (?:thousands|millions|billions|trillions)(?![a-z])")
_TENS = {"tens": 10, "hundreds": 100, "dozens": 12}

_ONE = Decimal(1)
_ALONE = frozenset({"unit", "teen", "ten"})
"""Words that are a number by themselves, as most numbers in words are."""

FIRST_WORDS = tuple(sorted(WORDS))
"""The words a number in English may begin with."""


def read_english(key: str, at: int) -> Numeral | None:
    """The numeral in words (or digits and words) that begins at ``at``.

    Args:
        key: a folded key in lower case.
        at: where its first word, its article or its first digit begins.
    """
    atoms = atoms_at(key, at)
    if not atoms or _is_season(key, atoms):
        return None
    if atoms[0].kind in ("hundred", "scale", "dozen") and not atoms[0].article:
        return _vague(key, atoms, at)
    if len(atoms) == 1 and atoms[0].kind in _ALONE and not key.startswith(" point", atoms[0].end):
        value, step = atoms[0].value, atoms[0].step
        return made(Numeral, (at, atoms[0].end, value, step, "cardinal", None, False, True, _ONE))
    read = mixed_of(atoms) or fraction_of(atoms) or cardinal(atoms)
    if read is None:
        return _ordinal(atoms, at)
    read = scaled_tail(atoms, read)
    end = atoms[read.taken - 1].end
    part = any(a.kind in ("part", "ordinal") for a in atoms[: read.taken])
    if not part and (ordinal := _ordinal(atoms, at)) is not None and ordinal.end > end:
        return ordinal
    value, step = read.value, read.step
    if point := _POINT.match(key, end):
        written = "".join(str(_digit(word)) for word in re.split("[ -]", point[1])[1:])
        value, step = value + Decimal(f"0.{written}"), Decimal(1).scaleb(-len(written))
        end = point.end()
        if (grown := _GROWN.match(key, end)) is not None:
            factor = WORDS[grown[1]][1]
            value, step, end = value * factor, step * factor, grown.end()
    form = "fraction" if part and value < 1 else "cardinal"
    scale = atoms[read.taken - 1].value if atoms[read.taken - 1].kind == "scale" else Decimal(1)
    return made(Numeral, (at, end, value, step, form, None, False, True, scale))


def _is_season(key: str, atoms: Sequence[Atom]) -> bool:
    """Whether a quarter is one of the year: last quarter, a record quarter; not quarter of them."""
    first = atoms[0]
    bare = (
        len(atoms) == 1 and first.kind == "part" and first.value == _IN_A_YEAR and not first.article
    )
    return bare and _PART_OF_IT.match(key, first.end) is None


def _vague(key: str, atoms: Sequence[Atom], at: int) -> Numeral | None:
    """Hundreds (more than one), several hundred (two to ten); a bare hundred is no number."""
    unit, taken = atoms[0].value, 1
    while taken < len(atoms) and atoms[taken].kind in ("scale", "hundred"):
        unit, taken = unit * atoms[taken].value, taken + 1
    end = atoms[taken - 1].end
    if several := _SEVERAL.search(key, at - 14, at):
        if several[1].startswith("a couple"):
            return Numeral(several.start(1), end, 2 * unit, unit, worded=True)
        return Numeral(several.start(1), end, 2 * unit, unit, high=10 * unit, worded=True)
    if tens := _TENS_OF.search(key, at - 13, at):
        return Numeral(tens.start(1), end, _TENS[tens[1]] * unit, unit, more=True, worded=True)
    if not key[at:end].endswith("s") or _OF_SCALE.match(key, end):
        return None
    return Numeral(at, end, unit, unit, more=True, worded=True)


def _digit(word: str) -> int | str:
    return 0 if word == "oh" else WORDS[word][1] if word in WORDS else word


def _ordinal(atoms: Sequence[Atom], at: int) -> Numeral | None:
    """Third, twenty-fifth, one hundred and first."""
    last = next((i for i, a in enumerate(atoms) if a.kind == "ordinal"), None)
    if last is None:
        return None
    if last == 0:
        value: Decimal | None = atoms[0].value
    else:
        value = denominator(atoms[: last + 1])
        if atoms[last].value >= 100:  # noqa: PLR2004 - two hundredth counts hundreds
            count = whole_of(atoms[:last])
            value = count and count * atoms[last].value
    if value is None:
        return None
    return Numeral(at, atoms[last].end, value, Decimal(0), "ordinal", worded=True)


def begins_with_article(key: str, at: int) -> bool:
    """Whether "a" or "an" at ``at`` opens a number: a dozen, a hundred, a third of; not "a car"."""
    article = _ARTICLE.match(key, at)
    if article is None:
        return False
    kind, value = WORDS[article[1]]
    if kind in ("hundred", "dozen", "scale") or (kind == "part" and value in (2, 4)):
        return True
    if kind != "ordinal":
        return False
    if _PART_FOLLOWS.match(key, article.end()) is not None:
        return True
    if value > _HALF and _PART_OR_SO.match(key, article.end()) is not None:
        return True
    ahead = value > _HALF and _PART_AHEAD.search(key, at - _REACH, at) is not None
    return ahead and _PART_LINKED.match(key, article.end()) is not None
