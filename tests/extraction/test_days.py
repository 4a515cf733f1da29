"""Days of speaking: what names them, what does not, and what they are read by."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ledger.extraction.attribution import cues
from ledger.extraction.days import day_of_dateline, day_of_speaking
from ledger.extraction.spelling import one_spelling

FRIDAY = date(2025, 12, 12)


def day(sentence: str, published: date | None = FRIDAY) -> date | None:
    plain = one_spelling(sentence)
    return day_of_speaking(plain, cues(plain)[0].about, published)


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        pytest.param("市長杜景和今天表示，橋會通車。", FRIDAY, id="today"),
        pytest.param("市長杜景和昨（11）日表示，橋會通車。", date(2025, 12, 11), id="yesterday"),
        pytest.param("市長杜景和今 (12) 日表示，橋會通車。", FRIDAY, id="with spaces"),
        pytest.param("市長杜景和週二（9日）表示，橋會通車。", date(2025, 12, 9), id="weekday, day"),
        pytest.param("市長杜景和上週五表示，橋會通車。", date(2025, 12, 5), id="last week"),
        pytest.param("市長杜景和本月3日表示，橋會通車。", date(2025, 12, 3), id="this month"),
        pytest.param("市長杜景和28日表示，橋會通車。", date(2025, 11, 28), id="the month before"),
        pytest.param("市長杜景和11月24日表示，橋會通車。", date(2025, 11, 24), id="month and day"),
        pytest.param("市長杜景和12/8表示，橋會通車。", date(2025, 12, 8), id="with a slash"),
        pytest.param("美東時間12月10日周三，杜景和表示，橋會通車。", date(2025, 12, 10), id="zone"),
        pytest.param("12月20日，杜景和表示，橋會通車。", date(2024, 12, 20), id="a year ago"),
        pytest.param("Mara Tolland said on Tuesday that it opens.", date(2025, 12, 9), id="on"),
        pytest.param("On Dec. 3, Mara Tolland said it opens.", date(2025, 12, 3), id="leading"),
        pytest.param("Mara Tolland said yesterday it opens.", date(2025, 12, 11), id="before"),
        pytest.param("It opens, Mara Tolland said last Friday.", date(2025, 12, 5), id="last"),
        pytest.param("Mara Tolland said Wednesday it opens.", date(2025, 12, 10), id="bare"),
        pytest.param(
            "Speaking in Lund on Sunday, Mara Tolland said it opens.",
            date(2025, 12, 7),
            id="speaking",
        ),
        pytest.param("Earlier on Friday, Mara Tolland said it opens.", FRIDAY, id="earlier"),
        pytest.param("Mara Tolland conceded defeat on Sunday.", date(2025, 12, 7), id="an act"),
    ],
)
def test_the_day_somebody_spoke(sentence: str, expected: date) -> None:
    assert day(sentence) == expected


@pytest.mark.parametrize(
    "sentence",
    [
        pytest.param("市長杜景和表示，橋在12月5日通車。", id="the day of what is said"),
        pytest.param("市長杜景和截至12月11日表示，損失擴大。", id="as of"),
        pytest.param("市長杜景和近日表示，橋會通車。", id="lately"),
        pytest.param("市長杜景和於12月1日至3日訪問期間表示，橋會通車。", id="a span"),
        pytest.param("Mara Tolland said the bridge opened on Monday.", id="the day of the event"),
        pytest.param("Mara Tolland said since Monday nothing moved.", id="since"),
        pytest.param("The bridge fell on Monday, Mara Tolland said.", id="before the speaker"),
        pytest.param("Mara Tolland, elected on Nov 4, said it opens.", id="an apposition"),
        pytest.param("Mara Tolland said dues would rise on Jan. 1.", id="a bare clause"),
        pytest.param("Mara Tolland warned the bridge would open on Monday.", id="a clause"),
        pytest.param("Mara Tolland admitted on the Today programme it opens.", id="a programme"),
    ],
)
def test_a_day_of_something_else(sentence: str) -> None:
    assert day(sentence) is None


def test_without_a_day_of_publication_only_full_dates_are_read() -> None:
    assert day("市長杜景和週二表示，橋會通車。", None) is None
    assert day("市長杜景和2025年12月3日表示，橋會通車。", None) == date(2025, 12, 3)


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        pytest.param("(潮聲社記者某某藍灣2025年12月9日電)", date(2025, 12, 9), id="in full"),
        pytest.param("(潮聲社藍灣9日電)", date(2025, 12, 9), id="the day alone"),
        pytest.param("ELLIN, Dec 9 (Quay Wire) -", date(2025, 12, 9), id="English"),
        pytest.param("(潮聲社藍灣電)", None, id="no day"),
    ],
)
def test_the_day_of_a_dateline(written: str, expected: date | None) -> None:
    assert day_of_dateline(written, FRIDAY) == expected


@given(st.text(alphabet="0123456789年月日周/ 三今昨(),.DecMonday", max_size=40))
def test_no_text_breaks_it_and_nobody_speaks_after_publication(text: str) -> None:
    found = day_of_speaking(text, (0, len(text)), FRIDAY)
    assert found is None or found <= FRIDAY
