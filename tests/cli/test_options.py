"""Options every command shares: which ledger, who acts, and how to be called again."""

import shlex
import sqlite3
import sys
from contextlib import closing
from pathlib import Path

import pytest

from ledger.cli.diagnostics import ExitCode
from ledger.cli.options import command_line
from ledger.store.connecting import engine, queueing
from tests.cli.program import Program

ADD = ("add", "The ferry stops at nine.", "--outlet", "Sable Coast Radio")


def test_the_option_outweighs_the_environment(program: Program, tmp_path: Path) -> None:
    other = tmp_path / "a folder of its own" / "報.db"
    program.done(*ADD, "--db", str(other))
    assert other.exists()
    assert not program.ledger.exists()


def test_an_empty_environment_is_no_choice(
    program: Program, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("FACTLEDGER_DB", "")
    monkeypatch.setattr(
        "ledger.store.connecting.place.default_path", lambda: tmp_path / "own" / "ledger.db"
    )
    program.done(*ADD)
    assert (tmp_path / "own" / "ledger.db").exists()


def test_who_has_to_wait_for_another_writer_is_told(
    bridge: Program, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(queueing, "HEARD_SECONDS", 0.1)
    monkeypatch.setattr(engine, "BUSY_SECONDS", 0.2)
    with closing(sqlite3.connect(bridge.ledger, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        ended = bridge(*ADD)
    waiting, gave_up = ended.err.splitlines()
    assert "another program is writing to this ledger" in waiting
    assert "try again" in gave_up
    assert ended.code == ExitCode.STORE


@pytest.mark.parametrize(
    ("arguments", "who"),
    [((), "mira"), (("--as", "沈望洋"), "沈望洋")],
    ids=["the environment", "the option"],
)
def test_acts_are_signed(program: Program, arguments: tuple[str, ...], who: str) -> None:
    program.done(*ADD, *arguments)
    assert f"  {who}  add  " in program.done("history")


def test_the_login_name_signs_when_nothing_else_does(
    program: Program, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("FACTLEDGER_USER")
    monkeypatch.setattr("getpass.getuser", lambda: "oost")
    program.done(*ADD)
    assert "  oost  add  " in program.done("history")


def test_where_nobody_is_logged_in_a_name_is_asked_for(
    program: Program, monkeypatch: pytest.MonkeyPatch
) -> None:
    def nobody() -> str:
        raise KeyError("no such user")

    monkeypatch.delenv("FACTLEDGER_USER")
    monkeypatch.setattr("getpass.getuser", nobody)
    assert program.refused(*ADD).startswith("you have no login name here; say who")
    assert not program.ledger.exists()


def test_a_url_names_a_ledger_on_a_server(program: Program, empty_postgres: str) -> None:
    program.monkeypatch.setenv("FACTLEDGER_DB", empty_postgres)
    program.done(*ADD)
    program.done("add", "渡輪九點停航。", "--outlet=霧港財經", "--claim=C1")
    assert "渡輪九點停航。" in program.done("show", "C1")
    assert program.done("verify").startswith("2 entries and ")
    assert not program.ledger.exists()


@pytest.mark.parametrize("option", ["--db", "--as"])
@pytest.mark.parametrize("value", ["", "  "], ids=["empty", "blank"])
def test_an_option_that_names_nothing_is_refused(program: Program, option: str, value: str) -> None:
    assert "it is blank" in program.refused(*ADD, option, value)


@pytest.mark.parametrize(
    ("typed", "on_the_path", "named"),
    [
        ("factledger", None, "factledger"),
        ("/usr/bin/factledger", "/usr/bin/factledger", "factledger"),
        (".venv/bin/factledger", None, ".venv/bin/factledger"),
        ("a b/factledger", "/usr/bin/factledger", "'a b/factledger'"),
        ("ledger/__main__.py", None, f"{shlex.quote(sys.executable)} -m ledger"),
    ],
    ids=["by name", "found by name", "by its place", "another one", "as a module"],
)
def test_a_suggested_command_can_be_typed_here(
    monkeypatch: pytest.MonkeyPatch, typed: str, on_the_path: str | None, named: str
) -> None:
    monkeypatch.setattr(sys, "argv", [typed])
    monkeypatch.setattr("shutil.which", lambda _: on_the_path)
    assert command_line("show", "C1", db="my ledger.db") == f"{named} show C1 --db 'my ledger.db'"


def test_a_url_is_in_no_suggestion(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "argv", ["factledger"])
    url = "postgresql://nobody:sekrit@localhost/ledger"
    assert command_line("undo", db=url) == "factledger undo"
