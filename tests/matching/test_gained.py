"""What an archived text gains and loses by being read: what it is found by before and then."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ledger.matching import features, gained_and_lost, keys_of_each, read_each, words

WORDS = ["Twelve", "12", "May", "3", " ", "\n", "boats", "U.S.", "十二", "兩", "艘船", "川普", "％"]
SOME = st.lists(st.sampled_from(WORDS), max_size=12).map("".join)


@pytest.mark.parametrize(
    ("text", "gained", "lost"),
    [
        ("The boats sailed", set(), set()),
        ("12 boats sailed", {"number:12"}, set()),
        ("Twelve boats sailed", {"number:12"}, {"twelv"}),
        ("Boats sailed on 3 March", {"date:--03-03"}, {"march"}),
        ("On 3 March a march began", {"date:--03-03"}, set()),
        ("塔洛港有十二艘船", {"number:12"}, {"有十", "十二", "二艘"}),
        ("塔洛港有12艘船", {"number:12"}, set()),
        ("川普到港", {"name:Donald Trump"}, set()),
    ],
)
def test_names_figures_and_words_of_number_change(
    text: str, gained: set[str], lost: set[str]
) -> None:
    found = gained_and_lost([*read_each([text])], *keys_of_each([text]))
    assert [*map(set, found)] == [gained, lost]


@settings(max_examples=200)
@given(SOME | st.text(max_size=20))
def test_all_else_stays_as_it_was(text: str) -> None:
    lines = text.split("\n")
    read = frozenset[str]().union(*map(features, lines))
    archived = frozenset(words(text))
    found = gained_and_lost([*read_each(lines)], *keys_of_each([text]))
    assert found == (read - archived, archived - read)
