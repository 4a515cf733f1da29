"""The program and its commands: all for ``--help``, else the one that is asked for alone."""

from functools import cache
from importlib import import_module
from typing import Annotated, Any

import typer

from ledger import __version__
from ledger.cli import output
from ledger.cli.options import help_when_alone
from ledger.cli.taken import Command, Group

COMMANDS = {
    "demo": ("demo",),
    "ui": ("ui",),
    "record": ("add",),
    "importing": ("import", "export"),
    "extract": ("extract",),
    "inbox": ("inbox",),
    "read": ("quantities", "compare"),
    "look": ("match", "find", "show", "conflicts", "history"),
    "decide": ("decide", "assign", "reopen", "flag", "attach", "split", "undo", "redo"),
    "review": ("review",),
    "care": ("merge", "rename", "topic", "note", "link"),
    "verdict": ("verdict", "copy"),
    "forecasts": ("forecasts", "due", "settle"),
    "report": ("report",),
    "policy": ("policy",),
    "names": ("speakers", "outlets"),
    "integrity": ("check", "verify", "reread", "rescan"),
    "backup": ("backup", "restore"),
}
"""The commands of each module, in the order ``--help`` shows them."""
GROUPS = {"alias": "names", "db": "database", "scale": "verdict"}
"""Commands that have commands of their own, and the module of each."""
_IN_FRONT = {"--db", "--as"}
"""Options that may stand before the command."""


def in_order(*words: str) -> list[str]:
    """The words typed, with what says whose ledger it is and who sits at it behind the command.

    People write it in front, as other programs have it; here every command has its own. Where no
    command is named, no word is left, and help is shown.
    """
    left = list(words)
    first: list[str] = []
    while left and left[0].partition("=")[0] in _IN_FRONT:
        first += [left.pop(0) for _ in range(1 if "=" in left[0] else 2) if left]
    command = 2 if left[:1] and left[0] in GROUPS else 1
    return [*left[:command], *first, *left[command:]] if left else []


def program(*words: str) -> typer.Typer:
    """The program, to be called with these words.

    Building every command takes as long as a short one runs, so where the first word names one, it
    is the only one there is.
    """
    known = {*GROUPS, *(name for names in COMMANDS.values() for name in names)}
    return _built(words[0] if words and words[0] in known else None)


@cache
def _built(only: str | None) -> typer.Typer:
    app = typer.Typer(
        name="factledger",
        cls=Group,
        epilog="Start with 'factledger demo'. Every command explains itself with --help.",
        rich_markup_mode=None,
        pretty_exceptions_enable=False,
        add_completion=False,
        context_settings={"help_option_names": ["-h", "--help"]},
    )
    app.callback(invoke_without_command=True)(_program)
    for module, names in COMMANDS.items():
        for name in names:
            if only in {None, name}:
                app.command(name, cls=Command)(_module(module).COMMANDS[name])
    for name, module in GROUPS.items():
        if only in {None, name}:
            app.add_typer(_module(module).GROUP, name=name)
    return app


def _module(name: str) -> Any:  # noqa: ANN401 - a module has no narrower type
    return import_module(f"ledger.cli.{name}")


def _version(asked: bool) -> None:
    if asked:
        output.line(f"factledger {__version__}")
        raise typer.Exit


def _program(
    context: typer.Context,
    version: Annotated[  # noqa: ARG001 - its callback has answered by then
        bool, typer.Option("--version", callback=_version, is_eager=True, help="Print the version.")
    ] = False,
) -> None:
    """Who said what, where and when, and where sources differ."""
    help_when_alone(context)
