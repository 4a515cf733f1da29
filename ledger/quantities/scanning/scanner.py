"""One pass over a line: every numeral and every date in it, in order, codes and idioms left out."""

from decimal import Decimal
from functools import cache

from ledger.quantities.lexicon import Lexicon, alternation, rows
from ledger.quantities.line import Line
from ledger.quantities.numerals.bounds import bound_before
from ledger.quantities.numerals.chinese import read_chinese
from ledger.quantities.numerals.chinese_integers import NUMERALS
from ledger.quantities.numerals.digits import read_digits
from ledger.quantities.numerals.english import FIRST_WORDS, begins_with_article, read_english
from ledger.quantities.numerals.multiples import MULTIPLE_SIGNS, multiple_at
from ledger.quantities.numerals.numeral import LONGEST, Numeral
from ledger.quantities.scanning.decades import DECADES, decade_at
from ledger.quantities.scanning.identifiers import code_at
from ledger.quantities.scanning.marks import ARTICLES
from ledger.quantities.scanning.named_behind import lettered
from ledger.quantities.scanning.plain import CLINGS, plain_at
from ledger.quantities.times.dates import DATE_SIGNS, MONTHS, DateMention, date_at, month_at
from ledger.quantities.times.named_years import named_year
from ledger.quantities.times.spans import MONTHS_ON, PARTS_IN_WORDS, span_at
from ledger.quantities.units import money_before, unit_at
from ledger.text.patterns import lazily

_LONG_RUN = lazily(rf"[{NUMERALS}]{{{LONGEST},}}")
_MIXES = frozenset("十百千万亿兆拾佰仟又余多几来")
_WORDS_AFTER = lazily(
    r"[ -]?(?:hundred|thousand|million|billion|trillion|dozen|lakh|crore|mln|bln|tln)s?(?![a-z])"
    r"| and (?:an? |one |two |three |\d/)(?:half|quarter|third|fifth)| (?:over|in|out of) [a-z\d]"
)
_ORDINAL = lazily(r"(?:st|nd|rd|th)(?![a-z])")
_LETTERS = lazily(r"[a-z]{1,12}\d*")
# A lone letter after a space is seldom a scale: 5 B, 3 t; 10 k and -2.5 M are.
_LONE_LETTER = lazily(r"[A-Zbt](?![A-Za-z])")
# 3.5m people are millions; 3.5m alone is a length.
_COUNTED_IN_M = (
    r"(?:people|men|women|children|users|jobs|homes|households|customers|subscribers|members|"
    r"viewers|followers|voters|workers|passengers|visitors|tourists|migrants|refugees|patients|"
    r"students|pupils|pensioners|residents|adults|doses|vehicles|cars|units|copies|views|downloads|"
    r"shares|barrels|tonnes|tons|gallons|acres|hectares|accounts|cases|deaths|years|phones|devices|"
    r"chips|votes|tickets|trees|animals|streams|hens|chickens|birds|pigs|cows|sheep|cattle|bees|"
    r"families|employees|citizens|americans|britons|europeans|africans|drivers|farmers|teachers|"
    r"ounces|troy|smokers|taxpayers|investors|shareholders|borrowers|savers|fans|listeners|readers|players|"
    r"applicants|claimants|displaced|sq|square)"
)
_M_COUNTS = lazily(rf"m {_COUNTED_IN_M}(?![a-z])")
# 3.4m people, down from 4.1m.
_M_AGAIN = lazily(
    rf"\dm {_COUNTED_IN_M},?(?: [a-z]{{2,12}}){{0,2}} (?:from|to|than|against|with) $"
)
# A population of 1.1m is one of people, whatever stands behind it.
_M_SIZE = lazily(
    r"(?:^|[^a-z])(?:population|audiences?|crowds?|viewership|readership|ridership|membership|"
    r"circulation|turnout|attendance|workforce)(?: (?:of|to|at|is|was|reached|hit|topped|than|over|"
    r"about|around|nearly|almost|more|some|now|grew|rose|fell)){1,4} $"
)
# 身高一米八 is a height; 高一 alone is a year at school.
_TALL = lazily(r"高一(?:米|公尺)")
# 4K is how sharp a picture is.
_SHARP = lazily(
    r"[248]K(?= (?:TV|UHD|Ultra|t?el?evision|video|screen|display|resol|camera|film)"
    r"|-|画质|电视|影像|影片|高清|超高清|屏|直播)"
)
_CAPITAL_M = lazily(r"M(?![A-Za-z])")
_ENDS_MINUS = ("minus ", "negative ", "负", "零下")
_ENDS_MINUS_WORD = frozenset({"s ", "e "})
_POINTS = frozenset(".0123456789")
_FIRST = ("首",)
_MONTH_SIGNS = frozenset("月至到~-")
_TIME_SIGNS = _MONTH_SIGNS | DATE_SIGNS
_PART_HEADS = ("第", "前", "上", "下", "首", "头")
# 較前一週 is the week before; 提前一週 is a week.
_ONE_BEFORE = lazily(
    r"(?:(?<![提以之目先从空])前|(?<![晚早以加网路手线身地])上|(?<![以剩留天地])下)一"
    r"(?:周|星期|天|日|晚|个?月|年|季|季度)(?![半多])"
)
# 五角 is a shape, 三元五角 is money.
_COINS = lazily(r"(?<=[元块]).角")
_MINUS = lazily(r"(?:^|[^a-z])(?<!or )((?:minus|negative) |(?<!正)负|零下)$")
# A year and a half: the article counts one only where a half is added.
_SPAN_OF_TIME = r"(?:year|month|week|day|decade|century|hour|minute)(?![a-z-])"
# More than a decade, nearly a mile: with a bound, the article counts one too.
_OF_LENGTH = (
    r"(?:(?:mile|kilomet(?:re|er)|met(?:re|er)|tonne|ton|lit(?:re|er)|gallon)(?![a-z-])"
    r"|foot(?= (?:deep|of|high|long|wide|tall|thick)(?![a-z])))"
)
_BOUNDED_ONE = lazily(rf"an? (?:{_SPAN_OF_TIME}(?! earlier)|{_OF_LENGTH})")
# A metre or more, a week or so: where a unit goes with it, one is meant.
_ONE_OR_SO = lazily(r"an?( [a-z]{2,12}) or (?:so|more|less|longer|higher|deeper)(?![a-z])")
_ONE_AND_A_HALF = lazily(r"(an?) [a-z]{2,12} and a half(?![a-z])")
# An article counts only before a word of number, or before a unit and a half.
_COUNTING = lazily(
    rf" (?:(?:{alternation(FIRST_WORDS)})(?![a-z])|{_SPAN_OF_TIME}|{_OF_LENGTH}|"
    r"[a-z]{2,12} (?:and a half|or (?:so|more|less|longer|higher|deeper)(?![a-z])))"
)


@cache
def _scales() -> dict[str, Lexicon[int]]:
    table = list(rows("scales.csv"))
    return {
        place: Lexicon((row["form"], int(row["factor"])) for row in table if row["place"] == place)
        for place in ("attached", "money")
    }


_SCALE = lazily(
    rf" ?(?:{alternation(row['form'] for row in rows('scales.csv'))})(?![a-z])",
)


@cache
def _decoys() -> Lexicon[bool]:
    return Lexicon((row["word"], True) for row in rows("decoys.csv"))


def plain_numerals(lower: str, places: list[tuple[int, str]]) -> list[Numeral | None]:
    """The plain numeral at each place of a line; ``None`` where there is none, or may be more."""
    found: list[Numeral | None] = []
    done = 0
    for at, token in places:
        plain = None
        if at >= done and token[0] <= "9":
            end = at + len(token)
            if lower[end : end + 1] not in _TIME_SIGNS:
                plain = plain_at(lower, at, token)
        if plain is not None:
            if lower[at - 2 : at] in _ENDS_MINUS_WORD:
                plain = _negated(lower, plain)
            done = plain.end
        found.append(plain)
    return found


def scan(
    line: Line,
    places: list[tuple[int, str]],
    plain: list[Numeral | None],
    closed: list[tuple[int, int]],
) -> list[Numeral | DateMention]:
    """Every numeral and date of a line, from left to right, none overlapping.

    Args:
        line: the text.
        places: where one may begin (see ``marks``).
        plain: the plain numeral at each of them.
        closed: where its addresses stand, in which there is no figure.
    """
    lower, done = line.lower, 0
    every: list[Numeral | DateMention] = []
    found: Numeral | DateMention | None
    for (at, token), numeral in zip(places, plain, strict=True):
        if at < done or (token in ARTICLES and not _COUNTING.match(lower, at + len(token))):
            continue
        if closed:
            while closed and closed[0][1] <= at:
                closed.pop(0)
            if closed and closed[0][0] <= at:
                done = closed[0][1]
                continue
        if numeral is not None:
            found, done = numeral, numeral.end
        elif token[0] <= "9":
            found, done = _read_digits(line, at, token)
        elif token.isascii():
            found = _word(line, at, token)
            done = max(at + len(token), found.end if found else 0)
        else:
            found, done = _read_character(lower, at, token)
        if found is not None:
            every.append(found)
    return every


def _read_character(lower: str, at: int, token: str) -> tuple[Numeral | DateMention | None, int]:
    """What begins at a character of no alphabet, and where to go on."""
    found: Numeral | DateMention | None = None
    if token in MULTIPLE_SIGNS and _decoys().at(lower, at) is None:
        found = multiple_at(lower, at)
        return found, found.end if found else at + 1
    if token in _FIRST or lower[at - 1 : at] in _PART_HEADS or _is_part(lower, at):
        found = span_at(lower, at)
        if found is None and _ONE_BEFORE.match(lower, at - 1):
            return None, at + 1
    if found is None:
        decoy = _decoys().at(lower, at)
        if decoy is not None and not _COINS.match(lower, at):
            return _unless_longer(lower, at, decoy[0])
        found = _character(lower, at)
    if found is None:
        run = _LONG_RUN.match(lower, at)
        return None, at + 1 if run is None else run.end()
    return found, max(at + 1, found.end)


def _is_part(lower: str, at: int) -> bool:
    """Whether a character may number a part of the year: 一季度 is the first one, 一至六月 half."""
    behind = lower[at + 1 : at + 2]
    return behind == "季" or (behind in _MONTH_SIGNS and MONTHS_ON.match(lower, at + 1) is not None)


def _unless_longer(lower: str, at: int, end: int) -> tuple[Numeral | DateMention | None, int]:
    """What begins at a decoy that ends at ``end``; nothing unless it goes on further (一度半)."""
    found = _character(lower, at)
    if found is None or found.end < end + isinstance(found, Numeral):
        return None, end
    return found, found.end


def _read_digits(line: Line, at: int, token: str) -> tuple[Numeral | DateMention | None, int]:
    """A figure, a date or a code that begins with digits."""
    lower, end = line.lower, at + len(token)
    if lower[end : end + 1] in _TIME_SIGNS and (time := _time(lower, at, end)) is not None:
        return time, time.end
    plain = plain_at(lower, at, token)
    if plain is None:
        return _read_unplain(line, at, token)
    if lower[at - 2 : at] in _ENDS_MINUS_WORD:
        plain = _negated(lower, plain)
    return plain, plain.end


def _time(lower: str, at: int, end: int) -> DateMention | None:
    """The months, or the date, that digits begin by what stands right behind them."""
    behind = lower[end]
    months = behind in _MONTH_SIGNS and MONTHS_ON.match(lower, end)
    if months and (span := span_at(lower, at)) is not None:
        return span
    if behind in DATE_SIGNS and lower[at - 1 : at] not in CLINGS:
        return date_at(lower, at)
    return None


def _read_unplain(line: Line, at: int, token: str) -> tuple[Numeral | DateMention | None, int]:
    lower, end = line.lower, at + len(token)
    if lower[at - 1 : at] == "." and lower[at - 2 : at - 1] not in _POINTS:
        if at > 1 and lower[at - 2].isalpha():
            return None, end  # H.R.1
        numeral = read_digits(lower, at - 1)
        return (_scaled(line, numeral), numeral.end) if numeral else (None, end)
    code = code_at(line.key, at)
    if code is not None and (code < end or money_before(line, at) is None):
        return None, max(code, end)
    found: Numeral | DateMention | None = None
    if lower[at - 1 : at] in _PART_HEADS or _ORDINAL.match(lower, end):
        found = span_at(lower, at)
    if found is None:
        found = date_at(lower, at) or named_year(line, at, token)
    if found is None:
        found = _figure(line, at)
    if found is None:
        return None, end
    if isinstance(found, Numeral) and _unreadable_tail(line, found):
        return None, _LETTERS.match(lower, found.end).end()  # type: ignore[union-attr] # it matched
    return found, max(found.end, end)


def _figure(line: Line, at: int) -> Numeral | None:
    """A number that begins with digits, whatever it goes on with."""
    lower = line.lower
    numeral = read_digits(lower, at)
    if numeral is None:
        return None
    after = lower[numeral.end : numeral.end + 1]
    latin = after.isascii() and (after.isalpha() or after in " -")
    mixed = None
    if after in _MIXES or lower.startswith("分之", numeral.end):
        mixed = read_chinese(lower, at)
    elif latin and _WORDS_AFTER.match(lower, numeral.end):
        mixed = read_english(lower, at)
    elif latin and _ORDINAL.match(lower, numeral.end):
        return numeral._replace(end=numeral.end + 2, form="ordinal")
    if mixed is not None and mixed.end > numeral.end:
        sign = -1 if numeral.start < at else 1
        numeral = mixed._replace(start=numeral.start, value=sign * mixed.value, worded=False)
    if latin or mixed is not None:
        numeral = _scaled(line, numeral)
    numeral = _negated(lower, numeral)
    if numeral.start > 0 and lower[numeral.start - 1] == "第":
        return numeral._replace(start=numeral.start - 1, form="ordinal")
    return numeral


def _negated(lower: str, numeral: Numeral) -> Numeral:
    """Count in a minus said in words: minus five, negative one, 負40, 零下10度."""
    start = numeral.start
    if not lower.endswith(_ENDS_MINUS, 0, start):
        return numeral
    minus = _MINUS.search(lower, start - 10, start)
    if minus is None:
        return numeral
    return numeral._replace(start=minus.start(1), value=-numeral.value)


def _scaled(line: Line, numeral: Numeral) -> Numeral:
    """Count a scale letter in: 10k, 5.5bn; m and t only as money or in capitals."""
    lower, end = line.lower, numeral.end
    if _SCALE.match(lower, end) is None or _SHARP.match(line.key, end - 1):
        return numeral
    at, gap, scales = numeral.start, lower[end] == " ", _scales()
    found = scales["attached"].at(lower, end)
    if found is None and gap and not _LONE_LETTER.match(line.key, end + 1):
        found = scales["attached"].at(lower, end + 1)
    if found is None:
        found = scales["money"].at(lower, end + gap)
        capital = _CAPITAL_M.match(line.key, end + gap)
        money = capital or (found and money_before(line, at))
        counts = money or _M_COUNTS.match(lower, end) or _M_SIZE.search(lower, at - 48, at)
        found = found if counts or _M_AGAIN.search(lower, at - 48, at) else None
    if found is None or (line.key[end] == "B" and lettered(line, at)):
        return numeral
    return numeral._replace(
        end=found[0],
        value=numeral.value * found[1],
        step=numeral.step * found[1],
        scale=Decimal(found[1]),
    )


def _unreadable_tail(line: Line, numeral: Numeral) -> bool:
    """Letters glued to the digits that are no unit: 777F, 24703L202."""
    tail = _LETTERS.match(line.lower, numeral.end)
    if tail is None or line.lower[numeral.end - 1].isalpha():
        return False
    return unit_at(line, numeral.end) is None


def _word(line: Line, at: int, token: str) -> Numeral | DateMention | None:
    """What begins at a word of an alphabet."""
    lower = line.lower
    if token in MONTHS:
        return month_at(lower, at)
    if token in PARTS_IN_WORDS and (part := span_at(lower, at)) is not None:
        return part
    if (multiple := multiple_at(lower, at)) is not None:
        return multiple
    if token in DECADES:
        return decade_at(lower, at, token)
    if token in ARTICLES and not begins_with_article(lower, at):
        return _one(line, at, token)
    numeral = read_english(lower, at)
    return numeral and _negated(lower, numeral)


def _one(line: Line, at: int, article: str) -> Numeral | None:
    """An article that counts one, where the words around it say so."""
    lower, end = line.lower, at + len(article)
    measured = _ONE_OR_SO.match(lower, at) and unit_at(line, end)
    bounded = _BOUNDED_ONE.match(lower, at) and bound_before(lower, at)
    if not (measured or bounded or _ONE_AND_A_HALF.match(lower, at)):
        return None
    return Numeral(at, end, Decimal(1), Decimal("0.5"), worded=True)


def _is_decoy(lower: str, at: int, end: int) -> bool:
    """Whether a word that is no number ends with the first character of one, or with all of it."""
    if _decoys().before(lower, at + 1) is not None:
        return True
    word = _decoys().before(lower, end) if end > at + 1 else None
    return word is not None and word[0] < at


def _character(lower: str, at: int) -> Numeral | DateMention | None:
    if (dated := date_at(lower, at)) is not None:
        return dated
    if (multiple := multiple_at(lower, at)) is not None:
        return multiple
    numeral = read_chinese(lower, at)
    if numeral is None or (not _TALL.match(lower, at - 1) and _is_decoy(lower, at, numeral.end)):
        return None
    if numeral.start > 0 and lower[numeral.start - 1] == "第":
        return numeral._replace(start=numeral.start - 1, form="ordinal")
    return _negated(lower, numeral)
