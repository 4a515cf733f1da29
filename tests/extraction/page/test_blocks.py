"""Pages: article text, headlines, teasers of other articles, and what follows an end marker."""

from datetime import date
from itertools import pairwise

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from ledger.extraction.page.blocks import Block, blocks, is_fine_print, is_headline
from ledger.extraction.spelling import one_spelling

PUBLISHED = date(2025, 12, 13)


def cut(page: str) -> list[Block]:
    return blocks(page, one_spelling(page), PUBLISHED)


def regions(page: str) -> list[tuple[str, int, str]]:
    return [(one.region, one.group, page[one.start : one.end]) for one in cut(page)]


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        pytest.param("藍灣港務費明年調漲一成二", True, id="no full stop"),
        pytest.param("藍灣港務局宣布調漲。", False, id="a full stop"),
        pytest.param("為何拖了這麼久?", True, id="a short question"),
        pytest.param(
            "有網友質疑,北坪缺水多年,如何供應新廠每天八萬噸的用水?", False, id="a long one"
        ),
        pytest.param("Ellin harbour to raise dues", True, id="English"),
        pytest.param("## Union vows to fight.", True, id="Markdown"),
        pytest.param('"We waited."', False, id="a quotation"),
        pytest.param("其中包括：", False, id="a colon goes on"),
    ],
)
def test_headlines(line: str, *, expected: bool) -> None:
    assert is_headline(one_spelling(line)) is expected


def test_teasers_are_kept_apart_with_their_own_outlet_and_day() -> None:
    page = (
        "橋會通車。\n其他人也在看\n車站啟用\n車站今天啟用。\n潮聲晚報 ・ 1 天前 ・ 發起對話"
        "隧道延期\n隧道延到明年。\n沼地日報 ・ 2 小時前 ・ 3"
    )
    assert regions(page) == [
        ("main", 0, "橋會通車。"),
        ("headline", 1, "車站啟用"),
        ("teaser", 1, "車站今天啟用。"),
        ("headline", 2, "隧道延期"),
        ("teaser", 2, "隧道延到明年。"),
    ]
    told = [(one.outlet, one.published) for one in cut(page)[1:]]
    assert told == [("潮聲晚報", date(2025, 12, 12))] * 2 + [("沼地日報", PUBLISHED)] * 2


def test_a_teaser_of_one_line_that_is_a_sentence_is_text() -> None:
    page = "Related\nThe bridge opened on Monday.\nMarsh Courier | 2 days ago"
    assert regions(page) == [("teaser", 1, "The bridge opened on Monday.")]


def test_without_outlets_below_it_the_article_goes_on_after_links() -> None:
    paragraph = "The harbour board said on Thursday that it would raise its dues " * 2 + "."
    page = f"First.\nRead more:\nFerry strike enters third day\n{paragraph}\nRelated\nRail link"
    assert regions(page) == [
        ("main", 0, "First."),
        ("headline", 1, "Ferry strike enters third day"),
        ("main", 0, paragraph),
        ("headline", 1, "Rail link"),
    ]


def test_the_marks_of_a_heading_are_no_part_of_it() -> None:
    assert regions("## Union vows to fight") == [("headline", 0, "Union vows to fight")]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("圖片來源:某社", True, id="a picture credit"),
        pytest.param("Subscribe to our newsletter.", True, id="an invitation"),
        pytest.param("Subscribers rose by 4 percent.", False, id="a word like one"),
        pytest.param("该公司广告收入增长两成。", False, id="the word inside a sentence"),
    ],
)
def test_fine_print(text: str, *, expected: bool) -> None:
    assert is_fine_print(one_spelling(text)) is expected


@example("# ")
@given(st.text(alphabet="橋。\n相關新聞Related ・1天前#?a", max_size=80))
def test_blocks_stand_in_order_and_none_overlap(page: str) -> None:
    found = cut(page)
    assert all(one.start < one.end <= len(page) for one in found)
    assert all(a.end <= b.start for a, b in pairwise(found))


@pytest.mark.parametrize("marker", ["【延伸閱讀】", "▶更多新聞：", "➤相關新聞", "### Related"])
def test_markers_in_ornament_end_the_article(marker: str) -> None:
    assert regions(f"橋通車。\n{marker}\n渡輪罷工")[-1] == ("headline", 1, "渡輪罷工")


def test_a_marker_and_a_colon_link_to_another_article() -> None:
    found = regions("橋通車。\n延伸閱讀：渡輪罷工損失兩千萬元\n路封了。")
    assert [(region, group) for region, group, _ in found] == [
        ("main", 0), ("headline", 1), ("main", 0)
    ]  # fmt: skip


@pytest.mark.parametrize("mark", ["- ", "* ", "• ", "1. ", "> "])
def test_list_marks_are_no_part_of_an_item(mark: str) -> None:
    assert regions(f"{mark}Dues rise 5%") == [("main", 0, "Dues rise 5%")]
