"""The sentence of a relation: what each side says, in its own words and no more."""

import pytest

from ledger.disagreement import compare

SENTENCES = [
    (
        "a count is quoted with what it counts",
        "The carrier will buy 40 narrow-body jets.",
        "The carrier will buy 60 narrow-body jets.",
        "A says 40 narrow-body jets, B says 60 narrow-body jets: they cannot both hold.",
    ),
    (
        "people are counted by another word than person",
        "The harbour fire killed 14 people.",
        "The harbour fire killed 19 people.",
        "A says 14 people, B says 19 people, for the same deaths: they cannot both hold.",
    ),
    (
        "a count is of no money, whatever money stands beside it",
        "The line sold 40 buses worth $4.3 billion.",
        "The line sold 60 buses.",
        "A says 40 buses, B says 60 buses: they cannot both hold.",
    ),
    (
        "what fits no measure is for no same thing",
        "The tower stands 31 metres tall.",
        "The tower stands 45 metres tall.",
        "A says 31 metres, B says 45 metres: they cannot both hold.",
    ),
    (
        "a percentage of an amount that rose is its change",
        "Third-quarter revenue rose 12 percent.",
        "Third-quarter revenue rose 12 percent, it said.",
        "A says 12 percent, B says 12 percent, for the same change in revenue: they agree.",
    ),
    (
        "a label that reads well behind the same",
        "截至周五，已有近四萬人被疏散。",
        "截至周五，被疏散的民眾達3萬9千人。",
        "A says 近四萬人, B says 3萬9千人, for the same number evacuated: both can hold.",
    ),
    (
        "a day within a decade is no other unit",
        "Elena Markov (born 12 March 1961) is a pianist.",
        "Elena Markov was born in the 1960s.",
        "A says 12 March 1961, B says 1960s: both can hold.",
    ),
    (
        "other times",
        "In 2021 the harbour had 84 berths.",
        "In 2011 the harbour had 60 berths.",
        "A says 84 berths, B says 60 berths, but for different times: nothing to compare.",
    ),
    (
        "what one leaves open",
        "The council is considering a toll on trucks.",
        "The council adopted a toll on trucks.",
        (
            "A says “The council is considering a toll on trucks”, "
            "B says “The council adopted a toll on trucks”: what one leaves open, the other states."
        ),
    ),
    (
        "nothing that holds two figures together",
        "The train was carrying 300 passengers.",
        "The ferry can carry 350 passengers.",
        "A says 300 passengers, B says 350 passengers: nothing shows that they measure one thing.",
    ),
]


@pytest.mark.parametrize(
    ("a", "b", "sentence"), [pytest.param(a, b, s, id=why) for why, a, b, s in SENTENCES]
)
def test_sentence(a: str, b: str, sentence: str) -> None:
    assert compare(a, b).explanation == sentence
