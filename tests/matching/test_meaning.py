"""Nearness in meaning: other words for one thing, and what it must not be taken for."""

import json
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from ledger.matching.features import features
from ledger.matching.lines import lines_of
from ledger.matching.meaning import FIRST_WORD, Meanings
from ledger.text.tables import shipped

FIXTURES = Path(__file__).parents[2] / "fixtures"


def _near(query: str, *pool: str) -> list[float]:
    near: list[float] = Meanings(lines_of(query, pool)).near().tolist()
    return near


@pytest.mark.parametrize(
    ("query", "same", "other"),
    [
        pytest.param(
            "The doctor was arrested",
            "Police detained a physician",
            "The doctor was promoted",
            id="no-word-in-common",
        ),
        pytest.param(
            "A fire burned down the factory",
            "Flames destroyed the plant",
            "A strike shut the factory",
            id="fires",
        ),
        pytest.param(
            "Lawmakers approved the budget",
            "Parliament passed the spending bill",
            "Lawmakers toured the harbour",
            id="votes",
        ),
        pytest.param(
            "The quake destroyed homes",
            "Houses collapsed in the earthquake",
            "The opera opened its season",
            id="disasters",
        ),
    ],
)
def test_other_words_for_one_thing_are_nearer(query: str, same: str, other: str) -> None:
    near, far = _near(query, same, other)
    assert near > far


def test_the_same_words_are_as_near_as_can_be_in_any_order_and_case() -> None:
    assert _near("The ferry was late", "The ferry was late", "LATE WAS THE FERRY") == [1.0, 1.0]


def test_every_line_of_a_text_counts() -> None:
    alone, beside = _near("Unemployment rose", "The harbour", "The harbour\nJoblessness went up")
    assert alone < beside


def test_figures_and_days_make_no_difference() -> None:
    first = "Exports fell 4 percent in May 2025"
    assert _near(first, first) == _near(first, "Exports fell 19 percent in June 2026") == [1.0]


@pytest.mark.parametrize("text", ["", "5", "…", "渡輪誤點", "qxzvw", "\n"])
def test_what_has_no_known_word_is_near_to_nothing(text: str) -> None:
    assert _near("The ferry was late", text) == [0.0]
    assert _near(text, "The ferry was late") == [0.0]


def test_hostile_text_is_somewhere_between_nothing_and_all() -> None:
    lines = (FIXTURES / "hostile.jsonl").read_text(encoding="utf-8").splitlines()
    rows = [json.loads(line) for line in lines]
    texts = [value for row in rows for value in row.values() if isinstance(value, str)]
    near = np.array(_near("The ferry was late", *texts))
    assert ((near >= 0) & (near <= 1)).all()


@given(st.lists(st.text(max_size=60), min_size=1, max_size=6), st.text(max_size=60))
def test_a_text_is_as_near_in_any_pool(pool: list[str], query: str) -> None:
    assert _near(query, *pool) == [near for text in pool for near in _near(query, text)]


def test_a_query_that_is_mostly_not_known_means_nothing() -> None:
    assert _near("Qxzvw brzkl ferry", "A ferry") == [0.0]


def _otherwise(query: str, *pool: str) -> list[float]:
    held = [features(query) & features(text) for text in pool]
    told: list[float] = Meanings(lines_of(query, pool)).otherwise(held).tolist()
    return told


def test_what_is_said_in_other_words_is_said_otherwise() -> None:
    query = "The doctor was arrested"
    other, same, nothing = _otherwise(
        query, "Police detained a physician", "Doctors are arrested", "The opera opened its season"
    )
    assert other > 0.5
    assert same == 0
    assert nothing < other


def test_of_what_is_said_in_part_only_the_rest_is_said_otherwise() -> None:
    whole, part = _otherwise("Petrol prices rose", "Fuel costs went up", "Petrol costs went up")
    assert 0 < part < whole


@pytest.mark.parametrize("text", ["", "5", "渡輪誤點", "qxzvw"])
def test_nothing_known_says_nothing_otherwise(text: str) -> None:
    assert _otherwise("The ferry was late", text) == [0.0]
    assert _otherwise(text, "The ferry was late") == [0.0]


@given(st.lists(st.text(max_size=60), min_size=1, max_size=6), st.text(max_size=60))
def test_what_is_said_otherwise_is_so_in_any_pool(pool: list[str], query: str) -> None:
    told = _otherwise(query, *pool)
    assert told == [one for text in pool for one in _otherwise(query, text)]
    assert all(0 <= one <= 1.000001 for one in told)


def test_every_word_has_a_row_and_none_two() -> None:
    words = shipped("ledger.matching", "meanings.txt").split()
    path = Path(__file__).parents[2] / "ledger" / "matching" / "data" / "meanings.npy"
    rows = np.load(path)
    assert len(set(words)) == len(words) == len(rows) - FIRST_WORD
    assert rows.dtype == np.int8
    assert not rows[:FIRST_WORD].any()
    assert rows[FIRST_WORD:].any(axis=1).all()
