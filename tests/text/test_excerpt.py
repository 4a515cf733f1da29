"""The part of a long text that is shown: whole sentences, and the places marked in it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ledger.text.excerpt import excerpt
from ledger.text.spans import merged

FILLING = "The harbour was quiet all day. " * 20
FIGURE = "The quay will cost 40 million euros."
WEITER = "港口整天平靜無事。" * 60
ZAHL = "新碼頭將耗資5500萬歐元。"


def place(text: str, words: str) -> tuple[int, int]:
    """Where words stand in a text."""
    return text.index(words), text.index(words) + len(words)


@pytest.mark.parametrize(
    ("text", "words", "shown"),
    [
        (FIGURE, ["40 million euros"], FIGURE),
        (FILLING + FIGURE, ["40 million euros"], f"… {FIGURE}"),
        (f"{FIGURE} {FILLING}", ["40 million euros"], f"{FIGURE} …"),
        (FILLING + FIGURE + " " + FILLING, ["40 million euros"], f"… {FIGURE} …"),
        (WEITER + ZAHL + WEITER, ["5500萬歐元"], f"… {ZAHL} …"),
        (
            f"{FIGURE} {FILLING}It opens in May.\n{FILLING}",
            ["40 million euros", "May"],
            f"{FIGURE} … It opens in May. …",
        ),
        (
            f"{FILLING}{FIGURE} It opens in May.",
            ["40 million", "May"],
            f"… {FIGURE} It opens in May.",
        ),
    ],
    ids=[
        *("a short text is whole", "behind much", "before much", "amid much", "in Chinese"),
        *("two sentences far apart", "two sentences in a row"),
    ],
)
def test_what_is_shown_are_the_sentences_with_the_places(
    text: str, words: list[str], shown: str
) -> None:
    told, spans = excerpt(text, [place(text, word) for word in words])
    assert told == shown
    assert [told[start:end] for start, end in spans] == words


def test_a_text_without_places_is_shown_from_its_beginning() -> None:
    assert excerpt(FILLING, []) == ("The harbour was quiet all day. …", [])


def test_a_sentence_without_end_is_cut_around_the_place() -> None:
    told, ((start, end),) = excerpt("a" * 5000 + "7" + "b" * 5000, [(5000, 5001)])
    assert told[start:end] == "7"
    assert len(told) < 400


@given(
    st.text(st.sampled_from("ab 。.\n7"), max_size=900),
    st.lists(st.tuples(st.integers(0, 899), st.integers(0, 60)), max_size=5),
)
def test_the_words_at_every_place_stay(text: str, drawn: list[tuple[int, int]]) -> None:
    spans = [(min(at, len(text)), min(at + length, len(text))) for at, length in drawn]
    told, moved = excerpt(text, spans)
    places = sorted(span for span in spans if span[0] < span[1])
    held = [span for span in moved if span[0] < span[1]]
    assert [told[a:b].strip() for a, b in held] == [text[a:b].strip() for a, b in places]


@pytest.mark.parametrize(
    ("spans", "apart"),
    [
        ([(3, 5), (0, 2)], [(0, 2), (3, 5)]),
        ([(0, 2), (2, 4)], [(0, 4)]),
        ([(0, 9), (2, 4)], [(0, 9)]),
        ([(4, 4)], []),
    ],
    ids=["apart", "meeting", "one inside another", "empty"],
)
def test_places_that_meet_are_one(
    spans: list[tuple[int, int]], apart: list[tuple[int, int]]
) -> None:
    assert merged(spans) == apart
