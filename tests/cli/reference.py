"""The command reference in the README; ``python -m tests.cli.reference`` writes it anew."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any, TypeAlias

from typer.main import get_command

from ledger.cli.app import program

Command: TypeAlias = Any
Parameter: TypeAlias = Any
"""As Typer builds them; the classes are its own."""

README = Path(__file__).parents[2] / "README.md"
BEGIN, END = "<!-- cli reference -->\n", "<!-- end of cli reference -->\n"

EVERYWHERE = ("--db", "--as")
"""Options that mean the same in every command, explained once."""


def commands() -> dict[tuple[str, ...], Command]:
    """Every command by its words."""
    return dict(_commands_of((), get_command(program())))


def reference() -> str:
    """Every command with its arguments and options, as Markdown."""
    found = commands()
    common = [row for row in _rows(found["add",]) if row[0].split()[0] in EVERYWHERE]
    head = "Every command that opens a ledger takes these two:\n"
    parts = (_part(words, found[words], common) for words in found)
    return "\n".join([head, _block(common), *parts])


def with_reference(readme: str) -> str:
    """The README with the reference as the program gives it now."""
    head, rest = readme.split(BEGIN)
    return f"{head}{BEGIN}\n{reference()}\n{END}{rest.split(END)[1]}"


def _commands_of(
    words: tuple[str, ...], command: Command
) -> Iterator[tuple[tuple[str, ...], Command]]:
    subcommands = getattr(command, "commands", None)
    if subcommands is None:
        yield words, command
    else:
        for name, subcommand in subcommands.items():
            yield from _commands_of((*words, name), subcommand)


def _part(words: tuple[str, ...], command: Command, common: list[tuple[str, str]]) -> str:
    arguments = (p for p in command.params if p.param_type_name == "argument")
    usage = [_argument(argument) for argument in arguments]
    title = " ".join(["factledger", *words, *usage])
    rows = [row for row in _rows(command) if row not in common]
    explained = f"\n{_block(rows)}" if rows else ""
    return f"#### `{title}`\n\n{command.help}\n{explained}"


def _argument(parameter: Parameter) -> str:
    name = f"{parameter.metavar}{'...' if parameter.nargs == -1 else ''}"
    return name if parameter.required else f"[{name}]"


def _rows(command: Command) -> list[tuple[str, str]]:
    """What each argument and option is called, and what it means."""
    return [
        (" ".join([", ".join(p.opts), p.metavar or ""]).strip(), _meaning(p))
        if p.param_type_name == "option"
        else (p.metavar, p.help)
        for p in command.params
        if p.name != "help"
    ]


def _meaning(parameter: Parameter) -> str:
    notes = ["Required."] if parameter.required else []
    if parameter.envvar:
        notes.append(f"Also from {parameter.envvar}.")
    if parameter.default is not None and not parameter.is_flag:
        notes.append(f"{parameter.default} when left out.")
    return " ".join([parameter.help, *notes])


def _block(rows: list[tuple[str, str]]) -> str:
    width = max(len(name) for name, _ in rows)
    lines = "".join(f"{name.ljust(width)}  {meaning}\n" for name, meaning in rows)
    return f"```text\n{lines}```\n"


if __name__ == "__main__":
    README.write_text(
        with_reference(README.read_text(encoding="utf-8")), encoding="utf-8", newline="\n"
    )
