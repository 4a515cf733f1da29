"""Sport, weather, medicine, courts, elections, energy, transport: how each writes its figures."""

from collections.abc import Callable

import pytest


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "She cleared 4.92 metres, just two centimetres short of her own best.",
            ["4.92 metres: [4.915, 4.925) meter =", "two centimetres: [1.5, 2.5) centimeter ="],
            id="a height and what was missing",
        ),
        pytest.param(
            "選手跳出6公尺92，距全國紀錄僅差3公分。",
            ["6公尺92: [6.915, 6.925) meter =", "3公分: [2.5, 3.5) centimeter ="],
            id="decimals behind the unit",
        ),
        pytest.param(
            "他以9秒58跑完100米。",
            ["9秒58: [9.575, 9.585) second =", "100米: [99.5, 100.5) meter ="],
            id="decimals behind seconds; 米 before a full stop",
        ),
        pytest.param("身高1米85的後衛", ["1米85: [1.845, 1.855) meter ="], id="decimals before 的"),
        pytest.param(
            "Jurors deliberated for nearly 30 hours before convicting her on four of 11 counts.",
            [
                "nearly 30 hours: [27, 30) hour <",
                "four: [3.5, 4.5) count =",
                "11: [10.5, 11.5) count =",
            ],
            id="four of the 11 is no share in figures",
        ),
        pytest.param(
            "Turnout rose to 68.4 percent, up 5.1 points on the previous vote.",
            ["68.4 percent: [68.35, 68.45) % =", "5.1 points: [5.05, 5.15) percentage_point ="],
            id="points behind a percentage",
        ),
        pytest.param(
            "Gas in storage fell below 45 TWh, a third less than a year earlier.",
            [
                "below 45 TWh: [0, 45) terawatt_hour <",
                "a third: [32.8333333333, 33.8333333333) % =",
            ],
            id="a third less is a part; than a year earlier is when",
        ),
        pytest.param(
            "The airline cancelled some 320 services over two consecutive days.",
            ["some 320: [288, 352] service ~", "two consecutive days: [1.5, 2.5) day ="],
            id="over while they went by",
        ),
        pytest.param(
            "Unemployment has fallen for three consecutive quarters.",
            ["three consecutive quarters: [2.5, 3.5) quarter ="],
            id="quarters in a row are a duration",
        ),
        pytest.param(
            "The port stays shut for eleven more days.",
            ["eleven more days: [10.5, 11.5) day ="],
            id="more days are days",
        ),
        pytest.param(
            "房價連續三季下跌", ["三季: [2.5, 3.5) quarter ="], id="連續三季 is a duration"
        ),
        pytest.param("冬春兩季好發", [], id="seasons are no quarters"),
        pytest.param("The firm posted double-digit growth.", [], id="double-digit is no multiple"),
        pytest.param(
            "A double room for the triple jump champion",
            [],
            id="nor are a double room and the triple jump",
        ),
        pytest.param("Version two of the app", [], id="a version is no count"),
        pytest.param("Phase three trials begin in May", [], id="nor is a phase"),
        pytest.param(
            "No two snowflakes are alike",
            ["two: [1.5, 2.5) snowflake ="],
            id="no is no head in words",
        ),
        pytest.param(
            "The app was opened over half a million times.",
            ["over half a million times: (500000, ) time >"],
            id="many times are counted",
        ),
        pytest.param(
            "The strain is 2,000 times less common.",
            ["2,000 times: [1999.5, 2000.5) times ="],
            id="unless they compare",
        ),
        pytest.param(
            "The speed was measured at 120 ± 5 km/h.",
            ["120 ± 5 km/h: [115, 125] kilometer_per_hour range"],
            id="give or take",
        ),
        pytest.param(
            "室溫控制在25±2度",
            ["25±2度: [23, 27] degree_Celsius range"],
            id="give or take in Chinese",
        ),
        pytest.param(
            "a dose of 1.2 +/- 0.1 million units",
            ["1.2 +/- 0.1 million: [1100000, 1300000] unit range"],
            id="the scale distributes back",
        ),
        pytest.param(
            "今晨最低溫降至零下3.5度，打破30年來紀錄。",
            ["零下3.5度: [-3.55, -3.45) degree_Celsius =", "30年: [29.5, 30.5) year ="],
            id="打破 is no bound",
        ),
        pytest.param(
            "每次不得超過500毫克",
            ["不得超過500毫克: [0, 500] milligram <="],
            id="不得超過 is a bound from above",
        ),
        pytest.param(
            "最多可載客1200人",
            ["最多可載客1200人: [0, 1200] person <="],
            id="最多可載客 is one too",
        ),
        pytest.param(
            "裝置容量為160萬瓩", ["160萬瓩: [1595000, 1605000) kilowatt ="], id="瓩 is a kilowatt"
        ),
        pytest.param("時間20點，地點未定", [], id="時間 tells the hour"),
        pytest.param("20點開賽", [], id="so does what begins then"),
        pytest.param(
            "指數跌20點", ["20點: [19.5, 20.5) index_point ="], id="without either it is points"
        ),
        pytest.param(
            "Admissions fell by about a third in people aged 70",
            ["about a third: [30, 36.6666666667] % ~", "70: [69.5, 70.5) year ="],
            id="by a third in somebody is a part",
        ),
        pytest.param(
            "It was built by a third party in May",
            ["third: 3 ordinal ="],
            id="a third party is the third",
        ),
        pytest.param(
            "死亡率由每十萬人25人降到不足18人",
            ["25人: [24.5, 25.5) person =", "不足18人: [0, 18) person <"],
            id="what a rate is reckoned on is no figure",
        ),
        pytest.param(
            "25 deaths per 1,000 births",
            ["25: [24.5, 25.5) death ="],
            id="nor is it behind per",
        ),
    ],
)
def test_states(stated: Callable[[str], list[str]], text: str, expected: list[str]) -> None:
    """Each figure as its readers would say it; what is no figure stays out."""
    assert stated(text) == expected
