"""Long batches shared by processes: what comes out, and how it ends, is as with one."""

import json
import os
import signal
import subprocess
import sys
from pathlib import Path
from threading import Thread
from typing import Any

import pytest

from tests.cli.program import HOUSE, in_a_process

TEXTS = (
    "Rents in Port Marlow rose {}% in May.",
    "馬洛港5月租金上漲{}%。",
    "The ferry carried {} passengers.",
)
LINES = 1_600
"""Some full blocks: the first is answered before there are more processes."""


def _question(number: int) -> dict[str, object]:
    text = TEXTS[number % len(TEXTS)]
    return {"id": number, "text": text.format(number), "a": text.format(1), "b": text.format(2)}


def _batch(path: Path, lines: int = LINES) -> Path:
    rows = (json.dumps(_question(number)) for number in range(lines))
    path.write_text("".join(f"{row}\n" for row in rows), encoding="utf-8")
    return path


def _running() -> Any:  # noqa: ANN401 - its streams are never None here
    """A batch by two processes that is asked and answered through pipes."""
    return subprocess.Popen(
        [sys.executable, "-m", "ledger", "quantities", "--batch", "-", "--processes", "2"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env={**os.environ, "PYTHONPATH": str(HOUSE)},
    )


def _ask(running: Any, asked: bytes) -> None:  # noqa: ANN401
    """Ask some questions and wait for all answers, with the input still open."""

    def write() -> None:
        running.stdin.write(asked)
        running.stdin.flush()

    writer = Thread(target=write)
    writer.start()
    for question in asked.splitlines():
        answer = json.loads(running.stdout.readline())
        assert answer["id"] == json.loads(question)["id"]
    writer.join()


@pytest.mark.parametrize("command", ["quantities", "compare"])
def test_two_processes_say_what_one_says(command: str, tmp_path: Path) -> None:
    """A bad line included, and the code at the end; nothing behind it is answered."""
    batch = _batch(tmp_path / "batch.jsonl")
    with batch.open("a") as more:
        more.write("\n{}\n" + 300 * f"{json.dumps(_question(0))}\n")
    one, two = (in_a_process(command, "--batch", str(batch), "--processes", n) for n in "12")
    assert two.stdout == one.stdout
    assert len(two.stdout.splitlines()) == LINES
    assert f"line {LINES + 2}, field {'text' if command == 'quantities' else 'a'}" in two.stderr
    assert (two.stderr, two.returncode) == (one.stderr, 2)


def test_an_answer_still_comes_before_the_next_question(tmp_path: Path) -> None:
    """Many at once have called the others in; whoever asks slowly then is not kept waiting."""
    asked = _batch(tmp_path / "batch.jsonl").read_bytes()
    with _running() as running:
        for _ in range(2):
            _ask(running, asked)
        _ask(running, asked.splitlines(keepends=True)[0])
        running.stdin.close()
        assert running.stdout.read() == b""
    assert running.returncode == 0


@pytest.mark.parametrize(
    ("by", "code", "lines"), [("interrupt", 130, 1), ("a closed pipe", 0, 0), ("kill", -9, 0)]
)
def test_a_batch_broken_off_leaves_nobody_behind(
    by: str, code: int, lines: int, tmp_path: Path
) -> None:
    """Whoever still worked would hold standard error open, and reading it would not end."""
    asked = _batch(tmp_path / "batch.jsonl").read_bytes()
    with _running() as running:
        _ask(running, asked)
        if by == "a closed pipe":
            running.stdout.close()
            running.stdin.write(asked[:50_000].rpartition(b"\n")[0] + b"\n")
            running.stdin.flush()
        else:
            running.send_signal(signal.SIGINT if by == "interrupt" else signal.SIGKILL)
        said = running.stderr.read()
        running.wait(timeout=30)
    assert (running.returncode, said.count(b"\n")) == (code, lines)


def test_a_process_that_is_lost_is_one_plain_line() -> None:
    program = (
        "import os; from ledger.cli.diagnostics import run; "
        "from ledger.desk.long_work import streaming; "
        "raise SystemExit(run(lambda: streaming.shared(os._exit, iter([5, 6]), 2, print)))"
    )
    ended = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=False
    )
    assert ended.returncode == 2
    assert ended.stdout == ""
    assert ended.stderr.startswith("factledger: a process that shared the work was ended")
    assert ended.stderr.count("\n") == 1
