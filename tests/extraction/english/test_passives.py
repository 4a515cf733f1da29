"""Quoted as saying: who spoke, and which medium quotes them."""

import pytest

from ledger.extraction.english.passives import quoted_as
from ledger.extraction.outlets import outlets


@pytest.mark.parametrize(
    ("sentence", "speaker", "relay"),
    [
        pytest.param(
            "Elke Sandor was quoted by the Courier as saying it fell.",
            "Elke Sandor", "Courier", id="a passive with its medium",
        ),
        pytest.param("Sandor was quoted as saying it fell.", "Sandor", None, id="a passive alone"),
        pytest.param(
            "Local daily Curentul quoted an unnamed official as saying it fell.",
            "an unnamed official", "Curentul", id="the medium first",
        ),
        pytest.param(
            "State television quoted Sandor as saying it fell.",
            "Sandor", "State television", id="media without a name",
        ),
        pytest.param("Sandor was quoted in May.", None, None, id="nothing is said"),
        pytest.param("It quoted as saying", None, None, id="nobody"),
    ],
)  # fmt: skip
def test_who_is_quoted(sentence: str, speaker: str | None, relay: str | None) -> None:
    cue = next(quoted_as(sentence, sentence, outlets(sentence)), None)
    who = cue.speaker if cue is not None else None
    medium = cue.relay if cue is not None else None
    assert (sentence[who.start : who.end] if who else None) == speaker
    assert (sentence[slice(*medium)] if medium else None) == relay
