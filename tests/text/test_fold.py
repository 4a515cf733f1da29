"""The match key: what no longer differs, and the way back to the text."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ledger.text.fold import fold, folded, is_simplified_same


@pytest.mark.parametrize(
    ("one", "other"),
    [
        pytest.param("ＮＶＩＤＩＡ　５％", "nvidia 5%", id="full width"),
        pytest.param("Cafe\u0301", "Café", id="decomposed"),
        pytest.param("「晶片」", "“晶片”", id="quotes"),
        pytest.param("18–20", "18-20", id="dashes"),
        pytest.param("輝達領先", "辉达领先", id="scripts"),
        pytest.param("下著雨", "下着雨", id="one character OpenCC keeps apart"),
        pytest.param("  a \n\t b ", "a b", id="spaces"),
        pytest.param("pay\u200bload\u202e", "payload", id="invisible characters"),
        pytest.param("2½ %", "2 ½ %", id="fraction with and without a space"),
        pytest.param("½", "1⁄2", id="fraction in one character or three"),
        pytest.param("it´s", "it’s", id="accent used as an apostrophe"),
        pytest.param("STRASSE", "straße", id="case that changes length"),
        pytest.param("\ud800a\x00", "a", id="lone surrogate and control"),
    ],
)
def test_the_same_key(one: str, other: str) -> None:
    assert fold(one) == fold(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        pytest.param("2½", "21/2", id="a fraction is not its digits"),
        pytest.param("-5", "5", id="a sign matters"),
        pytest.param("乾隆", "干隆", id="a name OpenCC leaves alone"),
    ],
)
def test_another_key(one: str, other: str) -> None:
    assert fold(one) != fold(other)


def test_case_can_be_kept() -> None:
    assert folded("５ MW", keep_case=True).key == "5 MW"


@pytest.mark.parametrize(
    ("text", "part", "expected"),
    [
        pytest.param("  US  gets", "us gets", "US  gets", id="spare spaces"),
        pytest.param("約ﬁve", "fi", "ﬁ", id="a ligature is one character"),
        pytest.param("Cafe\u0301s", "café", "Cafe\u0301", id="the mark belongs to its letter"),
        pytest.param("a\u200bb", "a", "a", id="what vanished belongs to nobody"),
        pytest.param("輝達", "辉达", "輝達", id="Traditional original"),
    ],
)
def test_span_leads_back_to_the_text(text: str, part: str, expected: str) -> None:
    both = folded(text)
    at = both.key.index(part)
    start, end = both.span(at, at + len(part))
    assert text[start:end] == expected


def test_only_text_in_traditional_changes() -> None:
    assert is_simplified_same("辉达 Nvidia")
    assert not is_simplified_same("輝達")


HARD = st.text(st.sampled_from("Aß½ﬁ e\u0301\u200b\u202e\n　輝著Ｉ⁄\ud800") | st.characters())


@settings(max_examples=100)
@given(HARD)
def test_a_key_has_one_offset_for_each_character_in_order(text: str) -> None:
    both = folded(text)
    spans = [both.span(at, at + 1) for at in range(len(both.key))]
    assert all(0 <= start < end <= len(text) for start, end in spans)
    assert [start for start, _ in spans] == sorted(start for start, _ in spans)


@settings(max_examples=100)
@given(HARD)
def test_a_key_has_no_spare_space_and_no_invisible_character(text: str) -> None:
    key = fold(text)
    assert key == " ".join(key.split())
    assert not set(key) & {"\u200b", "\u202e", "\ud800", "\u3000"}
