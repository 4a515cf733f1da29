"""Comparators become the intervals of the rule table, before the figure and behind it."""

from collections.abc import Callable

import pytest


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("確診數趨近於0", ["趨近於0: [-0.5, 0.5] number <"], id="nearly nought"),
        pytest.param(
            "better than 8,000 tonnes",
            ["better than 8,000 tonnes: (8000, ) metric_ton >"],
            id="better than",
        ),
        pytest.param(
            "最高補貼兩千元", ["最高補貼兩千元: [0, 2000] CNY <="], id="\u6700\u9ad8 with its verb"
        ),
        pytest.param(
            "better than in 2019", ["2019: 2019 year ="], id="better than it was bounds nothing"
        ),
        pytest.param(
            "The lead is ~18 months",
            ["~18 months: [16.2, 19.8] month ~"],
            id="a tilde is an estimate, a tenth either way",
        ),
        pytest.param(
            "領先約18個月",
            ["約18個月: [16.2, 19.8] month ~"],
            id="約 is the same estimate in Chinese",
        ),
        pytest.param(
            "搖晃30秒左右", ["30秒左右: [27, 33] second ~"], id="左右 stands behind what it bounds"
        ),
        pytest.param(
            "工廠爆炸至少造成17人死亡",
            ["至少造成17人: [17, ) person >="],
            id="the verb between bound and figure",
        ),
        pytest.param(
            "taller than 260 metres",
            ["taller than 260 metres: (260, ) meter >"],
            id="an adjective compared",
        ),
        pytest.param(
            "it could top 43 km", ["could top 43 km: (43, ) kilometer >"], id="to top a figure"
        ),
        pytest.param("lower than a year ago", [], id="what it was then bounds nothing"),
        pytest.param(
            "40 cents less than a year ago", ["40 cents: [39.5, 40.5) cent ="], id="less than then"
        ),
        pytest.param(
            "opened less than a year ago",
            ["less than a year: [0, 1) year <"],
            id="a short time ago",
        ),
        pytest.param(
            "up by more than a third to 12",
            ["more than a third: (33.3333333333, ) % >", "12: [11.5, 12.5) number ="],
            id="a third behind by is a fraction",
        ),
        pytest.param(
            "a delay of 20 days or so",
            ["20 days or so: [18, 22] day ~"],
            id="or so stands behind too",
        ),
        pytest.param(
            "about a dozen ships", ["about a dozen: [6, 18] ship ~"], id="about before words"
        ),
        pytest.param(
            "股價大漲近4%", ["近4%: [3.6, 4) % <"], id="近 reaches up to the figure but not it"
        ),
        pytest.param(
            "just under four hours",
            ["just under four hours: [3.6, 4) hour <"],
            id="just under is near and certainly below",
        ),
        pytest.param(
            "just over four hours", ["just over four hours: (4, ) hour >"], id="just over is above"
        ),
        pytest.param(
            "剛好不到三成", ["剛好不到三成: [27, 30) % <"], id="剛好不到 is just under in Chinese"
        ),
        pytest.param(
            "略低於200人", ["略低於200人: [180, 200) person <"], id="略低於 is a little below"
        ),
        pytest.param(
            "the under-18s", ["under-18s: [0, 18) year <"], id="under-18s are an age, not seconds"
        ),
        pytest.param("Over-65s ride free", ["Over-65s: (65, ) year >"], id="over-65s"),
        pytest.param("a run of 18s", ["18s: [17.5, 18.5) second ="], id="18s alone are seconds"),
        pytest.param("市佔率接近九成", ["接近九成: [81, 90) % <"], id="接近九成 is 81 up to 90"),
        pytest.param(
            "nearly 90 percent of the seats",
            ["nearly 90 percent: [81, 90) % <"],
            id="nearly in English",
        ),
        pytest.param(
            "almost 200 tonnes",
            ["almost 200 tonnes: [180, 200) metric_ton <"],
            id="almost in English",
        ),
        pytest.param(
            "close to 40 kilometres",
            ["close to 40 kilometres: [36, 44] kilometer ~"],
            id="close to says no side",
        ),
        pytest.param(
            "已建置逾100萬顆晶片", ["逾100萬顆: (1000000, ) chip >"], id="逾 is open below"
        ),
        pytest.param("產量超過95%", ["超過95%: (95, ) % >"], id="超過 is open below"),
        pytest.param("over 95 % of output", ["over 95 %: (95, ) % >"], id="over is open below"),
        pytest.param(
            "more than 400 percent",
            ["more than 400 percent: (400, ) % >"],
            id="more than is open below",
        ),
        pytest.param(
            "in excess of 30 tonnes",
            ["in excess of 30 tonnes: (30, ) metric_ton >"],
            id="in excess of is open below",
        ),
        pytest.param(
            "產值突破180億港元",
            ["突破180億港元: (18000000000, ) HKD >"],
            id="突破 means the figure was passed",
        ),
        pytest.param("將生產不到5%", ["不到5%: [0, 5) % <"], id="不到 reaches down to nought"),
        pytest.param(
            "under 5 % of output", ["under 5 %: [0, 5) % <"], id="under reaches down to nought"
        ),
        pytest.param(
            "less than 5 degrees Celsius",
            ["less than 5 degrees Celsius: (, 5) degree_Celsius <"],
            id="less than in a temperature has no floor",
        ),
        pytest.param(
            "fewer than 12 ships",
            ["fewer than 12: [0, 12) ship <"],
            id="fewer than is for things counted",
        ),
        pytest.param("不足三成", ["不足三成: [0, 30) % <"], id="不足 is under"),
        pytest.param("股價跌破50港元", ["跌破50港元: [0, 50) HKD <"], id="跌破 fell below"),
        pytest.param(
            "at least 12 people", ["at least 12: [12, ) person >="], id="at least is closed"
        ),
        pytest.param("至少12人", ["至少12人: [12, ) person >="], id="至少 is closed"),
        pytest.param(
            "no fewer than 200 votes",
            ["no fewer than 200: [200, ) vote >="],
            id="no fewer than is at least",
        ),
        pytest.param("不低於2%", ["不低於2%: [2, ) % >="], id="不低於 is at least"),
        pytest.param(
            "產能提升到三成以上", ["三成以上: [30, ) % >="], id="以上 behind the unit is at least"
        ),
        pytest.param(
            "20 or more ships",
            ["20 or more: [20, ) ship >="],
            id="or more behind the noun's number",
        ),
        pytest.param("300+ ships", ["300+ ships: [300, ) ship >="], id="a plus sign is at least"),
        pytest.param(
            "tariffs of up to 50 %", ["up to 50 %: [0, 50] % <="], id="up to is closed above"
        ),
        pytest.param("加徵最多50%的關稅", ["最多50%: [0, 50] % <="], id="最多 is closed above"),
        pytest.param("不超過3公尺", ["不超過3公尺: [0, 3] meter <="], id="不超過 is closed above"),
        pytest.param(
            "no more than 10 percent",
            ["no more than 10 percent: [0, 10] % <="],
            id="no more than is closed above",
        ),
        pytest.param(
            "10 percent at most", ["10 percent at most: [0, 10] % <="], id="at most behind the unit"
        ),
        pytest.param("占比降至七成以下", ["七成以下: [0, 70] % <="], id="以下 behind the unit"),
        pytest.param(
            "利率降至最高1.20%", ["最高1.20%: [0, 1.2] % <="], id="最高 before a rate is a ceiling"
        ),
        pytest.param(
            "超過了一千艘", ["超過了一千艘: (1000, ) ship >"], id="a filler may stand between"
        ),
        pytest.param("至少有10艘船", ["至少有10艘: [10, ) ship >="], id="的 and 有 are fillers"),
        pytest.param(
            "not exceeding 5 percent",
            ["not exceeding 5 percent: [0, 5] % <="],
            id="not over is no ceiling broken",
        ),
        pytest.param("沒有超過5%", ["沒有超過5%: [0, 5] % <="], id="negated 超過"),
        pytest.param("最近20年", ["20年: [19.5, 20.5) year ="], id="最近 is no estimate"),
        pytest.param("附近3座橋", ["3座: [2.5, 3.5) bridge ="], id="附近 is no estimate"),
        pytest.param("上百人", ["上百人: [100, ) person >="], id="上 bounds only a bare scale"),
        pytest.param(
            "線上5萬人", ["5萬人: [45000, 55000) person ="], id="上 after a place is no bound"
        ),
        pytest.param("近百人", ["近百人: [90, 100) person <"], id="近 before a bare scale"),
        pytest.param("過半數支持", ["過半數: (50, ) % >"], id="過半 is more than half"),
        pytest.param(
            "worth over CNY 300 bn",
            ["over CNY 300 bn: (300000000000, ) CNY >"],
            id="a bound before money",
        ),
        pytest.param(
            "逾人民幣3000億元",
            ["逾人民幣3000億元: (300000000000, ) CNY >"],
            id="a bound before a currency name in Chinese",
        ),
        pytest.param(
            "greater than 100 and smaller than 300 tonnes",
            ["greater than 100 and smaller than 300 tonnes: (100, 300) metric_ton range"],
            id="both sides make one quantity",
        ),
        pytest.param(
            "大於20小於等於35公斤",
            ["大於20小於等於35公斤: (20, 35] kilogram range"],
            id="both sides in Chinese",
        ),
        pytest.param(
            "above 50 and below 12",
            ["above 50: (50, ) number >", "below 12: (, 12) number <"],
            id="two bounds that cannot both hold stay two",
        ),
        pytest.param("十餘艘船", ["十餘艘: (10, ) ship >"], id="余 leaves the figure open above"),
        pytest.param(
            "五百多艘", ["五百多艘: (500, ) ship >"], id="多 leaves the figure open above"
        ),
        pytest.param(
            "二十幾萬艘", ["二十幾萬艘: (200000, ) ship >"], id="幾 leaves the figure open above"
        ),
        pytest.param("2年多", ["2年多: (2, ) year >"], id="year and more"),
    ],
)
def test_states(stated: Callable[[str], list[str]], text: str, expected: list[str]) -> None:
    assert stated(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "no longer than 40 days", ["no longer than 40 days: [0, 40] day <="], id="no more of it"
        ),
        pytest.param(
            "no cheaper lender than 40",
            ["40: [39.5, 40.5) number ="],
            id="no comparator between no and than",
        ),
        pytest.param(
            "no smaller than 40 acres",
            ["no smaller than 40 acres: [40, ) acre >="],
            id="no less of it",
        ),
        pytest.param(
            "climbed past $90",
            ["climbed past $90: (90, ) USD >"],
            id="past behind a verb of motion",
        ),
        pytest.param("the past 90 days", ["90 days: [89.5, 90.5) day ="], id="the past is a time"),
        pytest.param(
            "fares starting at $90", ["starting at $90: [90, ) USD >="], id="the lowest of several"
        ),
        pytest.param("six weeks or so", ["six weeks or so: [5.4, 6.6] week ~"], id="or so"),
        pytest.param(
            "six weeks or so to heal",
            ["six weeks or so: [5.4, 6.6] week ~"],
            id="or so before an infinitive",
        ),
        pytest.param("a sub-$90 phone", ["sub-$90: [0, 90) USD <"], id="sub-"),
        pytest.param("六十來個", ["六十來個: [54, 66] 个 ~"], id="來 behind tens"),
        pytest.param("六年來首次", ["六年: [5.5, 6.5) year ="], id="來 behind a unit is since"),
        pytest.param(
            "不滿百名", ["不滿百名: [0, 100) person <"], id="a bare hundred behind a bound"
        ),
        pytest.param("三週內", ["三週內: [0, 3] week <="], id="within weeks"),
        pytest.param("三週內部會議", ["三週: [2.5, 3.5) week ="], id="內 begins another word"),
        pytest.param("票價880元起", ["880元起: [880, ) CNY >="], id="from a price on"),
        pytest.param("880人起訴", ["880人: [879.5, 880.5) person ="], id="起 begins another word"),
        pytest.param("詐騙880起。", ["880起: [879.5, 880.5) 起 ="], id="起 counts cases"),
        pytest.param(
            "庫存上看7萬輛", ["上看7萬輛: [0, 70000] vehicle <="], id="how high it may get"
        ),
    ],
)
def test_families(stated: Callable[[str], list[str]], text: str, expected: list[str]) -> None:
    """Words of one build bound alike, and their neighbours do not."""
    assert stated(text) == expected
