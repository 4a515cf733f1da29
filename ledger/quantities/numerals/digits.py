"""Numbers written in digits: 3,000 · 40 000 · 1.111,11 · 12,34,567 · 2 1/2 · 1e10 · 1.1^23."""

import re
from decimal import Decimal, InvalidOperation
from fractions import Fraction

from ledger.quantities.numerals.numeral import LONGEST, Form, Numeral

# Counted repetitions only: an unbounded group that fails late would be tried again at every digit.
BODY = (
    r"(?:\d{1,3}(?:,\d{2,3}){0,8},\d{3}(?!\d)(?:\.\d+)?"  # 3,000 and the Indian 12,34,567
    r"|\d{1,3}(?:\.\d{3}){1,8},\d+(?!,?\d)"  # 1.111,11 as in Europe
    r"|\d{1,3}(?: \d{3}){1,5}(?!,?\d| \d)(?:\.\d+)?"  # 40 000 as the SI writes it
    r"|\d+(?:\.\d+)?|\.\d+)"
)
_TAIL = re.compile(
    r"(?:e(?P<e>[+-]?\d{1,3})(?![\da-z])|\^(?P<power>[+-]{0,2}\d{1,3})"
    r"|(?: ?[×x] ?10\^?(?P<ten>[+-]?\d{1,3}))(?!\d)"
    r"|(?: (?P<n>\d{1,3}))? ?/ ?(?P<d>\d{1,4})(?![\d/.])"
    r"|-(?P<eighths>[1-9]\d?)/(?P<of>[248]|16|32|64)(?![\d/.]))"  # 1-1/4 cents, as markets quote
)
_DECIMAL_COMMA = re.compile(r"\d+,\d{1,2}(?![,\d])(?!, ?\d)")
_BODY = re.compile(BODY)
# Most figures: nothing behind them that groups, raises or divides.
_SIMPLE = re.compile(r"\d++(?:\.(\d++))?+(?![.,]?\d|,| ?[/×x^]|e[-+\d]| \d|-\d\d?/)")
_ONE, _CENT = Decimal(1), Decimal("0.01")
_CARDINAL: Form = "cardinal"
STEPS = [_ONE.scaleb(-places) for places in range(LONGEST + 1)]
"""One unit of the last digit, by how many digits stand behind the point."""
_NEGATIVE_AFTER = frozenset(" ([{:=<>~$€£¥\"'/为是达至到在由从约温负率幅跌降升仅")


def read_digits(key: str, at: int) -> Numeral | None:
    """The numeral in digits that begins at ``at``, sign included when it stands before.

    Returns ``None`` for a run too long to be a figure.
    """
    if (simple := _SIMPLE.match(key, at)) is not None and simple.end() - at <= LONGEST:
        start, value = _sign(key, at), Decimal(simple[0])
        step = STEPS[len(simple[1])] if simple[1] else _ONE
        return Numeral(start, simple.end(), -value if start < at else value, step)
    body = _BODY.match(key, at)
    if body is None:
        return None
    if "," not in body[0] and key[body.end() : body.end() + 1] == ",":
        body = _european(key, at) or body
    if body.end() - at > LONGEST:
        return None
    value, step = plain(body[0])
    end, form = body.end(), _CARDINAL
    tail = _TAIL.match(key, end)
    if tail is not None:
        reshaped = _reshaped(value, step, tail)
        if reshaped is not None:
            value, step, form = reshaped
            end = tail.end()
    start = _sign(key, at)
    return Numeral(start, end, -value if start < at else value, step, form)


def plain(written: str) -> tuple[Decimal, Decimal]:
    """The value of digits with separators, and one unit of the last of them."""
    if "," in written and _DECIMAL_COMMA.fullmatch(written):
        written = written.replace(",", ".")
    elif "," in written and "." in written and written.rindex(",") > written.rindex("."):
        written = written.replace(".", "").replace(",", ".")
    value = Decimal(written.replace(",", "").replace(" ", ""))
    exponent = value.as_tuple().exponent
    return value, Decimal(1).scaleb(exponent) if isinstance(exponent, int) else Decimal(1)


def _european(key: str, at: int) -> re.Match[str] | None:
    """1,3 is one and three tenths when it stands alone, and two entries of a list otherwise."""
    if key[at - 1 : at] == ",":
        return None
    return _DECIMAL_COMMA.match(key, at)


def _reshaped(
    value: Decimal, step: Decimal, tail: re.Match[str]
) -> tuple[Decimal, Decimal, Form] | None:
    """The value after an exponent, a power or a fraction bar; ``None`` if that makes no number."""
    try:
        if (exponent := tail["e"] or tail["ten"]) is not None:
            return value.scaleb(int(exponent)), step.scaleb(int(exponent)), _CARDINAL
        if tail["power"] is not None:
            raised = value ** int(tail["power"].replace("--", ""))
            return raised, Decimal(0), _CARDINAL
        part = tail["n"] or tail["eighths"]
        over = int(tail["d"] or tail["of"])
        improper = int(tail["eighths"] or 0) >= over
        of_cents = tail["n"] is not None and step == _CENT  # $5.62½ of a bushel
        split = not part and value + over == 100  # noqa: PLR2004 - a 60/40 split is no fraction
        if improper or split or (value != value.to_integral_value() and not of_cents):
            return None  # nothing is divided by nought either
        top = Fraction(int(part or value), over)
        whole = value if part else Decimal(0)
        quotient = Decimal(top.numerator) / Decimal(top.denominator)
        if of_cents:
            return whole + quotient * step, step / over, _CARDINAL
        return whole + quotient, Decimal(1) / (2 * over), "fraction"
    except (InvalidOperation, OverflowError):
        return None


def _sign(key: str, at: int) -> int:
    """Where the number begins once its minus sign is counted in; a dash elsewhere is no sign."""
    if at == 0 or key[at - 1] not in "-+ ":
        return at
    if key[at - 1] == " ":
        return at - 2 if at == 2 and key[0] == "-" else at  # noqa: PLR2004 - "- 5" opens the text
    if (
        key[at - 1] == "+"
        or key.startswith("+/", max(0, at - 3))
        or (at > 1 and key[at - 2] not in _NEGATIVE_AFTER)
    ):
        return at
    return at - 1
