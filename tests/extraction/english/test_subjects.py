"""Subjects of English verbs: adverbs, times and appositions left out."""

import pytest

from ledger.extraction.english.subjects import subject


@pytest.mark.parametrize(
    ("before", "expected"),
    [
        pytest.param("Mara Tolland", "Mara Tolland", id="alone"),
        pytest.param("Mara Tolland also", "Mara Tolland", id="an adverb"),
        pytest.param("Mara Tolland, however,", "Mara Tolland", id="an adverb between commas"),
        pytest.param("Mara Tolland on Friday", "Mara Tolland", id="a day"),
        pytest.param("Mara Tolland has repeatedly", "Mara Tolland", id="two"),
        pytest.param("Mara Tolland, a former pilot,", "Mara Tolland", id="an apposition"),
        pytest.param(
            "Mara Tolland, 52, a pilot who left in May,", "Mara Tolland", id="two of them"
        ),
        pytest.param("The mayor, Elke Sandor,", "Elke Sandor", id="the name in the apposition"),
        pytest.param("The Greens, whose seats count, have", "The Greens", id="a relative clause"),
        pytest.param("It fell, but Piet Harrow", "Piet Harrow", id="behind a conjunction"),
        pytest.param("Trade and Industry Minister Odo Lind", "Odo Lind", id="and inside a name"),
        pytest.param("The bridge", None, id="a thing"),
        pytest.param("", None, id="nothing"),
    ],
)
def test_the_subject_of_a_verb(before: str, expected: str | None) -> None:
    sentence = f"{before} said"
    found = subject(sentence, sentence, len(before) + 1)
    assert (sentence[found.start : found.end] if found is not None else None) == expected
