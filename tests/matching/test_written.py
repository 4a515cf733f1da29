"""What is said, and what only says where it stood."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ledger.matching.written import plain


@pytest.mark.parametrize(
    ("text", "left"),
    [
        pytest.param("Fares rise https://example.org/a?b=1", "Fares rise", id="link"),
        pytest.param("Fares rise WWW.EXAMPLE.ORG", "Fares rise", id="link-in-capitals"),
        pytest.param("Fares risepic.twitter.com/x1", "Fares rise", id="link-without-a-space"),
        pytest.param("@harbourwatch fares rise", "fares rise", id="handle-in-small-letters"),
        pytest.param("Fares rise — Ina Felt (@InaFelt)", "Fares rise — Ina Felt", id="author"),
        pytest.param("Why @InaFelt resigned", "Why Ina Felt InaFelt resigned", id="in-a-sentence"),
        pytest.param("RT @a_b: @c fares rise, @d @e!", "fares rise,", id="handles-at-either-end"),
        pytest.param("Fares rise\n@a it says", "Fares rise it says", id="of-each-line"),
        pytest.param("@a @b", "", id="nothing-but-handles"),
        pytest.param("#FerryFares", "Ferry Fares FerryFares", id="hashtag-apart-and-whole"),
        pytest.param("#渡輪 fares", "渡輪 fares", id="hashtag-in-chinese"),
        pytest.param("write to ina@example.org", "write to ina@example.org", id="address"),
    ],
)
def test_what_is_left(text: str, left: str) -> None:
    assert plain(text).split() == left.split()


@given(st.text(alphabet=st.sampled_from("ab#@(A/.:w 渡")))
def test_plain_text_stays_plain(text: str) -> None:
    assert "#" not in plain(text) or "# " in f"{text} " or "#" in text.replace("#a", "")
