"""Hints at text converted between the scripts by machine."""

import pytest

from ledger.extraction.page.conversion import conversion_hint


def test_a_word_no_writer_writes_is_pointed_out() -> None:
    hint = conversion_hint("該片引發全閘道器注。")
    assert hint is not None
    assert "閘道器注" in hint
    assert "关注" in hint


@pytest.mark.parametrize("text", ["該片引發全網關注。", "发展与发现", "髮型設計", "The bridge."])
def test_ordinary_words_are_not(text: str) -> None:
    assert conversion_hint(text) is None
