"""The program with a ledger, a name and a width of its own."""

import shutil
from collections.abc import Callable
from datetime import date, datetime
from functools import cache
from pathlib import Path

import pytest
from typer.main import get_command

from ledger.desk.desk import Desk
from ledger.desk.statements.adding import add
from ledger.desk.statements.filing import Choice
from ledger.store.opening.ledger import open_ledger
from tests.cli.program import Program
from tests.times import MORNING

built_once = cache(get_command)
"""Typer builds its commands anew on every call, which would be half of what these tests take."""

CLAIM = {"topic": "Harbour bridge"}
STATEMENTS = (
    (
        CLAIM
        | {
            "text": "The harbour bridge will cost 40 million euros.",
            "outlet": "Tidewater Courier",
            "speaker": "Hanna Oost",
            "said_on": date(2025, 12, 8),
        },
        None,
    ),
    (
        CLAIM
        | {
            "text": "港口大橋將耗資5500萬歐元。",
            "outlet": "霧港財經",
            "said_on": date(2025, 12, 9),
        },
        Choice(1),
    ),
    ({"text": "The ferry stops at nine.", "outlet": "Sable Coast Radio"}, Choice()),
)
"""Two sources that differ on one bridge, and one on a ferry."""


@pytest.fixture
def program(
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    clock: Callable[[], datetime],
) -> Program:
    """The program, run by mira at a ledger that does not exist yet, on a quiet morning."""
    ledger = tmp_path / "ledger.db"
    monkeypatch.setenv("FACTLEDGER_DB", str(ledger))
    monkeypatch.setenv("FACTLEDGER_USER", "mira")
    monkeypatch.setenv("COLUMNS", "80")
    monkeypatch.setattr("typer.main.get_command", built_once)
    monkeypatch.setattr(Desk.__init__, "__defaults__", (clock,))
    monkeypatch.chdir(tmp_path)
    return Program(ledger, monkeypatch, capsys)


@pytest.fixture(scope="session")
def bridge_ledger(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A ledger of three statements, to copy from."""
    path = tmp_path_factory.mktemp("bridge") / "ledger.db"
    desk = Desk(open_ledger(str(path), create=True), "mira", lambda: MORNING)
    for fields, choice in STATEMENTS:
        add(desk, dict(fields), choice)
    desk.close()
    return path


@pytest.fixture
def bridge(program: Program, bridge_ledger: Path) -> Program:
    """The program at a ledger with two sources that differ on one bridge, and one on a ferry."""
    shutil.copyfile(bridge_ledger, program.ledger)
    return program
