"""The house rules a machine can check: what stands where, who may call whom, what is explained."""

import ast
import re
import shutil
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from graphlib import TopologicalSorter
from importlib.metadata import packages_distributions
from pathlib import Path

import pytest

HOUSE = Path(__file__).parents[1]
TOP = {"README.md", "fixtures", "ledger", "migrations", "pyproject.toml", "tests"}
ROOMS = ("text", "quantities", "matching", "disagreement", "extraction", "report")
OUTSIDE = ("alembic", "ledger.model", "rich", "sqlalchemy", "sqlmodel", "textual", "typer")
MODULES = sorted((HOUSE / "ledger").rglob("*.py"))
MACHINE_PATH = re.compile(r"/(?:home|root|Users|work|opt|srv|mnt)/[a-z]|[A-Z]:\\Users\\")


def _name(path: Path) -> str:
    return path.relative_to(HOUSE).as_posix()


def _kept_files() -> list[str]:
    """Every file under version control, or that would be."""
    if shutil.which("git") is None:
        pytest.skip("no git here to ask")
    listed = subprocess.run(
        ["git", "ls-files", "--cached", "--others", "--exclude-standard", "-z"],
        cwd=HOUSE,
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    if listed.returncode:
        pytest.skip("not in a checkout")
    return [name for name in listed.stdout.split("\0") if name and (HOUSE / name).exists()]


def test_the_top_level_holds_six_names() -> None:
    top = {name.split("/")[0] for name in _kept_files()}
    assert {name for name in top if not name.startswith(".")} == TOP


def test_no_file_names_a_machine() -> None:
    texts = (
        name
        for name in _kept_files()
        if name.endswith((".py", ".md", ".toml", ".j2", ".mako")) or name.startswith(".ci/")
    )
    found = {
        name: MACHINE_PATH.findall((HOUSE / name).read_text(encoding="utf-8")) for name in texts
    }
    assert {name: paths for name, paths in found.items() if paths} == {}


@pytest.mark.parametrize("path", MODULES, ids=_name)
def test_a_module_is_explained_and_reads_in_one_sitting(path: Path) -> None:
    source = path.read_text(encoding="utf-8")
    module = ast.parse(source)
    assert ast.get_docstring(module)
    assert source.count("\n") <= 500
    assert [name for name, node in _public(module) if not ast.get_docstring(node)] == []


def _public(module: ast.Module) -> list[tuple[str, ast.FunctionDef | ast.ClassDef]]:
    """Public functions and classes of a module, and the public methods of those classes.

    What only tells another signature of one is explained where that stands.
    """
    found: list[tuple[str, ast.FunctionDef | ast.ClassDef]] = []
    for node in module.body:
        if isinstance(node, ast.FunctionDef | ast.ClassDef) and not node.name.startswith("_"):
            if "overload" in map(ast.unparse, node.decorator_list):
                continue
            found.append((node.name, node))
            members = node.body if isinstance(node, ast.ClassDef) else []
            found += [
                (f"{node.name}.{member.name}", member)
                for member in members
                if isinstance(member, ast.FunctionDef) and not member.name.startswith("_")
            ]
    return found


def test_the_layers_hold() -> None:
    script = "from importlinter.cli import lint_imports; raise SystemExit(lint_imports())"
    checked = subprocess.run(
        [sys.executable, "-c", script],
        cwd=HOUSE,
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert checked.returncode == 0, checked.stdout


def test_no_files_import_each_other_in_a_circle() -> None:
    """Nor for their types alone: what needs each other cannot be read one after the other."""
    ours = {".".join(path.relative_to(HOUSE).with_suffix("").parts): path for path in MODULES}
    needed = {name: {*_imported_names(path)} & ours.keys() for name, path in ours.items()}
    assert list(TopologicalSorter(needed).static_order())


def _imported_names(path: Path) -> Iterator[str]:
    """Everything a file imports, and what each may be besides a name in a module: a module."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.ImportFrom) and node.module:
            yield from (node.module, *(f"{node.module}.{one.name}" for one in node.names))


def test_what_is_imported_is_asked_for_by_name() -> None:
    """What another library brings today it may bring in another version tomorrow, or not at all."""
    project = tomllib.loads((HOUSE / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    extras = project["optional-dependencies"]
    asked = [*project["dependencies"], *extras["postgres"], *extras["html"], *extras["cluster"]]
    known = {_plain(re.split(r"[^\w.-]", one)[0]) for one in asked}
    brought = packages_distributions()
    imported = {name.split(".")[0] for path in MODULES for name in _imports(path)}
    outside = imported - sys.stdlib_module_names - {"ledger"}
    unasked = {name for name in outside if not known & {*map(_plain, brought.get(name, [name]))}}
    assert unasked == set()


def _plain(distribution: str) -> str:
    """A distribution by its name as registries compare it."""
    return re.sub(r"[-_.]+", "-", distribution).lower()


def _imports(path: Path) -> list[str]:
    nodes = [*ast.walk(ast.parse(path.read_text(encoding="utf-8")))]
    plain = [one.name for node in nodes if isinstance(node, ast.Import) for one in node.names]
    return [*plain, *(node.module or "" for node in nodes if isinstance(node, ast.ImportFrom))]


@pytest.mark.parametrize("room", ROOMS)
def test_a_pure_room_brings_no_database_and_no_screen(room: str) -> None:
    """Static layers do not see an import inside a function; a fresh process does."""
    script = (
        "import importlib, pkgutil, sys\n"
        f"import ledger.{room} as room\n"
        "for found in pkgutil.walk_packages(room.__path__, room.__name__ + '.'):\n"
        "    importlib.import_module(found.name)\n"
        f"print(*(name for name in {OUTSIDE} if name in sys.modules))"
    )
    seen = subprocess.run(
        [sys.executable, "-c", script], cwd=HOUSE, capture_output=True, encoding="utf-8", check=True
    )
    assert seen.stdout.split() == []
