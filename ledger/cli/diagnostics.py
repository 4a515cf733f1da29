"""Everything on standard error, and what the program ends with."""

import os
import sys
from collections.abc import Callable
from enum import IntEnum

from typer import Abort, Exit, TyperException

from ledger.errors import LedgerError
from ledger.text.display import show_line


class ExitCode(IntEnum):
    """What the program ends with. Other programs rely on these."""

    DONE = 0
    PROBLEMS = 1
    USAGE = 2
    STORE = 3
    INTERRUPTED = 130


def complain(message: str) -> None:
    """One plain line for a person, with nothing in it that could drive the terminal."""
    sys.stderr.write(f"factledger: {show_line(message)}\n")


def run(program: Callable[[], object]) -> int:
    """Run the program and turn every ending into one line and one code."""
    try:
        ending = program()
    except LedgerError as error:
        complain(str(error))
        return error.exit_code
    except Exit as stop:
        return stop.exit_code
    except (Abort, KeyboardInterrupt):
        complain("interrupted; nothing of this act was written")
        return ExitCode.INTERRUPTED
    except BrokenPipeError:
        # The reader of our output has gone; what is left in the buffer has nowhere to go either.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return ExitCode.DONE
    except TyperException as error:
        complain(_usage(error))
        return ExitCode.USAGE
    return ending if isinstance(ending, int) else ExitCode.DONE


def _usage(error: TyperException) -> str:
    message = getattr(error, "format_message", lambda: str(error))()
    context = getattr(error, "ctx", None)
    command = context.command_path if context is not None else "factledger"
    return f"{message} Try '{command} --help'."
