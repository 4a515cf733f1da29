"""The language of a text by its characters."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ledger.text.language import language_of


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("The port will open in May", "en", id="English"),
        pytest.param("港務局說明橋樑將於五月開放", "zh-Hant", id="Traditional"),
        pytest.param("港务局说明桥梁将于五月开放", "zh-Hans", id="Simplified"),
        pytest.param("輝達NVIDIA與台積電TSMC合作", "zh-Hant", id="Chinese with Latin names"),
        pytest.param("The mayor (陳小明) spoke to the council", "en", id="English with a name"),
        pytest.param("人口", "zh-Hant", id="neither script can tell"),
        pytest.param("后天里面", "zh-Hans", id="characters both scripts have, used as one does"),
        pytest.param("2026: 25 %", "en", id="figures only"),
        pytest.param("", "en", id="nothing"),
    ],
)
def test_language_of(text: str, expected: str) -> None:
    assert language_of(text) == expected


@settings(max_examples=100)
@given(st.text())
def test_any_text_has_a_language(text: str) -> None:
    assert language_of(text) in {"en", "zh-Hant", "zh-Hans"}
