"""Dates, years and times of day: figures by their look, but typed as what they are."""

from datetime import date
from typing import NamedTuple

from ledger.quantities.heads import named_ahead
from ledger.quantities.lexicon import alternation
from ledger.quantities.numerals.numeral import Numeral
from ledger.quantities.times.stretches import stretch_at
from ledger.text.dates import date_words
from ledger.text.patterns import lazily
from ledger.text.tuples import made

MONTHS = date_words("month")
_MONTH = alternation(MONTHS)
_N = r"(?:\d{1,2}|(?:[一二三四五六七八九]?十|[廿卅])[一二三四五六七八九]?|[一二三四五六七八九])"
_ZH_DIGITS = str.maketrans("〇零一二三四五六七八九", "00123456789")
_TH = r"(?:st|nd|rd|th)?"

_CHINESE = lazily(
    rf"(?:(?P<y>\d{{4}}|[〇零一二三四五六七八九]{{4}})年度?(?![级代]))?"
    rf"(?:(?<![\d个])(?P<m>{_N})月份?(?!球)(?:(?P<d>{_N})(?:日|号)?)?)?"
)
_DAY = lazily(
    # 3日间 is three days; 19日至23日间 is between two.
    rf"(?P<d>{_N})(?:日|号)(?![元圆币线均]|(?<![至到~-]\d.)(?<![至到~-]\d\d.)间)"
)
_ISO = lazily(
    r"(?P<y>\d{4})(?P<s>[-/.])(?P<m>\d{1,2})(?:(?P=s)(?P<d>\d{1,2}))(?!\d)|(?P<y2>\d{4})-(?P<m2>0[1-9]|1[0-2])(?![\d-])"
)
_ENGLISH = lazily(
    rf"(?:(?P<d1>\d{{1,2}}){_TH} (?:of )?(?P<m1>{_MONTH})\b\.?"
    rf"|(?P<m2>{_MONTH})\b\.? (?P<d2>\d{{1,2}}){_TH}(?![\d%.,]\d|\d|[a-z]))"
    r"(?: ?,? (?P<y>(?:1[5-9]|20)\d\d)(?!\d))?"
    rf"|(?P<m3>{_MONTH})\b\.? ?,? (?P<y3>(?:1[5-9]|20)\d\d)(?![\d%])"
)
_SLASHED = lazily(r"(?P<a>\d{1,2})/(?P<b>\d{1,2})(?:/(?P<y>\d{4}|\d\d))?(?![\d/])")
_PART_OF_DAY = (
    "(?<=上午|下午|早上|晚上|凌晨|清晨|晚间|中午|深夜|傍晚|时间|次日|翌日|隔日|隔天|每晚|每天|每日|今晚|当晚"
    "|明早|昨晚|今早|昨天|今天|明天|昨日|今日|明日|当天|当日|同日|周[一二三四五六日末])"
)
_TIME = lazily(
    r"\d{1,2}:\d\d(?::\d\d)?(?: ?[ap]\.?m\b\.?)?|\d{1,2} ?[ap]\.?m\b\.?"
    rf"|{_N}[时点](?:{_N}分(?:{_N}秒)?|半|整|许|钟"
    rf"|(?=[至到~-](?:(?:次日|翌日|隔[日天]|当[日晚天]|凌晨|[上下]午|中午|晚上){_N}[时点]|{_N}时))"
    r"|(?=开始|开赛|开打|开播|开幕|截止|抵达|出发|发车|起飞|登场))"
    rf"|{_PART_OF_DAY}(?:{_N}|两)[时点](?:半|整|许|钟)?|(?<=\d日){_N}时|(?<=[早晚])(?:{_N}|两)时|(?<=时[至到~-]){_N}时"
    r"|[0-2]\d[0-5]\d(?= ?(?:gmt|utc|hrs|hours (?:gmt|local))(?![a-z]))"
)
_YEAR_RANGE = lazily(r"(?P<a>(?:1[5-9]|20)\d\d)[-/](?P<b>(?:19|20)?\d\d)(?![\d-])")
_DECADE = lazily(
    r"(?:19|20)?\d0'?s\b|(?:(?:19|20)\d0|\d0|[二三四五六七八九]十)年代"
    r"|\d{1,2}(?:st|nd|rd|th) century|\d{1,2}世纪"
)
_YEAR = lazily(
    r"(?:1[5-9]|20)\d\d(?![\d,.%]\d|\d|%| ?percent| (?:thousand|million|billion|trillion|[bmt]n)\b)"
)
_OLD_YEAR = lazily(r"1[0-4]\d\d(?=[,.;:)](?!\d)|$)")
_AFTER_IN = lazily(
    r"(?:^|[^a-z])(?:in|since|until|till|during|fiscal|fy|year|early|late|mid|autumn|spring|summer|winter|"
    rf"fall|end|quarter|half|class of|half of|quarter of|end of|{_MONTH})[ -]?$"
)
_AFTER_OTHERS = lazily(
    r"(?:(?:^|[^a-z])(?:by|from|before|after|of|through|to|and|than|for|an?|the|its|his|her|"
    r"their|this)|,|\() ?$"
)
_NAMED_BY = lazily(
    r"(?:'s)? (?:budget|elections?|sales|season|report|forecast|census|war|ban|law|act|deal|treaty|"
    r"third|first|second|fourth|half|quarter|fiscal|levels?|figures?|results|presidential|midterm|"
    r"financial|world|olympics?|alone|when)(?![a-z])"
)
_OF_WHEN = lazily(r"(?<![^ '\"(])(?:19\d\d|20[0-4]\d) (?=[a-z])")
_LEVEL = lazily(
    r"(?:^|[ (])(?:[a-z]{2,3}\.?|were|than|some|about|around|roughly|nearly|almost|over|least|"
    r"other) $"
)
"""Ahead of four digits that may well be a number: closed at 2012 on Friday, Rs 2000 for each."""
_COUNTED = lazily(
    r" (?![a-z]+[sui]s(?![a-z]))"
    r"(?!(?:was|has|is|this|its|levels|sales|figures|results|prices|elections|earnings|profits|"
    r"rises|falls|grows|drops|jumps|climbs|aims|shows|says|sets|puts|stands|remains|includes|comes|"
    r"ends|begins|takes|makes|gives|sees|expects|needs|raises|means|exceeds|totals|reaches|brings)"
    r"(?![a-z]))"
    r"(?:people|men|women|children|[a-z]{2,}s)(?![a-z])"
)


IN_LIFE = lazily(r"in (?:his|her|their)(?: early| mid| late)?[ -]$")
"""Ahead of tens of years that somebody has lived: in his 70s."""


class DateMention(NamedTuple):
    """A date as a text writes it.

    Attributes:
        start: first character in the key.
        end: one past the last.
        period: ISO 8601 as far as it is written (``2026``, ``2025-12``, ``2025-12-08``, with
            ``--12-08`` for a day of an unstated year and ``---08`` for one of an unstated month);
            ``None`` for a time of day.
        year: the year alone, where only a year is written.
    """

    start: int
    end: int
    period: str | None
    year: int | None = None

    def day(self) -> date | None:
        """The calendar day, where the date is whole and exists."""
        if self.period is None:
            return None
        try:
            return date.fromisoformat(self.period)
        except ValueError:
            return None


def date_at(lower: str, at: int) -> DateMention | None:
    """The date, year or time of day that begins at ``at``, if the characters there make one."""
    opening = _OPENING.match(lower, at)
    if opening is None:
        return None
    four, following = opening.groups()
    if following:
        readers = _READERS[following]
    elif four is not None:
        readers = _BY_FOUR_DIGITS
    elif _WORDED.match(lower, at) is not None:
        readers = _BY_WORD
    else:
        return None
    for read in readers:
        found = read(lower, at)
        if found is not None:
            return found
    return None


# What follows the first digits settles which readers can succeed; most figures need none of them.
_OPENING = lazily(
    r"(?:(?:(\d{4})|\d{1,3})(?!\d)|[〇零一二两三四五六七八九十廿卅]{1,4}|[a-z]{3,9})"
    r"([年月日号时点世学:/.·'-]|(?=[\Wa-z]|$))"
)

_WORDED = lazily(rf"[a-z]|\d{{1,2}}(?: ?[ap]\.?m\b|{_TH} (?:of )?(?:{_MONTH})\b|{_TH} century|s\b)")


def _time(lower: str, at: int) -> DateMention | None:
    match = _TIME.match(lower, at)
    return match and DateMention(at, match.end(), None)


# The Republic's years count from 1912: 民國114年 and 114年度 are 2025.
_REPUBLIC = lazily(r"(?<=民国)\d{1,3}年|1[0-4]\d(?:年(?=度|第|[上下]半年|前|\d{1,2}月)|学年)")
_BEFORE_REPUBLIC = 1911


def _republic(lower: str, at: int) -> DateMention | None:
    match = _REPUBLIC.match(lower, at)
    if match is None:
        return None
    year = _BEFORE_REPUBLIC + int(match[0].rstrip("学年"))
    rest = _CHINESE.match(lower, match.end())
    if rest is None or rest["y"] or not rest["m"]:
        return DateMention(at, match.end(), str(year), year)
    day = _number(rest["d"]) if rest["d"] else None
    return _mention(at, rest.end(), year, _number(rest["m"]), day)


# 国道3号 and 3号机组 are names, 中山路18号5楼 is an address, 神舟二十号 a spacecraft.
_NUMBERED = lazily(
    rf"(?:(?<=[国省县]道)|(?<=路线))(?:\d{{1,3}}|{_N})号"
    rf"|(?<=[路街段巷弄村庄里])(?:之)?(?:\d{{1,4}}|{_N})号(?:之\d{{1,2}})?(?:\d{{1,3}}[楼层室])?"
    rf"|(?:\d{{1,3}}|{_N})号(?=机组?|线|反应|出口|公路|隧道|楼|房|院|店|球|候选|病房|仓库|令|文"
    r"|航站|跑道|码头|高炉|站台|展馆|矿井|井口|选手|种子)"
    rf"|{_N}号(?=[^,。;\d]{{0,8}}(?:风球|信号)|[烈暴强飓]风|[\"'》])"
)
_NAMED = lazily(rf"{_N}号")


def _chinese(lower: str, at: int) -> DateMention | None:
    if lower[at - 1 : at] == "第":
        return None
    numbered = _NUMBERED.match(lower, at)
    if numbered is None and named_ahead(lower, at):
        numbered = _NAMED.match(lower, at)
    if numbered is not None:
        return DateMention(at, numbered.end(), None)
    match = _CHINESE.match(lower, at)
    if match is None or match.end() == at:
        match = _DAY.match(lower, at)
        if match is None or stretch_at(lower, at, match.end("d")):
            return None
        day = _number(match["d"])
        return DateMention(at, match.end(), f"---{day:02d}") if day <= 31 else None  # noqa: PLR2004 - days of a month
    if match["y"] is None and match["d"] is None and stretch_at(lower, at, match.end("m")):
        return None
    year = int(match["y"].translate(_ZH_DIGITS)) if match["y"] else None
    month = _number(match["m"]) if match["m"] else None
    written = match["d"] if month else None
    return _mention(at, match.end(), year, month, _number(written) if written else None)


def _iso(lower: str, at: int) -> DateMention | None:
    match = _ISO.match(lower, at)
    if match is None:
        return None
    year, month = int(match["y"] or match["y2"]), int(match["m"] or match["m2"])
    return _mention(at, match.end(), year, month, int(match["d"]) if match["d"] else None)


def month_at(lower: str, at: int) -> DateMention | None:
    """The date that begins at ``at`` with the name of a month, or with a day that one follows."""
    match = _ENGLISH.match(lower, at)
    if match is None:
        return None
    year = match["y"] or match["y3"]
    month = MONTHS[match["m1"] or match["m2"] or match["m3"]]
    day = match["d1"] or match["d2"]
    return _mention(at, match.end(), int(year) if year else None, month, int(day) if day else None)


def _slashed(lower: str, at: int) -> DateMention | None:
    """12/12 and 5/17/2018 are dates; 3/4 and 16/5 are fractions."""
    match = _SLASHED.match(lower, at)
    if match is None:
        return None
    first, second = int(match["a"]), int(match["b"])
    if match["y"]:
        year = match["y"] if len(match["y"]) == 4 else None  # noqa: PLR2004 - 12/5/24 may be of 1924
        return _either_way_round(at, match.end(), year, (first, second))
    fits = 1 <= first <= 12 and 1 <= second <= 31  # noqa: PLR2004 - months and days
    usual = first < second and (second <= 10 or second in (12, 16, 20))  # noqa: PLR2004 - usual denominators
    if not fits or usual:
        return None
    both = first != second and second <= 12  # noqa: PLR2004 - may be day and month
    return DateMention(at, match.end(), None if both else f"--{first:02d}-{second:02d}")


# An event is called by its day: 5·12地震, 9·11; 6.8地震 is as strong as that.
_EVENT = lazily(
    r"(?P<m>\d{1,2})(?:·(?P<d>\d{1,2})(?![\d.%万亿千百倍元个米吨度])|\.(?P<d2>\d\d)(?=特?大?地震|事件|惨案))"
)


def _event(lower: str, at: int) -> DateMention | None:
    match = _EVENT.match(lower, at)
    if match is None:
        return None
    day = _mention(at, match.end(), None, int(match["m"]), int(match["d"] or match["d2"]))
    return day and day._replace(period=None)


def _either_way_round(
    start: int, end: int, year: str | None, pair: tuple[int, int]
) -> DateMention | None:
    """A day and a month of a year, whichever is first where one of them can be no month."""
    month, day = sorted(pair)
    if year is None or (day <= 12 and day != month):  # noqa: PLR2004 - months
        return DateMention(start, end, year)
    return _mention(start, end, int(year), month, day)


def _years(lower: str, at: int) -> DateMention | None:
    match = _YEAR_RANGE.match(lower, at)
    if match is not None:
        last = match["b"] if len(match["b"]) == 4 else match["a"][:2] + match["b"]  # noqa: PLR2004 - 2024-25
        if int(last) > int(match["a"]):
            return DateMention(at, match.end(), f"{match['a']}/{last}")
    return _decade(lower, at)


def _decade(lower: str, at: int) -> DateMention | None:
    match = _DECADE.match(lower, at)
    if match is None or IN_LIFE.search(lower, at - 18, at):
        return None
    decade = match[0][:4]
    return DateMention(at, match.end(), f"{decade}/{int(decade) + 9}" if decade.isdigit() else None)


_MONTHS_OF = lazily(
    rf"(?P<y>\d{{4}})年(?P<from>{_N})月份?[至到~-](?:(?P<y2>\d{{4}})年)?(?P<to>{_N})月(?!{_N}日)份?"
)


def _months(lower: str, at: int) -> DateMention | None:
    """Several months of a year: 2025年7月至9月."""
    match = _MONTHS_OF.match(lower, at)
    if match is None:
        return None
    first, last = _number(match["from"]), _number(match["to"])
    end = match["y2"] or match["y"]
    if not (1 <= first <= 12 and 1 <= last <= 12) or (match["y"], first) >= (end, last):  # noqa: PLR2004 - months
        return None
    return DateMention(at, match.end(), f"{match['y']}-{first:02d}/{end}-{last:02d}")


def _year(lower: str, at: int) -> DateMention | None:
    match = _YEAR.match(lower, at)
    if match is None:
        match = _OLD_YEAR.match(lower, at)
        if match is None or _AFTER_IN.search(lower, at - 12, at) is None:
            return None
    if _AFTER_IN.search(lower, at - 12, at) is None:
        loose = _AFTER_OTHERS.search(lower, at - 9, at) is not None
        named = at > 0 and _NAMED_BY.match(lower, match.end()) is not None
        if not (loose or named or _tells_when(lower, at)) or _COUNTED.match(lower, match.end()):
            return None
    return made(DateMention, (at, match.end(), match[0], int(match[0])))


def _tells_when(lower: str, at: int) -> bool:
    """Whether the four digits at ``at`` say of when what follows them is: a viral 2018 meme."""
    return _OF_WHEN.match(lower, at) is not None and _LEVEL.search(lower, at - 9, at) is None


def _mention(
    start: int, end: int, year: int | None, month: int | None, day: int | None
) -> DateMention | None:
    if (month is not None and not 1 <= month <= 12) or (day is not None and not 1 <= day <= 31):  # noqa: PLR2004 - months and days
        return None
    head = f"{year:04d}" if year else "-"
    if month is not None:
        head += f"-{month:02d}"
    if day is not None:
        head += f"-{day:02d}"
    return made(DateMention, (start, end, head, year if month is None else None))


def _number(written: str) -> int:
    """A day or month in digits or in Chinese up to thirty-one."""
    if written.isdigit():
        return int(written)
    written = written.replace("廿", "二十").replace("卅", "三十")
    tens, ten, ones = written.rpartition("十")
    if not ten:
        return int(written.translate(_ZH_DIGITS))
    return int((tens or "一").translate(_ZH_DIGITS)) * 10 + int((ones or "0").translate(_ZH_DIGITS))


_MORE_DAYS = lazily(r"(?:, \d\d?){0,5}(?:,? and |,? or |, | to |-)")
_ENDS_DATE = lazily(r"[,.;:)](?!\d)|$| (?:in|at|and|to|for|by|the|when|after|before)(?![a-z])")
_WITH_DAY, _LAST_DAY, _DIGITS = 2, 31, 2
"""Hyphens of a period that names a day; the last day of a month, and the digits of one."""


def goes_on(lower: str, date: DateMention, numeral: Numeral) -> bool:
    """Whether a number is one more day of the date before it: Oct. 5 and 6."""
    if date.period is None or date.period.count("-") < _WITH_DAY:
        return False
    if numeral.end - numeral.start > _DIGITS or numeral.value > _LAST_DAY:
        return False
    if _MORE_DAYS.fullmatch(lower, date.end, numeral.start) is None:
        return False
    return _ENDS_DATE.match(lower, numeral.end) is not None


DATE_SIGNS = frozenset("年月日号时点世学·")
"""What makes a date or a time of the digits before it, and never a figure alone."""
_BY_WORD = (_time, month_at, _years, _year)
_BY_FOUR_DIGITS = (_decade, _year, _time)
_READERS = {
    "年": (_republic, _months, _years, _chinese),
    "学": (_republic,),
    "月": (_chinese,),
    "日": (_chinese,),
    "号": (_chinese,),
    "时": (_time,),
    "点": (_time,),
    "世": (_years,),
    ":": (_time,),
    "/": (_iso, _slashed, _years),
    "-": (_iso, month_at, _years, _year),
    ".": (_iso, _time, month_at, _year, _event),
    "·": (_event,),
    "'": (_years, _year),
}
