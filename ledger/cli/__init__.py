"""The command line: one file per group of commands, heavy imports inside the commands."""

import atexit
import gc
import os
import sys

from ledger.desk.garbage import collect_seldom_from_now_on


def main() -> None:
    """Run ``factledger`` and end with its exit code."""
    # No matrix is multiplied here, and to wake more threads takes longer than a search.
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
    collect_seldom_from_now_on()
    from ledger.cli.app import program
    from ledger.cli.diagnostics import run

    atexit.register(gc.freeze)  # else all that was loaded is gone through once more at the end
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    app = program(*sys.argv[1:])
    sys.exit(run(lambda: app(prog_name="factledger", standalone_mode=False)))
