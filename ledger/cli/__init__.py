"""The command line: one file per group of commands, heavy imports inside the commands."""

import sys

from ledger.cli.diagnostics import run


def main() -> None:
    """Run ``factledger`` and end with its exit code."""
    from ledger.cli.app import app

    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    sys.exit(run(lambda: app(prog_name="factledger", standalone_mode=False)))
