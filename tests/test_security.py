"""What the program promises to whoever feeds it hostile input: no code is run, nothing hangs."""

import ast
import json
import re
import subprocess
import sys
from functools import cache
from pathlib import Path
from random import Random

import pytest

from ledger.errors import BadTemplate
from tests.fuzzing import PARSERS, Parser, fuzz
from tests.patterns import LEDGER, SHORTEST, hurt

MODULES = sorted(LEDGER.rglob("*.py"))
INPUTS = 40
"""The long run, ``python -m tests.bench fuzz``, gives each parser twenty thousand."""

NEVER_CALLED = {
    *("eval", "exec", "compile", "__import__", "input"),
    *("os.system", "os.popen", "os.fork", "os.execv", "os.spawnv", "os.startfile"),
}
NEVER_IMPORTED = {
    *("pickle", "marshal", "shelve", "dill", "subprocess", "multiprocessing", "pty", "ctypes"),
    *("xml", "tempfile.mktemp", "code", "codeop", "yaml", "urllib.request", "http", "socket"),
    *("requests", "httpx", "ftplib", "telnetlib", "webbrowser"),
}
BUT = {"desk/long_work/workers.py": {"multiprocessing"}}
"""Processes of this program's own, to share long work with."""


@cache
def _tree(path: Path) -> ast.Module:
    return ast.parse(path.read_text(encoding="utf-8"))


def _calls(tree: ast.Module) -> list[tuple[str, ast.Call]]:
    """What is called, by its name and the one before it."""
    return [(_name(node.func), node) for node in ast.walk(tree) if isinstance(node, ast.Call)]


def _name(called: ast.expr) -> str:
    if isinstance(called, ast.Attribute):
        owner = called.value.id if isinstance(called.value, ast.Name) else ""
        return f"{owner}.{called.attr}"
    return called.id if isinstance(called, ast.Name) else ""


def _imported(tree: ast.Module) -> set[str]:
    """Every module imported, and the packages it is in."""
    names = {
        name
        for node in ast.walk(tree)
        for name in (
            [alias.name for alias in node.names]
            if isinstance(node, ast.Import)
            else [node.module or ""]
            if isinstance(node, ast.ImportFrom)
            else []
        )
    }
    return names | {name.split(".")[0] for name in names}


def test_nothing_runs_code_starts_programs_or_opens_connections() -> None:
    found = {
        str(path.relative_to(LEDGER)): bad
        for path in MODULES
        if (
            bad := ({name for name, _ in _calls(_tree(path))} & NEVER_CALLED)
            | (_imported(_tree(path)) & NEVER_IMPORTED)
            - BUT.get(path.relative_to(LEDGER).as_posix(), set())
        )
    }
    assert found == {}


def test_sql_is_put_together_from_names_of_ours_and_never_from_values() -> None:
    """Text that becomes SQL holds nothing but constants and names the program quotes itself."""
    holes = [
        hole
        for path in MODULES
        for name, call in _calls(_tree(path))
        if name.rpartition(".")[2] in SQL_CALLS
        for hole in (_holes(call.args[-1]) if call.args else [])
    ]
    assert set(holes) == OURS


def _holes(argument: ast.expr) -> list[str]:
    return [
        ast.unparse(part.value)
        for part in ast.walk(argument)
        if isinstance(part, ast.FormattedValue)
    ]


SQL_CALLS = {"text", "exec_driver_sql", "execute", "executescript", "_run"}
"""What takes SQL, as the last of what it is given."""

OURS = {
    "_MARK if backup else 0",
    "'ON' if on else 'OFF'",
    "_UPGRADE_LOCK",
    "_WRITERS_LOCK",
    *("CACHE_KIB", "kib or SPARED_KIB", "before"),
    *("int(BUSY_SECONDS * 1000)", "int(seconds / steps * 1000)", "int(seconds * 1000)"),
    "name",  # quoted one line above
    "quote(schema)",
    "quote(table)",
    *("OWNER", "_OWNER_OF_LEDGER", "role", "kind", "joined", "given", "more"),  # roles, all listed
    *("login", "by", "_quoted(table)", "database"),  # names, quoted where they are set
}
"""What stands in the holes of SQL: numbers and words of ours, and names the dialect quotes."""


@pytest.mark.parametrize("parser", PARSERS.values(), ids=PARSERS)
def test_what_nobody_meant_is_read_or_refused(parser: Parser) -> None:
    found = fuzz(parser, INPUTS, Random(20251215))
    assert found.faults == []
    assert found.inputs == INPUTS


@pytest.mark.parametrize(
    "template",
    [
        "{{ 9**9**9 }}",
        "{{ ''.__class__.__mro__ }}",
        "{{ view.__init__.__globals__ }}",
        "{% include '/etc/passwd' %}",
        "{% include '../../errors.py' %}",
        "{% for i in range(10**9) %}{% endfor %}",
        "{{ view.topics.append(1) }}",
        "{{ cycler.__init__.__globals__.os.popen('id').read() }}",
    ],
)
def test_a_template_reaches_nothing_but_the_page(template: str) -> None:
    with pytest.raises(BadTemplate):
        PARSERS["template"].parse(template)


@pytest.mark.parametrize(
    ("pattern", "is_hurt"),
    [
        pytest.param("a+b", True, id="begins again at every place"),
        pytest.param("a{1,64}b", False, id="bounded"),
        pytest.param("a++b?", False, id="never goes back"),
    ],
)
def test_what_grows_out_of_proportion_is_told_from_what_does_not(
    pattern: str, *, is_hurt: bool
) -> None:
    found = hurt(re.compile(pattern), once=False, size=4 * SHORTEST, most=6)
    assert (found is not None) is is_hurt


MADE_OF_WHAT_IS_READ = ["backing_up.py", "lexicon.py"]
"""Files that compile a pattern out of words at hand, each of them escaped."""


def test_no_regular_expression_takes_more_than_its_share_of_a_long_text() -> None:
    asked = [sys.executable, "-m", "tests.patterns", "800", "6", "1"]
    done = subprocess.run(asked, cwd=LEDGER.parent, capture_output=True, check=True)
    found = json.loads(done.stdout)
    assert found["hurting"] == {}
    assert found["unseen"] == MADE_OF_WHAT_IS_READ
    assert found["patterns"] > 1_000
