"""The command line: one file per group of commands, heavy imports inside the commands."""

import atexit
import gc
import os
import sys
from pathlib import Path

from ledger.desk.garbage import collect_seldom_from_now_on


def main() -> None:
    """Run ``factledger`` and end with its exit code."""
    # No matrix is multiplied here, and to wake more threads takes longer than a search.
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
    collect_seldom_from_now_on()
    from ledger.cli.app import in_order, program
    from ledger.cli.diagnostics import run

    atexit.register(gc.freeze)  # else all that was loaded is gone through once more at the end
    for name in ("stdout", "stderr"):
        stream = getattr(sys, name)
        if stream is None:  # closed before the start, as a crontab may have it
            setattr(sys, name, Path(os.devnull).open("w", encoding="utf-8"))  # noqa: SIM115 - to the end
        elif hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    words = in_order(*sys.argv[1:])
    app = program(*words)
    sys.exit(run(lambda: app(words, prog_name="factledger", standalone_mode=False)))
