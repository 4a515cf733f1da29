"""One thing asked at a time, at a terminal and by a pipe."""

import sys
from io import StringIO

import pytest
import typer

from ledger.cli.asking import ask_key, ask_line


class _Terminal(StringIO):
    """Standard input where a person types."""

    def isatty(self) -> bool:
        return True


def _type(monkeypatch: pytest.MonkeyPatch, *keys: str) -> None:
    """Have these keys typed, and Ctrl-D after them."""
    coming = iter(keys)

    def key() -> str:
        for typed in coming:
            return typed
        raise EOFError

    monkeypatch.setattr(typer, "getchar", key)


@pytest.mark.parametrize(
    ("keys", "answer"),
    [
        pytest.param(("a",), "a", id="a key"),
        pytest.param(("A",), "a", id="a capital"),
        pytest.param(("x", "\r", "b"), "b", id="asked again"),
        pytest.param((), "q", id="Ctrl-D"),
    ],
)
def test_a_key_is_asked_for_at_a_terminal(
    monkeypatch: pytest.MonkeyPatch, keys: tuple[str, ...], answer: str
) -> None:
    monkeypatch.setattr(sys, "stdin", _Terminal())
    _type(monkeypatch, *keys)
    assert ask_key("a or b", "abq") == answer


@pytest.mark.parametrize(("lines", "answer"), [("b\n", "b"), ("\n?\nB holds\n", "b"), ("", "q")])
def test_a_line_is_asked_for_elsewhere(
    monkeypatch: pytest.MonkeyPatch, lines: str, answer: str
) -> None:
    monkeypatch.setattr(sys, "stdin", StringIO(lines))
    assert ask_key("a or b", "abq") == answer


@pytest.mark.parametrize("typed", ["", "scope: only the north\n"], ids=["the end", "a line"])
def test_what_is_said_next_begins_a_line_of_its_own(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], typed: str
) -> None:
    monkeypatch.setattr(sys, "stdin", StringIO(typed))
    assert ask_line("why? ") == typed.strip()
    assert capsys.readouterr().err == "why? \n"
