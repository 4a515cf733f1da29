"""report on the command line."""

from pathlib import Path

import pytest
from markdown_it import MarkdownIt

from tests.cli.program import Program


def test_the_report_goes_to_standard_output_or_to_a_file(bridge: Program, tmp_path: Path) -> None:
    page = tmp_path / "page.md"
    assert bridge.done("report", "-o", str(page)) == f"wrote {page}\n"
    assert page.read_text(encoding="utf-8") == bridge.done("report")


def test_the_report_is_the_same_a_second_time(bridge: Program) -> None:
    assert bridge.done("report") == bridge.done("report")


def test_the_report_is_markdown_with_conflicts_before_claims(bridge: Program) -> None:
    tokens = MarkdownIt("commonmark").parse(bridge.done("report"))
    headings = [
        tokens[at + 1].content for at, token in enumerate(tokens) if token.type == "heading_open"
    ]
    assert headings.index("Conflicts") < headings.index("Claims")


def test_a_topic_leaves_the_others_out(bridge: Program) -> None:
    page = bridge.done("report", "--topic", "Harbour bridge")
    assert "40 million euros" in page
    assert "ferry" not in page


def test_a_filter_nothing_fits_is_said_on_the_page_and_beside_it(bridge: Program) -> None:
    result = bridge("report", "--topic", "Whales")
    assert (result.code, result.err) == (0, "factledger: no claim fits, and the page says so\n")
    assert "There is no claim to report on." in result.out


def test_a_claim_the_ledger_does_not_hold_is_one_line(bridge: Program) -> None:
    assert "holds no C99" in bridge.refused("report", "--claim", "C99")


def test_conflicts_only_leaves_undisputed_claims_out(bridge: Program) -> None:
    assert "ferry" not in bridge.done("report", "--conflicts")


def test_a_page_that_cannot_be_written_is_one_line(bridge: Program, tmp_path: Path) -> None:
    page = tmp_path / "nowhere" / "page.md"
    assert bridge.refused("report", "-o", str(page)).startswith(f"{page} cannot be written: ")


@pytest.mark.parametrize("command", [["report"], ["export"]])
def test_a_file_that_is_replaced_is_said_to_be_and_a_ledger_never_is(
    bridge: Program, tmp_path: Path, command: list[str]
) -> None:
    out = str(tmp_path / "out.txt")
    assert bridge.done(*command, "-o", out) == f"wrote {out}\n"
    assert bridge.done(*command, "-o", out) == f"replaced {out}\n"
    before = bridge.ledger.read_bytes()
    assert "holds a ledger" in bridge.refused(*command, "-o", str(bridge.ledger))
    assert bridge.ledger.read_bytes() == before


@pytest.mark.parametrize("name", ["page.md.j2", "page.html"])
def test_a_template_is_taken_as_it_stands(bridge: Program, tmp_path: Path, name: str) -> None:
    """One that begins like a page of the web is no article to be found in one."""
    template = tmp_path / name
    template.write_text("<!-- ours -->\n{{ view.counts.statements }}\n", encoding="utf-8")
    assert bridge.done("report", "--template", str(template)) == "<!-- ours -->\n3\n"
    template.write_bytes(b"# \xe9")
    assert "save it as UTF-8" in bridge.refused("report", "--template", str(template))
