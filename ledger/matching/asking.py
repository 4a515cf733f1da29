"""How a question is put in Chinese: 如何, 怎樣 and 怎麼辦 ask for one thing, and 請問 for none."""

import csv
from functools import cache
from importlib.resources import files


def asked_alike(key: str) -> str:
    """A match key in which one character stands for each way of asking the same.

    Those ways are of two to four characters, which would else tell as much as what is asked about;
    and two people hardly choose the same.
    """
    for form, stands_for in _forms():
        key = key.replace(form, stands_for)
    return key


@cache
def _forms() -> tuple[tuple[str, str], ...]:
    """Every form with what stands for it, longest first."""
    source = files("ledger.matching").joinpath("data/asking.csv").read_text(encoding="utf-8")
    rows = list(csv.reader(source.splitlines()))[1:]
    found = [(form, stands_for) for stands_for, forms in rows for form in forms.split("|")]
    return tuple(sorted(found, key=lambda row: (-len(row[0]), row)))
