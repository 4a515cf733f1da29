"""The program as a person or a script meets it: arguments in; text, errors and a code out."""

import gc
import io
import os
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import IO

import pytest

from ledger.cli import main

GOLDEN = Path(__file__).parent / "golden"
HOUSE = Path(__file__).parents[2]


@dataclass(frozen=True)
class Ending:
    """What one run of the program left behind."""

    code: int
    out: str
    err: str


@dataclass
class Program:
    """Runs ``factledger`` in this process, at a ledger of its own."""

    ledger: Path
    monkeypatch: pytest.MonkeyPatch
    capsys: pytest.CaptureFixture[str]

    def __call__(self, *arguments: str, stdin: bytes = b"") -> Ending:
        self.monkeypatch.setattr(sys, "argv", ["factledger", *arguments])
        self.monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(stdin)))
        usual = gc.get_threshold()
        with pytest.raises(SystemExit) as stop:
            main()
        gc.set_threshold(*usual)
        seen = self.capsys.readouterr()
        return Ending(int(stop.value.code or 0), seen.out, seen.err)

    def done(self, *arguments: str, stdin: bytes = b"") -> str:
        """Run what must succeed without a word on standard error; gives back its output."""
        ended = self(*arguments, stdin=stdin)
        assert (ended.code, ended.err) == (0, "")
        return ended.out

    def refused(self, *arguments: str, code: int = 2, stdin: bytes = b"") -> str:
        """Run what must fail in one plain line; gives back the line."""
        ended = self(*arguments, stdin=stdin)
        assert ended.code == code, ended
        assert ended.err.startswith("factledger: ")
        assert ended.err.count("\n") == 1
        return ended.err.removeprefix("factledger: ").rstrip("\n")


def in_a_process(
    *arguments: str, stdout: IO[str] | int = subprocess.PIPE, **environment: str
) -> subprocess.CompletedProcess[str]:
    """Run the program as a process of its own, with more in its environment."""
    return subprocess.run(
        [sys.executable, "-m", "ledger", *arguments],
        stdout=stdout,
        stderr=subprocess.PIPE,
        encoding="utf-8",
        timeout=60,
        check=False,
        env={**os.environ, "PYTHONPATH": str(HOUSE), **environment},
    )


def assert_golden(name: str, text: str) -> None:
    """Compare with the text kept under a name; ``REWRITE_GOLDEN=1`` keeps the new one."""
    path = GOLDEN / f"{name}.txt"
    if os.environ.get("REWRITE_GOLDEN"):
        path.write_text(text, encoding="utf-8", newline="\n")
    assert text.encode() == path.read_bytes()
