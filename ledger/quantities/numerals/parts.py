"""Fractions in English words: two thirds, five and a quarter, half a million, one twenty-fifth."""

from collections.abc import Sequence
from decimal import Decimal

from ledger.quantities.numerals.cardinals import OPENS_CARDINAL, Amount, Atom, cardinal, whole_of

_QUARTERS, _QUARTER_COUNTS = 4, (1, 3)
"""One or three quarters are parts; two, five or eight of them are quarters of a year."""


def fraction_of(atoms: Sequence[Atom]) -> Amount | None:
    """Two thirds, half a million, one twenty-fifth, 9500 fifths: a number of parts."""
    last = next((i for i, a in enumerate(atoms) if a.kind in ("part", "ordinal")), None)
    if last is None:
        return None
    if last == 0:
        return _bare_part(atoms)
    for split in range(1, last + 1):
        parts = denominator(atoms[split : last + 1])
        count = whole_of(atoms[:split])
        if parts is None or count is None or atoms[split].joined or _splits_pair(atoms, split):
            continue
        if (
            atoms[last].kind == "part"
            and atoms[last].value == _QUARTERS
            and count not in _QUARTER_COUNTS
        ):
            return None
        if atoms[last].kind == "part" or count == 1:
            return Amount(count / parts, Decimal("0.01"), last + 1)
    return None


def _bare_part(atoms: Sequence[Atom]) -> Amount | None:
    """Half, a quarter; a third only where no noun can follow it."""
    if atoms[0].kind == "part" and atoms[0].value in (2, 4):
        return Amount(1 / atoms[0].value, Decimal("0.01"), 1)
    return Amount(1 / atoms[0].value, Decimal("0.01"), 1) if atoms[0].article else None


def _splits_pair(atoms: Sequence[Atom], split: int) -> bool:
    return atoms[split].hyphen and atoms[split - 1].kind == "ten"


def denominator(atoms: Sequence[Atom]) -> Decimal | None:
    """Fifths, twenty-fifths, one hundred fifths: how many make a whole."""
    end = atoms[-1]
    if len(atoms) == 1:
        return end.value
    if atoms[0].kind not in OPENS_CARDINAL:
        return None
    kind = _kind_of(int(end.value))
    return whole_of([*atoms[:-1], Atom(kind, end.value, Decimal(1), end.end, end.joined)])


def _kind_of(value: int) -> str:
    if value < 10:  # noqa: PLR2004 - the decimal system
        return "unit"
    if value < 20:  # noqa: PLR2004 - the same
        return "teen"
    return "ten" if value < 100 else "hundred" if value == 100 else "scale"  # noqa: PLR2004 - the same


def mixed_of(atoms: Sequence[Atom]) -> Amount | None:
    """Five and a quarter, 130 and two fifths, six million and two thirds (of a million)."""
    for index in range(len(atoms) - 1, 0, -1):
        if not atoms[index].joined:
            continue
        whole, part = cardinal(atoms[:index]), fraction_of(_unjoined(atoms[index:]))
        if whole is None or part is None or whole.taken != index or part.value >= 1:
            continue
        return _together(whole, part, scaled_tail(_unjoined(atoms[index:]), part), index)
    return None


def _together(whole: Amount, part: Amount, tail: Amount, index: int) -> Amount:
    """The sum of both; a scale said once counts for both (two and a half million)."""
    taken = index + tail.taken
    if tail.taken == part.taken:
        scale = whole.scale if whole.scale >= 1000 else 1  # noqa: PLR2004 - a hundred and a half is 100.5
        return Amount(whole.value + part.value * scale, part.value * scale, taken)
    scale = int(tail.value / part.value)
    ahead = scale if whole.scale < scale else 1
    return Amount(whole.value * ahead + tail.value, tail.value, taken)


def _unjoined(atoms: Sequence[Atom]) -> list[Atom]:
    first = atoms[0]
    return [
        Atom(first.kind, first.value, first.step, first.end, article=first.article),
        *atoms[1:],
    ]


def scaled_tail(atoms: Sequence[Atom], read: Amount) -> Amount:
    """Two and a half million, half a dozen: a scale after a fraction multiplies it."""
    value, step, taken = read.value, read.step, read.taken
    if not taken or atoms[taken - 1].kind not in ("part", "ordinal"):
        return read
    while taken < len(atoms) and atoms[taken].kind in ("scale", "dozen", "hundred"):
        if atoms[taken].joined:
            break
        value, step = value * atoms[taken].value, step * atoms[taken].value
        taken += 1
    return Amount(value, step, taken)
