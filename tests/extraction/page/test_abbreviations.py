"""Abbreviations: which words keep a sentence going, and that the table is well formed."""

import pytest

from ledger.extraction.page.abbreviations import abbreviations


@pytest.mark.parametrize(
    ("word", "following", "joins"),
    [
        pytest.param("Mr", "Alden", True, id="a title before a name"),
        pytest.param("Dr", "The", True, id="a title even before a starter"),
        pytest.param("No", "5", True, id="before a figure"),
        pytest.param("No", "Nobody", False, id="the same word as an answer"),
        pytest.param("Inc", "Harbour", True, id="before a name"),
        pytest.param("Inc", "The", False, id="before a word that begins sentences"),
        pytest.param("U.S", "Navy", True, id="initials before a name"),
        pytest.param("U.S", "The", False, id="initials before a starter"),
        pytest.param("Ph.D", "Students", True, id="a degree"),
        pytest.param("bridge", "Alden", False, id="an ordinary word"),
    ],
)
def test_what_joins(word: str, following: str, *, joins: bool) -> None:
    assert abbreviations().joins(word, following) is joins


def test_an_exclamation_mark_belongs_to_few_words() -> None:
    assert abbreviations().joins("Yahoo", "Post", "!")
    assert not abbreviations().joins("Inc", "Post", "!")


def test_the_table_is_in_lower_case_without_stops() -> None:
    table = abbreviations()
    for words in (table.never, table.before_figure, table.may_end, table.starters):
        assert words
        assert all(word == word.lower().strip(". ") for word in words)
