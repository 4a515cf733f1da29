"""What each Chinese script writes otherwise; ``python -m tests.text.scripts`` writes the table.

Which characters go by their neighbours is in no interface of OpenCC: those rows are kept, and come
from its dictionaries of phrases.
"""

import csv
from collections.abc import Iterable
from io import StringIO
from pathlib import Path

from opencc import OpenCC

import ledger

FILE = Path(ledger.__file__).parent / "text/data/scripts.csv"
CONVERSIONS = {"traditional": "t2s", "simplified": "s2t"}
_HEAD = ("script", "when", "characters")
_CHINESE = (*range(0x3400, 0x4DC0), *range(0x4E00, 0xA000), *range(0x20000, 0x2F800))
"""All but those that stand for others, which may be any."""


def by_neighbour() -> dict[str, str]:
    """The characters of each script whose neighbours settle whether the other has another."""
    with FILE.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    return {row["script"]: row["characters"] for row in rows if row["when"] == "by_neighbour"}


def always(script: str, but: Iterable[str]) -> str:
    """The characters for which the other script has another, whatever stands beside them."""
    written = "\n".join(map(chr, _CHINESE))
    others = OpenCC(CONVERSIONS[script]).convert(written)
    pairs = zip(written.split("\n"), others.split("\n"), strict=True)
    return "".join(one for one, other in pairs if one != other and one not in but)


def shipped() -> str:
    """The whole table."""
    table = StringIO()
    rows = csv.writer(table, lineterminator="\n")
    rows.writerow(_HEAD)
    for script, characters in by_neighbour().items():
        rows.writerow((script, "always", always(script, characters)))
        rows.writerow((script, "by_neighbour", characters))
    return table.getvalue()


if __name__ == "__main__":
    FILE.write_text(shipped(), encoding="utf-8")
