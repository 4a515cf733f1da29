"""Batches: every fault names file, line and field; the answers before it stand."""

import json
import subprocess
import sys

import pytest

from tests.cli.program import Program

GOOD = b'{"id": 1, "text": "12%"}\n'


@pytest.mark.parametrize(
    ("line", "complaint"),
    [
        (b"{", "standard input, line 2: is not JSON"),
        (b"[1]", "standard input, line 2: is not a JSON object"),
        (b"\xff\xfe", "standard input, line 2: is not text in UTF-8"),
        (b'{"id": 2}', "standard input, line 2, field text: is missing"),
        (b'{"text": 5}', "standard input, line 2, field text: must be text"),
        (b"[" * 100_000, "standard input, line 2: is not JSON"),
    ],
    ids=["half an object", "a list", "not UTF-8", "no text", "a number for a text", "deep nesting"],
)
def test_a_bad_question_names_its_place(program: Program, line: bytes, complaint: str) -> None:
    ended = program("quantities", "--batch", "-", "--jsonl", stdin=GOOD + line)
    assert ended.code == 2
    assert ended.err.startswith(f"factledger: {complaint}")
    assert json.loads(ended.out)["id"] == 1


@pytest.mark.parametrize(
    ("side", "complaint"),
    [
        ('{"text": "8%", "said_on": "soon"}', "field said_on: is not a date"),
        ('{"speaker": "Hanna Oost"}', "field text: is missing"),
        ("5", "field b: must be a text, or an object with a text"),
    ],
    ids=["no date", "no text", "neither text nor object"],
)
def test_a_bad_side_names_its_field(program: Program, side: str, complaint: str) -> None:
    question = f'{{"a": "5%", "b": {side}}}'.encode()
    assert complaint in program.refused("compare", "--batch", "-", stdin=question)


def test_a_match_batch_wants_text(bridge: Program) -> None:
    complaint = bridge.refused("match", "--batch", "-", stdin=b'{"text": ["ferry"]}')
    assert complaint == "standard input, line 1, field text: must be text"


@pytest.mark.parametrize(
    "identity", ["null", '"a"', '"\\ud83d"', "1.5", "18446744073709551616", "[1, {}]"]
)
def test_an_id_comes_back_as_it_was(program: Program, identity: str) -> None:
    """Integers of any size and half a character included."""
    question = f'{{"id": {identity}, "text": "none"}}\n'.encode()
    answer = program.done("quantities", "--batch", "-", stdin=question)
    assert json.loads(answer) == {"id": json.loads(identity), "quantities": []}


@pytest.mark.parametrize("command", ["quantities", "compare"])
def test_a_batch_about_texts_alone_loads_no_store(command: str) -> None:
    question = '{"id": 1, "text": "up 3%", "a": "up 3%", "b": "up 4%"}'
    program = (
        "import sys; from ledger.cli.app import program; "
        f"program('{command}')(['{command}', '--batch', '-', '--jsonl'], standalone_mode=False); "
        "print(*(m for m in ('sqlalchemy', 'numpy', 'ledger.store') if m in sys.modules))"
    )
    said = subprocess.run(
        [sys.executable, "-c", program], input=question, capture_output=True, text=True, check=True
    )
    answer, loaded = said.stdout.splitlines()
    assert json.loads(answer)["id"] == 1
    assert loaded == ""


def test_what_stands_before_a_bad_line_is_answered(program: Program) -> None:
    """Lines are taken in some at a time; the answers to those before the fault still come."""
    ended = program("quantities", "--batch", "-", stdin=GOOD * 300 + b"{\n" + GOOD)
    assert ended.code == 2
    assert len(ended.out.splitlines()) == 300
    assert "line 301" in ended.err


def test_an_answer_comes_before_the_next_question() -> None:
    """As a program asks that holds the command open."""
    command = [sys.executable, "-m", "ledger", "quantities", "--batch", "-", "--jsonl"]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as running:
        assert running.stdin is not None
        assert running.stdout is not None
        for _ in range(2):
            running.stdin.write(GOOD)
            running.stdin.flush()
            assert json.loads(running.stdout.readline())["id"] == 1
        running.stdin.close()
    assert running.returncode == 0
