"""The rejects file: the rows an import set aside, each with its reason, ready to be mended."""

from collections.abc import Iterable
from pathlib import Path

from ledger.errors import BadRow
from ledger.exchange.files import write_text
from ledger.exchange.jsonl import json_line


def write_rejects(path: Path, bad_rows: Iterable[BadRow]) -> None:
    """Write bad rows as JSON Lines: file, line, field (or null), reason, and the row as it stood.

    Raises:
        UnwritableFile: when the file cannot be written; an older one is then as it was.
    """
    write_text(path, "".join(f"{json_line(_described(row))}\n" for row in bad_rows))


def _described(row: BadRow) -> dict[str, object]:
    return {
        "file": str(row.path),
        "line": row.line,
        "field": row.field,
        "reason": row.reason,
        "row": row.raw,
    }
