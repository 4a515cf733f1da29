"""Likeness letter by letter: whole, partial, none; rare letters count more; figures never count."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ledger.matching.letters import alike
from ledger.matching.lines import lines_of


def _likeness(query: str, *pool: str) -> list[tuple[float, float]]:
    found = alike(lines_of(query, pool))
    return list(zip(found.of_query.tolist(), found.of_both.tolist(), strict=True))


def test_equal_wordings_are_wholly_alike_and_strangers_not_at_all() -> None:
    assert _likeness("vaccination", "vaccination", "ferry") == [(1.0, 1.0), (0.0, 0.0)]


def test_another_form_of_a_word_is_partly_alike() -> None:
    (of_query, of_both), _ = _likeness("vaccinating", "vaccinations", "ferry")
    assert 0.5 < of_query < 1
    assert 0 < of_both < of_query


def test_what_all_have_in_common_tells_none_apart() -> None:
    ferry, harbour = _likeness("馬洛港渡輪", *["馬洛港"] * 40, "渡輪")[-2:]
    assert harbour[0] / 2 > ferry[0] / 3


def test_a_rare_character_tells_more_than_those_of_every_question() -> None:
    cat, asked = _likeness("怎么养貓", "貓", "怎么")
    assert cat > asked


@pytest.mark.parametrize("text", ["", "5", "…", "\n"], ids=["nothing", "a-figure", "sign", "lines"])
def test_nothing_to_compare_is_not_alike(text: str) -> None:
    assert _likeness(text, text) == [(0.0, 0.0)]


def test_order_of_the_pool_does_not_matter() -> None:
    one, other = _likeness("ferry fares", "ferry fare", "fair ferries")
    assert _likeness("ferry fares", "fair ferries", "ferry fare") == [other, one]


@pytest.mark.parametrize(
    ("first", "second"),
    [
        pytest.param("it cost 420 million", "it cost 5.6 billion", id="amounts"),
        pytest.param("on 3 May 2025 it opened", "on 14 June 2026 it opened", id="dates"),
        pytest.param("twelve died", "seventeen died", id="spelled-out"),
        pytest.param("造價二十四億元", "造價三十億元", id="chinese"),
        pytest.param("2艘渡輪停駛", "14艘渡輪停駛", id="chinese-digits-first"),
        pytest.param("奧爾斯克採購戰鬥機", "奥尔斯克采购战斗机", id="scripts"),
        pytest.param("“Late again,” she said.", "late again she said", id="signs"),
    ],
)
def test_figures_and_scripts_leave_the_wording_alone(first: str, second: str) -> None:
    assert _likeness(first, second) == [(1.0, 1.0)]


def test_each_line_counts_by_itself() -> None:
    twice = "The ferry was late\nThe ferry was late"
    found = alike(lines_of("The ferry was late", ["Trams ran on time\nThe ferry was late", twice]))
    assert found.of_line.tolist() == [1.0, 1.0]
    assert found.of_first[0] < found.of_first[1] == 1
    assert found.again[0] < found.again[1] <= 1
    assert found.of_both[0] < 1


def test_a_line_is_covered_by_a_longer_text_that_says_it() -> None:
    query = "The ferry was late again, and the harbour office blames fog and an old engine"
    pool = [
        "The ferry was late again",
        "The ferry was late again and trams stood still for most of the morning in town",
        "A tram\nferry",
    ]
    said, more, word = alike(lines_of(query, pool)).covered.tolist()
    assert 0 < word < said < 1
    assert more < said


def test_what_stands_between_lines_may_stand_in_a_text() -> None:
    marked = "The ferry\N{SYMBOL FOR RECORD SEPARATOR}was late\N{SYMBOL FOR NEWLINE}"
    assert _likeness("The ferry was late", "a tram", marked)[1] == (1.0, 1.0)


def test_which_lines_are_written_like_the_query() -> None:
    found = alike(lines_of("渡輪誤點", ["A ferry was late", "渡轮晚点", "A late ferry\n渡輪誤點"]))
    assert found.is_cjk
    assert found.first_fits.tolist() == [False, True, False]
    assert found.some_fits.tolist() == [False, True, True]


@given(st.text(max_size=60), st.lists(st.text(max_size=60), min_size=1, max_size=5))
@settings(max_examples=150, deadline=None)
def test_shares_are_shares_whatever_the_text(query: str, pool: list[str]) -> None:
    found = alike(lines_of(query, pool))
    for share in (found.of_query, found.of_both, found.of_line, found.of_first, found.covered):
        assert len(share) == len(pool)
        assert bool(np.all((share >= 0) & (share <= 1 + 1e-9)))
