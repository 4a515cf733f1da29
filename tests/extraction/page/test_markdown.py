"""Marks of Markdown are blanked, and nothing moves."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ledger.extraction.page.markdown import without_marks


@pytest.mark.parametrize(
    ("page", "words"),
    [
        pytest.param("**Sandor** said", "Sandor said", id="bold"),
        pytest.param("[Elke Sandor](https://x.example) said", "[Elke Sandor said", id="a link"),
        pytest.param("![The quay](quay.jpg) It fell", "It fell", id="a picture"),
        pytest.param("a_b * c (d)", "a_b * c (d)", id="no marks"),
        pytest.param("[not a link] (d)", "[not a link] (d)", id="brackets"),
    ],
)
def test_marks_are_blanked(page: str, words: str) -> None:
    plain = without_marks(page)
    assert plain.split() == words.split()
    assert len(plain) == len(page)


@given(st.text("[]()!*_ a\n", max_size=60))
def test_nothing_moves(page: str) -> None:
    plain = without_marks(page)
    assert len(plain) == len(page)
    assert all(new in (old, " ") for old, new in zip(page, plain, strict=True) if old != "[")
