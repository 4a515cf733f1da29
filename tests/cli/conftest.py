"""The program with a ledger, a name and a width of its own."""

from collections.abc import Callable
from datetime import datetime
from pathlib import Path

import pytest

from ledger.desk.desk import Desk
from tests.cli.program import Program


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
    monkeypatch.setattr(Desk.__init__, "__defaults__", (clock,))
    monkeypatch.chdir(tmp_path)
    return Program(ledger, monkeypatch, capsys)


@pytest.fixture
def bridge(program: Program) -> Program:
    """The program at a ledger with two sources that differ on one bridge, and one on a ferry."""
    cost = ("--topic", "Harbour bridge", "--said-on")
    program.done(
        "add",
        "The harbour bridge will cost 40 million euros.",
        "--outlet=Tidewater Courier",
        "--speaker=Hanna Oost",
        *cost,
        "2025-12-08",
    )
    program.done(
        "add",
        "港口大橋將耗資5500萬歐元。",
        "--outlet=霧港財經",
        "--claim=C1",
        *cost,
        "2025-12-09",
    )
    program.done("add", "The ferry stops at nine.", "--outlet=Sable Coast Radio", "--new")
    return program
