"""The day a page prints as its own: a line near its top, never a headline or a sentence."""

from datetime import date

import pytest

from ledger.extraction.page.own_day import own_day

DAY = date(2025, 12, 14)
HEAD = "Harbour bridge to reopen in spring, city says"
BODY = "The bridge will reopen on 20 April 2026, the mayor said."


@pytest.mark.parametrize(
    "line",
    [
        "14 December 2025",
        "December 14, 2025",
        "Dec. 14, 2025",
        "Sunday, 14 December 2025",
        "Sun, Dec 14, 2025 at 9:30 AM",
        "Tidewater Courier, 14 December 2025",
        "By Nora Lindqvist | 14 December 2025 | 5 min read",
        "By Nora Lindqvist 14 December 2025",
        "Published 14 December 2025 09:32 GMT",
        "First published on 14 December 2025",
        "14 Dec 2025 · Updated 16 Dec 2025",
        "2025-12-14 09:15",
        "**2025/12/14**",
        "2025年12月14日",
        "2025年12月14日 星期日",
        "２０２５年１２月１４日",
        "發布時間：2025年12月14日 上午9:15",
        "記者林可循／瑪洛報導 2025-12-14 09:15",
        "霧港財經 2025-12-14 09:15",
        "2025-12-14 09:15 更新",
        "2025-12-14 更新",
        "2025年12月14日 發布",
        "14 December 2025 published",
    ],
)
def test_a_line_of_its_own_gives_the_day(line: str) -> None:
    assert own_day(f"{HEAD}\n\n{line}\n\n{BODY}") == DAY


@pytest.mark.parametrize(
    "line",
    [
        "Bridge to reopen on 14 December 2025",
        "What we know of the fire of December 14, 2025",
        "The bridge reopened on 14 December 2025, a day late.",
        "新碼頭2025年12月14日啟用",
        "2025年12月14日發布新產品",
        "2025年12月14日更新系統",
        "市府宣布2025年12月14日，全線通車",
        "Updated 14 December 2025",
        "最後更新：2025-12-14 09:15",
        "14 December",
        "32 December 2025",
        "03/04/2025",
        "Phone 2025-12-141",
        "",
    ],
)
def test_another_line_gives_none(line: str) -> None:
    assert own_day(f"{HEAD}\n\n{line}\n\n{BODY}") is None


def test_a_line_far_down_is_of_something_else() -> None:
    assert own_day(f"{HEAD}\n" + f"{BODY}\n" * 12 + "14 December 2025") is None
