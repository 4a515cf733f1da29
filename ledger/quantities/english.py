"""Numbers in English words, alone or with digits: two and a half million · 3 hundred and 21.

The phrase is cut into atoms, then read by a grammar of cardinals and fractions; what the grammar
does not take stays in the text for the next numeral (3 hundred and 2 hundred are two numbers).
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from ledger.quantities.digits import BODY, plain
from ledger.quantities.lexicon import rows
from ledger.quantities.numeral import Numeral

_WORDS = {row["word"]: (row["kind"], int(row["value"])) for row in rows("number_words.csv")}
_LIST = "|".join(sorted(_WORDS, key=lambda word: (-len(word), word)))
_ATOM = re.compile(
    rf"(?P<gap>[ -]{{0,3}})(?P<and>and )?(?P<an>an? )?"
    rf"(?:(?P<word>{_LIST})|(?P<digits>{BODY}))(?![a-z%])"
)
_POINT = re.compile(
    r" point((?:[ -](?:zero|nought|naught|oh|one|two|three|four|five|six|seven|eight|nine|ten|"
    r"eleven|twelve|\d+)(?![a-z]))+)"
)
_ARTICLE = re.compile(rf"an? ({_LIST})(?![a-z])")
# a third of them, a third.; but "a third round" counts rounds.
_PART_FOLLOWS = re.compile(r" of |$|[.,;:!?)]")
_SEVERAL = re.compile(r"(?:^|[^a-z])(several|a few|few|a couple of|some few) $")
_TENS_OF = re.compile(r"(?:^|[^a-z])(tens|hundreds|dozens) of $")
_OF_SCALE = re.compile(r" of (?:thousands|millions|billions|trillions)(?![a-z])")
_TENS = {"tens": 10, "hundreds": 100, "dozens": 12}
_MOST_ATOMS = 24
_OPENS_CARDINAL = ("unit", "teen", "ten", "digits")

FIRST_WORDS = tuple(sorted(_WORDS))
"""The words a number in English may begin with."""


@dataclass(frozen=True, slots=True)
class Atom:
    """One word or run of digits of a number phrase.

    Attributes:
        kind: unit, teen, ten, hundred, dozen, scale, ordinal, part (of a whole) or digits.
        value: what it stands for.
        step: one unit of its last digit.
        end: one past its last character in the key.
        joined: follows "and".
        article: follows "a" or "an".
        hyphen: hangs on the word before by a hyphen.
    """

    kind: str
    value: Decimal
    step: Decimal
    end: int
    joined: bool = False
    article: bool = False
    hyphen: bool = False


@dataclass(frozen=True, slots=True)
class _Read:
    """A value read from the first ``taken`` atoms."""

    value: Decimal
    step: Decimal
    taken: int
    scale: int = 1


def read_english(key: str, at: int) -> Numeral | None:
    """The numeral in words (or digits and words) that begins at ``at``.

    Args:
        key: a folded key in lower case.
        at: where its first word, its article or its first digit begins.
    """
    atoms = _atoms(key, at)
    if not atoms:
        return None
    if atoms[0].kind in ("hundred", "scale", "dozen") and not atoms[0].article:
        return _vague(key, atoms, at)
    read = _mixed(atoms) or _fraction_of(atoms) or _cardinal(atoms)
    if read is None:
        return _ordinal(atoms, at)
    read = _scaled_tail(atoms, read)
    end = atoms[read.taken - 1].end
    part = any(a.kind in ("part", "ordinal") for a in atoms[: read.taken])
    if not part and (ordinal := _ordinal(atoms, at)) is not None and ordinal.end > end:
        return ordinal
    value, step = read.value, read.step
    if point := _POINT.match(key, end):
        written = "".join(str(_digit(word)) for word in re.split("[ -]", point[1])[1:])
        value, step = value + Decimal(f"0.{written}"), Decimal(1).scaleb(-len(written))
        end = point.end()
    form = "fraction" if part and value < 1 else "cardinal"
    scale = atoms[read.taken - 1].value if atoms[read.taken - 1].kind == "scale" else Decimal(1)
    return Numeral(at, end, value, step, form, worded=True, scale=scale)  # type: ignore[arg-type] # one of the two forms


def _vague(key: str, atoms: Sequence[Atom], at: int) -> Numeral | None:
    """Hundreds (more than one), several hundred (two to ten); a bare hundred is no number."""
    unit, taken = atoms[0].value, 1
    while taken < len(atoms) and atoms[taken].kind in ("scale", "hundred"):
        unit, taken = unit * atoms[taken].value, taken + 1
    end = atoms[taken - 1].end
    if several := _SEVERAL.search(key, max(0, at - 14), at):
        return Numeral(several.start(1), end, 2 * unit, unit, high=10 * unit, worded=True)
    if tens := _TENS_OF.search(key, max(0, at - 12), at):
        return Numeral(tens.start(1), end, _TENS[tens[1]] * unit, unit, more=True, worded=True)
    if not key[at:end].endswith("s") or _OF_SCALE.match(key, end):
        return None
    return Numeral(at, end, unit, unit, more=True, worded=True)


def _digit(word: str) -> int | str:
    return 0 if word == "oh" else _WORDS[word][1] if word in _WORDS else word


def _atoms(key: str, at: int) -> list[Atom]:
    found: list[Atom] = []
    while len(found) < _MOST_ATOMS:
        atom = _ATOM.match(key, at)
        if atom is None or (found and not atom["gap"]) or (not found and atom["gap"]):
            break
        if atom["word"] is not None:
            kind, number = _WORDS[atom["word"]]
            value, step = Decimal(number), Decimal(1)
        else:
            kind, (value, step) = "digits", plain(atom["digits"])
        hyphen = "-" in atom["gap"]
        found.append(
            Atom(kind, value, step, atom.end(), bool(atom["and"]), bool(atom["an"]), hyphen)
        )
        at = atom.end()
    return found


@dataclass(slots=True)
class _Tally:
    """A cardinal being added up: what is safe in ``total``, and the group below the next scale."""

    total: Decimal = Decimal(0)
    group: Decimal | None = None
    scale: int = 10**15
    step: Decimal = Decimal(1)
    unit: int = 1
    last: str = ""

    def take(self, atom: Atom, following: str) -> bool:
        """Add one atom; false when it does not belong to this number."""
        if atom.kind in _OPENS_CARDINAL:
            return self._small(atom, following)
        if atom.kind == "hundred":
            return self._hundred()
        if atom.kind == "dozen":
            return not atom.joined and self._dozen()
        return atom.kind == "scale" and self._scale(int(atom.value))

    def _small(self, atom: Atom, following: str) -> bool:
        if not _fits(atom, self.group, self.last, following):
            return False
        self.group = (self.group or 0) + atom.value
        self.step, self.unit = atom.step, 1
        return True

    def _hundred(self) -> bool:
        if self.group is not None and self.group >= 100 and self.last != "digits":  # noqa: PLR2004 - two hundred hundred is no number
            return False
        self.group = (Decimal(1) if self.group is None else self.group) * 100
        self.step, self.unit = self.step * 100 if self.step < 1 else self.step, 100
        return True

    def _dozen(self) -> bool:
        group = Decimal(1) if self.group is None else self.group
        self.group, self.step, self.unit = group + group % 100 * 11, Decimal(12), 12
        return True

    def _scale(self, size: int) -> bool:
        if size < self.scale:
            self.total += (Decimal(1) if self.group is None else self.group) * size
        elif self.group is None and self.total:
            self.total *= size
        else:
            return False
        self.step, self.group, self.scale, self.unit = self.step * size, None, size, size
        return True


def _cardinal(atoms: Sequence[Atom]) -> _Read | None:
    """The longest cardinal the atoms begin with."""
    tally, taken = _Tally(), 0
    for index, atom in enumerate(atoms):
        stray = atom.joined and tally.last not in ("hundred", "scale", "ten")
        lone = atom.article and atom.kind not in ("hundred", "scale", "dozen")
        following = atoms[index + 1].kind if index + 1 < len(atoms) else ""
        if (index and (stray or lone)) or not tally.take(atom, following):
            break
        taken, tally.last = index + 1, atom.kind
    if not taken:
        return None
    return _Read(tally.total + (tally.group or 0), tally.step, taken, tally.unit)


def _fits(atom: Atom, group: Decimal | None, last: str, following: str) -> bool:
    """Whether a number below a hundred (or digits) may follow what the group holds so far."""
    if group is None:
        return True
    if last == "hundred":
        return atom.value < 100 and following != "hundred" and atom.step == 1  # noqa: PLR2004 - three hundred and 21
    return last == "ten" and atom.kind == "unit" and 0 < atom.value < 10  # noqa: PLR2004 - twenty-one


def _whole(atoms: Sequence[Atom]) -> Decimal | None:
    """The value if a cardinal takes every atom."""
    read = _cardinal(atoms)
    return read.value if read is not None and read.taken == len(atoms) else None


def _fraction_of(atoms: Sequence[Atom]) -> _Read | None:
    """Two thirds, half a million, one twenty-fifth, 9500 fifths: a number of parts."""
    last = next((i for i, a in enumerate(atoms) if a.kind in ("part", "ordinal")), None)
    if last is None:
        return None
    if last == 0:
        return _bare_part(atoms)
    for split in range(1, last + 1):
        parts = _denominator(atoms[split : last + 1])
        count = _whole(atoms[:split])
        if parts is None or count is None or atoms[split].joined or _splits_pair(atoms, split):
            continue
        if atoms[last].kind == "part" or count == 1:
            return _Read(count / parts, Decimal("0.01"), last + 1)
    return None


def _bare_part(atoms: Sequence[Atom]) -> _Read | None:
    """Half, a quarter; a third only where no noun can follow it."""
    if atoms[0].kind == "part" and atoms[0].value in (2, 4):
        return _Read(1 / atoms[0].value, Decimal("0.01"), 1)
    return _Read(1 / atoms[0].value, Decimal("0.01"), 1) if atoms[0].article else None


def _splits_pair(atoms: Sequence[Atom], split: int) -> bool:
    return atoms[split].hyphen and atoms[split - 1].kind == "ten"


def _denominator(atoms: Sequence[Atom]) -> Decimal | None:
    """Fifths, twenty-fifths, one hundred fifths: how many make a whole."""
    end = atoms[-1]
    if len(atoms) == 1:
        return end.value
    if atoms[0].kind not in _OPENS_CARDINAL:
        return None
    kind = _kind_of(int(end.value))
    return _whole([*atoms[:-1], Atom(kind, end.value, Decimal(1), end.end, end.joined)])


def _kind_of(value: int) -> str:
    if value < 10:  # noqa: PLR2004 - the decimal system
        return "unit"
    if value < 20:  # noqa: PLR2004 - the same
        return "teen"
    return "ten" if value < 100 else "hundred" if value == 100 else "scale"  # noqa: PLR2004 - the same


def _mixed(atoms: Sequence[Atom]) -> _Read | None:
    """Five and a quarter, 130 and two fifths, six million and two thirds (of a million)."""
    for index in range(len(atoms) - 1, 0, -1):
        if not atoms[index].joined:
            continue
        whole, part = _cardinal(atoms[:index]), _fraction_of(_unjoined(atoms[index:]))
        if whole is None or part is None or whole.taken != index or part.value >= 1:
            continue
        return _together(whole, part, _scaled_tail(_unjoined(atoms[index:]), part), index)
    return None


def _together(whole: _Read, part: _Read, tail: _Read, index: int) -> _Read:
    """The sum of both; a scale said once counts for both (two and a half million)."""
    taken = index + tail.taken
    if tail.taken == part.taken:
        scale = whole.scale if whole.scale >= 1000 else 1  # noqa: PLR2004 - a hundred and a half is 100.5
        return _Read(whole.value + part.value * scale, part.value * scale, taken)
    scale = int(tail.value / part.value)
    ahead = scale if whole.scale < scale else 1
    return _Read(whole.value * ahead + tail.value, tail.value, taken)


def _unjoined(atoms: Sequence[Atom]) -> list[Atom]:
    first = atoms[0]
    return [
        Atom(first.kind, first.value, first.step, first.end, article=first.article),
        *atoms[1:],
    ]


def _scaled_tail(atoms: Sequence[Atom], read: _Read) -> _Read:
    """Two and a half million, half a dozen: a scale after a fraction multiplies it."""
    value, step, taken = read.value, read.step, read.taken
    if not taken or atoms[taken - 1].kind not in ("part", "ordinal"):
        return read
    while taken < len(atoms) and atoms[taken].kind in ("scale", "dozen", "hundred"):
        if atoms[taken].joined:
            break
        value, step = value * atoms[taken].value, step * atoms[taken].value
        taken += 1
    return _Read(value, step, taken)


def _ordinal(atoms: Sequence[Atom], at: int) -> Numeral | None:
    """Third, twenty-fifth, one hundred and first."""
    last = next((i for i, a in enumerate(atoms) if a.kind == "ordinal"), None)
    if last is None:
        return None
    if last == 0:
        value: Decimal | None = atoms[0].value
    else:
        value = _denominator(atoms[: last + 1])
        if atoms[last].value >= 100:  # noqa: PLR2004 - two hundredth counts hundreds
            count = _whole(atoms[:last])
            value = count and count * atoms[last].value
    if value is None:
        return None
    return Numeral(at, atoms[last].end, value, Decimal(0), "ordinal", worded=True)


def begins_with_article(key: str, at: int) -> bool:
    """Whether "a" or "an" at ``at`` opens a number: a dozen, a hundred, a third of; not "a car"."""
    article = _ARTICLE.match(key, at)
    if article is None:
        return False
    kind, value = _WORDS[article[1]]
    if kind in ("hundred", "dozen", "scale") or (kind == "part" and value in (2, 4)):
        return True
    return kind == "ordinal" and _PART_FOLLOWS.match(key, article.end()) is not None
