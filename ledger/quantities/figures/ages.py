"""Ages that no unit tells: aged 35, children under 5, Jane Doe, 45, the under-18s."""

from decimal import Decimal

from ledger.quantities.figures.figure import Figure
from ledger.quantities.line import Line
from ledger.quantities.units import Unit
from ledger.text.patterns import lazily

YEARS_OLD = Unit("year", "age", "month", Decimal(12))
_AGED = lazily(
    r"(?:(?:^|[^a-z])(?:aged?(?: between| from| under| over)?|(?:children|adults|people|those|"
    r"anyone|men|women|girls|boys|kids|minors|teenagers|pensioners|workers|residents|voters|patients|"
    r"americans|britons|australians|canadians|europeans|citizens|seniors|drivers|everyone|anybody|"
    r"students|males|females|players|customers)"
    r"(?: aged)? (?:under|over|below|above)) |年仅|现年|享年|得年|年龄为?)$"
)
# The retirement age to 62; but its ageing fleet.
_AGE_LIMIT = lazily(
    r"(?:^|[^a-z])(?:retirement|pension|voting|legal|drinking|minimum|maximum|average|median|mean|"
    r"school|eligibility|consent|driving|smoking|marriage|qualifying) ages?(?: [a-z]+){0,3} "
    r"(?:to|of|at|from|is|was|be|than)(?: (?:just|only|now|about|around))? $"
)
_OF_AGE = lazily(
    r"(?:^|[^a-z])(?:under|over|below|above|before|after|by|at|to|from|until|reach(?:ed|es|ing)?) "
    r"(?:the )?age of $"
)
_LIMIT_ENDS = frozenset({"to ", "of ", "at ", "is ", "as ", "be ", "an ", "om "})
# She turned 30 in May, when he was 14, who died at home, was 91; but he turned 12 pages.
_LIVED = lazily(
    r"(?:^|[^a-z])(?:(?:he|she|who) turn(?:s|ed)|(?:when i|he|she) was|who died[^.;]{0,64}, was) $"
)
_LIVED_REACH = 80
_LIVED_ENDS = frozenset({"ed ", "ns ", "as "})
_NO_MORE = lazily(
    r"[,.;:!?)](?!\d)|$| (?:in|on|this|last|next|and|but|when|after|before|he|she|while)(?![a-z])"
)
# Aged 8, 11 and 14.
_AGED_TOO = lazily(r"(?:^|[^a-z])aged (?:\d{1,2}(?:,| and|,? or) ){1,4}$")
_AGED_ENDS = frozenset({"仅", "年", "龄", "为", "ed ", "ge ", "en ", "om ", "er ", "ow ", "ve "})
_AGED_TOO_ENDS = frozenset({"nd ", "or ", *(f"{digit}, " for digit in range(10))})
_ENDS = _LIVED_ENDS | _LIMIT_ENDS | _AGED_ENDS | _AGED_TOO_ENDS
"""What any of these ends with."""
# Jane Doe, 45, said: an age between commas behind a name.
_NAME_AHEAD = lazily(
    r"(?:[A-Z](?!\w+day,)[\w'.-]{1,40}|(?:^|[^a-z])(?:[Ss]?he|wife|husband|son|daughter|"
    r"mother|father|brother|sister|boy|girl|man|woman|child|driver|pilot|suspect|victim|student|"
    r"teenager|teacher|actor|actress|singer|striker|goalkeeper|captain|gunman|attacker)), $"
)
_COMMA = lazily(r",(?! ?\d)")
_OLDEST = 120
# Under-18s, over-65s, 16-to-24s: people of an age, not seconds.
_COHORT = lazily(r"(?:^|[^a-z])(under|over|to)-$")
_COHORT_SIGNS = {"under": "<", "over": ">"}
_PLURAL = lazily(r"s(?![a-z])")


def is_age(reading: Line, figure: Figure) -> bool:
    """Whether the words around a bare number make it an age: aged 35, children under 5."""
    lower, start = reading.lower, figure.start
    ahead = lower[start - 3 : start] if start > 2 else lower[:start]  # noqa: PLR2004 - three
    if ahead not in _ENDS and ahead[-1:] not in _AGED_ENDS and ahead[-2:] != ", ":
        return False
    if ahead in _LIVED_ENDS and _LIVED.search(lower, start - _LIVED_REACH, start):
        return _NO_MORE.match(lower, figure.end) is not None
    if ahead in _LIMIT_ENDS:
        since = max(0, start - 64)
        if lower.find(" age", since, start) >= 0 and (
            _AGE_LIMIT.search(lower, since, start) or _OF_AGE.search(lower, since, start)
        ):
            return 0 < figure.value < _OLDEST
    if ahead[-1:] in _AGED_ENDS or ahead in _AGED_ENDS:
        return _AGED.search(lower, start - 28, start) is not None
    if ahead in _AGED_TOO_ENDS and _AGED_TOO.search(lower, start - 28, start):
        return True
    return ahead[-2:] == ", " and _stands_behind_name(reading, figure)


def _stands_behind_name(reading: Line, figure: Figure) -> bool:
    """Whether a number between commas is somebody's age: Jane Doe, 45, said."""
    if not 0 < figure.value < _OLDEST or not _COMMA.match(reading.lower, figure.end):
        return False
    return _NAME_AHEAD.search(reading.key, figure.start - 45, figure.start) is not None


def is_age_group(lower: str, figure: Figure) -> bool:
    """Whether a figure names an age group (under-18s); it is then given the age and the bound."""
    start = figure.start
    if _PLURAL.match(lower, figure.end) is None:
        return False
    if lower[start - 1 : start] != "-":
        return _is_decade(lower, figure)
    ahead = _COHORT.search(lower, start - 7, start)
    if ahead is None:
        return _is_decade(lower, figure)
    figure.end += 1
    figure.measured_in(YEARS_OLD)
    if ahead[1] in _COHORT_SIGNS:
        figure.start, figure.bound = ahead.start(1), ahead.span(1)
        figure.sign = _COHORT_SIGNS[ahead[1]]
    return True


# In his 70s, in her mid-30s.
_IN_TENS = lazily(r"in (?:his|her|their)(?: (early|mid|late))?[ -]$")
_PARTS = {"early": (0, 4), "mid": (3, 7), "late": (6, 9), None: (0, 9)}
"""Which years of ten a part of them may be: nobody says where the late 60s begin."""


def _is_decade(lower: str, figure: Figure) -> bool:
    """Whether a figure names years of somebody's life (in his 70s); it then becomes their span."""
    tens = _IN_TENS.search(lower, figure.start - 18, figure.start)
    if figure.value % 10 or tens is None:
        return False
    first, last = _PARTS[tens[1]]
    figure.end += 1
    figure.value, figure.high = figure.value + first, figure.value + last
    figure.measured_in(YEARS_OLD)
    return True
