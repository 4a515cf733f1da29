"""The match key: what no longer differs, and the way back to the text."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ledger.text.fold import fold, fold_few, folded


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


@pytest.mark.parametrize(
    ("traditional", "simplified"),
    [
        pytest.param("五年計畫", "五年计划", id="the neighbour makes it 划"),
        pytest.param("一幅畫", "一幅画", id="a picture stays one"),
        pytest.param("回覆與覆蓋", "回复与覆盖", id="a reply, and a cover"),
        pytest.param("瞭解瞭望", "了解瞭望", id="to know, and to watch"),
        pytest.param("沈默的沈先生", "沉默的沈先生", id="silence, and a surname"),
        pytest.param(
            "經濟\u200b復甦\u200b計畫 ", "经济复苏计划", id="between invisible characters"
        ),
        pytest.param("於其一生", "于其一生", id="a name inside other words is none"),
    ],
)
def test_neighbours_settle_the_script(traditional: str, simplified: str) -> None:
    assert fold(traditional) == fold(simplified) == simplified


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


_LINES = st.lists(
    st.text("aé 橋畫覆␤\u0301\n\u200b①", max_size=6) | st.text(max_size=6), max_size=6
)


@given(_LINES)
def test_a_few_texts_fold_as_each_does(texts: list[str]) -> None:
    assert fold_few(texts) == [*map(fold, texts)]
