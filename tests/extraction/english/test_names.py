"""English noun phrases: the name without titles, before a verb and after one."""

import pytest

from ledger.extraction.cue import Speaker
from ledger.extraction.english.names import after_verb, before_verb, introduced


def named(phrase: str, found: Speaker | None) -> tuple[str, str] | None:
    return (phrase[found.start : found.end], found.who) if found is not None else None


@pytest.mark.parametrize(
    ("phrase", "expected"),
    [
        pytest.param("Mara Tolland", ("Mara Tolland", "person"), id="a name"),
        pytest.param("Acme Chief Executive Mara Tolland", ("Mara Tolland", "person"), id="titles"),
        pytest.param("Solvane's finance chief Tom Abelard", ("Tom Abelard", "person"), id="'s"),
        pytest.param("But Mr. Harrow", ("Harrow", "person"), id="an opener and a title"),
        pytest.param("Petra Klein of Halden Bank", ("Petra Klein", "person"), id="of somewhere"),
        pytest.param(
            "the Union of Coastal Carriers",
            ("the Union of Coastal Carriers", "organisation"),
            id="a body",
        ),
        pytest.param("Ludwig van Hoven", ("Ludwig van Hoven", "person"), id="a particle"),
        pytest.param("and then she", ("she", "pronoun"), id="a pronoun"),
        pytest.param("the bridge", None, id="a thing"),
        pytest.param("", None, id="nothing"),
    ],
)
def test_before_a_verb(phrase: str, expected: tuple[str, str] | None) -> None:
    assert named(phrase, before_verb(phrase, 0, len(phrase))) == expected


@pytest.mark.parametrize(
    ("phrase", "expected"),
    [
        pytest.param(" Mara Tolland, a pilot.", ("Mara Tolland", "person"), id="apposition"),
        pytest.param(" chief economist Huw Marsh.", ("Huw Marsh", "person"), id="a title"),
        *(
            pytest.param(f" {title}. Huw Marsh of Corran.", ("Huw Marsh", "person"), id=title)
            for title in ("Mr", "Gen", "Rep", "Lt", "Rev", "Capt", "Sgt")
        ),
        pytest.param(" Huw J. Marsh.", ("Huw J. Marsh", "person"), id="an initial"),
        pytest.param(" Dr. Amina Yusuf on Friday", ("Amina Yusuf", "person"), id="a stop"),
        pytest.param(" one diver, Odo Lind.", ("Odo Lind", "person"), id="described, then named"),
        pytest.param(
            " an analyst at Norbank, who", ("an analyst at Norbank", "unnamed"), id="no name"
        ),
        pytest.param(" he.", ("he", "pronoun"), id="a pronoun"),
        pytest.param(" that it fell", None, id="a clause"),
    ],
)
def test_after_a_verb(phrase: str, expected: tuple[str, str] | None) -> None:
    assert named(phrase, after_verb(phrase, 0, len(phrase))) == expected


@pytest.mark.parametrize(
    ("sentence", "people"),
    [
        pytest.param("Among them was Milan Dusek, a baker.", ["Milan Dusek"], id="described"),
        pytest.param("They met Dr. Rosa Anselm there.", ["Rosa Anselm"], id="titled"),
        pytest.param("It left the Institute of Tropical Health, a building.", [], id="a body"),
        pytest.param("The bridge fell.", [], id="nobody"),
    ],
)
def test_who_is_introduced(sentence: str, people: list[str]) -> None:
    assert [sentence[one.start : one.end] for one in introduced(sentence)] == people
