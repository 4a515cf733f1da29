"""The words no table knows: what a figure leaves of one, and which are names."""

import pytest

from ledger.disagreement.statement.words import words_in
from ledger.text.fold import folded

CASES = [
    ("stemmed, without stop words", "The ships met", "", [("ship", "latin"), ("meet", "latin")]),
    (
        "a capital inside a sentence",
        "When Duarte spoke",
        "",
        [("duart", "proper"), ("speak", "latin")],
    ),
    ("a capital that begins one", "Rain. Duarte", "", [("rain", "latin"), ("duart", "latin")]),
    ("a weekday is no name", "On Monday", "", [("monday", "latin")]),
    ("letters and digits", "the h200", "", [("h200", "proper")]),
    ("taken whole", "5 ships", "5 ships", []),
    ("what is left of a word", "50pc", "50", [("pc", "latin")]),
    ("left on both sides", "ab7cd", "7", [("ab", "latin"), ("cd", "latin")]),
    ("an abbreviation", "the u.s. fleet", "", [("u.s", "proper"), ("fleet", "latin")]),
    ("pairs of Chinese", "渡轮大火", "", [("渡轮", "han"), ("轮大", "han"), ("大火", "han")]),
    ("no pair across what is taken", "渡轮三人大火", "三人", [("渡轮", "han"), ("大火", "han")]),
    ("Latin in Chinese", "买ai与gpu", "", [("ai", "latin"), ("gpu", "proper")]),
]


@pytest.mark.parametrize(
    ("text", "gone", "expected"), [pytest.param(t, g, e, id=why) for why, t, g, e in CASES]
)
def test_words(text: str, gone: str, expected: list[tuple[str, str]]) -> None:
    source = folded(text)
    taken = bytearray(len(source.key) + 1)
    start = source.key.index(gone)
    taken[start : start + len(gone)] = b"\1" * len(gone)
    found = words_in(source, taken)
    assert [(item.id, item.kind) for item in found] == expected
