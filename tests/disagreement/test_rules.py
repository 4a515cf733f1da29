"""Two figures for one thing: which rule answers, and why that matters to a fact-checker."""

import pytest

from ledger.disagreement import RELATIONS, compare

DISJOINT = [
    ("the flagship case", "US gets ~18-month lead", "a 12-month lead"),
    (
        "a share in each language",
        "2026年中國將生產不到5%的AI晶片",
        "China will make 8% of AI chips in 2026",
    ),
    (
        "plain percentages",
        "The harbour's occupancy rate is 62%",
        "The harbour's occupancy rate is 71%",
    ),
    ("a dead count", "The ferry fire killed 14 people", "The ferry fire killed 19 people"),
    ("a dead count in Chinese", "渡輪大火造成14人死亡", "渡輪大火造成19人死亡"),
    ("a dead count across languages", "渡輪大火造成14人死亡", "The ferry fire killed 19 people"),
    (
        "a bound that excludes the figure",
        "The bridge cost less than $40 million",
        "The bridge cost $52 million",
    ),
    ("a Chinese bound that excludes it", "大橋造價不到4000萬元", "大橋造價5200萬元"),
    ("over against under", "Turnout was over 60%", "Turnout was under 50%"),
    ("over against under in Chinese", "投票率超過六成", "投票率不到五成"),
    (
        "at least against a lower figure",
        "At least 300 workers were laid off",
        "250 workers were laid off",
    ),
    ("at most against a higher figure", "最多裁員200人", "裁員320人"),
    ("nearly ends below the round number", "接近九成的市占率", "市占率95%"),
    ("about has ten percent of slack, no more", "約200輛電車", "電車數量為260輛"),
    ("money in one currency", "The tram line cost €310 million", "The tram line cost €420 million"),
    ("money in Chinese units", "預算為3.2億歐元", "預算為4.1億歐元"),
    ("money across languages", "The budget is 320 million euros", "預算為4.1億歐元"),
    ("months against years", "The repair takes 30 months", "The repair takes a year and a half"),
    ("years across languages", "施工需時兩年", "Construction takes four years"),
    ("ranges that do not meet", "Output will be 20-25 tonnes", "Output will be 30-35 tonnes"),
    ("ranges in Chinese", "營收為25至30億美元", "營收為40至45億美元"),
    ("a decimal that no rounding explains", "Inflation is 3.1%", "Inflation is 3.4%"),
    ("one decimal in Chinese", "通膨率為3.1%", "通膨率為3.4%"),
    ("成 against percent", "市占率三成五", "市占率為45%"),
    ("碼 against basis points", "央行降息兩碼", "The central bank cut rates by 25 basis points"),
    ("votes for a bill", "以281票贊成通過", "以251票贊成通過"),
    ("lengths", "The tunnel is 4.2 km long", "The tunnel is 5.1 km long"),
    ("length across languages", "隧道全長4.2公里", "The tunnel is 5.1 km long"),
    ("area", "大火燒毀1200公頃森林", "大火燒毀2600公頃森林"),
    ("temperature", "氣溫降至零下5度", "氣溫降至零下9度"),
    ("an ordinal has no slack", "這是今年第三次降息", "這是今年第四次降息"),
    ("an ordinal in English", "It is the third cut this year", "It is the fourth cut this year"),
    ("magnitude", "The quake had a magnitude of 6.7", "The quake had a magnitude of 7.2"),
    ("a jobless rate", "失業率升至4.5%", "失業率升至5.2%"),
    (
        "several figures, one of them off",
        "The flood killed 12 and injured 40 people",
        "The flood killed 12 and injured 75 people",
    ),
]

AGREE = [
    ("the flagship case", "US gets ~18-month lead", "America is ahead by a year and a half"),
    ("nearly ninety percent", "市占率接近九成", "Its market share is 87%"),
    ("a quarter point", "聯準會降息一碼", "The Fed made a quarter-point cut"),
    ("basis points", "聯準會降息1碼", "The Fed cut rates by 25 basis points"),
    ("rounding to a whole number", "Turnout was 61.7%", "Turnout was 62%"),
    ("a bound that holds the figure", "Turnout was over 60%", "Turnout was 64%"),
    ("a Chinese bound that holds it", "投票率超過六成", "投票率為64%"),
    (
        "two lower bounds never conflict",
        "At least 20 people were injured",
        "At least 35 people were injured",
    ),
    ("two lower bounds in Chinese", "至少20人受傷", "至少35人受傷"),
    (
        "two upper bounds never conflict",
        "The fare is at most 3 euros",
        "The fare is at most 5 euros",
    ),
    ("at least and a higher figure", "At least 20 people were injured", "35 people were injured"),
    ("about covers ten percent", "大約2000人參加遊行", "1,900 people joined the march"),
    ("billions and 億", "損失55億美元", "It lost $5.5 billion"),
    ("a range and a figure inside", "營收為25至30億美元", "Revenue was $2.8 billion"),
    ("成 and percent", "市占率三成五", "Its market share is 35%"),
    ("Chinese numerals", "一百二十人死亡", "120人死亡"),
    ("trailing zero", "The fund yields 1.20%", "The fund yields 1.2%"),
    ("words and digits", "Three dozen ships were delayed", "36 ships were delayed"),
    ("an inverted range is a range", "between 704 and 700 points", "701 points"),
    ("months and years", "The repair takes 24 months", "The repair takes two years"),
    ("km and metres", "The tunnel is 4.2 km long", "The tunnel is 4,200 metres long"),
    ("script alone differs", "渡輪大火造成14人死亡", "渡轮大火造成14人死亡"),
    ("width alone differs", "投票率６４％", "投票率64%"),
    (
        "the figure is one of several",
        "Turnout was 64% in the city and 41% outside",
        "Turnout was 64% in the city",
    ),
    ("approximations that overlap", "約18個月", "about 17 months"),
]

UNIT = [
    (
        "percent for percentage point",
        "Rates rose 0.25 percent",
        "Rates rose 0.25 percentage points",
    ),
    ("percent for percentage point in Chinese", "利率上升0.25%", "利率上升0.25個百分點"),
    ("million for billion", "The bridge cost $40 million", "The bridge cost $40 billion"),
    ("萬 for 億", "造價100萬元", "造價100億元"),
    ("dollars for yuan", "The order is worth 5.5 billion yuan", "The order is worth $5.5 billion"),
    ("dollars for New Taiwan dollars", "訂單金額30億美元", "訂單金額30億新台幣"),
    ("a thousandfold across languages", "造價4000萬美元", "It cost $40 billion"),
    ("basis points for percent", "The yield rose 25 basis points", "The yield rose 25 percent"),
]

OTHER_PERIOD = [
    ("another year", "Growth was 2.1% in 2024", "Growth was 3.4% in 2025"),
    ("another year in Chinese", "2024年成長率為2.1%", "2025年成長率為3.4%"),
    (
        "another year across languages",
        "2024年失業率為4.1%",
        "The unemployment rate was 5.2% in 2025",
    ),
    (
        "a quarter of the year",
        "Revenue was $4 billion in 2025",
        "Revenue was $1.1 billion in the third quarter of 2025",
    ),
    ("once, at an unknown time", "其市占率曾達20%", "其市占率為35%"),
    ("another month", "Inflation was 3.1% in March 2025", "Inflation was 3.4% in April 2025"),
]

MODALITY = [
    (
        "considering and doing",
        "The council is considering a 5% levy",
        "The council imposed a 5% levy",
    ),
    ("擬 and a fact", "市府擬調漲票價10%", "市府調漲票價10%"),
    ("may cost and cost", "The repair may cost $30 million", "The repair cost $45 million"),
    ("可能 across languages", "可能裁員300人", "It laid off 450 people"),
]

POLARITY = [
    (
        "denied as it stands",
        "The central bank did not cut rates by 25 basis points",
        "The central bank cut rates by 25 basis points",
    ),
    ("denied in Chinese", "央行並未降息一碼", "央行降息一碼"),
    ("up against down", "Shares rose 3%", "Shares fell 3%"),
    ("up against down in Chinese", "股價上漲3%", "股價下跌3%"),
    ("up against down across languages", "股價上漲3%", "The share price fell 3%"),
]

MEASURE = [
    (
        "share of a market, share of revenue",
        "輝達在中國市場佔比曾達20%",
        "輝達中國收入占比一度超過30%",
    ),
    (
        "the same across languages",
        "Nvidia's share of the China market was once 20%",
        "輝達中國收入占比一度超過30%",
    ),
    ("gross and operating margin", "Its gross margin was 20%", "Its operating margin was 12%"),
    ("gross and operating margin in Chinese", "毛利率為20%", "營業利益率為12%"),
]


def _cases() -> list[object]:
    tables = [
        ("numeric_disjoint", DISJOINT),
        ("unit_mismatch", UNIT),
        ("period_mismatch", OTHER_PERIOD),
        ("modality", MODALITY),
        ("polarity", POLARITY),
        ("measure_mismatch", MEASURE),
    ]
    return [
        pytest.param(a, b, code, id=f"{code}: {why}")
        for code, table in tables
        for why, a, b in table
    ]


@pytest.mark.parametrize(("a", "b", "code"), _cases())
def test_the_rule_that_answers(a: str, b: str, code: str) -> None:
    found = compare(a, b)
    assert (found.relation, found.code) == (RELATIONS[code], code)


@pytest.mark.parametrize(("a", "b"), [pytest.param(a, b, id=why) for why, a, b in AGREE])
def test_figures_that_meet_agree(a: str, b: str) -> None:
    assert compare(a, b).relation == "agree"
