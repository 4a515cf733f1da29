"""Articles from files: text as it stands, HTML by its reader, and what is refused."""

import io
import sys
from datetime import date
from pathlib import Path
from types import ModuleType, SimpleNamespace

import pytest

from ledger.errors import MissingReader, OtherEncoding, UnreadableFile
from ledger.exchange.article import MAX_BYTES, Article, read_article, read_article_file
from ledger.exchange.html import is_html

PAGE = "<!doctype html><html><body><h1>Dues rise</h1><p>By 12%.</p></body></html>"


def read(data: bytes, name: str = "page.txt") -> Article:
    return read_article(io.BytesIO(data), name)


@pytest.fixture
def reader(monkeypatch: pytest.MonkeyPatch) -> SimpleNamespace:
    """A reader of HTML that finds whatever the test wants it to find."""
    found = SimpleNamespace(text="By 12%.", title="Dues rise", date="2025-11-20")
    module = ModuleType("trafilatura")
    setattr(module, "bare_extraction", lambda *_, **__: found if found.text else None)  # noqa: B010 - a module made here has no such attribute for the type checker
    monkeypatch.setitem(sys.modules, "trafilatura", module)
    return found


@pytest.mark.parametrize(
    ("data", "text"),
    [
        pytest.param("橋\r\n會 通。\n".encode(), "橋\r\n會 通。\n", id="line ends as they are"),
        pytest.param(b"\xef\xbb\xbfA bridge", "A bridge", id="a byte order mark"),
        pytest.param(b"# A *bridge*", "# A *bridge*", id="Markdown as it is"),
        pytest.param(b"", "", id="nothing"),
        pytest.param(b"5 < 6 and <b> stays", "5 < 6 and <b> stays", id="angle brackets"),
    ],
)
def test_text_is_read_as_it_stands(data: bytes, text: str) -> None:
    assert read(data) == Article(text)


@pytest.mark.parametrize(
    "data",
    [
        pytest.param(b"\xff\xfea\x00", id="UTF-16"),
        pytest.param(b"caf\xe9", id="Latin-1"),
        pytest.param(b"a\x00b", id="a NUL"),
        pytest.param(b"a" * (MAX_BYTES + 1), id="too large"),
    ],
)
def test_what_is_no_article_is_refused(data: bytes) -> None:
    with pytest.raises(UnreadableFile):
        read(data)


@pytest.mark.parametrize(
    ("data", "likely"),
    [
        pytest.param("渡輪減班".encode("big5"), "big5 or gb18030", id="nothing tells"),
        pytest.param("渡輪減班".encode("utf-16"), "utf-16", id="a byte order mark"),
        pytest.param(
            '<html><meta charset="gb2312">渡轮减班'.encode("gb2312"), "gb2312", id="the page itself"
        ),
    ],
)
def test_of_another_encoding_it_is_said_what_helps(data: bytes, likely: str) -> None:
    with pytest.raises(OtherEncoding) as refused:
        read(data)
    assert f"if it is in {likely}, say so: --encoding {likely[:4]}" in str(refused.value)


def test_a_file_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(UnreadableFile):
        read_article_file(tmp_path / "none.txt")


def test_a_file_is_read_like_a_stream(tmp_path: Path) -> None:
    path = tmp_path / "page.txt"
    path.write_text("橋會通。", "utf-8")
    assert read_article_file(path) == Article("橋會通。")


@pytest.mark.parametrize(
    ("text", "name", "expected"),
    [
        pytest.param(PAGE, "standard input", True, id="by how it begins"),
        pytest.param("words", "page.HTML", True, id="by its name"),
        pytest.param("  <html lang='en'>", "x", True, id="behind spaces"),
        pytest.param("words <html>", "page.txt", False, id="in the middle"),
    ],
)
def test_what_is_html(text: str, name: str, *, expected: bool) -> None:
    assert is_html(text, name) is expected


@pytest.mark.usefixtures("reader")
def test_html_gives_its_words_title_and_day() -> None:
    assert read(PAGE.encode()) == Article("Dues rise\nBy 12%.", "Dues rise", date(2025, 11, 20))


def test_a_day_nobody_can_read_is_no_day(reader: SimpleNamespace) -> None:
    reader.date, reader.title = "last spring", None
    assert read(PAGE.encode()) == Article("By 12%.")


def test_html_without_an_article_is_refused(reader: SimpleNamespace) -> None:
    reader.text = ""
    with pytest.raises(UnreadableFile, match="no article"):
        read(PAGE.encode())


def test_without_its_reader_html_names_the_extra(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "trafilatura", None)
    with pytest.raises(MissingReader, match=r"factledger\[html\]"):
        read(PAGE.encode())
