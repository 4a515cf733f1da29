"""What reaches a screen: hostile characters shown by name, everything readable untouched."""

import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ledger.text.display import cells, show, show_line, wrapped

FAMILY = "👨‍👩‍👧"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("\x1b[31mred\x1b[0m", "␛[31mred␛[0m", id="colour sequence"),
        pytest.param("\x1b]52;c;eA==\x07", "␛]52;c;eA==␇", id="clipboard sequence"),
        pytest.param("\x9b2J", "⟨U+009B⟩2J", id="one-byte sequence"),
        pytest.param("a\x7f\x00b", "a␡␀b", id="delete and nul"),
        pytest.param("-\u202e52 %", "-⟨U+202E⟩52 %", id="override turns a figure round"),
        pytest.param("\u2067a\u2069", "⟨U+2067⟩a⟨U+2069⟩", id="isolates"),
        pytest.param("pay\u200bpal", "pay⟨U+200B⟩pal", id="zero-width space"),
        pytest.param("a\u200db", "a⟨U+200D⟩b", id="joiner between letters"),
        pytest.param("x\ufe0fy", "x⟨U+FE0F⟩y", id="selector behind a letter"),
        pytest.param("漢\U000e0100\U000e0101", "漢\U000e0100⟨U+E0101⟩", id="second selector"),
        pytest.param("\ufeffa\u00adb", "⟨U+FEFF⟩a⟨U+00AD⟩b", id="byte order mark, soft hyphen"),
        pytest.param("a\u3164b", "a⟨U+3164⟩b", id="filler drawn as nothing"),
        pytest.param("\U000e0041", "⟨U+E0041⟩", id="tag letters hide text"),
        pytest.param("\ud83d!", "⟨U+D83D⟩!", id="lone surrogate"),
        pytest.param("\uffff\ue000", "⟨U+FFFF⟩⟨U+E000⟩", id="noncharacter, private use"),
        pytest.param("a\u2028b\u0085c", "a⟨U+2028⟩b⟨U+0085⟩c", id="odd line ends"),
        pytest.param("a\r\nb\rc\td\n", "a\nb␍c    d\n", id="line ends and tabs"),
    ],
)
def test_show_makes_the_hidden_visible(text: str, expected: str) -> None:
    assert show(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("[bold]not markup[/bold] [/]", id="markup is text"),
        pytest.param("美國抽取 25 %", id="Chinese"),
        pytest.param("e\u0301 नमस्ते ไทย שלום", id="marks and other scripts"),
        pytest.param(f"{FAMILY} 🏳️‍🌈 👩🏽‍💻 🇹🇼 1️⃣ ❤️ ☺︎", id="emoji sequences"),
        pytest.param("\u00a0\u3000…—⏎", id="spaces and signs"),
    ],
)
def test_show_leaves_what_can_be_seen(text: str) -> None:
    assert show(text) == text


@settings(max_examples=100)
@given(st.text(st.characters() | st.sampled_from("\u200d\ufe0f👩🇹a漢\u202e\ud800\x1b\n")))
def test_shown_text_holds_nothing_that_acts(text: str) -> None:
    shown = show(text).replace("\n", "")
    categories = {unicodedata.category(c) for c in shown if c != "\u200d"}
    assert categories.isdisjoint({"Cc", "Cf", "Cs", "Co", "Zl", "Zp"})
    assert show(show(text)) == show(text)


@pytest.mark.parametrize(
    ("text", "width"),
    [
        pytest.param("abc", 3, id="Latin"),
        pytest.param("漢字", 4, id="Han"),
        pytest.param("한글", 4, id="Hangul syllables"),
        pytest.param("e\u0301", 1, id="mark"),
        pytest.param("ＡＢ", 4, id="full width"),
        pytest.param("①—", 2, id="ambiguous ones are narrow"),
        pytest.param(FAMILY, 2, id="joined emoji"),
        pytest.param("🇹🇼", 2, id="flag"),
        pytest.param("👍🏽", 2, id="skin tone"),
        pytest.param("❤ ❤️", 4, id="text and emoji heart"),
        pytest.param("☺︎", 1, id="text selector"),
        pytest.param("", 0, id="nothing"),
    ],
)
def test_cells(text: str, width: int) -> None:
    assert cells(text) == width


@pytest.mark.parametrize(
    ("text", "limit", "expected"),
    [
        pytest.param("one\ntwo", None, "one⏎two", id="newline"),
        pytest.param("漢字漢字", 8, "漢字漢字", id="fits"),
        pytest.param("漢字漢字", 7, "漢字漢…", id="cut"),
        pytest.param("漢字漢字", 6, "漢字…", id="no half character"),
        pytest.param(FAMILY * 3, 5, f"{FAMILY}{FAMILY}…", id="no half emoji"),
        pytest.param("e\u0301e\u0301e\u0301", 2, "e\u0301…", id="marks stay with their letter"),
        pytest.param("abc", 1, "…", id="room for the sign only"),
        pytest.param("abc", 0, "", id="no room"),
    ],
)
def test_show_line(text: str, limit: int | None, expected: str) -> None:
    assert show_line(text, limit) == expected


@settings(max_examples=100)
@given(st.text(), st.integers(min_value=0, max_value=20))
def test_a_line_keeps_to_its_limit(text: str, limit: int) -> None:
    line = show_line(text, limit)
    assert cells(line) <= limit
    assert "\n" not in line


@pytest.mark.parametrize(
    ("line", "pieces"),
    [
        pytest.param("The ferry stops", ["The ferry ", "stops"], id="at a space"),
        pytest.param("渡輪載了九十人", ["渡輪載了九", "十人"], id="between Chinese signs"),
        pytest.param("新碼頭耗資5500萬", ["新碼頭耗資", "5500萬"], id="before a figure, not in it"),
        pytest.param("耗資12,500.75元", ["耗資", "12,500.75", "元"], id="around a figure"),
        pytest.param("渡輪今天停。明天", ["渡輪今天", "停。明天"], id="no mark begins a line"),
        pytest.param("他說渡輪「停」", ["他說渡輪", "「停」"], id="no mark ends one that opens"),
        pytest.param("abcdefghijkl", ["abcdefghij", "kl"], id="a word longer than a line"),
        pytest.param("", [""], id="nothing"),
    ],
)
def test_a_line_is_broken_where_a_reader_would_break_it(line: str, pieces: list[str]) -> None:
    assert list(wrapped(line, 10)) == pieces


@given(st.text(st.sampled_from("a1 ,.。「」中文é\u0301👨‍👩‍👧"), max_size=60), st.integers(2, 20))
def test_no_piece_is_too_wide_and_nothing_is_lost(text: str, width: int) -> None:
    line = show_line(text)
    pieces = list(wrapped(line, width))
    assert "".join(pieces) == line
    assert all(cells(piece) <= width for piece in pieces)
