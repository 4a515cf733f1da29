"""The README keeps its word: its examples run, its tables are whole, its reference is current."""

import re
import shlex
from dataclasses import dataclass
from pathlib import Path

import pytest

from ledger.cli.diagnostics import ExitCode
from ledger.model import FIELDS
from tests.cli.conftest import program
from tests.cli.program import Program
from tests.cli.reference import README, with_reference

TEXT = README.read_text(encoding="utf-8")
BLOCK = re.compile(r"^```(\w+)\n(.*?)^```$", re.DOTALL | re.MULTILINE)
BLOCKS = [(found[1], found[2]) for found in BLOCK.finditer(TEXT)]

__all__ = ["program"]


@dataclass(frozen=True)
class Example:
    """A command as the README shows it, and what it says the program answers."""

    command: list[str]
    answer: str


def _examples() -> list[Example]:
    examples = []
    for language, block in BLOCKS:
        if language == "console":
            for part in block.removeprefix("$ ").split("\n$ "):
                command, _, answer = part.partition("\n")
                examples.append(Example(shlex.split(command), answer.rstrip("\n")))
    return examples


def _pattern(answer: str) -> str:
    """The answer as a pattern: … stands for any lines, and conflicts may be numbered otherwise."""
    lines = (".*" if line == "…" else re.escape(line) for line in answer.split("\n"))
    return re.sub(r"\bX\d+\b", r"X\\d+", r"\s*".join(lines))


def test_every_example_answers_as_shown(program: Program, tmp_path: Path) -> None:
    (table,) = (block for language, block in BLOCKS if language == "csv")
    (tmp_path / "tuesday.csv").write_text(table, encoding="utf-8")
    for example in _examples():
        assert example.command[0] == "factledger"
        said = program.done(*example.command[1:])
        assert re.fullmatch(_pattern(example.answer), said.rstrip("\n"), re.DOTALL), said


def test_the_two_commands_come_first() -> None:
    commands = [line.strip() for line in TEXT.splitlines() if "python3 -m venv" in line]
    assert commands == [
        "python3 -m venv .venv && .venv/bin/pip install . && .venv/bin/factledger demo",
        "python3 -m venv .venv && .venv/bin/pip install '.[test]' && .venv/bin/pytest",
    ]
    assert TEXT.index(commands[0]) < TEXT.index("## ")


def test_the_reference_is_what_the_program_says_now() -> None:
    assert with_reference(TEXT) == TEXT, "python -m tests.cli.reference writes it anew"


@pytest.mark.parametrize("field", FIELDS)
def test_every_field_of_a_file_is_explained(field: str) -> None:
    assert f"\n| `{field}` | " in TEXT


@pytest.mark.parametrize("code", list(ExitCode), ids=lambda code: code.name.lower())
def test_every_exit_code_is_explained(code: ExitCode) -> None:
    assert f"\n| {int(code)} | " in TEXT
