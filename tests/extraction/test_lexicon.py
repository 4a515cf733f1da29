"""Word lists: well formed, and the forms made of them."""

import re

import pytest

from ledger.extraction.lexicon import (
    any_of,
    any_pattern,
    base_forms,
    english_verbs,
    table,
    verb_forms,
    verbs_of,
    words,
)
from ledger.extraction.spelling import one_spelling


def test_verbs_in_every_finite_form() -> None:
    forms = set(english_verbs())
    assert {"say", "says", "said", "deny", "denies", "denied", "wrote", "forecast"} <= forms
    assert len(forms) > 600


def test_the_longest_word_wins() -> None:
    found = re.match(any_of(["a", "abc", "ab"]), "abcd")
    assert found is not None
    assert found[0] == "abc"


@pytest.mark.parametrize("name", ["chinese_speech", "page"])
def test_chinese_words_are_in_one_spelling(name: str) -> None:
    every = [word for words in table(name).values() for word in words]
    assert [word for word in every if "著" not in word and one_spelling(word) != word] == []


def test_patterns_compile() -> None:
    for key in ("markers", "single", "silent"):
        re.compile(any_pattern(table("chinese_speech")[key]))


@pytest.mark.parametrize("name", ["chinese_speech", "english_speech", "page"])
def test_no_word_stands_twice_in_a_list(name: str) -> None:
    for key, listed in table(name).items():
        assert sorted(set(listed)) == sorted(listed), key


def test_verbs_by_form_and_by_lemma() -> None:
    assert {"warned", "warns", "warn"} <= verb_forms("performing")
    assert "expected" not in verb_forms("performing", "saying")
    assert {"tout", "touts", "touted"} <= verbs_of("acts")
    assert "say" in base_forms()
    assert base_forms().isdisjoint({"said", "forecast", "put"})


@pytest.mark.parametrize("key", ["acts", "views", "findings"])
def test_every_lemma_is_a_verb_of_the_list(key: str) -> None:
    assert [word for word in words("english_speech", key) if word not in english_verbs()] == []
