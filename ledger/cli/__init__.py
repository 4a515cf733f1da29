"""The command line: one file per group of commands, heavy imports inside the commands."""

import atexit
import gc
import sys

from ledger.cli.diagnostics import run


def main() -> None:
    """Run ``factledger`` and end with its exit code."""
    from ledger.cli.app import app

    atexit.register(gc.freeze)  # else all that was loaded is gone through once more at the end
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    sys.exit(run(lambda: app(prog_name="factledger", standalone_mode=False)))
