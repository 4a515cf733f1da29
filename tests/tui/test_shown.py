"""Words of sources on the screen: broken where a reader would break them, marks and all."""

import pytest

from ledger.tui.shown import MARKED, in_lines, marked, shown


@pytest.mark.parametrize(
    ("text", "width", "lines"),
    [
        ("新碼頭耗資5500萬", 10, ["新碼頭耗資", "5500萬"]),
        ("The quay costs 40 million", 10, ["The quay ", "costs 40 ", "million"]),
        ("一行\n\n另一行字", 6, ["一行", "", "另一行", "字"]),
        ("一行", 0, ["一行"]),
        ("", 10, [""]),
    ],
    ids=["no figure is parted", "at spaces", "lines of its own", "no width yet", "nothing"],
)
def test_text_is_broken_where_a_reader_would_break_it(
    text: str, width: int, lines: list[str]
) -> None:
    assert in_lines(shown(text), width).plain.split("\n") == lines


def test_what_is_marked_stays_marked() -> None:
    told = in_lines(marked("新碼頭耗資5500萬歐元", [(5, 12)], "[-", "-]"), 12)
    assert told.plain == "新碼頭耗資\n[-5500萬歐\n元-]"
    words = [told.plain[span.start : span.end] for span in told.spans if span.style == MARKED]
    assert words == ["5500萬歐", "元"]
