"""Patterns compiled when they are first used."""

import re
from copy import copy

import pytest

from ledger.text.patterns import lazily


def test_it_finds_what_the_pattern_finds() -> None:
    pattern = lazily(r"(?P<letter>[a-z])\d", re.IGNORECASE)
    for _ in range(2):
        assert [found["letter"] for found in pattern.finditer("A1 b2")] == ["A", "b"]
        assert pattern.match("A1 b2", 3) is not None
        assert pattern.fullmatch("A1 b2") is None
        assert pattern.sub("-", "A1 b2") == "- -"
        assert pattern.pattern == r"(?P<letter>[a-z])\d"
        assert pattern.groupindex == {"letter": 1}


def test_nothing_is_compiled_before_it_is_used(monkeypatch: pytest.MonkeyPatch) -> None:
    compiled: list[str] = []
    compile_ = re.compile

    def noted(pattern: str, flags: int = 0) -> re.Pattern[str]:
        compiled.append(pattern)
        return compile_(pattern, flags)

    monkeypatch.setattr(re, "compile", noted)
    pattern = lazily("a")
    assert compiled == []
    assert [bool(pattern.search(text)) for text in ("ba", "ca", "b")] == [True, True, False]
    assert compiled == ["a"]


def test_a_copy_is_a_pattern_too() -> None:
    assert copy(lazily("a")).match("a") is not None
