"""The language of a text by its characters."""

from operator import ne

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from opencc import OpenCC

from ledger.text.language import language_of, languages_of
from tests.text import scripts


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


def test_the_table_of_scripts_is_as_shipped() -> None:
    assert scripts.FILE.read_text(encoding="utf-8") == scripts.shipped()


_CONVERTERS = {script: OpenCC(name) for script, name in scripts.CONVERSIONS.items()}
_TOLD = "".join(scripts.by_neighbour().values()) + "港务局說明橋梁将於五月开放，以后里面"


@settings(max_examples=300)
@given(st.lists(st.text(_TOLD), min_size=1, max_size=4))
def test_a_script_is_told_by_what_the_other_writes_otherwise(texts: list[str]) -> None:
    for text, language in zip(texts, languages_of(texts), strict=True):
        han = text.replace("，", "")
        others = {script: opencc.convert(han) for script, opencc in _CONVERTERS.items()}
        changed = {script: sum(map(ne, han, other)) for script, other in others.items()}
        is_new = changed["simplified"] > changed["traditional"]
        assert language == (("zh-Hans" if is_new else "zh-Hant") if han else "en")
