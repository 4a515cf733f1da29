"""The command as a whole: its help, its version, and what it costs to start."""

import re
import subprocess
import sys

import pytest

import ledger
from ledger.cli.app import in_order
from tests.cli.program import HOUSE, Program, in_a_process
from tests.cli.reference import commands

COMMANDS = commands()

HEAVY = {"alembic", "numpy", "opencc", "pydantic", "rapidfuzz", "rich", "sqlalchemy", "sqlmodel"}
"""Packages help has no use for; the slowest of them takes a third of a second."""


def test_help_alone_and_on_request_are_the_same(program: Program) -> None:
    assert program.done() == program.done("--help") == program.done("-h")
    assert program.done("alias") == program.done("alias", "--help")


def test_no_command_is_cut_short_in_the_help(program: Program) -> None:
    assert "..." not in program.done("--help").split("Commands:")[1]


@pytest.mark.parametrize("command", COMMANDS, ids=" ".join)
def test_every_command_and_option_has_help(command: tuple[str, ...]) -> None:
    found = COMMANDS[command]
    assert found.help
    assert all(parameter.help for parameter in found.params)


@pytest.mark.parametrize("command", COMMANDS, ids=" ".join)
def test_help_keeps_to_a_narrow_terminal(program: Program, command: tuple[str, ...]) -> None:
    program.monkeypatch.setenv("COLUMNS", "60")
    assert max(map(len, program.done(*command, "--help").splitlines())) <= 60


@pytest.mark.parametrize("command", COMMANDS, ids=" ".join)
def test_help_calls_everything_by_a_name_and_nothing_by_its_type(
    program: Program, command: tuple[str, ...]
) -> None:
    assert re.findall(r"<\w+", program.done(*command, "--help")) == []


def test_version(program: Program) -> None:
    assert program.done("--version") == f"factledger {ledger.__version__}\n"


def test_an_unknown_command_is_one_line(program: Program) -> None:
    assert program.refused("publish") == "no such command 'publish'; try 'factledger --help'"
    assert program.refused("--publish") == "no such option: --publish; try 'factledger --help'"


def test_help_imports_nothing_heavy() -> None:
    ended = in_a_process("--help", PYTHONPROFILEIMPORTTIME="1")
    imported = {line.rsplit("|", 1)[-1].strip() for line in ended.stderr.splitlines()}
    assert "typer" in imported
    assert not {name.split(".")[0] for name in imported} & HEAVY


@pytest.mark.skipif(sys.platform == "win32", reason="a C locale is a POSIX matter")
def test_chinese_comes_through_a_locale_that_knows_none() -> None:
    ended = in_a_process("quantities", "約18個月", LC_ALL="C", PYTHONIOENCODING="ascii")
    assert ended.stdout.startswith("約18個月")


def test_colour_is_never_written(program: Program) -> None:
    program.monkeypatch.setenv("FORCE_COLOR", "1")
    program.monkeypatch.setenv("CLICOLOR_FORCE", "1")
    assert "\x1b" not in program.done("--help") + program.refused("publish")


@pytest.mark.parametrize(
    ("typed", "understood"),
    [
        ("--db q.db find ferry", "find --db q.db ferry"),
        ("--as mira --db=q.db db status", "db status --as mira --db=q.db"),
        ("--db q.db alias add A B", "alias add --db q.db A B"),
        ("find ferry --db q.db", "find ferry --db q.db"),
        ("--db q.db", ""),
        ("--version", "--version"),
        ("", ""),
    ],
)
def test_the_ledger_and_the_person_may_be_named_in_front(typed: str, understood: str) -> None:
    assert in_order(*typed.split()) == understood.split()


def test_a_command_with_the_ledger_in_front_is_done(bridge: Program) -> None:
    place = str(bridge.ledger)
    asked = bridge.done("show", "C1", "--db", place)
    assert bridge.done("--db", place, "show", "C1") == asked


@pytest.mark.parametrize("closed", ["1", "2"], ids=["output", "errors"])
def test_a_stream_that_was_closed_is_no_fault(bridge: Program, closed: str) -> None:
    starts = f"exec {closed}>&-; exec {sys.executable} -m ledger find bridge --db {bridge.ledger}"
    ended = subprocess.run(
        ["/bin/sh", "-c", starts], capture_output=True, text=True, cwd=HOUSE, check=False
    )
    assert (ended.returncode, ended.stderr) == (0, "")
