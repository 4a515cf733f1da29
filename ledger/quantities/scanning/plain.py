"""Plain numerals, as most are: digits, at most one scale behind them, and nothing that goes on."""

import re
from decimal import Decimal

from ledger.quantities.lexicon import alternation, rows
from ledger.quantities.numerals.cardinals import WORDS
from ledger.quantities.numerals.chinese_integers import MYRIADS, NUMERALS, SMALL_UNIT
from ledger.quantities.numerals.digits import STEPS
from ledger.quantities.numerals.english import FIRST_WORDS
from ledger.quantities.numerals.numeral import LONGEST, Numeral
from ledger.quantities.times.dates import MONTHS
from ledger.text.tuples import made

_FACTORS = {word: Decimal(size) for word, (kind, size) in WORDS.items() if kind == "scale"}
_FACTORS |= {sign: Decimal(size) for sign, size in MYRIADS.items()} | {"万亿": Decimal(10**12)}
# Before: letters and signs of codes and telephone numbers, parts of years, decimals, a minus in a
# word (第负1 is no number at all).
CLINGS = frozenset("abcdefghijklmnopqrstuvwxyz_-+(.第前上下首头负双")
"""What makes more of the digits it stands before than they are by themselves."""
_ONE = Decimal(1)
_CENTURIES = frozenset(map(str, range(10, 21)))
_WORDS_GO_ON = alternation(
    {*FIRST_WORDS, *MONTHS, *(row["form"] for row in rows("scales.csv"))}
    | {"a", "am", "an", "and", "gmt", "hrs", "in", "of", "out", "over", "p", "pm", "point", "utc"}
    | {"nd", "rd", "st", "th"}
)
_PLAIN = re.compile(
    # Nothing behind the digits that groups, divides, raises, or makes them a code, a time, a list.
    r"((?:\d{1,3}+(?:,\d{3})++|\d++)(?:\.(\d++))?+)(?![-.,)/: ]?\d| ?[/×x^]|e[-+\d])"
    rf"(?:[ -]({alternation(word for word in _FACTORS if word.isascii())})"
    rf"(?![a-z%]|[ -]{{0,3}}[\d.])"
    rf"|((?!{SMALL_UNIT})(?:万亿|[万亿兆]))(?![{NUMERALS}\d余多几点又分 a-z]|\.\d))?+"
    # Nothing behind it all that may make it a date, a longer number, or a code.
    r"(?![a-z年月日号时点世学'分十百千万亿兆拾佰仟又余多几来]|特?大?地震|事件|惨案"
    rf"|[ -](?:{_WORDS_GO_ON})(?![a-z]))"
)


def plain_at(lower: str, at: int, token: str) -> Numeral | None:
    """The unsigned numeral that begins with the digits ``token`` at ``at``.

    Returns ``None`` where it may be more than that, or something else: what is around the digits is
    then for the whole grammar to read.
    """
    before = lower[at - 1 : at]
    year = len(token) == 4 and token[:2] in _CENTURIES  # noqa: PLR2004 - 2026
    opens = at == 2 and before == " "  # noqa: PLR2004 - "- 5" is minus five where a text begins
    if before in CLINGS or year or opens or (found := _PLAIN.match(lower, at)) is None:
        return None
    written, decimals, word, sign = found.groups()
    if len(written) > LONGEST:
        return None
    value, step = Decimal(written.replace(",", "")), STEPS[len(decimals) if decimals else 0]
    factor, scale = _ONE, word or sign
    if scale is not None:
        if not value:
            return None
        factor = _FACTORS[scale]
        value, step = value * factor, step * factor
    return made(Numeral, (at, found.end(), value, step, "cardinal", None, False, False, factor))
