"""Everything on standard error, and what the program ends with."""

import os
import sys
from collections.abc import Callable
from enum import IntEnum
from typing import Any, NoReturn

from typer import Abort, Exit, TyperException

from ledger.errors import LedgerError, reason_of
from ledger.text.display import show_line


class ExitCode(IntEnum):
    """What the program ends with. Other programs rely on these."""

    DONE = 0
    PROBLEMS = 1
    USAGE = 2
    STORE = 3
    INTERRUPTED = 130


_OURS = {
    "Value error, ": "",
    "Input should be": "must be",
    "a valid integer, unable to parse string as an integer": "a whole number",
    "greater than or equal to": "at least",
    "less than or equal to": "at most",
}
"""Words of Pydantic in a usage error, and ours."""
_EXTRA = "Got unexpected extra argument(s)"
_TEXTS = {"TEXT", "A", "WORDING", "TOPIC", "NAME"}
"""What stands for words of one's own in a command's usage."""


def say(message: str) -> None:
    """One plain line for a person, with nothing in it that could drive the terminal."""
    sys.stderr.write(f"factledger: {show_line(message)}\n")


def run(program: Callable[[], object]) -> int:
    """Run the program and turn every ending into at most one line and one code."""
    code: int = ExitCode.DONE
    try:
        ending = program()
        sys.stdout.flush()
        code = ending if isinstance(ending, int) else code
    except LedgerError as error:
        say(str(error))
        code = error.exit_code
    except Exit as stop:
        code = stop.exit_code
    except (Abort, KeyboardInterrupt):
        code = ExitCode.INTERRUPTED
    except (BrokenPipeError, SystemExit):
        # The reader of our output has gone, as `head` does. Typer makes that a SystemExit.
        _forget_output()
    except OSError as error:
        if error.filename is None:
            _forget_output()
        say(f"{error.filename or 'standard output'}: {reason_of(error)}")
        code = ExitCode.USAGE
    except TyperException as error:
        say(_usage(error))
        code = ExitCode.USAGE
    if code == ExitCode.INTERRUPTED:
        say("interrupted; what was not finished was not written")
    return code


def end_at_once(code: ExitCode) -> NoReturn:
    """End without waiting for threads that hang in a server; what they began is its to undo."""
    sys.stdout.flush()
    sys.stderr.flush()
    os._exit(code)


def _forget_output() -> None:
    """What is left in the buffer has nowhere to go, and must not be tried again at exit."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, sys.stdout.fileno())
    os.close(nowhere)


def _usage(error: TyperException) -> str:
    message = str(getattr(error, "format_message", lambda: str(error))())
    plain = message.removeprefix("Invalid value: ").rstrip(".")
    for theirs, ours in _OURS.items():
        plain = plain.replace(theirs, ours)
    wanting = getattr(error, "param", None)
    if plain.startswith("Missing argument") and wanting is not None:
        plain = f"{plain} ({_within(wanting.help.rstrip('.'))})"
    context = getattr(error, "ctx", None)
    command = context.command_path if context is not None else "factledger"
    if plain.startswith(_EXTRA):
        plain = f"unexpected '{plain.removeprefix(_EXTRA).strip(' ()')}'{_of_quotes(context)}"
    end = "" if plain.endswith("?") else ";"
    return f"{_within(plain)}{end} try '{command} --help'"


def _of_quotes(context: Any) -> str:  # noqa: ANN401 - Typer does not export its contexts' class
    """What is forgotten most often, where a command takes a text at all."""
    params = context.command.params
    taken = {param.metavar for param in params if param.param_type_name == "argument"}
    return "; a text of several words belongs in quotes" if taken & _TEXTS else ""


def _within(sentence: str) -> str:
    """A sentence as it stands within another; a reference or an acronym keeps its capital."""
    is_word = sentence[1:2].islower() or sentence.startswith("A ")
    return sentence[:1].lower() + sentence[1:] if is_word else sentence
