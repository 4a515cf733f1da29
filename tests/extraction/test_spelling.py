"""One spelling: the same characters everywhere, in the same places."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ledger.extraction.spelling import one_spelling


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("臺灣的橋，「通車」！", "台湾的桥,「通车」!", id="script and width"),
        pytest.param("５０％（約）", "50%(约)", id="digits and brackets"),
        pytest.param("約翰・史東—市長", "约翰·史东-市长", id="dots and dashes"),
        pytest.param("ﬁve ㈱", "ﬁve ㈱", id="what would change length stays"),
        pytest.param("MW May", "MW May", id="case stays"),
    ],
)
def test_one_spelling(text: str, expected: str) -> None:
    assert one_spelling(text) == expected


@given(st.text())
def test_every_character_stays_in_its_place(text: str) -> None:
    assert len(one_spelling(text)) == len(text)


def test_half_a_character_breaks_nothing() -> None:
    assert len(one_spelling("橋\ud800會\x00")) == 4
