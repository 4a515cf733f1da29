"""Phrases found in folded keys: where words begin and end, in English and in Chinese."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ledger.text.fold import fold
from ledger.text.phrases import Cut, Mention, Page, PhraseTable, Together, page_of, units

PHRASES = (
    ("rate cut", "cut"),
    ("market share", "share"),
    ("share", "stock"),
    ("s&p 500", "index"),
    ("ai芯片", "ai_chip"),
    ("芯片", "chip"),
    ("中国", "china"),
    ("克里斯·米勒", "miller"),
    ("u.s.", "us"),
)
TABLE = PhraseTable.of(PHRASES)
SOME = st.lists(
    st.sampled_from([phrase for phrase, _ in PHRASES] + [" ", ", ", "x", "的", "·"]), max_size=12
).map("".join)


def found(text: str, table: PhraseTable = TABLE) -> list[tuple[str, str]]:
    key = fold(text)
    return [(key[mention.start : mention.end], mention.id) for mention in table.find(key)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("two rate cuts", [("rate cuts", "cut")], id="plural by stem"),
        pytest.param("the rate-cut bet", [("rate-cut", "cut")], id="hyphen is a space"),
        pytest.param("a corporate cut", [], id="not inside a word"),
        pytest.param("the rate. Cut it", [], id="not across a sentence end"),
        pytest.param("Market share fell", [("market share", "share")], id="longest wins"),
        pytest.param("S&P 500 at 6,000", [("s&p 500", "index")], id="a sign is part of the phrase"),
        pytest.param(
            "中國的AI 晶片", [("中国", "china")], id="wafer word of Taiwan is no form here"
        ),
        pytest.param("買AI 芯片", [("ai 芯片", "ai_chip")], id="space between scripts"),
        pytest.param("發展中 國務院", [], id="no Chinese phrase across a space"),
        pytest.param("克里斯‧米勒說", [("克里斯‧米勒", "miller")], id="another dot in a name"),
        pytest.param("克里斯米勒說", [("克里斯米勒", "miller")], id="no dot in a name"),
        pytest.param("the U.S.-led talks", [("u.s.", "us")], id="abbreviation before a hyphen"),
        pytest.param("tell us", [], id="abbreviation is not the word"),
        pytest.param("", [], id="nothing"),
    ],
)
def test_finds_leftmost_longest_whole_units(text: str, expected: list[tuple[str, str]]) -> None:
    assert found(text) == expected


def test_offsets_are_those_of_the_key() -> None:
    assert TABLE.find("约中国芯片") == [Mention(1, 3, "china"), Mention(3, 5, "chip")]


def test_without_stems_a_name_is_not_inflected() -> None:
    names = PhraseTable.of([("general motors", "gm")], stems=False)
    assert found("General Motors", names) == [("general motors", "gm")]
    assert found("generally motor", names) == []


def test_first_of_two_equal_phrases_wins_and_empty_ones_are_left_out() -> None:
    table = PhraseTable.of([("rates", "first"), ("rate", "second"), ("", "none"), ("-", "none")])
    assert found("rate - rates", table) == [("rate", "first"), ("rates", "first")]


@settings(max_examples=100)
@given(SOME)
def test_mentions_never_overlap_and_each_is_a_known_phrase(text: str) -> None:
    key = fold(text)
    end = 0
    for mention in TABLE.find(key):
        assert end <= mention.start < mention.end <= len(key)
        assert TABLE.find(key[mention.start : mention.end])[0].id == mention.id
        end = mention.end


@settings(max_examples=100)
@given(st.text())
def test_any_text_can_be_searched(text: str) -> None:
    key = fold(text)
    assert len(TABLE.find(key)) <= len(units(key))


@given(st.lists(st.text("u.s- ratecu中国芯片AI·&p5", max_size=20), unique=True, min_size=1))
@settings(max_examples=50)
def test_each_key_of_a_page_is_cut_as_by_itself(texts: list[str]) -> None:
    keys = [*dict.fromkeys(map(fold, texts))]
    page = Page(keys)
    page.signs(stems=True)
    for key in keys:
        alone, found = Cut(key), page.cut_of(key)
        assert found is not None
        assert (found.row, found.bounds) == (alone.row, alone.bounds)
        for stems in (False, True):
            assert found.signs(stems=stems) == alone.signs(stems=stems)
    assert page.cut_of("on no page") is None


@given(st.lists(st.text("u.s- ratecu中国芯片AI·&p5", max_size=20)), st.integers(0, 20))
@settings(max_examples=50)
def test_keys_asked_for_behind_their_page_hold_the_same(texts: list[str], first: int) -> None:
    """Those of the page, the same one twice, and others."""
    keys = [*map(fold, texts), *(phrase for phrase, _ in PHRASES)]
    page_of(keys[first:])
    found = Together((TABLE, TABLE.every)).find_next([*keys, *keys])
    assert [*found] == [[TABLE.find(key)] for key in (*keys, *keys)]


def test_no_keys_hold_nothing() -> None:
    assert [*Together((TABLE, TABLE.every)).find_next([])] == []


@given(SOME)
def test_what_an_automaton_finds_is_what_is_looked_up_without_one(text: str) -> None:
    asked_much = PhraseTable.of(PHRASES)
    asked_much.find("x " * 6_000)
    assert asked_much.find(fold(text)) == PhraseTable.of(PHRASES).find(fold(text))


NAMES = PhraseTable.of([("克里斯·米勒", "miller"), ("share", "share")], stems=False)


@given(SOME)
def test_tables_asked_together_find_what_each_finds_alone(text: str) -> None:
    key = fold(text)
    together = Together((TABLE, TABLE.every), (NAMES, {"miller"}))
    of_names = [mention for mention in NAMES.find(key) if mention.id == "miller"]
    assert together.find(key) == [TABLE.find(key), of_names]
    assert together.find(key) == [TABLE.find(key), of_names]  # and so once more


def test_a_long_number_of_a_phrase_is_told_from_others() -> None:
    hotline = PhraseTable.of([("call 110120", "hotline")])
    together = Together((hotline, hotline.every))
    assert together.find("call 110120") == [[Mention(0, 11, "hotline")]]
    assert together.find("call 110121") == [[]]


def test_a_table_made_later_finds_its_words_in_a_text_that_was_searched() -> None:
    text = Cut("the quenbrel meets two farrowdils")
    for word in ("quenbrel", "farrowdil"):
        table = PhraseTable.of([(word, word)])
        assert [mention.id for mention in table.among(text, table.every)] == [word]
