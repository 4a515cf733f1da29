"""Units in both languages, told apart by case, place and neighbours."""

from collections.abc import Callable

import pytest


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "身高一米八五的後衛",
            ["一米八五: [1.845, 1.855) meter ="],
            id="decimals in characters behind the unit",
        ),
        pytest.param(
            "跳出八公尺二一，", ["八公尺二一: [8.205, 8.215) meter ="], id="the same in Traditional"
        ),
        pytest.param("身高兩米三的球員", ["兩米三: [2.25, 2.35) meter ="], id="one decimal"),
        pytest.param(
            "兩米三層樓",
            ["兩米: [1.5, 2.5) meter =", "三層樓: [2.5, 3.5) floor ="],
            id="three counts its noun",
        ),
        pytest.param("87 %", ["87 %: [86.5, 87.5) % ="], id="percent sign with a space"),
        pytest.param("five percent", ["five percent: [4.5, 5.5) % ="], id="percent in words"),
        pytest.param("三成", ["三成: [25, 35) % ="], id="成 is ten percent"),
        pytest.param("20 <kg>", ["20 <kg>: [19.5, 20.5) kilogram ="], id="a unit in brackets"),
        pytest.param(
            "重20（公斤）", ["20（公斤）: [19.5, 20.5) kilogram ="], id="the same in Chinese"
        ),
        pytest.param("Lee, 20 (D)", ["20: [19.5, 20.5) number ="], id="one letter is no unit"),
        pytest.param("五成五", ["五成五: [54.5, 55.5) % ="], id="成 with a digit"),
        pytest.param(
            "100,000 Lao kip",
            ["100,000 Lao kip: [99999.5, 100000.5) LAK ="],
            id="the official name of a currency, not the usual one",
        ),
        pytest.param("七成半", ["七成半: [74.5, 75.5) % ="], id="成 with a half"),
        pytest.param("打八折", ["八折: [75, 85) % ="], id="折 is what is left to pay"),
        pytest.param("五五折", ["五五折: [54.5, 55.5) % ="], id="折 of two digits"),
        pytest.param("打對折", ["對折: 50 % ="], id="half price"),
        pytest.param("5‰", ["5‰: [0.45, 0.55) % ="], id="per mille sign"),
        pytest.param("千分之五", ["千分之五: [0.45, 0.55) % ="], id="千分之"),
        pytest.param(
            "0.15個百分點",
            ["0.15個百分點: [0.145, 0.155) percentage_point ="],
            id="percentage points",
        ),
        pytest.param(
            "2 percentage points",
            ["2 percentage points: [1.5, 2.5) percentage_point ="],
            id="percentage points in English",
        ),
        pytest.param("25 bp", ["25 bp: [24.5, 25.5) basis_point ="], id="basis points"),
        pytest.param(
            "25個基點", ["25個基點: [24.5, 25.5) basis_point ="], id="basis points in Chinese"
        ),
        pytest.param(
            "降息一碼",
            ["一碼: [0.245, 0.255) percentage_point ="],
            id="碼 is a quarter of a point and exact",
        ),
        pytest.param("升息半碼", ["半碼: [0.12, 0.13) percentage_point ="], id="半碼"),
        pytest.param(
            "a quarter-point cut",
            ["a quarter-point: [0.245, 0.255) percentage_point ="],
            id="a quarter-point",
        ),
        pytest.param(
            "unemployment fell by 0.3 points to 4.1 %",
            ["0.3 points: [0.25, 0.35) percentage_point =", "4.1 %: [4.05, 4.15) % ="],
            id="points of a rate are percentage points",
        ),
        pytest.param(
            "漲687.73點", ["687.73點: [687.725, 687.735) index_point ="], id="points of an index"
        ),
        pytest.param("a twofold rise", ["twofold: 2 times ="], id="twofold"),
        pytest.param("1.5 times", ["1.5 times: [1.45, 1.55) times ="], id="times"),
        pytest.param("1.4倍", ["1.4倍: [1.35, 1.45) times ="], id="倍"),
        pytest.param("產量翻一番", ["翻一番: 2 times ="], id="翻一番"),
        pytest.param("18 months", ["18 months: [17.5, 18.5) month ="], id="months"),
        pytest.param("an 18-month lead", ["18-month: [17.5, 18.5) month ="], id="a hyphened unit"),
        pytest.param(
            "a year and a half", ["a year and a half: [1.25, 1.75) year ="], id="a year and a half"
        ),
        pytest.param("一年半", ["一年半: [1.25, 1.75) year ="], id="一年半"),
        pytest.param("一個半月", ["一個半月: [1.25, 1.75) month ="], id="個半月"),
        pytest.param("三個多月", ["三個多月: (3, ) month >"], id="多月"),
        pytest.param("半年", ["半年: [0.25, 0.75) year ="], id="half a year"),
        pytest.param(
            "1小時30分鐘",
            ["1小時30分鐘: [1.49166666667, 1.50833333333) hour ="],
            id="hours and minutes",
        ),
        pytest.param(
            "two years and six months",
            ["two years and six months: [2.45833333333, 2.54166666667) year ="],
            id="years and months",
        ),
        pytest.param(
            "5 feet 2 inches",
            ["5 feet 2 inches: [5.125, 5.20833333333) foot ="],
            id="feet and inches",
        ),
        pytest.param(
            "3 dollars 50 cents",
            ["3 dollars 50 cents: [3.495, 3.505) USD ="],
            id="dollars and cents",
        ),
        pytest.param("三元五角", ["三元五角: [3.45, 3.55) CNY ="], id="元 and 角"),
        pytest.param("3元5角2分", ["3元5角2分: [3.515, 3.525) CNY ="], id="元, 角 and 分"),
        pytest.param("每度5角2分", ["5角2分: [0.515, 0.525) CNY ="], id="角 and 分"),
        pytest.param(
            "得3分、5角星",
            ["3分: [2.5, 3.5) point =", "5角: [0.45, 0.55) CNY ="],
            id="points of a match are no money",
        ),
        pytest.param("三次去五角大廈", ["三次: [2.5, 3.5) time ="], id="the Pentagon is no money"),
        pytest.param("34 cents", ["34 cents: [33.5, 34.5) cent ="], id="cents keep their name"),
        pytest.param(
            "197 pence", ["197 pence: [196.5, 197.5) pence ="], id="pence keep their name"
        ),
        pytest.param("the 25-year-old pilot", ["25-year-old: [24.5, 25.5) year ="], id="an age"),
        pytest.param("a man aged 35", ["35: [34.5, 35.5) year ="], id="aged"),
        pytest.param("現年52歲", ["52歲: [51.5, 52.5) year ="], id="歲"),
        pytest.param("1.8 m", ["1.8 m: [1.75, 1.85) meter ="], id="metres and m"),
        pytest.param("12千米", ["12千米: [11.5, 12.5) kilometer ="], id="千米 is a kilometre"),
        pytest.param(
            "裝機容量360萬千瓦",
            ["360萬千瓦: [3595000, 3605000) kilowatt ="],
            id="ten thousand kilowatts, how every power station is measured",
        ),
        pytest.param("12公里", ["12公里: [11.5, 12.5) kilometer ="], id="公里"),
        pytest.param(
            "190 km2", ["190 km2: [189.5, 190.5) square_kilometer ="], id="square kilometres"
        ),
        pytest.param("30坪", ["30坪: [29.5, 30.5) ping ="], id="坪"),
        pytest.param("387萬畝", ["387萬畝: [3865000, 3875000) mu ="], id="畝 in ten thousands"),
        pytest.param(
            "2.4 billion gallons",
            ["2.4 billion gallons: [2350000000, 2450000000) gallon ="],
            id="gallons",
        ),
        pytest.param(
            "3 million barrels",
            ["3 million barrels: [2500000, 3500000) oil_barrel ="],
            id="barrels",
        ),
        pytest.param(
            "16,000 metric tons",
            ["16,000 metric tons: [15999.5, 16000.5) metric_ton ="],
            id="tonnes",
        ),
        pytest.param("三斤半", ["三斤半: [3.25, 3.75) jin ="], id="斤半"),
        pytest.param("二兩", ["二兩: [1.5, 2.5) liang ="], id="the weight 兩"),
        pytest.param(
            "she lost 25 pounds", ["25 pounds: [24.5, 25.5) pound ="], id="pounds lost are a weight"
        ),
        pytest.param(
            "a twenty-pound bag of rice",
            ["twenty-pound: [19.5, 20.5) pound ="],
            id="a twenty-pound bag",
        ),
        pytest.param(
            "it cost 25 pounds", ["25 pounds: [24.5, 25.5) GBP ="], id="pounds paid are money"
        ),
        pytest.param(
            "500 MW", ["500 MW: [499.5, 500.5) megawatt ="], id="megawatts are not milliwatts"
        ),
        pytest.param("50 kWh", ["50 kWh: [49.5, 50.5) kilowatt_hour ="], id="kilowatt hours"),
        pytest.param("100 MB", ["100 MB: [99.5, 100.5) megabyte ="], id="megabytes"),
        pytest.param("100 Mb", ["100 Mb: [99.5, 100.5) megabit ="], id="megabits"),
        pytest.param(
            "120 km/h", ["120 km/h: [119.5, 120.5) kilometer_per_hour ="], id="speed per hour"
        ),
        pytest.param(
            "時速120公里", ["120公里: [119.5, 120.5) kilometer_per_hour ="], id="時速 makes a speed"
        ),
        pytest.param(
            "98.6 degrees Fahrenheit",
            ["98.6 degrees Fahrenheit: [98.55, 98.65) degree_Fahrenheit ="],
            id="degrees Fahrenheit",
        ),
        pytest.param("30°C", ["30°C: [29.5, 30.5) degree_Celsius ="], id="Celsius sign"),
        pytest.param("985 hPa", ["985 hPa: [984.5, 985.5) hectopascal ="], id="hectopascals"),
    ],
)
def test_states(stated: Callable[[str], list[str]], text: str, expected: list[str]) -> None:
    assert stated(text) == expected
