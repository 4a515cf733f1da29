"""The last line of a teaser: outlet, age, and a headline glued to it."""

from datetime import date

import pytest

from ledger.extraction.page.teasers import tail_of
from ledger.extraction.spelling import one_spelling

TODAY = date(2025, 12, 13)


@pytest.mark.parametrize(
    ("line", "outlet", "days", "glued"),
    [
        pytest.param("潮聲晚報 ・ 1 天前 ・ 發起對話", "潮聲晚報", 1, None, id="an invitation"),
        pytest.param("潮聲晚報 ・ 1 天前 ・ 發起對話橋通車", "潮聲晚報", 1, "橋通車", id="glued"),
        pytest.param("潮聲晚報 ・ 1 天前 ・ 118", "潮聲晚報", 1, None, id="comments counted"),
        pytest.param("潮聲晚報 ・ 1 天前 ・ 1橋通車", "潮聲晚報", 1, "橋通車", id="counted, glued"),
        pytest.param(
            "潮聲晚報 ・ 1 天前 ・ 發起對話12/12橋", "潮聲晚報", 1, "12/12橋", id="a date"
        ),
        pytest.param("青麓日报 · 5小时前 · 评论", "青麓日报", 0, None, id="hours"),
        pytest.param("新潮财经 · 昨天", "新潮财经", 1, None, id="a word for the age"),
        pytest.param(
            "Marsh Courier · 2 weeks ago · 3 comments", "Marsh Courier", 14, None, id="en"
        ),
        pytest.param("Marsh Courier | 5h", "Marsh Courier", 0, None, id="short"),
    ],
)
def test_the_line_below_a_teaser(line: str, outlet: str, days: int, glued: str | None) -> None:
    tail = tail_of(one_spelling(line), 0, len(line), TODAY)
    assert tail is not None
    assert line[slice(*tail.outlet)] == outlet
    assert tail.published is not None
    assert (TODAY - tail.published).days == days
    assert (line[slice(*tail.glued)] if tail.glued else None) == glued


@pytest.mark.parametrize(
    "line",
    [
        pytest.param("市長說，橋會通車。", id="a sentence"),
        pytest.param("三天前 ・ 橋", id="no outlet"),
        pytest.param("約翰·史東 10 天前離開", id="a name with a dot"),
        pytest.param("", id="nothing"),
    ],
)
def test_other_lines(line: str) -> None:
    assert tail_of(one_spelling(line), 0, len(line), TODAY) is None


def test_without_a_day_of_publication_the_age_says_nothing() -> None:
    tail = tail_of("青麓日报 · 5小时前", 0, 12, None)
    assert tail is not None
    assert tail.published is None
