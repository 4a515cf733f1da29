"""The units shipped beside tables of forms; ``python -m tests.text.cutting`` writes them anew."""

from collections.abc import Iterable
from pathlib import Path

import ledger
from ledger.disagreement.lists import wordlists
from ledger.text import names, terms
from ledger.text.phrases import Row

PACKAGE = Path(ledger.__file__).parent


def shipped() -> dict[Path, Iterable[Row]]:
    """Each file, and the units that belong in it."""
    return {
        PACKAGE / "text/data/names.units": names.cut_forms(names.shipped_names()),
        PACKAGE / "text/data/terms.units": terms.cut_forms(terms.shipped_terms()),
        **{
            PACKAGE / f"disagreement/data/{name}.units": wordlists.cut_forms(name)
            for name in ("signals", "outcomes", "cues", "siblings")
        },
    }


def as_shipped(rows: Iterable[Row]) -> str:
    """Units as the file holds them."""
    return "".join(f"{row}\n" for row in rows)


if __name__ == "__main__":
    for file, rows in shipped().items():
        file.write_text(as_shipped(rows), encoding="utf-8")
