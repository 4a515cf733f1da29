"""Whatever is done, and whenever it is killed, the ledger is before or after it."""

import ast
from pathlib import Path
from random import Random

import pytest
from sqlalchemy import Engine

from tests.desk.acts import ACTS
from tests.desk.killing import OPERATIONS, Ground, killed, postgres_ground, sqlite_ground

DESK = Path(__file__).parents[2] / "ledger" / "desk"
KILLED = sorted(Random(8).sample(sorted(OPERATIONS), 20))
"""The long run, ``python -m tests.bench faults``, kills all of them and again and again."""
KILLED_AT_A_SERVER = ["add", "import", "merge", "restore", "undo"]


@pytest.fixture(scope="module")
def in_a_file(tmp_path_factory: pytest.TempPathFactory) -> Ground:
    return sqlite_ground(tmp_path_factory.mktemp("file"))


@pytest.fixture(scope="module")
def at_a_server(postgres: Engine, tmp_path_factory: pytest.TempPathFactory) -> Ground:
    return postgres_ground(postgres, tmp_path_factory.mktemp("server"))


OF_TWO_OR_OF_ROLES = {"copy", "grant"}
"""One transaction each, at a ledger that is empty before, or by the server's own commands."""


def test_every_kind_of_act_there_is_can_be_killed() -> None:
    kinds = {
        kind.value
        for path in DESK.rglob("*.py")
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Call)
        and isinstance(node.func, ast.Attribute)
        and node.func.attr == "acting"
        for kind in ast.walk(node.args[0])
        if isinstance(kind, ast.Constant)
    }
    assert len(kinds) > 30
    assert kinds - OF_TWO_OR_OF_ROLES == {name.split(":")[0] for name in ACTS}


def test_an_act_killed_in_a_file_is_there_or_not(in_a_file: Ground) -> None:
    moments = Random(20251215)
    found = [killed(in_a_file, operation, 1, moments) for operation in KILLED]
    assert [(one.operation, one.faults) for one in found if one.faults] == []
    assert sum(one.before + one.after for one in found) == len(KILLED)


def test_an_act_killed_at_a_server_is_there_or_not(at_a_server: Ground) -> None:
    moments = Random(20251215)
    found = [killed(at_a_server, operation, 1, moments) for operation in KILLED_AT_A_SERVER]
    assert [(one.operation, one.faults) for one in found if one.faults] == []
    assert sum(one.before + one.after for one in found) == len(KILLED_AT_A_SERVER)
