"""Every regular expression of the program, and the texts that hurt each of them most.

A pattern is hurt where a repetition can begin at every place of a long text and fails at its end:
each repetition in it is fed its own body again and again, after what must stand before it.
``python -m tests.patterns LENGTH MOST OF_EACH`` looks at all of them.
"""

import ast
import importlib
import json
import pkgutil
import re
import sys
from collections.abc import Iterator
from functools import _lru_cache_wrapper, cache
from inspect import signature
from pathlib import Path
from time import process_time
from typing import Any

sre: Any = importlib.import_module("re._constants")
sre_parser: Any = importlib.import_module("re._parser")

LEDGER = Path(__file__).parents[1] / "ledger"
LAZILY = "ledger.text.patterns"
"""The module whose patterns are compiled when they are first used: here, when they are made."""
COMPILE = {"re.compile", "lazily"}
COMMON = ("a", "1", " ", "中", "\n", "1,", "a ")
LONGEST_CALL = 25
"""Lines a call that compiles may take."""
SHORTEST = 800
"""Characters from which a growth can be told from the noise."""
QUICK = 1e-7
"""CPU seconds a character under which nobody need look closer."""
WORST = 8.0
"""A text four times as long may take so many times as long; what is quadratic takes sixteen."""
ROUNDS = 40
"""Times a suspicion is looked into: what else the machine does ends some time, a growth never."""


def call_sites() -> set[tuple[str, int]]:
    """Where the program compiles a pattern: file and line."""
    return {
        (str(path), node.lineno)
        for path in LEDGER.rglob("*.py")
        if not str(path.with_suffix("")).endswith(LAZILY.replace(".", "/"))
        if any(map(path.read_text(encoding="utf-8").__contains__, COMPILE))
        for node in ast.walk(_parsed(str(path)))
        if isinstance(node, ast.Call) and ast.unparse(node.func) in COMPILE
    }


def watched() -> dict[tuple[str, int], set[re.Pattern[str]]]:
    """Note from now on what the program compiles, and where; to be called before it is imported."""
    found: dict[tuple[str, int], set[re.Pattern[str]]] = {}
    compile_ = re.compile

    def noted(pattern: Any, flags: Any = 0) -> re.Pattern[Any]:  # noqa: ANN401 - as the original
        made = compile_(pattern, flags)
        frame = sys._getframe(1)  # noqa: SLF001 - who calls
        if frame.f_code.co_filename.startswith(str(LEDGER)):
            found.setdefault((frame.f_code.co_filename, frame.f_lineno), set()).add(made)
        return made

    re.compile = noted
    importlib.import_module(LAZILY).lazily = noted  # type: ignore[attr-defined,unused-ignore]
    return found


def pieces(pattern: re.Pattern[str], most: int) -> list[tuple[str, str]]:
    """What hurts when it is repeated, and what must stand before it; none where nothing repeats.

    A table of names makes a pattern of thousands of repetitions alike: so many are taken of them.
    """
    tree = sre_parser.parse(pattern.pattern, pattern.flags & ~re.DEBUG)
    found = {(before, piece) for before, piece in _bodies(tree) if piece}
    if not found:
        return []
    alone = {("", piece) for piece in (*COMMON, *(piece for _, piece in found))}
    every = sorted(found | alone)
    return every[:: -(-len(every) // most)]


def repeated(before: str, piece: str, length: int) -> str:
    """A text of that length that hurts, and ends on what nothing expects."""
    return before + (piece * (length // len(piece) + 1))[:length] + "\0"


def _bodies(tree: Any, before: str = "") -> Iterator[tuple[str, str]]:  # noqa: ANN401 - sre's tree
    """Of every repetition: an example of what stands before it, and one of its body."""
    for op, argument in tree:
        if op in {sre.MAX_REPEAT, sre.MIN_REPEAT, sre.POSSESSIVE_REPEAT}:
            low, high, body = argument
            example = _example(body)
            if high > 8:
                yield before, example
            yield from _bodies(body, before)
            before += example * low
        elif op is sre.SUBPATTERN:
            yield from _bodies(argument[-1], before)
            before += _example(argument[-1])
        elif op is sre.BRANCH:
            for branch in argument[1]:
                yield from _bodies(branch, before)
            before += _example(argument[1][0])
        elif op in {sre.ASSERT, sre.ASSERT_NOT}:
            yield from _bodies(argument[1], before)
        elif op is sre.ATOMIC_GROUP:
            yield from _bodies(argument, before)
            before += _example(argument)
        else:
            before += _example([(op, argument)])


def _example(tree: Any) -> str:  # noqa: ANN401 - as above
    """The shortest text of the first way to match."""
    return "".join(_one(op, argument) for op, argument in tree)


def _one(op: Any, argument: Any) -> str:  # noqa: ANN401, PLR0911 - one line for each kind
    if op is sre.LITERAL:
        return chr(argument)
    if op is sre.NOT_LITERAL:
        return "b" if chr(argument) == "a" else "a"
    if op is sre.ANY:
        return "a"
    if op is sre.IN:
        return _member(argument)
    if op in {sre.MAX_REPEAT, sre.MIN_REPEAT, sre.POSSESSIVE_REPEAT}:
        return _example(argument[2]) * int(argument[0])
    if op is sre.SUBPATTERN:
        return _example(argument[-1])
    if op is sre.ATOMIC_GROUP:
        return _example(argument)
    if op is sre.BRANCH:
        return _example(argument[1][0])
    return ""


_CATEGORIES = {
    sre.CATEGORY_DIGIT: "1",
    sre.CATEGORY_SPACE: " ",
    sre.CATEGORY_WORD: "a",
    sre.CATEGORY_NOT_DIGIT: "a",
    sre.CATEGORY_NOT_SPACE: "a",
    sre.CATEGORY_NOT_WORD: "-",
}


def _member(members: Any) -> str:  # noqa: ANN401 - as above
    """One character of a class."""
    kind, value = members[0]
    if kind is sre.NEGATE:
        return next(c for c in "a1 -中\n~" if not _has(members[1:], c))
    if kind is sre.LITERAL:
        return chr(value)
    if kind is sre.RANGE:
        return chr(value[0])
    return str(_CATEGORIES[value])


def _has(members: Any, character: str) -> bool:  # noqa: ANN401 - as above
    return any(
        (kind is sre.LITERAL and chr(value) == character)
        or (kind is sre.RANGE and value[0] <= ord(character) <= value[1])
        or (kind is sre.CATEGORY and _CATEGORIES[value] == character)
        for kind, value in members
    )


def anchored(path: str, line: int) -> bool:
    """Whether what is compiled there is only ever asked to match at one place."""
    names = {
        name
        for statement in _parsed(path).body
        if statement.lineno <= line <= (statement.end_lineno or line)
        for name in _names_given(statement)
    }
    loops = {
        name
        for iterated, targets in _loops(path)
        if any(_means(node, names) for node in iterated)
        for name in targets
    }
    asked = {node.attr for node in _attributes(path) if _means(node.value, names | loops)}
    return bool(asked) and asked <= {"match", "fullmatch"}


@cache
def _parsed(path: str) -> ast.Module:
    return ast.parse(Path(path).read_text(encoding="utf-8"))


@cache
def _loops(path: str) -> list[tuple[list[ast.AST], list[str]]]:
    """Of every loop: what it goes over, and the names it gives."""
    return [
        (
            [loop.iter, *ast.iter_child_nodes(loop.iter)],
            [name.id for name in ast.walk(loop.target) if isinstance(name, ast.Name)],
        )
        for loop in ast.walk(_parsed(path))
        if isinstance(loop, ast.For | ast.comprehension)
    ]


@cache
def _attributes(path: str) -> list[ast.Attribute]:
    return [node for node in ast.walk(_parsed(path)) if isinstance(node, ast.Attribute)]


def _names_given(statement: ast.stmt) -> set[str]:
    """What a statement of a module gives a name to."""
    if isinstance(statement, ast.FunctionDef):
        return {statement.name}
    targets = statement.targets if isinstance(statement, ast.Assign) else []
    targets = [statement.target] if isinstance(statement, ast.AnnAssign) else targets
    return {n.id for target in targets for n in ast.walk(target) if isinstance(n, ast.Name)}


def _means(node: ast.AST, names: set[str]) -> bool:
    """Whether an expression is one of these names, or calls it with nothing."""
    named = node.func if isinstance(node, ast.Call) and not node.args else node
    return isinstance(named, ast.Name) and named.id in names


def imported() -> dict[tuple[str, int], set[re.Pattern[str]]]:
    """Import all of the program, and call whatever is made once and kept; what that compiled."""
    found = watched()
    for module in pkgutil.walk_packages([str(LEDGER)], "ledger."):
        if not module.name.endswith("__main__"):
            for member in vars(importlib.import_module(module.name)).values():
                if isinstance(member, _lru_cache_wrapper) and not signature(member).parameters:
                    member()
    return found


def seconds(pattern: re.Pattern[Any], text: str, *, once: bool) -> float:
    """CPU time to find everything a pattern finds in a text, or to match it at one place."""
    whole = text if isinstance(pattern.pattern, str) else text.encode()
    begun = process_time()
    if once:
        pattern.match(whole)
    else:
        for _ in pattern.finditer(whole):
            pass
    return process_time() - begun


def survey(size: int, most: int, of_each: int) -> dict[str, Any]:
    """All patterns over all that hurts: how many there are, which are hurt, which were not made.

    Args:
        size: characters of the texts.
        most: texts tried of one pattern.
        of_each: patterns tried of one place that makes them from a table.
    """
    found = imported()
    seen = set(found)
    return {
        "patterns": sum(map(len, found.values())),
        "unseen": sorted(
            {
                Path(path).name
                for path, line in call_sites()
                if not any(path == made and 0 <= at - line < LONGEST_CALL for made, at in seen)
            }
        ),
        "hurting": {
            f"{path}:{line}": beginning
            for (path, line), patterns in found.items()
            for pattern in sorted(patterns, key=lambda made: made.pattern)[:of_each]
            if (beginning := hurt(pattern, once=anchored(path, line), size=size, most=most))
        },
    }


def hurt(pattern: re.Pattern[str], *, once: bool, size: int, most: int) -> str | None:
    """The beginning of a text whose length costs more than its share; ``None`` for none.

    Shorter ones come first: what is quadratic is seen before it takes hours.
    """
    for before, piece in pieces(pattern, most):
        for length in (size // 64, size // 8, size):
            long = repeated(before, piece, length)
            if length >= SHORTEST and seconds(pattern, long, once=once) > QUICK * length:
                short = repeated(before, piece, length // 4)
                if outgrows(pattern, long, short, once=once):
                    return long[:40]
    return None


def outgrows(pattern: re.Pattern[str], long: str, short: str, *, once: bool) -> bool:
    """Whether the longer text takes out of all proportion, however often both are measured."""
    at_best = {text: seconds(pattern, text, once=once) for text in (long, short)}
    for done in range(ROUNDS):
        for text, best in at_best.items():
            at_best[text] = min(best, seconds(pattern, text, once=once))
        if done and at_best[long] <= WORST * at_best[short]:
            return False
    return True


if __name__ == "__main__":  # in a process of its own, which has imported nothing yet
    print(json.dumps(survey(*map(int, sys.argv[1:]))))  # noqa: T201 - its output
