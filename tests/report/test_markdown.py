"""Whatever the text, a parser with every extension on gives it back and finds nothing else."""

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from markdown_it.token import Token
from mdit_py_plugins.dollarmath import dollarmath_plugin
from mdit_py_plugins.footnote import footnote_plugin
from mdit_py_plugins.tasklists import tasklists_plugin

from ledger.report.markdown import Markdown, bare_link, line, link, quoted, words
from ledger.text.display import show, show_line

PARSER = MarkdownIt("gfm-like").use(footnote_plugin).use(dollarmath_plugin).use(tasklists_plugin)

FRAGMENTS = (
    *(
        "#",
        "##",
        "-",
        "+",
        "*",
        "_",
        "__",
        "=",
        "===",
        "---",
        "***",
        "~~~",
        "```",
        "`",
        "``",
        "    ",
    ),
    *("\t", " ", "    ", "  \n", "\n", "\n\n", "\\\n", "\\", "\r", "\r\n", "\v", "\f", "\x85"),
    *(
        "1.",
        "1) ",
        "12. ",
        "1234567890. ",
        "- [ ] ",
        "> ",
        ">",
        "> [!NOTE]",
        "|",
        "| - | - |",
        ":-:",
    ),
    *(":-:", "<b>", "</div>", "<!--", "-->", "<?", "<x@y.example>", "<https://x.example>"),
    *(
        "<a href='x'>",
        "[x](y)",
        "![x](y)",
        "[x]",
        "[x]: /y",
        "[^1]",
        "[^1]: z",
        "![",
        "](",
        "]",
        "[",
    ),
    *("http://x.example", "HTTPS://X.example/a_b", "//x.example", "www.x.example", "WWW.x.example"),
    *("a@x.example", "mailto:a@x.example", "xmpp:a@x.example", "ftp://x.example", "x.com"),
    *("&amp;", "&#35;", "&#x23;", "&", ";", "$", "$$", "$x$", "~", "~~", "**", "a", "é", "e\u0301"),
    *(
        "\u2028",
        "\u3000",
        "\xa0",
        "\u200b",
        "\u202e",
        "\u2066",
        "\ufeff",
        "\x1b[31m",
        "\x00",
        "\ud800",
    ),
    *(
        "領先",
        "「",
        "」",
        "。",
        "18",
        "%",
        "{{ x }}",
        "{% x %}",
        "=1+1",
        "# x #",
        ".",
        "/",
        ":",
        "--",
    ),
)
HOSTILE = st.text() | st.lists(st.sampled_from(FRAGMENTS), max_size=12).map("".join)
NOT_BLANK = HOSTILE.filter(lambda text: bool(show_line(text).strip()))


def inlines(markdown: str) -> list[Token]:
    """Every run of inline text of a document."""
    return [token for token in PARSER.parse(markdown) if token.type == "inline"]


def words_of(token: Token) -> str:
    """The text of a run that holds nothing but text and hard line breaks."""
    children = token.children or []
    assert {child.type for child in children} <= {"text", "hardbreak"}, token.content
    return "".join("\n" if child.type == "hardbreak" else child.content for child in children)


@pytest.mark.parametrize(
    ("before", "after", "at", "blocks"),
    [
        pytest.param("", "\n", 0, ["paragraph"], id="alone in a paragraph"),
        pytest.param("# ", "\n", 0, ["heading"], id="a heading"),
        pytest.param("- ", "\n", 0, ["bullet_list", "list_item", "paragraph"], id="a list item"),
        pytest.param("> ", "\n", 0, ["blockquote", "paragraph"], id="a block quote"),
        pytest.param(
            "| a | b |\n| --- | --- |\n| ",
            " | c |\n",
            2,
            ["table", "thead", "tr", "th", "th", "tbody", "tr", "td", "td"],
            id="a table cell",
        ),
        pytest.param("a\n", "\n", 0, ["paragraph"], id="under a line of text"),
    ],
)
@settings(max_examples=100)
@given(text=NOT_BLANK)
def test_a_line_is_its_text_in_every_place(
    before: str, after: str, at: int, blocks: list[str], text: str
) -> None:
    document = before + line(text) + after
    opened = [token.type for token in PARSER.parse(document) if token.nesting == 1]
    assert opened == [f"{block}_open" for block in blocks]
    found = inlines(document)[at]
    if before == "a\n":
        assert found.children is not None
        assert found.children[1].type == "softbreak"
        del found.children[:2]
    assert words_of(found) == show_line(text)


@settings(max_examples=100)
@given(text=NOT_BLANK)
def test_a_link_or_footnote_after_a_line_stays_what_it_is(text: str) -> None:
    found = inlines(f"{line(text)}[^1]\n\n[^1]: {line(text)}, undated\n")
    assert found[0].children is not None
    assert found[0].children.pop().type == "footnote_ref"
    assert words_of(found[0]) == show_line(text)
    assert words_of(found[1]) == f"{show_line(text)}, undated"


@settings(max_examples=100)
@given(text=HOSTILE)
def test_a_quotation_is_verbatim_line_by_line(text: str) -> None:
    document = quoted(text)
    types = {token.type for token in PARSER.parse(document)}
    assert types <= {
        *("blockquote_open", "blockquote_close", "paragraph_open", "paragraph_close", "inline")
    }
    found = [each for token in inlines(document) for each in words_of(token).split("\n")]
    assert found == [each for each in show(text).split("\n") if each.strip()]


@settings(max_examples=100)
@given(text=HOSTILE, spans=st.lists(st.tuples(st.integers(-3, 60), st.integers(-3, 60))))
def test_bold_adds_nothing_but_bold(text: str, spans: list[tuple[int, int]]) -> None:
    plain, marked = inlines(quoted(text)), inlines(quoted(text, spans))
    assert len(plain) == len(marked)
    for without, with_bold in zip(plain, marked, strict=True):
        children = with_bold.children or []
        bold = [child for child in children if child.type.startswith("strong")]
        assert [child.nesting for child in bold] == [1, -1] * (len(bold) // 2)
        with_bold.children = [child for child in children if child not in bold]
        assert words_of(with_bold) == words_of(without)


@pytest.mark.parametrize(
    ("text", "span", "expected"),
    [
        pytest.param("costs $2.4 billion", (6, 18), "> costs \\$**2.4 billion**", id="no sign"),
        pytest.param("升25%的", (1, 4), "> 升**25**%的", id="bold cannot end at % before a letter"),
        pytest.param("領先「18個月」了", (2, 8), "> 領先「**18個月**」了", id="no brackets"),
        pytest.param("about 5!", (0, 8), "> **about 5**!", id="starts the line"),
        pytest.param("1. up", (0, 2), "> **1**. up", id="no list begins with bold"),
        pytest.param("1\n2", (0, 3), "> 1\\\n> 2", id="a part over a line end stays plain"),
        pytest.param("cafe\u0301!", (3, 4), "> caf**e\u0301**!", id="an accent"),
        pytest.param("a—b", (1, 2), "> a—b", id="nothing solid to set in bold"),
        pytest.param("ab", (5, 9), "> ab", id="a part beyond the text"),
    ],
)
def test_bold_keeps_to_letters_and_digits(text: str, span: tuple[int, int], expected: str) -> None:
    assert quoted(text, [span]) == expected


@pytest.mark.parametrize(
    ("spans", "expected"),
    [
        pytest.param([(6, 15), (0, 2)], "> **12** to **18 months**", id="in the text's order"),
        pytest.param([(0, 2), (0, 8), (6, 8)], "> **12 to 18** months", id="overlapping"),
        pytest.param([(6, 7), (7, 8)], "> 12 to **18** months", id="touching"),
    ],
)
def test_parts_that_meet_are_set_in_bold_once(spans: list[tuple[int, int]], expected: str) -> None:
    assert quoted("12 to 18 months", spans) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("US gets an 18-month lead", "US gets an 18-month lead", id="plain English"),
        pytest.param("美國領先約18個月。", "美國領先約18個月。", id="plain Chinese"),
        pytest.param("3.5 % (up from 3.2)", "3.5 % (up from 3.2)", id="a figure is no list"),
        pytest.param("2025. Then", "2025\\. Then", id="a year may begin a list"),
        pytest.param("AT&T; R&D", "AT\\&T; R&D", id="an ampersand is escaped only in an entity"),
        pytest.param("\u3000美國", "&#12288;美國", id="the indent of a Chinese paragraph survives"),
        pytest.param("it’s 9:30", "it’s 9:30", id="a colon is escaped only in an address"),
        pytest.param("the U.S. at 3.5bn", "the U.S. at 3.5bn", id="initials are no address"),
        pytest.param("bay.example said", "bay\\.example said", id="a bare host is no link"),
        pytest.param("C:\\", "C:\\\\", id="a last backslash escapes nothing"),
    ],
)
def test_ordinary_text_stays_readable(text: str, expected: str) -> None:
    assert line(text) == expected


def test_words_are_cut_and_quoted() -> None:
    assert words("one *two* three", 8) == f"“{show_line('one *two* three', 8)}”".replace("*", "\\*")


@settings(max_examples=100)
@given(rest=HOSTILE)
def test_a_web_address_is_one_link_and_nothing_else(rest: str) -> None:
    address = f"https://x.example/{rest}"
    for markdown, label in ((link(address, "link"), "link"), (bare_link(address), None)):
        (cell,) = inlines(f"| a |\n| - |\n| {markdown} |\n")[1:]
        children = cell.children or []
        assert [child.type for child in children] == ["link_open", "text", "link_close"]
        target = children[0].attrs["href"]
        assert isinstance(target, str)
        assert re.fullmatch(r"https://x\.example/[!-~]*", target)
        assert label is None or children[1].content == label


@pytest.mark.parametrize(
    "address",
    [
        "javascript:alert(1)",
        "JAVASCRIPT:alert(1)//https://x.example",
        "data:text/html;base64,PGI+",
        "vbscript:x",
        "file:///etc/passwd",
        "//x.example/a",
        "https:x.example",
        "https://",
        "https:///x",
        "see https://x.example",
        "\x01https://x.example",
        "java\nscript:alert(1)",
    ],
)
def test_any_other_address_is_text(address: str) -> None:
    for markdown in (link(address, "link"), bare_link(address)):
        (found,) = inlines(markdown)
        assert words_of(found) == show_line(address)


@pytest.mark.parametrize(
    ("address", "expected"),
    [
        pytest.param("https://x.example/a(b)", "<https://x.example/a%28b%29>", id="parentheses"),
        pytest.param("https://x.example/50%", "<https://x.example/50%25>", id="a bare %"),
        pytest.param("https://x.example/%E6%A9", "<https://x.example/%E6%A9>", id="encoded once"),
        pytest.param("http://x.example/橋", "<http://x.example/%E6%A9%8B>", id="Chinese"),
        pytest.param("https://x.example/\u202ea", "<https://x.example/%E2%80%AEa>", id="bidi"),
        pytest.param(" https://x.example ", "<https://x.example>", id="spaces around"),
    ],
)
def test_addresses_are_percent_encoded(address: str, expected: str) -> None:
    assert bare_link(address) == expected


def test_an_ampersand_in_a_named_link_is_no_entity() -> None:
    (found,) = inlines(link("https://x.example/?a=1&copy;=2", "link"))
    assert found.children is not None
    assert found.children[0].attrs["href"] == "https://x.example/?a=1&copy;=2"


def test_markdown_is_told_from_text_by_its_type() -> None:
    assert isinstance(line("a"), Markdown)
    assert type("a" + line("b")) is str, "joined to anything it is text again, and escaped"
