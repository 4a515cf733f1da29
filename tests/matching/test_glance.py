"""At a glance: wording without figures, alike in both Chinese scripts."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ledger.matching.glance import Glance, glance


@pytest.mark.parametrize(
    ("first", "second"),
    [
        pytest.param("it cost 420 million", "it cost 5.6 billion", id="amounts"),
        pytest.param("on 3 May 2025 it opened", "on 14 June 2026 it opened", id="dates"),
        pytest.param("twelve died", "seventeen died", id="spelled-out"),
        pytest.param("造價二十四億元", "造價三十億元", id="chinese"),
    ],
)
def test_figures_leave_the_wording_alone(first: str, second: str) -> None:
    assert glance(first).words == glance(second).words
    assert glance(first).grams == glance(second).grams


def test_both_scripts_look_the_same() -> None:
    assert glance("奧爾斯克採購戰鬥機") == glance("奥尔斯克采购战斗机")


def test_words_are_stems_and_pairs_of_characters() -> None:
    seen = glance("ferries 出口晶片")
    assert seen.words == {"ferri", "出口", "口晶", "晶片"}
    assert seen.is_cjk


@given(st.text(max_size=60))
@settings(max_examples=100, deadline=None)
def test_any_text_can_be_seen(text: str) -> None:
    assert isinstance(glance(text), Glance)
