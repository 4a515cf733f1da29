"""Fractions that are a share of something are percentages: two thirds of flights, one in five.

A fraction that stands for itself stays a number, and so does a mark out of ten.
"""

from decimal import Decimal

from ledger.quantities.figures.counted_nouns import may_be_asked, noun_of
from ledger.quantities.figures.figure import Figure
from ledger.quantities.units import PERCENT
from ledger.text.patterns import lazily

_OF_SOME = lazily(
    r" (?:of |(?=the |its |their |his |her |all ))"
    r"(?:the |its |their |his |her |our |all |those |these |any )?(?:[a-z\d,.'-]{1,24} ){0,6}?"
    r"(?:[a-z-]{2,24}(?<!s)s|people|men|women|children|voters|population|workforce|electorate|public|"
    r"country|nation|world|budget|economy|market|revenue|income|output|staff|land|territory|value|"
    r"total|trade|energy|electricity|power|water|oil|gas|food|production|capacity|supply|demand|"
    r"spending|parliament|senate|house|area|city|wealth|debt|profit|turnover|stock|state|crop|harvest|"
    r"fleet|crew|island|forest|coast|network|vote|planet|continent|province|region|district|catch|herd|"
    r"traffic|audience|it|them|us)"
    r"(?![a-z])"
    r"| (?:super)?(?:majority|stake|share|holding|cut|reduction|drop|fall|decline|increase|rise)"
    r"(?![a-z])"
)
_SO_FULL = lazily(
    r" (?:are|were|have|live|come|oppose|support|full|empty|complete|built|finished|"
    r"more|less|fewer|higher|lower|larger|smaller|bigger|"
    r"cheaper|faster|slower)(?![a-z])"
)
_BY = lazily(r"(?:^|[^a-z])(?:by|up|down) (?:an? )?$")
_IN = lazily(r" (?:in|(?:out )?of) (?:every )?[a-z\d]")
# One in five teenagers is a share of them, and so is one in five alone; one of 2.5 goes on.
_NAMED = lazily(r" [a-z]")
_UNNAMED = lazily(r"$|[,.;:!?)\"'](?!\d)| [-–—(]")
# 4 out of 5 stars, 8 out of 10 for effort.
_MARKED_BEHIND = lazily(r" (?:stars?|points?|marks?|for|on the)(?![a-z])")
# Rated 4 out of 5, a score of 72 out of 100, best two out of three, won two out of three.
_MARKED = lazily(
    r"(?:^|[^a-z])(?:rat(?:ed?|es|ings?)|scor(?:ed?|es|ing)|marks?|marked|grad(?:es?|ed)|g[ai]ve[ns]?"
    r"|giving|reviews?|pain|perfect|ranks?|ranked|best|got|gets|w[io]ns?|winning|los(?:t|es?|ing)"
    r"|(?:level|stands?|stood|index|sits?|sat|at) (?:a|at)|is a|was a)(?: [a-z']{1,16}){0,3} $"
)
_FAR = 64
"""How far ahead of a share, in characters, the word that makes it a mark may begin."""
_HAN = lazily(r"[\u3400-\u9fff]")
_EACH = lazily(r"每(?:隔)?$")
_AMONG = lazily(
    r"[^,。;!?\d]{0,6}?(?:之?中|里|当中)?,?(?:就|便|即|约|平均|至少|仅|只){0,2}有(?:超过|逾|近|约|至少)?"
)
# 十個人裡有九個; of fifty students twelve are counted.
_TEN_OF_THEM = lazily(r"(?:[^,。;!?\d]{0,4}?[里中],?(?:就|便|约|至少|仅|只){0,2})有")
_LEAST, _ALL = Decimal("0.01"), Decimal(1)
_TEN, _HUNDRED = 10, 100
_TENTH = Decimal("0.1")
_ANY = "个"
"""The classifier of anything; its noun says what is counted."""


def name_share(lower: str, figure: Figure) -> None:
    """Make a fraction a percentage where the words around it say of what it is."""
    if figure.unit is None and _LEAST <= figure.value < _ALL and _is_share(lower, figure):
        _in_percent(figure)


def name_share_of(figure: Figure) -> None:
    """Make a fraction a percentage where what it measures is a share: a market share of a third."""
    fraction = figure.numeral is not None and figure.numeral.form == "fraction"
    if fraction and figure.unit is None and _LEAST <= figure.value < 1:
        _in_percent(figure)


def _in_percent(figure: Figure) -> None:
    figure.value, figure.step = figure.value * _HUNDRED, figure.step * _HUNDRED
    figure.high = figure.high and figure.high * _HUNDRED
    figure.measured_in(PERCENT)


def among(lower: str, whole: Figure, part: Figure) -> Figure | None:
    """Of every so many some, as one share of them: 每五名長者就有一人獨居, 每10人中有3人."""
    if lower[part.start - 1].isascii() or whole.high or part.high:
        return None
    if not 0 < part.value < whole.value <= _HUNDRED:
        return None
    if not _AMONG.fullmatch(lower, whole.core[1], part.start):
        return None
    if not _EACH.search(lower, whole.start - 2, whole.start) and not (
        whole.value == _TEN and _TEN_OF_THEM.match(lower, whole.core[1])
    ):
        return None
    asked = whole.unit
    if asked == _ANY:
        noun = noun_of(lower, whole, whole.start)
        asked = None if noun is None else noun[1]
    if not may_be_asked(asked) or part.unit not in (asked, "person", _ANY):
        return None
    share = part.but(
        start=whole.start,
        core=(whole.core[0], part.core[1]),
        value=part.value / whole.value * _HUNDRED,
        step=Decimal(1),
        numeral=None,
    )
    share.measured_in(PERCENT)
    return share


def _is_share(lower: str, figure: Figure) -> bool:
    start, end = figure.start, figure.core[1]
    written = lower[figure.core[0] : end]
    if figure.numeral is None:
        return _IN.search(written) is not None and _is_of_somebody(lower, figure, written)
    if written.endswith("半") and figure.sign:
        return True  # 贬值过半
    if figure.numeral.form != "fraction" or not figure.numeral.worded:
        return False
    if written.isascii():
        return (
            _OF_SOME.match(lower, end) is not None
            or (figure.end > end and _OF_SOME.match(lower, figure.end) is not None)
            or _SO_FULL.match(lower, end) is not None
            or _BY.search(lower, start - 8, start) is not None
        )
    return _HAN.search(lower[start - 1 : start] + lower[figure.end : figure.end + 1]) is not None


def _is_of_somebody(lower: str, figure: Figure, written: str) -> bool:
    """Whether so many of so many are a share of somebody, said or not, and not a mark."""
    end = figure.core[1]
    marked = " out of " in written and " every " not in written
    if marked and _MARKED_BEHIND.match(lower, end):
        return False
    if _NAMED.match(lower, end):
        return True
    if _UNNAMED.match(lower, end) is None or not _is_round(figure.value):
        return False
    return not (marked and _MARKED.search(lower, max(0, figure.start - _FAR), figure.start))


def _is_round(share: Decimal) -> bool:
    """Whether people say a share in percent as well: a seventh, one in 20, and no one in 21."""
    return share >= _TENTH or not share * _HUNDRED % 1
