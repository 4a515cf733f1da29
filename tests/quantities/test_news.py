"""Phrases as newsrooms print them, each with the reason it is read the way it is."""

from collections.abc import Callable

import pytest


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "It costs 15 United States dollar",
            ["15 United States dollar: [14.5, 15.5) USD ="],
            id="a currency's full name is not the states counted",
        ),
        pytest.param(
            "The bid was USD115",
            ["USD115: [114.5, 115.5) USD ="],
            id="a code in front without a space",
        ),
        pytest.param(
            "The bid was 115USD",
            ["115USD: [114.5, 115.5) USD ="],
            id="a code behind without a space",
        ),
        pytest.param(
            "They paid usd$ 15", ["usd$ 15: [14.5, 15.5) USD ="], id="code and sign together"
        ),
        pytest.param(
            "Sales of USD 22.5 million",
            ["USD 22.5 million: [22450000, 22550000) USD ="],
            id="a code, a number and a scale",
        ),
        pytest.param(
            "A round of 30 MUSD",
            ["30 MUSD: [29500000, 30500000) USD ="],
            id="M before a code is a million of it",
        ),
        pytest.param(
            "He owes half million usd",
            ["half million usd: [495000, 505000) USD ="],
            id="half a scale without an article",
        ),
        pytest.param(
            "It is worth three quarters billion us dollars",
            ["three quarters billion us dollars: [745000000, 755000000) USD ="],
            id="parts of a scale",
        ),
        pytest.param(
            "Lunch is 100,000 ₭", ["100,000 ₭: [99999.5, 100000.5) LAK ="], id="a sign few know"
        ),
        pytest.param(
            "Losses ran to millions of dollars",
            ["millions of dollars: (1000000, ) USD >"],
            id="of between a vague number and its currency",
        ),
        pytest.param(
            "Grants of tens of thousands of euros",
            ["tens of thousands of euros: (10000, ) EUR >"],
            id="two vague words and a currency",
        ),
        pytest.param(
            "新加坡幣500萬元",
            ["新加坡幣500萬元: [4995000, 5005000) SGD ="],
            id="the whole name of the currency belongs to the figure",
        ),
        pytest.param(
            "新台幣升值1.2角",
            ["1.2角: [1.15, 1.25) TWD ="],
            id="角 is a tenth of the currency the text names",
        ),
        pytest.param(
            "外資賣超新台幣312.5億元",
            ["新台幣312.5億元: [31245000000, 31255000000) TWD ="],
            id="賣超 is net selling, no bound",
        ),
        pytest.param(
            "外資買超50億元",
            ["50億元: [4950000000, 5050000000) TWD ="],
            id="買超 is net buying, no bound",
        ),
        pytest.param(
            "黃金每盎司4,080美元", ["4,080美元: [4079.5, 4080.5) USD ="], id="money per ounce"
        ),
        pytest.param(
            "cut its rate by a quarter of a percentage point",
            ["a quarter of a percentage point: [0.245, 0.255) percentage_point ="],
            id="part of a unit, with of",
        ),
        pytest.param(
            "raised by half a percentage point",
            ["half a percentage point: [0.495, 0.505) percentage_point ="],
            id="part of a unit, with an article",
        ),
        pytest.param(
            "It took half an hour",
            ["half an hour: [0.495, 0.505) hour ="],
            id="half an hour is a duration",
        ),
        pytest.param(
            "The talks lasted three quarters of an hour",
            ["three quarters of an hour: [0.745, 0.755) hour ="],
            id="parts of an hour",
        ),
        pytest.param(
            "The fence is two thirds of a mile long",
            ["two thirds of a mile: [0.661666666667, 0.671666666667) mile ="],
            id="parts of a mile",
        ),
        pytest.param(
            "The smoke was seen hundreds of kilometres away",
            ["hundreds of kilometres: (100, ) kilometer >"],
            id="of between a vague number and its unit",
        ),
        pytest.param(
            "A crowd of hundreds of people",
            ["hundreds: (100, ) person >"],
            id="what is counted after of",
        ),
        pytest.param(
            "Talks took more than a decade",
            ["more than a decade: (1, ) decade >"],
            id="with a bound an article counts one",
        ),
        pytest.param(
            "It stood for nearly a century",
            ["nearly a century: [0.9, 1) century <"],
            id="nearly with an article",
        ),
        pytest.param(
            "It took less than a year", ["less than a year: [0, 1) year <"], id="under a year"
        ),
        pytest.param("It happened a year ago", [], id="an article alone counts nothing"),
        pytest.param(
            "Jane Doe, 45, said so",
            ["45: [44.5, 45.5) year ="],
            id="an age between commas behind a name",
        ),
        pytest.param(
            "She, 29, and her husband, 34, were found",
            ["29: [28.5, 29.5) year =", "34: [33.5, 34.5) year ="],
            id="ages behind a pronoun and a relative",
        ),
        pytest.param(
            "In London, 12, 14 and 16 were closed",
            ["12: [11.5, 12.5) number =", "14: [13.5, 14.5) number =", "16: [15.5, 16.5) number ="],
            id="numbers in a list are no ages",
        ),
        pytest.param(
            "On Monday, 12, people came", ["12: [11.5, 12.5) number ="], id="a day is no name"
        ),
        pytest.param(
            "children under 16",
            ["under 16: [0, 16) year <"],
            id="what stands under an age group is an age",
        ),
        pytest.param("people over 65", ["over 65: (65, ) year >"], id="the same above"),
        pytest.param(
            "pupils aged between 18 and 24",
            ["between 18 and 24: [18, 24] year range"],
            id="both ends of a range of ages",
        ),
        pytest.param(
            "two 17-year-olds",
            ["two: [1.5, 2.5) number =", "17-year-olds: [16.5, 17.5) year ="],
            id="a plural age",
        ),
        pytest.param(
            "50歲（含）以上", ["50歲（含）以上: [50, ) year >="], id="brackets inside a bound"
        ),
        pytest.param(
            "現年52歲、18歲以下",
            ["52歲: [51.5, 52.5) year =", "18歲以下: [0, 18] year <="],
            id="an age and a bounded age",
        ),
        pytest.param(
            "Temperatures reached 40C (104F) in Delhi",
            ["40C: [39.5, 40.5) degree_Celsius =", "104F: [103.5, 104.5) degree_Fahrenheit ="],
            id="degrees by their letter alone, in a text about heat",
        ),
        pytest.param("seats 40C and 40F were taken", [], id="the same letters on a plane"),
        pytest.param(
            "global warming of 1.5C", ["1.5C: [1.45, 1.55) degree_Celsius ="], id="a climate target"
        ),
        pytest.param(
            "溫度是華氏98.6度",
            ["98.6度: [98.55, 98.65) degree_Fahrenheit ="],
            id="the scale may stand ahead",
        ),
        pytest.param(
            "攝氏約38度高溫",
            ["約38度: [34.2, 41.8] degree_Celsius ~"],
            id="the scale ahead of a bound",
        ),
        pytest.param(
            "中心氣壓920百帕", ["920百帕: [919.5, 920.5) hectopascal ="], id="百帕 is one unit"
        ),
        pytest.param(
            "about 3.5m people",
            ["about 3.5m: [3150000, 3850000] person ~"],
            id="m before people is a million",
        ),
        pytest.param(
            "2.1m tonnes of grain",
            ["2.1m tonnes: [2050000, 2150000) metric_ton ="],
            id="m before a unit is a million",
        ),
        pytest.param("a 30m pool", ["30m: [29.5, 30.5) meter ="], id="m alone is a metre"),
        pytest.param("5m waves", ["5m: [4.5, 5.5) meter ="], id="waves are measured, not counted"),
        pytest.param(
            "40m doses", ["40m: [39500000, 40500000) dose ="], id="m before doses is a million"
        ),
        pytest.param("1M users", ["1M: [500000, 1500000) user ="], id="capital M is a million"),
        pytest.param(
            "a majority of 52 to 48",
            ["52: [51.5, 52.5) number =", "48: [47.5, 48.5) number ="],
            id="falling numbers are no range",
        ),
        pytest.param(
            "Lakers beat Celtics 112-108",
            ["112: [111.5, 112.5) number =", "108: [107.5, 108.5) number ="],
            id="a team is not called 112",
        ),
        pytest.param(
            "a 50-50 chance",
            ["50: [49.5, 50.5) number =", "50: [49.5, 50.5) number ="],
            id="equal ends are no range",
        ),
        pytest.param(
            "a 60/40 split",
            ["60: [59.5, 60.5) number =", "40: [39.5, 40.5) number ="],
            id="shares of a hundred are no fraction",
        ),
        pytest.param("open 24/7", [], id="round the clock is no fraction"),
        pytest.param(
            "the 4x faster, 2x cheaper chip",
            ["4x: [3.5, 4.5) times =", "2x: [1.5, 2.5) times ="],
            id="x behind a number is times",
        ),
        pytest.param("a 4x4 truck", [], id="x between numbers is none"),
        pytest.param(
            "四比三獲勝",
            ["四: [3.5, 4.5) number =", "三: [2.5, 3.5) number ="],
            id="a score in characters",
        ),
        pytest.param("五五波", [], id="an idiom of even chances"),
        pytest.param("二度就業", [], id="a second time, no degrees"),
        pytest.param("九一一事件", [], id="a date that is a name"),
        pytest.param("Type 2 diabetes", [], id="a word numbers are names after"),
        pytest.param("the S&P 500 companies", [], id="an index counts no companies"),
        pytest.param(
            "His score is more than 5000 or equal to 6000",
            ["more than 5000: (5000, ) number >", "6000: [5999.5, 6000.5) number ="],
            id="the second bound is the next figure's",
        ),
        pytest.param(
            "增加了1.2萬人至35萬人",
            ["1.2萬人: [11500, 12500) person =", "35萬人: [345000, 355000) person ="],
            id="by how much, and to what level",
        ),
        pytest.param(
            "fell by $2 to $30",
            ["$2: [1.5, 2.5) USD =", "$30: [29.5, 30.5) USD ="],
            id="the same in English",
        ),
        pytest.param(
            "by 3 to 5 percent",
            ["3 to 5 percent: [3, 5] % range"],
            id="a shared unit makes it a range",
        ),
        pytest.param(
            "-0.5% to +0.2%",
            ["-0.5% to +0.2%: [-0.5, 0.2] % range"],
            id="signs at both ends of a range",
        ),
        pytest.param(
            "道瓊指數漲逾500點",
            ["逾500點: (500, ) index_point >"],
            id="the verb has grown into the bound",
        ),
        pytest.param("股價跌破50港元", ["跌破50港元: [0, 50) HKD <"], id="a level fallen through"),
        pytest.param(
            "民國113年12月8日",
            ["113年12月8日: 739228 day ="],
            id="a day of the Republic's calendar",
        ),
        pytest.param(
            "114年度預算", ["114年: 2025 year ="], id="a budget year of the Republic's calendar"
        ),
        pytest.param(
            "114學年度", ["114學年: 2025 year ="], id="a school year of the Republic's calendar"
        ),
        pytest.param("歷時114年", ["114年: [113.5, 114.5) year ="], id="114 years are a duration"),
        pytest.param(
            "a 3,000-square-metre site",
            ["3,000-square-metre: [2999.5, 3000.5) square_meter ="],
            id="a hyphened square unit",
        ),
        pytest.param(
            "4 km squared and 5 km cubed",
            [
                "4 km squared: [3.5, 4.5) square_kilometer =",
                "5 km cubed: [4.5, 5.5) cubic_kilometer =",
            ],
            id="squared and cubed behind the unit",
        ),
        pytest.param(
            "1.3 million bpd",
            ["1.3 million bpd: [1250000, 1350000) oil_barrel ="],
            id="barrels per day in short",
        ),
        pytest.param(
            "2小時30分",
            ["2小時30分: [2.49166666667, 2.50833333333) hour ="],
            id="分 behind hours are minutes",
        ),
        pytest.param("比賽得30分", ["30分: [29.5, 30.5) point ="], id="分 alone are points"),
        pytest.param(
            "as few as 12 ships", ["as few as 12: [12, ) ship >="], id="as few as is at least"
        ),
        pytest.param(
            "slightly more than 40 tonnes",
            ["slightly more than 40 tonnes: (40, ) metric_ton >"],
            id="slightly more than is over",
        ),
        pytest.param(
            "指數站上28,000點", ["站上28,000點: [28000, ) index_point >="], id="站上 means at least"
        ),
        pytest.param(
            "指數失守2萬點", ["失守2萬點: [0, 20000) index_point <"], id="失守 means below"
        ),
        pytest.param("直逼2萬點", ["直逼2萬點: [18000, 20000) index_point <"], id="直逼 is nearly"),
        pytest.param("滿20歲", ["滿20歲: [20, ) year >="], id="滿 is at least"),
        pytest.param("將滿18歲", ["將滿18歲: [16.2, 18) year <"], id="將滿 is nearly"),
        pytest.param("客戶滿意5次", ["5次: [4.5, 5.5) time ="], id="滿 inside a word is no bound"),
        pytest.param("最長5年", ["最長5年: [0, 5] year <="], id="最長 is a ceiling"),
        pytest.param(
            "最高可罰30萬元", ["最高可罰30萬元: [0, 300000] CNY <="], id="a fine of at most"
        ),
        pytest.param(
            "約合新台幣30億元",
            ["約合新台幣30億元: [2700000000, 3300000000] TWD ~"],
            id="converted figures are estimates",
        ),
        pytest.param(
            "房價2萬元起跳", ["2萬元起跳: [20000, ) CNY >="], id="起跳 behind the unit is at least"
        ),
        pytest.param(
            "yields as low as 2%", ["as low as 2%: [2, ) % >="], id="as low as is a floor"
        ),
        pytest.param(
            "at the very least 10 people",
            ["at the very least 10: [10, ) person >="],
            id="at the very least",
        ),
        pytest.param("not even 5 % agreed", ["not even 5 %: [0, 5) % <"], id="not even is under"),
        pytest.param(
            "20-odd years",
            ["20-odd years: [18, 22] year ~"],
            id="odd behind a hyphen is an estimate",
        ),
        pytest.param(
            "people aged 18 and under",
            ["18 and under: [0, 18] year <="],
            id="and under behind the number",
        ),
        pytest.param(
            "涉案1.6億餘元", ["1.6億餘元: (160000000, ) CNY >"], id="餘 before the currency"
        ),
        pytest.param("只要百餘元", ["百餘元: (100, ) CNY >"], id="a bare hundred and 餘"),
        pytest.param("票價1000多元", ["1000多元: (1000, ) CNY >"], id="多 before the currency"),
        pytest.param(
            "20多元文化課程", ["20: [19.5, 20.5) number ="], id="多元 is diverse, and no sum"
        ),
        pytest.param(
            "two men aged 19 and 24",
            ["two: [1.5, 2.5) man =", "19: [18.5, 19.5) year =", "24: [23.5, 24.5) year ="],
            id="the second of two ages",
        ),
        pytest.param(
            "girls aged 8, 11 and 14",
            ["8: [7.5, 8.5) year =", "11: [10.5, 11.5) year =", "14: [13.5, 14.5) year ="],
            id="a list of ages",
        ),
        pytest.param("a year through 2028", ["2028: 2028 year ="], id="through a year"),
        pytest.param("six crew", ["six: [5.5, 6.5) crew ="], id="crew has no plural"),
        pytest.param(
            "30 crew members", ["30: [29.5, 30.5) member ="], id="crew before what is counted"
        ),
        pytest.param(
            "每公升調升0.6元至31.2元",
            ["0.6元: [0.55, 0.65) CNY =", "31.2元: [31.15, 31.25) CNY ="],
            id="by how much and to what",
        ),
        pytest.param(
            "將調升0.6元至0.8元",
            ["0.6元至0.8元: [0.6, 0.8] CNY range"],
            id="a rise somewhere between the two",
        ),
        pytest.param(
            "較前一週增加約三成", ["約三成: [25, 35] % ~"], id="the week before is no duration"
        ),
        pytest.param("提前一週", ["一週: [0.5, 1.5) week ="], id="a week ahead is one"),
        pytest.param(
            "打擊率3成12", ["3成12: [31.15, 31.25) % ="], id="a batting average of three digits"
        ),
        pytest.param(
            "down 1-1/4 cents", ["1-1/4 cents: [1.1875, 1.3125) cent ="], id="a market's quarters"
        ),
        pytest.param("一季度出口成長3%", ["3%: [2.5, 3.5) % ="], id="一季度 is the first quarter"),
        pytest.param(
            "連續三季度虧損", ["三季: [2.5, 3.5) quarter ="], id="three quarters in a row are three"
        ),
        pytest.param(
            "票價分為800、1200及2000元",
            [
                "800: [799.5, 800.5) CNY =",
                "1200: [1199.5, 1200.5) CNY =",
                "2000元: [1999.5, 2000.5) CNY =",
            ],
            id="a list shares its currency",
        ),
        pytest.param(
            "油價跌破每桶60美元", ["跌破每桶60美元: [0, 60) USD <"], id="below so much for each"
        ),
        pytest.param(
            "trailed 2-0 at half-time",
            ["2: [1.5, 2.5) number =", "0: [-0.5, 0.5) number ="],
            id="half-time is no half",
        ),
        pytest.param("早餐漲到四塊五。", ["四塊五: [4.45, 4.55) CNY ="], id="a tenth behind 塊"),
        pytest.param(
            "四塊五個", ["四塊: [3.5, 4.5) CNY =", "五個: [4.5, 5.5) 个 ="], id="four yuan for five"
        ),
        pytest.param("氣溫在零度以上", ["零度以上: [0, ) degree_Celsius >="], id="above nought"),
        pytest.param("北緯23度", ["23度: [22.5, 23.5) degree ="], id="a latitude is no heat"),
        pytest.param(
            "容量達90百萬瓦", ["90百萬瓦: [89.5, 90.5) megawatt ="], id="百萬瓦 is a unit"
        ),
        pytest.param(
            "約為前一年的三倍",
            ["三倍: [2.5, 3.5] times ~"],
            id="about, before what a multiple is of",
        ),
        pytest.param("公約是前一年的三倍", ["三倍: [2.5, 3.5) times ="], id="a treaty is no about"),
        pytest.param(
            "20 aircraft and two aircraft carriers",
            ["20: [19.5, 20.5) aircraft =", "two: [1.5, 2.5) carrier ="],
            id="aircraft has no plural",
        ),
    ],
)
def test_states(stated: Callable[[str], list[str]], text: str, expected: list[str]) -> None:
    assert stated(text) == expected
