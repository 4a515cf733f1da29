"""Direction, leg of a change, hedges and points: what the clause says about a figure."""

import pytest

from ledger.quantities import read


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("漲687.73點", [("up", "by")], id="a verb right before is the difference"),
        pytest.param("年減4.4%", [("down", "by")], id="a year's fall is a fall"),
        pytest.param("sales rose 5 %", [("up", "by")], id="an English verb right before"),
        pytest.param("a 4.4 % decline", [("down", "by")], id="a noun right behind"),
        pytest.param("升至128人", [("up", "to")], id="至 leads to the new level"),
        pytest.param("rose to 4.1 %", [("up", "to")], id="to leads to the new level"),
        pytest.param(
            "fell by 0.3 points to 4.1 %",
            [("down", "by"), ("down", "to")],
            id="both the difference and the new level",
        ),
        pytest.param(
            "從原本的46.5%提升至62.8%",
            [("up", "from"), ("up", "to")],
            id="from an old level to a new one",
        ),
        pytest.param(
            "由1.35%降至最高1.20%，下滑0.15個百分點",
            [("down", "from"), ("down", "to"), ("down", "by")],
            id="all three legs",
        ),
        pytest.param(
            "由24降至19%",
            [("down", "from"), ("down", "to")],
            id="the unit said once serves both legs",
        ),
        pytest.param(
            "from 24 to 19 percent",
            [("down", "from"), ("down", "to")],
            id="a fall from a to b needs no verb",
        ),
        pytest.param(
            "from 19 to 24 percent",
            [(None, "level")],
            id="without a verb a rising pair is a range",
        ),
        pytest.param(
            "up from 5 % to 7 %",
            [("up", "from"), ("up", "to")],
            id="up before from makes the pair a change",
        ),
        pytest.param("sales doubled", [("up", "level")], id="what doubled went up"),
        pytest.param("產量減半", [("down", "level")], id="what was halved went down"),
        pytest.param("twice as long", [(None, "level")], id="twice compares and moves nothing"),
        pytest.param(
            "rose from 2.5 to 3.1 million",
            [("up", "from"), ("up", "to")],
            id="the scale said once serves both legs",
        ),
        pytest.param("降息一碼", [("down", "by")], id="降息 moves down"),
        pytest.param(
            "由每月2,490元上調至2,690元", [("up", "from"), ("up", "to")], id="a verb behind goes on"
        ),
        pytest.param(
            "每天步行7,000步可使風險降低47%",
            [(None, "level"), ("down", "by")],
            id="a verb further behind a count is not its own",
        ),
        pytest.param(
            "較原先的62億元多出23億元",
            [("up", "from"), ("up", "by")],
            id="多出 is no 多 of a figure",
        ),
        pytest.param(
            "sales were 5% higher than a year earlier",
            [("up", "by")],
            id="higher than is a difference and no bound of the year",
        ),
        pytest.param(
            "it cut the risk of yet another stroke by 27%",
            [("down", "by")],
            id="by reaches for a verb further ahead",
        ),
        pytest.param("下調存款準備金率0.5個百分點", [("down", "by")], id="points are a difference"),
        pytest.param("較前一代高出12個百分點", [("up", "by")], id="高出 is a difference, no bound"),
        pytest.param(
            "fell below 100 million", [("down", "to")], id="what it fell below is a level"
        ),
        pytest.param("grew over 5 %", [("up", "by")], id="over a figure is how far it grew"),
        pytest.param("inched up to 4.2%", [("up", "to")], id="a verb's up, no bound"),
        pytest.param(
            "it will go from $15 to $17.50",
            [("up", "from"), ("up", "to")],
            id="what goes from one to the other changes",
        ),
        pytest.param(
            "cut its forecast to 2% from an earlier estimate of 3%",
            [("down", "to"), (None, "from")],
            id="an earlier estimate is where it began",
        ),
        pytest.param("較先前的4.8%上升", [("up", "from")], id="較 an earlier figure is from it"),
        pytest.param("漲逾500點", [("up", "by")], id="a bound may stand between"),
        pytest.param("股價跌破50元", [("down", "to")], id="a level fallen through is a level"),
        pytest.param(
            "增加了1.2萬人至35萬人",
            [("up", "by"), ("up", "to")],
            id="the difference and the new level, both with their unit",
        ),
        pytest.param(
            "the 10-year yield rose 5 basis points",
            [(None, "level"), ("up", "by")],
            id="a tenor does not move",
        ),
        pytest.param(
            "fell 3 % in 12 years",
            [("down", "by"), (None, "level")],
            id="the time a change took does not move",
        ),
        pytest.param("up over 400 %", [("up", "by")], id="a comparator may stand between"),
        pytest.param("增加到三倍", [("up", "to")], id="增加到 gives the new level"),
        pytest.param("增加了三倍", [("up", "by")], id="增加了 gives the difference"),
        pytest.param("毛利率達20%", [(None, "level")], id="a level moves nowhere"),
        pytest.param("up to 50 %", [(None, "level")], id="up to is a bound, not a rise"),
        pytest.param("營收5公升", [(None, "level")], id="公升 is a unit, not a rise"),
    ],
)
def test_direction_and_leg(text: str, expected: list[tuple[str | None, str]]) -> None:
    assert [(q.change, q.role) for q in read(text)] == expected


@pytest.mark.parametrize(
    ("text", "modality"),
    [
        pytest.param("The deal may bring $3 bn", "may", id="may"),
        pytest.param("The port is considering a 50 % fee", "considering", id="considering"),
        pytest.param("恐裁員500人", "恐", id="恐"),
        pytest.param("擬加徵50%關稅", "拟", id="擬, read as folded"),
        pytest.param("預計成長2.3%", "预计", id="預計"),
        pytest.param("The deal brought $3 bn", None, id="a plain statement"),
        pytest.param("On 8 May 2025 it brought $3 bn", None, id="the month of May is no hedge"),
        pytest.param("資料顯示增加5%", None, id="資料 holds no 料"),
    ],
)
def test_modality(text: str, modality: str | None) -> None:
    assert read(text)[-1].modality == modality


@pytest.mark.parametrize(
    ("text", "each"),
    [
        pytest.param("$3 bn a year", "year", id="a year"),
        pytest.param("每年約3.2兆元", "year", id="每年 before"),
        pytest.param("每股盈餘0.02元", "share", id="每股 before"),
        pytest.param("$62.30 a barrel", "barrel", id="a barrel"),
        pytest.param("$15.4/hour", "hour", id="a slash"),
        pytest.param("paid $5", None, id="for itself"),
    ],
)
def test_for_each_of(text: str, each: str | None) -> None:
    assert [q.per for q in read(text)] == [each]
