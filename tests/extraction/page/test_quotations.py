"""Quotations: paired marks only, outermost first, and the remark that may follow."""

import pytest

from ledger.extraction.page.quotations import is_remark, leaves_open, quotations


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("他說「好」和『不』", ["「好」", "『不』"], id="corner brackets"),
        pytest.param("「外『內』外」", ["「外『內』外」"], id="the outer of two"),
        pytest.param('a "b" c "d', ['"b"'], id="a straight quote without a partner"),
        pytest.param("“a” “b", ["“a”"], id="a curly quote without a partner"),
        pytest.param("」「」", ["「」"], id="a closing mark first"),
        pytest.param("it's 5'10", [], id="apostrophes are no quotes"),
    ],
)
def test_marks_are_paired(text: str, expected: list[str]) -> None:
    found = quotations(text, 0, len(text))
    assert [text[start:end] for start, end in found.spans] == expected
    assert all(found.close(end - 1) for _, end in found.spans)


def test_only_what_lies_between_the_marks_is_held() -> None:
    found = quotations("a「bcd」e", 0, 7)
    assert found.hold(3, 4)
    assert not found.hold(0, 1)
    assert not found.hold(3, 6)
    assert not found.hold(6, 7)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("市長說。", True, id="Chinese"),
        pytest.param(" Alden said.", True, id="the verb last"),
        pytest.param(" said Mayor Alden.", True, id="the verb first"),
        pytest.param("她強調", True, id="at the end of the line"),
        pytest.param("市長說，橋會通車。", False, id="a sentence goes on after a comma"),
        pytest.param("橋已完工。", False, id="no reporting verb"),
        pytest.param("", False, id="nothing"),
        pytest.param("很" * 40 + "說。", False, id="too long for a remark"),
    ],
)
def test_a_short_remark_with_a_reporting_verb(text: str, *, expected: bool) -> None:
    assert is_remark(text, 0, len(text)) is expected


@pytest.mark.parametrize(
    ("sentence", "inside", "expected"),
    [
        pytest.param('"We left.', False, True, id="opened"),
        pytest.param('We left."', True, False, id="closed"),
        pytest.param('"We left," he said. "We', False, True, id="opened again"),
        pytest.param("「我們走了。", False, True, id="Chinese marks"),
        pytest.param("我們走了。」", True, False, id="Chinese marks closed"),
        pytest.param("We left.", True, True, id="goes on"),
    ],
)
def test_a_quotation_left_open(sentence: str, *, inside: bool, expected: bool) -> None:
    assert leaves_open(sentence, inside=inside) is expected
