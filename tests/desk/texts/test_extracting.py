"""Reading an article at the desk: its headline, its day, and what it proposes."""

import io
from datetime import date
from pathlib import Path

import pytest

from ledger.desk.texts.extracting import begun, extract_file, extract_text
from ledger.errors import UnreadableFile

PAGE = "藍灣港務費明年調漲\n港務局長杜景和週二表示，港務費調漲12%。\n"


def test_a_stream_gives_its_headline_and_proposals() -> None:
    stream = io.BytesIO(PAGE.encode())
    found = extract_file(stream, outlet="潮聲社", published=date(2025, 12, 12), url="https://e.org")
    assert (found.title, found.outlet, found.url) == (
        "藍灣港務費明年調漲",
        "潮聲社",
        "https://e.org",
    )
    assert [one.speaker for one in found.proposals] == ["杜景和"]
    assert found.contracts()[0]["said_on"] == "2025-12-09"
    assert found.text == PAGE


def test_a_file_is_read_alike(tmp_path: Path) -> None:
    path = tmp_path / "page.txt"
    path.write_text(PAGE, "utf-8")
    assert extract_file(path) == extract_file(io.BytesIO(PAGE.encode()))


@pytest.mark.parametrize(
    ("page", "title"),
    [
        pytest.param("# Dues rise\nBy 12 percent, Mara Tolland said.", "Dues rise", id="Markdown"),
        pytest.param("港務費調漲12%。", None, id="the first line is a statement"),
        pytest.param("", None, id="nothing"),
        pytest.param("字" * 400, None, id="no headline is that long"),
    ],
)
def test_the_title_is_the_headline(page: str, title: str | None) -> None:
    assert extract_file(io.BytesIO(page.encode())).title == title


def test_the_threshold_is_passed_on() -> None:
    assert len(extract_file(io.BytesIO(PAGE.encode()), at_least=0.0).proposals) == 2


DATED = f"藍灣港務費明年調漲\n2025年12月12日\n{PAGE.splitlines()[1]}\n"


@pytest.mark.parametrize(
    ("given", "published", "said_on"),
    [(None, "2025-12-12", "2025-12-09"), (date(2025, 12, 5), "2025-12-05", "2025-12-02")],
    ids=["the page's own day", "the day somebody says"],
)
def test_days_are_read_by_the_page_s_own_day_unless_another_is_given(
    given: date | None, published: str, said_on: str
) -> None:
    found = extract_text(DATED, "潮聲社", given, None)
    assert str(found.published) == published
    assert found.contracts()[0]["said_on"] == said_on


def test_a_form_begins_with_the_page_s_own_day(tmp_path: Path) -> None:
    path = tmp_path / "page.txt"
    path.write_text(DATED, "utf-8")
    assert begun(path)["said_on"] == "2025-12-12"


def test_a_missing_file_is_named(tmp_path: Path) -> None:
    with pytest.raises(UnreadableFile, match=r"none\.txt"):
        extract_file(tmp_path / "none.txt")


def test_progress_is_told() -> None:
    heard: list[tuple[str, int, int]] = []
    extract_file(
        io.BytesIO(PAGE.encode()),
        progress=lambda doing, done, total: heard.append((doing, done, total)),
    )
    assert heard[-1] == ("reading", len(PAGE), len(PAGE))
