"""Cues in English: who speaks, which medium relays, and what only looks like a cue."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ledger.extraction.english.cues import english_cues


def speaker(sentence: str) -> str | None:
    named = [cue.speaker for cue in english_cues(sentence) if cue.speaker is not None]
    return sentence[named[0].start : named[0].end] if named else None


def relay(sentence: str) -> str | None:
    named = [cue.relay for cue in english_cues(sentence) if cue.relay is not None]
    return sentence[slice(*named[0])] if named else None


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        pytest.param("Mayor Mara Tolland said the bridge would open.", "Mara Tolland", id="title"),
        pytest.param('"It opens," said Piet Harrow, who runs it.', "Piet Harrow", id="inverted"),
        pytest.param('"It opens," Piet Harrow said.', "Piet Harrow", id="behind the words"),
        pytest.param('"It opens," said Lt. Piet Harrow.', "Piet Harrow", id="a short title"),
        pytest.param(
            "It opens, according to Gen. Piet Harrow.", "Piet Harrow", id="a short title behind to"
        ),
        pytest.param('"It opens," she added.', "she", id="a pronoun"),
        pytest.param("Tolland, a former pilot, said dredging costs more.", "Tolland", id="apposed"),
        pytest.param(
            "Its director, Lena Ostberg, called it a trap.", "Lena Ostberg", id="name last"
        ),
        pytest.param(
            "Owen Prideaux, regional secretary of the Seafarers' Alliance, said dues will rise.",
            "Owen Prideaux",
            id="apposed by two words",
        ),
        pytest.param(
            "The Seafarers' Alliance said dues will rise.",
            "The Seafarers' Alliance",
            id="a possessive inside a name",
        ),
        pytest.param("Dues will rise, the harbour board said.", "the harbour board", id="a body"),
        pytest.param("Analysts expect dues to rise.", "Analysts", id="expectation of many"),
        pytest.param("Critics say it is a trap.", "Critics", id="unnamed"),
        pytest.param(
            "It fell, according to two people familiar with the matter.",
            "two people familiar with the matter",
            id="according to",
        ),
        pytest.param(
            "Traffic fell, according to figures from the port authority.",
            "the port authority",
            id="whose figures",
        ),
        pytest.param(
            "Traffic fell, according to a new report published by Halden Bank.",
            "Halden Bank",
            id="whose report",
        ),
        pytest.param(
            "Traffic fell, according to a survey of ferry drivers.",
            "a survey of ferry drivers",
            id="those asked in a survey did not make it",
        ),
        pytest.param('"No," said one diver, Odo Lind.', "Odo Lind", id="described, then named"),
        pytest.param(
            "It may fall, predicted Tom Reeves, an engineer.", "Tom Reeves", id="no quote"
        ),
        pytest.param(
            'Klein of Halden Bank pointed out that "it fell".', "Klein of Halden Bank", id="of"
        ),
        pytest.param("Ines Marrow blamed weak demand.", "Ines Marrow", id="words said by the verb"),
        pytest.param("Tom Abelard, however, argued that it fell.", "Tom Abelard", id="however"),
        pytest.param(
            "On Monday, Dr. Rosa Anselm promised to act.", "Rosa Anselm", id="a day first"
        ),
        pytest.param('"It fell," said one top-10 trader.', "one top-10 trader", id="any noun"),
        pytest.param("Many wait, a 2024 audit found.", "a 2024 audit", id="a closing verb"),
        pytest.param("It will rain, forecasters warned.", "forecasters", id="a plural alone"),
        pytest.param('"It fell," she shrugged.', "she", id="any verb at all"),
        pytest.param("Odo Lind laughed and said no.", "Odo Lind", id="a second verb"),
        pytest.param("Lind (Labour, Mill Ward), who chairs it, said no.", "Lind", id="brackets"),
        pytest.param(
            "Odo Lind, a broker at Carnot, which fell, said no.", "Odo Lind", id="two appositions"
        ),
        pytest.param(
            "Carnot, which has 1,200 of the 1,450 boats, said no.", "Carnot", id="commas of figures"
        ),
        pytest.param('Odo Lind: "It fell."', "Odo Lind", id="an interview"),
        pytest.param("Father Piet Harrow said no.", "Piet Harrow", id="a cleric"),
        pytest.param("''It fell,'' said Odo Lind.", "Odo Lind", id="typed quotes"),
        pytest.param("A study of lakes found plastic.", "A study of lakes", id="a finding"),
        pytest.param("The utility said it was safe.", "The utility", id="whoever says"),
        pytest.param("Ministers dispute the figure.", "Ministers", id="many"),
    ],
)
def test_who_speaks(sentence: str, expected: str | None) -> None:
    assert speaker(sentence) == expected


@pytest.mark.parametrize(
    "sentence",
    [
        pytest.param("The bridge is expected to open.", id="a passive"),
        pytest.param("He added sugar.", id="a verb of another trade"),
        pytest.param("To say so is easy.", id="an infinitive"),
        pytest.param("Shares rose after the note was published.", id="a thing was published"),
        pytest.param("It cost three times what analysts had expected.", id="measured by"),
        pytest.param("It gained 2%, and bond yields fell by 40 points.", id="a number of things"),
        pytest.param("She did not say why.", id="nothing was said"),
        pytest.param("The two sides' claim failed.", id="a noun"),
    ],
)
def test_nobody_speaks(sentence: str) -> None:
    assert speaker(sentence) is None


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        pytest.param("The Marsh Courier reported that it fell.", "Marsh Courier", id="reported"),
        pytest.param("Piet Harrow told the Marsh Courier it fell.", "Marsh Courier", id="told"),
        pytest.param("It fell, according to Reuters.", "Reuters", id="according to"),
        pytest.param(
            "Speaking to Radio Dorrin, Mayor Elke Sandor said it fell.", "Radio Dorrin", id="to"
        ),
        pytest.param("Piet Harrow told reporters it fell.", None, id="reporters are no medium"),
        pytest.param("Piet Harrow told the Courier it fell.", "Courier", id="its short name"),
        pytest.param("Piet Harrow told WXYZ-TV it fell.", "WXYZ-TV", id="call letters"),
        pytest.param("It fell, analysts polled by Reuters said.", "Reuters", id="polled by"),
        pytest.param(
            "According to a report in the Marsh Courier, it fell.", "Marsh Courier", id="its report"
        ),
        pytest.param("Kyodo news agency said it fell.", "Kyodo news", id="and what it is"),
    ],
)
def test_which_medium_relays(sentence: str, expected: str | None) -> None:
    assert relay(sentence) == expected


def test_whom_a_medium_quotes() -> None:
    sentence = "The Marsh Courier, citing two divers and officials, said it fell."
    assert relay(sentence) == "Marsh Courier"


@given(st.text(alphabet='said told "Bob, the. according to Aa', max_size=60))
def test_offsets_lie_in_the_sentence(text: str) -> None:
    for cue in english_cues(text):
        spans = [(cue.start, cue.end), cue.about]
        spans += [(cue.speaker.start, cue.speaker.end)] if cue.speaker else []
        assert all(0 <= start <= end <= len(text) for start, end in spans)
