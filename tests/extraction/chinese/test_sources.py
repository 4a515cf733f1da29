"""Sources named without a verb of saying."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ledger.extraction.chinese.sources import unspoken
from ledger.extraction.chinese.subjects import masked


def sources(sentence: str) -> list[str]:
    cues = unspoken(sentence, masked(sentence))
    return [sentence[cue.speaker.start : cue.speaker.end] for cue in cues if cue.speaker]


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        pytest.param("根据警务署统计,今年增加11%。", ["警务署"], id="figures"),
        pytest.param("据港务局(PHA)最新报告显示,货量下降。", ["港务局"], id="a report"),
        pytest.param(
            "记者从市防汛指挥部9日召开的发布会上获悉,灾情缓解。", ["市防汛指挥部"], id="learnt"
        ),
        pytest.param("在教授杜景和看来,这只是开始。", ["杜景和"], id="in the eyes of"),
        pytest.param("杜景和:“我没有说过。”", ["杜景和"], id="an interview"),
        pytest.param("杜景和表示:“我没有说过。”", [], id="a verb stands there"),
        pytest.param("据统计,全市有1200家。", [], id="nobody's figures"),
        pytest.param("", [], id="nothing"),
    ],
)
def test_sources_without_a_verb(sentence: str, expected: list[str]) -> None:
    assert sources(sentence) == expected


@given(st.text("据从在根统计获悉看来,:“。局长表示", max_size=80))
def test_any_text_is_read(sentence: str) -> None:
    assert all(found in sentence for found in sources(sentence))
