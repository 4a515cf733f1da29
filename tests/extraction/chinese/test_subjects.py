"""Subjects of Chinese verbs: which characters, and in which clause."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ledger.extraction.chinese.subjects import masked, subject


@pytest.mark.parametrize(
    ("before", "expected"),
    [
        pytest.param("市长杜景和", "市长杜景和", id="the whole clause"),
        pytest.param("市长杜景和在会上", "市长杜景和", id="up to a preposition"),
        pytest.param("不过,她也", "她", id="behind an opener"),
        pytest.param("曾任港务局长的杜景和", "杜景和", id="behind a clause before the name"),
        pytest.param("杜景和今年来游说各方,多次对外", "杜景和", id="in the clause before"),
        pytest.param("桥断了。", None, id="not across a full stop"),
        pytest.param("多次", None, id="an adverb alone"),
        pytest.param("", None, id="nothing"),
    ],
)
def test_the_subject_of_a_verb(before: str, expected: str | None) -> None:
    _, span = subject(masked(f"{before}表示"), len(before))
    assert (before[slice(*span)] if span is not None else None) == expected


@pytest.mark.parametrize(
    ("plain", "expected"),
    [
        pytest.param("他(市长)说", "他(◇◇)说", id="brackets"),
        pytest.param("《桥说》", "《◇◇》", id="a title"),
        pytest.param("「桥」说", "「◆」说", id="a word in quotes stays a word"),
        pytest.param("「桥,断了」他说", "「◆◆◆◆。他说", id="a quotation ends a clause"),
    ],
)
def test_masking(plain: str, expected: str) -> None:
    assert masked(plain) == expected


@given(st.text(alphabet="他的在「」()《》,。说市长", max_size=60))
def test_masking_keeps_every_place(plain: str) -> None:
    assert len(masked(plain)) == len(plain)
    begin, span = subject(masked(plain), len(plain))
    assert 0 <= begin <= len(plain)
    assert span is None or begin <= span[0] < span[1] <= len(plain)
