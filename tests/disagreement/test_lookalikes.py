"""Pairs that look like a contradiction and are none: every one of them would cost trust."""

import pytest

from ledger.disagreement import compare

LOOK_ALIKES = [
    (
        "complements of one total",
        "US and partners make over 95% of AI chips",
        "China makes under 5% of AI chips",
    ),
    ("complements in Chinese", "美國及其夥伴生產超過95%的AI晶片", "中國生產不到5%的AI晶片"),
    (
        "complements across languages",
        "美國及其夥伴將生產超過95%的AI晶片",
        "China will make under 5% of AI chips",
    ),
    ("two banks", "星展銀行定存利率為1%", "大華銀行定存利率為1.2%"),
    ("two invented banks", "海燕銀行定存利率為1%", "潮汐銀行定存利率為1.2%"),
    ("two indices", "恆生指數上漲1.75%", "金龍指數下跌0.3%"),
    ("two countries", "Japan's inflation is 2.9%", "Germany's inflation is 2.1%"),
    ("two countries in Chinese", "日本通膨率為2.9%", "德國通膨率為2.1%"),
    ("killed and injured", "12 people were killed", "34 people were injured"),
    ("killed and injured in Chinese", "12人死亡", "34人受傷"),
    (
        "killed and injured in one sentence",
        "The crash killed 12 and injured 34",
        "The crash injured 34 and killed 12",
    ),
    ("imports and exports", "Imports rose 5%", "Exports rose 9%"),
    ("imports and exports in Chinese", "進口成長5%", "出口成長9%"),
    ("women and men", "Unemployment among women was 4%", "Unemployment among men was 6%"),
    (
        "year on year and month on month",
        "Prices rose 3.1% year on year",
        "Prices rose 0.2% month on month",
    ),
    ("the same in Chinese", "物價年增3.1%", "物價月增0.2%"),
    ("day and week", "The currency gained 0.2% on the day", "The currency gained 0.9% on the week"),
    ("votes for and against", "281票贊成", "24票反對"),
    ("new and total cases", "新增確診120例", "累計確診4500例"),
    (
        "cost and budget of other things",
        "The stadium cost $90 million",
        "The library cost $12 million",
    ),
    ("people and ships", "12 people were rescued", "3 ships were damaged"),
    (
        "a loss and a revenue",
        "The ban cost it $5.5 billion",
        "New sales may bring $2.5 billion a year",
    ),
    ("a rate and its change", "The rate is 4.5%", "The rate rose by 0.25 percentage points"),
    ("a rate and its change in Chinese", "利率為4.5%", "利率上升0.25個百分點"),
    ("a part and the whole", "Three soldiers were among the dead", "35 people died"),
    ("years are not figures", "The tram opened in 2019", "The bus network was cut in 2023"),
    (
        "dates of different events",
        "The bridge opened on 3 May 2021",
        "The bridge was repaired on 9 July 2024",
    ),
    ("model numbers", "The H200 is allowed", "The H20 is banned"),
    ("duration and age", "He served 12 years", "He is 45 years old"),
    (
        "two currencies may be one amount",
        "The fine is $100 million",
        "The fine is 92 million euros",
    ),
    ("price and volume", "成交金額11.68億美元", "收在31.2元"),
    ("group and member", "東協平均關稅率為23%", "馬來西亞關稅率為19%"),
    ("nothing in common", "The mayor has 3 cats", "The harbour handled 500 ships"),
    ("nothing in common in Chinese", "市長養了3隻貓", "港口處理了500艘船"),
    ("only a common word", "The report cites 40 studies", "The report has 12 chapters"),
    ("change from and level before", "稅率從24%降至19%", "降稅前稅率為24%"),
    (
        "the end of a change and its start",
        "Exempt share rose from 46% to 62%",
        "The exempt share was 46% before",
    ),
    ("seats and votes", "The party won 40% of the votes", "The party won 55% of the seats"),
    (
        "lower and upper house",
        "The lower house passed it with 281 votes",
        "The upper house passed it with 70 votes",
    ),
    ("opening and closing price", "新台幣以31.24元開出", "新台幣以31.20元作收"),
]


@pytest.mark.parametrize(("a", "b"), [pytest.param(a, b, id=why) for why, a, b in LOOK_ALIKES])
def test_no_flag(a: str, b: str) -> None:
    found = compare(a, b)
    assert found.relation != "disagree", found.explanation
