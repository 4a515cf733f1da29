"""What a bare number counts, where other words say so."""

from collections.abc import Callable

import pytest


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "在校生達1179萬人，比上年增加21萬",
            ["1179萬人: [11785000, 11795000) person =", "21萬: [205000, 215000) person ="],
            id="a change of what was counted",
        ),
        pytest.param(
            "在校生達1179萬人，學費比上年增加21萬元",
            ["1179萬人: [11785000, 11795000) person =", "21萬元: [205000, 215000) CNY ="],
            id="a change of something else",
        ),
        pytest.param(
            "The firm has 3,400 employees, an increase of 250 on last year",
            ["3,400: [3399.5, 3400.5) employee =", "250: [249.5, 250.5) employee ="],
            id="the same in English",
        ),
        pytest.param(
            "月活用戶約3.2億",
            ["約3.2億: [288000000, 352000000] user ~"],
            id="the noun ahead of an estimate",
        ),
        pytest.param(
            "獎助學生5萬", ["5萬: [45000, 55000) number ="], id="a sum that goes to somebody"
        ),
        pytest.param(
            "Attendance is down to 9,400", ["9,400: [9399.5, 9400.5) person ="], id="an attendance"
        ),
        pytest.param(
            "a hill town of 3,100", ["3,100: [3099.5, 3100.5) person ="], id="a town is its people"
        ),
        pytest.param(
            "The quarry employs 260.", ["260: [259.5, 260.5) person ="], id="whom a firm employs"
        ),
        pytest.param(
            "Police arrested 260 times",
            ["260 times: [259.5, 260.5) times ="],
            id="a unit of its own",
        ),
        pytest.param(
            "Around 9,000 farmers marched, though police put the crowd at 5,500.",
            ["Around 9,000: [8100, 9900] farmer ~", "5,500: [5499.5, 5500.5) farmer ="],
            id="another count of the same",
        ),
        pytest.param(
            "The chain shut 90 shops in May and another 35 in June.",
            ["90: [89.5, 90.5) shop =", "35: [34.5, 35.5) shop ="],
            id="and another so many",
        ),
        pytest.param(
            "The blast levelled 20 houses and damaged 60 others.",
            ["20: [19.5, 20.5) house =", "60: [59.5, 60.5) house ="],
            id="others are of the same",
        ),
        pytest.param(
            "It cost $40m and another 35 in June",
            ["$40m: [39500000, 40500000) USD =", "35: [34.5, 35.5) number ="],
            id="money is no count",
        ),
        pytest.param(
            "Some 400 nurses left; the ward was built at 12",
            ["Some 400: [360, 440] nurse ~", "12: [11.5, 12.5) number ="],
            id="a number that nothing links to the count",
        ),
        pytest.param(
            "13 of the 40 wells are dry",
            ["13: [12.5, 13.5) well =", "40: [39.5, 40.5) well ="],
            id="so many of the count",
        ),
        pytest.param(
            "13 of the town's 40 wells are dry",
            ["13: [12.5, 13.5) well =", "40: [39.5, 40.5) well ="],
            id="so many of somebody's count",
        ),
        pytest.param(
            "They printed 900 posters, 60 of them in Welsh",
            ["900: [899.5, 900.5) poster =", "60: [59.5, 60.5) poster ="],
            id="so many of them",
        ),
        pytest.param(
            "50 of the 40 wells",
            ["50: [49.5, 50.5) number =", "40: [39.5, 40.5) well ="],
            id="no part is larger than the whole",
        ),
        pytest.param("報名人數突破4200", ["突破4200: (4200, ) person >"], id="a number of people"),
        pytest.param(
            "全年觀影人次達82萬", ["82萬: [815000, 825000) visit ="], id="a number of visits"
        ),
        pytest.param(
            "該鎮人口減至3.1萬", ["3.1萬: [30500, 31500) person ="], id="a population in Chinese"
        ),
    ],
)
def test_counts(stated: Callable[[str], list[str]], text: str, expected: list[str]) -> None:
    assert stated(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "The Kospi ended at 2,610.62",
            ["2,610.62: [2610.615, 2610.625) index_point ="],
            id="where it ended",
        ),
        pytest.param(
            "The Dax broke above 20,000 on Monday",
            ["above 20,000: (20000, ) index_point >"],
            id="a bound it passed",
        ),
        pytest.param("日經指數收報38920", ["38920: [38919.5, 38920.5) index_point ="], id="收報"),
        pytest.param(
            "The Dow's 30 members",
            ["30: [29.5, 30.5) member ="],
            id="what an index holds is no level",
        ),
        pytest.param(
            "The window was set at 1,200",
            ["1,200: [1199.5, 1200.5) number ="],
            id="a word that an index stands in",
        ),
        pytest.param(
            "The Nikkei fell. The reserve stood at 1,200",
            ["1,200: [1199.5, 1200.5) number ="],
            id="another sentence speaks of something else",
        ),
    ],
)
def test_index_levels(stated: Callable[[str], list[str]], text: str, expected: list[str]) -> None:
    assert stated(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "raise the pension age to 67", ["67: [66.5, 67.5) year ="], id="an age somebody sets"
        ),
        pytest.param(
            "its package to 67", ["67: [66.5, 67.5) number ="], id="a word that ends in age"
        ),
        pytest.param(
            "30m chickens were culled",
            ["30m: [29500000, 30500000) chicken ="],
            id="m counts animals",
        ),
        pytest.param("30m deep", ["30m: [29.5, 30.5) meter ="], id="m measures a depth"),
        pytest.param(
            "a metre or more of water", ["a metre or more: [1, ) meter >="], id="an article is one"
        ),
        pytest.param("a ruse or more", [], id="an article before no unit"),
        pytest.param(
            "an audience of 2.5m.", ["2.5m: [2450000, 2550000) person ="], id="m behind an audience"
        ),
        pytest.param("a wall of 2.5m.", ["2.5m: [2.45, 2.55) meter ="], id="m behind a wall"),
        pytest.param("up 7.5p", ["7.5p: [7.45, 7.55) pence ="], id="p is pence"),
        pytest.param("720p video", [], id="p is the height of a picture"),
        pytest.param(
            "fined four times since May", ["four times: [3.5, 4.5) time ="], id="how often"
        ),
        pytest.param("fined twice in a year", ["twice: 2 time ="], id="twice is how often"),
        pytest.param("twice the price", ["twice: 2 times ="], id="twice as much"),
        pytest.param("90 MPs resigned", ["90: [89.5, 90.5) MP ="], id="initials keep their case"),
        pytest.param(
            "Exports were up by a third to 1.2 million tonnes",
            [
                "a third: [32.8333333333, 33.8333333333) % =",
                "1.2 million tonnes: [1150000, 1250000) metric_ton =",
            ],
            id="by how much, and the mass it came to",
        ),
        pytest.param("four times heavier", ["four times: [3.5, 4.5) times ="], id="a multiple"),
        pytest.param(
            "from 55 minutes to 20.",
            ["55 minutes: [54.5, 55.5) minute =", "20: [19.5, 20.5) minute ="],
            id="the unit of what it was",
        ),
        pytest.param(
            "Silver rose $2 to $31",
            ["$2: [1.5, 2.5) USD =", "$31: [30.5, 31.5) USD ="],
            id="by how much and to what",
        ),
        pytest.param("it costs $2 to $3", ["$2 to $3: [2, 3] USD range"], id="a range of prices"),
        pytest.param(
            "at $4.20 a dozen",
            ["$4.20: [4.195, 4.205) USD ="],
            id="a dozen of what the price is for",
        ),
        pytest.param(
            "struck down nine clauses", ["nine: [8.5, 9.5) clause ="], id="nothing went down"
        ),
        pytest.param(
            "more than 40,000 Britons",
            ["more than 40,000: (40000, ) Briton >"],
            id="a people's name",
        ),
    ],
)
def test_units_gone_without_saying(
    stated: Callable[[str], list[str]], text: str, expected: list[str]
) -> None:
    assert stated(text) == expected
