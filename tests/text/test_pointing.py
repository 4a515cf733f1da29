"""Words that only point: a speaker told by them could be anybody."""

import pytest

from ledger.text.pointing import only_points


@pytest.mark.parametrize(
    "speaker",
    [
        "he",
        "She",
        "the company",
        "The company",
        "this ministry",
        "他",
        "她們",
        "其",
        "該公司",
        "這位市長",
    ],
)
def test_words_that_fit_anybody_name_nobody(speaker: str) -> None:
    assert only_points(speaker)


@pytest.mark.parametrize(
    ("speaker", "why"),
    [
        ("the White House", "a name of the table"),
        ("The Guardian", "a capital makes a name"),
        ("the Fed", "a short name of the table"),
        ("Hanna Oost", "a name"),
        ("officials", "unnamed people, and described"),
        ("people familiar with the matter", "the same"),
        ("知情人士", "the same in Chinese"),
        ("the company's chief", "more than it says"),
        ("他石可攻", "a name that begins like a pronoun"),
        ("", "nobody at all"),
    ],
)
def test_a_name_or_a_description_is_left_as_it_is(speaker: str, why: str) -> None:
    assert not only_points(speaker), why
