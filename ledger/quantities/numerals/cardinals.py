"""English number words cut into atoms, and the grammar of cardinals over them."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import NamedTuple

from ledger.quantities.lexicon import alternation, rows
from ledger.quantities.numerals.digits import BODY, plain
from ledger.text.tuples import made

WORDS = {row["word"]: (row["kind"], int(row["value"])) for row in rows("number_words.csv")}
"""Each word of a number with its kind and value."""
WORD_LIST = alternation(WORDS)
"""The same words for a pattern."""
OPENS_CARDINAL = ("unit", "teen", "ten", "digits")
"""Kinds of atoms a cardinal may begin with."""
_ATOM = re.compile(
    # The gap before it, "and", an article, and a word or digits.
    rf"([ -]{{0,3}})(and[ -])?(an?[ -])?(?:({WORD_LIST})|({BODY}))(?![a-z%])"
)
_MOST_ATOMS = 24
_ONE = Decimal(1)


class Atom(NamedTuple):
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


class Amount(NamedTuple):
    """A value read from the first ``taken`` atoms."""

    value: Decimal
    step: Decimal
    taken: int
    scale: int = 1


def atoms_at(key: str, at: int) -> list[Atom]:
    """The words and digits of the number phrase that begins at ``at``."""
    found: list[Atom] = []
    while len(found) < _MOST_ATOMS:
        atom = _ATOM.match(key, at)
        if atom is None:
            break
        gap, joined, article, word, digits = atom.groups()
        if bool(found) != bool(gap):
            break
        if word is not None:
            kind, number = WORDS[word]
            value, step = Decimal(number), _ONE
        else:
            kind, (value, step) = "digits", plain(digits)
        at = atom.end()
        fields = kind, value, step, at, bool(joined), bool(article), "-" in gap
        found.append(made(Atom, fields))
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
        if atom.kind in OPENS_CARDINAL:
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


def cardinal(atoms: Sequence[Atom]) -> Amount | None:
    """The longest cardinal the atoms begin with.

    Between two million and three million stand two numbers: what is followed by a scale of its own
    goes on with none.
    """
    tally, taken, scaled = _Tally(), 0, None
    for index, atom in enumerate(atoms):
        stray = atom.joined and (tally.last not in ("hundred", "scale", "ten") or atom.step < 1)
        lone = atom.article and atom.kind not in ("hundred", "scale", "dozen")
        following = atoms[index + 1].kind if index + 1 < len(atoms) else ""
        if (index and (stray or lone)) or not tally.take(atom, following):
            if atom.kind == "scale" and scaled is not None:
                return scaled
            break
        taken, tally.last = index + 1, atom.kind
        if atom.kind == "scale":
            scaled = Amount(tally.total, tally.step, taken, tally.unit)
    if not taken:
        return None
    return Amount(tally.total + (tally.group or 0), tally.step, taken, tally.unit)


def _fits(atom: Atom, group: Decimal | None, last: str, following: str) -> bool:
    """Whether a number below a hundred (or digits) may follow what the group holds so far."""
    if group is None:
        return True
    if last == "hundred":
        return atom.value < 100 and following != "hundred" and atom.step == 1  # noqa: PLR2004 - three hundred and 21
    return last == "ten" and atom.kind == "unit" and 0 < atom.value < 10  # noqa: PLR2004 - twenty-one


def whole_of(atoms: Sequence[Atom]) -> Decimal | None:
    """The value if a cardinal takes every atom."""
    read = cardinal(atoms)
    return read.value if read is not None and read.taken == len(atoms) else None
