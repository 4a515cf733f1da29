"""Wire copy, rule by rule: what is read, what is left alone, and why."""

from collections.abc import Callable

import pytest
from opencc import OpenCC

from ledger.quantities import Quantity, read

_TO_SIMPLIFIED = OpenCC("t2s")


_DAYS_MONTHS = [
    pytest.param(
        "法官判處他有期徒刑3年6月",
        ["3年6月: [3.45833333333, 3.54166666667) year ="],
        id="a term in years and months",
    ),
    pytest.param("判處徒刑八月", ["八月: [7.5, 8.5) month ="], id="a term in months is no August"),
    pytest.param("被告拘役50日", ["50日: [49.5, 50.5) day ="], id="a term in days"),
    pytest.param(
        "雨連續下了一週,連續5日停課",
        ["一週: [0.5, 1.5) week =", "5日: [4.5, 5.5) day ="],
        id="days in a row",
    ),
    pytest.param("業者須於30日內改善", ["30日內: [0, 30] day <="], id="days within which"),
    pytest.param(
        "15日內政部開會", ["15日: ---15 date ="], id="but the ministry meets on the fifteenth"
    ),
    pytest.param(
        "自5月19日至23日間",
        ["5月19日: --05-19 date =", "23日: ---23 date ="],
        id="between two days, not three weeks",
    ),
    pytest.param("大連12月下雪", ["12月: --12 date ="], id="連 of a city is no row"),
    pytest.param(
        "廿五日凌晨墜機", ["廿五日: ---25 date ="], id="a day as Taiwan's papers write it"
    ),
    pytest.param("國道3號塞車", [], id="a road's number is no day"),
    pytest.param("3號機組停機", [], id="nor is a reactor's"),
]
"""Days and months that are how long, and those that are dates."""

_ENGLISH_DATES = [
    pytest.param(
        "She appeared in a widely shared 2018 video",
        ["2018: 2018 year ="],
        id="a year tells of when the video is",
    ),
    pytest.param(
        "The hall held 2018 visitors",
        ["2018: [2017.5, 2018.5) visitor ="],
        id="visitors are counted",
    ),
    pytest.param(
        "The gauge closed at 2012 on Friday",
        ["2012: [2011.5, 2012.5) number ="],
        id="a level may look like a year",
    ),
    pytest.param(
        "He paid $2000 for each", ["$2000: [1999.5, 2000.5) USD ="], id="money is no year"
    ),
    pytest.param(
        "The priory, founded in 1392, burned", ["1392: 1392 year ="], id="a year before 1500"
    ),
    pytest.param(
        "Talks run on Oct. 5 and 6 in Oslo",
        ["Oct. 5: --10-05 date ="],
        id="a further day of a date",
    ),
    pytest.param(
        "On Oct. 5 and 6 people drowned",
        ["Oct. 5: --10-05 date =", "6: [5.5, 6.5) person ="],
        id="but people are counted",
    ),
    pytest.param("The vote is due at 0915 GMT", [], id="a time of day"),
    pytest.param(
        "The general is in his late 60s", ["60s: [66, 69] year range"], id="the end of ten years"
    ),
    pytest.param("She left when she was 14", ["14: [13.5, 14.5) year ="], id="an age by its verb"),
    pytest.param("He turned 12 pages", ["12: [11.5, 12.5) page ="], id="but pages are counted"),
    pytest.param(
        "The boy, 6, was found", ["6: [5.5, 6.5) year ="], id="an age behind who it is of"
    ),
    pytest.param("See H.R.1 for details", [], id="the number of a bill is no decimal"),
]
"""Years, days and lives in tens."""

_NOUNS = [
    pytest.param(
        "a 12-member panel", ["12-member: [11.5, 12.5) member ="], id="a noun joined by a hyphen"
    ),
    pytest.param(
        "six-party talks", ["six-party: [5.5, 6.5) party ="], id="parties are counted, not talks"
    ),
    pytest.param("a two-way street", ["two: [1.5, 2.5) number ="], id="a way is not counted"),
    pytest.param("3-MCPD in oil", ["3: [2.5, 3.5) number ="], id="capitals make a code"),
    pytest.param(
        "a 7.2-magnitude quake", ["7.2: [7.15, 7.25) number ="], id="nothing is counted in tenths"
    ),
    pytest.param(
        "two- and three-bedroom flats",
        ["two: [1.5, 2.5) bedroom =", "three-bedroom: [2.5, 3.5) bedroom ="],
        id="a hyphen left hanging waits for its noun",
    ),
    pytest.param(
        "One man was killed",
        ["One: [0.5, 1.5) man ="],
        id="one is as good as two where somebody dies",
    ),
    pytest.param("One man told police", [], id="but not where somebody speaks"),
    pytest.param(
        "three former county water officials",
        ["three: [2.5, 3.5) official ="],
        id="the noun four words away",
    ),
    pytest.param('40 "suspicious parcels"', ["40: [39.5, 40.5) parcel ="], id="a quoted noun"),
    pytest.param("four Airbus jets", ["four: [3.5, 4.5) jet ="], id="a name in s is no plural"),
    pytest.param("three previous owners", ["three: [2.5, 3.5) owner ="], id="nor is an adjective"),
    pytest.param(
        "two species of frog, four buses and 12 wolves",
        ["two: [1.5, 2.5) species =", "four: [3.5, 4.5) bus =", "12: [11.5, 12.5) wolf ="],
        id="plurals of their own",
    ),
    pytest.param(
        "The number of beds fell below 9,000",
        ["below 9,000: [0, 9000) bed <"],
        id="what the words ahead say is counted",
    ),
    pytest.param(
        "before a crowd of just over 38,000",
        ["just over 38,000: (38000, ) person >"],
        id="a crowd is people",
    ),
    pytest.param("Flags flew at half-staff", [], id="half a word is no measure"),
]
"""What is counted."""

_UNITS = [
    pytest.param(
        "年發電量約80億度",
        ["約80億度: [7200000000, 8800000000] kilowatt_hour ~"],
        id="degrees by the myriad are kilowatt hours",
    ),
    pytest.param("節電達6度", ["6度: [5.5, 6.5) kilowatt_hour ="], id="and so are those saved"),
    pytest.param("氣溫達38度", ["38度: [37.5, 38.5) degree_Celsius ="], id="heat is still heat"),
    pytest.param(
        "球速達154公里", ["154公里: [153.5, 154.5) kilometer_per_hour ="], id="a ball's speed"
    ),
    pytest.param("年約七旬的婦人", ["約七旬: [63, 77] year ~"], id="a person's tens of years"),
    pytest.param(
        "CO2 hit 421 parts per million",
        ["421 parts per million: [420.5, 421.5) ppm ="],
        id="a share, no parts",
    ),
    pytest.param("濃度升至421ppm", ["421ppm: [420.5, 421.5) ppm ="], id="the same as a symbol"),
    pytest.param(
        "PM2.5達32微克/立方公尺",
        ["32微克/立方公尺: [31.5, 32.5) microgram_per_cubic_meter ="],
        id="so much in each cubic metre",
    ),
    pytest.param(
        "a 5,000mAh battery and a 108MP camera",
        ["5,000mAh: [4999.5, 5000.5) milliampere_hour =", "108MP: [107.5, 108.5) megapixel ="],
        id="what phones are sold by",
    ),
    pytest.param(
        "電池容量5000毫安時",
        ["5000毫安時: [4999.5, 5000.5) milliampere_hour ="],
        id="the same in Chinese",
    ),
    pytest.param(
        "a 6-foot-4, 220-pound guard",
        ["6-foot-4: [6.29166666667, 6.375) foot =", "220-pound: [219.5, 220.5) pound ="],
        id="feet and inches, and a weight behind them",
    ),
]
"""Units of trades, and words that name more than one."""

_BOUNDS = [
    pytest.param(
        "每月最多可領8000元", ["8000元: [0, 8000] CNY <="], id="a bound whose verb stands between"
    ),
    pytest.param(
        "罰款最高可達營業額的10%", ["10%: [0, 10] % <="], id="and even what it is a share of"
    ),
    pytest.param("至少已有12人死亡", ["12人: [12, ) person >="], id="from below"),
    pytest.param("頂多耐熱60到85度", ["60到85度: [60, 85] degree range"], id="a range stays one"),
    pytest.param(
        "The fix came within 24 hours", ["within 24 hours: [0, 24] hour <="], id="within is at most"
    ),
    pytest.param(
        "Her putt came to within six feet",
        ["six feet: [5.5, 6.5) foot ="],
        id="but to within is where it ended",
    ),
    pytest.param(
        "work under the $2.5 billion plan",
        ["$2.5 billion: [2450000000, 2550000000) USD ="],
        id="a plan one works under",
    ),
    pytest.param(
        "a row over a $3 million debt",
        ["$3 million: [2500000, 3500000) USD ="],
        id="a debt one quarrels over",
    ),
    pytest.param(
        "volume was below the 20-day average",
        ["20-day: [19.5, 20.5) day ="],
        id="days that name an average",
    ),
    pytest.param(
        "inflation above the 2 percent target",
        ["above the 2 percent: (2, ) % >"],
        id="a bound all the same",
    ),
    pytest.param(
        "won 210 seats, give or take five",
        ["210 seats, give or take five: [205, 215] seat ~"],
        id="about so many",
    ),
    pytest.param(
        "hundreds of thousands of people",
        ["hundreds of thousands: (100000, ) person >"],
        id="two vague words at the length of the first",
    ),
    pytest.param("體感溫度僅-5度", ["-5度: [-5.5, -4.5) degree_Celsius ="], id="a minus behind 僅"),
]
"""Bounds, and what only looks like one."""

_PAIRS = [
    pytest.param(
        "led 48-43 percent in the poll",
        ["48: [47.5, 48.5) % =", "43 percent: [42.5, 43.5) % ="],
        id="two sides of a poll",
    ),
    pytest.param(
        "Turnout of 43-48 percent", ["43-48 percent: [43, 48] % range"], id="a range rises"
    ),
    pytest.param(
        "Profit rose by a quarter to $3.2 billion",
        [
            "a quarter: [24.5, 25.5) % =",
            "$3.2 billion: [3150000000, 3250000000) USD =",
        ],
        id="the same of money",
    ),
    pytest.param(
        "It expects between 1.1 billion and 1.3 billion euros",
        ["between 1.1 billion and 1.3 billion euros: [1100000000, 1300000000] EUR range"],
        id="two scales are two numbers",
    ),
    pytest.param(
        "Sales fell by a third to 1.8 million",
        [
            "a third: [32.8333333333, 33.8333333333) % =",
            "1.8 million: [1750000, 1850000) number =",
        ],
        id="by how much and to what",
    ),
    pytest.param(
        "7 out of 11 centres",
        ["7: [6.5, 7.5) centre =", "11: [10.5, 11.5) centre ="],
        id="both are counted",
    ),
    pytest.param(
        "two out of three voters",
        ["two out of three: [66.1666666667, 67.1666666667) % ="],
        id="a share",
    ),
    pytest.param(
        "Support rose to 29 percent, up from 27 in May",
        ["29 percent: [28.5, 29.5) % =", "27: [26.5, 27.5) % ="],
        id="what it was before is a percentage too",
    ),
    pytest.param(
        "The gap narrowed to 3 points from 11",
        ["3 points: [2.5, 3.5) index_point =", "11: [10.5, 11.5) index_point ="],
        id="points too",
    ),
    pytest.param(
        "Revenue was $1.2 billion, up from 980 million",
        [
            "$1.2 billion: [1150000000, 1250000000) USD =",
            "980 million: [979500000, 980500000) USD =",
        ],
        id="money too",
    ),
    pytest.param(
        "The rate rose 5 percent from 27 in May",
        ["5 percent: [4.5, 5.5) % =", "27: [26.5, 27.5) number ="],
        id="by 5 percent from 27 is none",
    ),
    pytest.param("a six-figure sum", [], id="how long a number is"),
    pytest.param("報酬率達兩位數", [], id="the same in Chinese"),
]
"""Two figures that are one, and one that are two."""
_CASES = [*_DAYS_MONTHS, *_ENGLISH_DATES, *_NOUNS, *_UNITS, *_BOUNDS, *_PAIRS]


@pytest.mark.parametrize(("text", "expected"), _CASES)
def test_states(stated: Callable[[str], list[str]], text: str, expected: list[str]) -> None:
    assert stated(text) == expected


@pytest.mark.parametrize(("text", "expected"), _CASES)
def test_reads_the_same_in_simplified(text: str, expected: list[str]) -> None:
    """What is written in either script is one reading, word for word."""
    simplified = read(_TO_SIMPLIFIED.convert(text))
    assert [_unwritten(q) for q in simplified] == [_unwritten(q) for q in read(text)]
    assert len(simplified) == len(expected)


def _unwritten(quantity: Quantity) -> Quantity:
    """A quantity without the words it is written in."""
    return quantity._replace(text="", comparator_text=None, modality=None)
