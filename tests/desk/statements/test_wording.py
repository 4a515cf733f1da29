"""How claims are worded, and when two wordings are one."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ledger.desk.statements.wording import LENGTH, claim_key, wording_of


@pytest.mark.parametrize(
    ("one", "other"),
    [
        pytest.param("What the bridge costs", "WHAT THE BRIDGE COSTS", id="case"),
        pytest.param("橋的造價", "桥的造价", id="script"),
        pytest.param("Ｂｒｉｄｇｅ", "Bridge", id="width"),
        pytest.param("the “bridge”", 'the "bridge"', id="quotes"),
        pytest.param("cafe\u0301", "caf\u00e9", id="accents put together"),
    ],
)
def test_two_wordings_are_one_claim(one: str, other: str) -> None:
    assert claim_key(one) == claim_key(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        pytest.param("What the bridge costs", "What the bridges cost", id="other words"),
        pytest.param("Pier 1", "Pier 2", id="other number"),
        pytest.param("\u200b", "\u200c", id="nothing and nothing"),
    ],
)
def test_two_wordings_are_two_claims(one: str, other: str) -> None:
    assert claim_key(one) != claim_key(other)


@given(st.text(min_size=1))
def test_a_wording_is_one_line_of_some_length(text: str) -> None:
    wording = wording_of(text)
    assert len(wording) <= LENGTH
    assert wording == " ".join(wording.split())
    assert wording.removesuffix("…") in " ".join(text.split())


def test_a_short_statement_words_its_claim_itself() -> None:
    assert wording_of("  It costs\n40 million. ") == "It costs 40 million."
