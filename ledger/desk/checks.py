"""The checks there are, each with the level it has unless the house says otherwise."""

import csv
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

LEVELS = ("error", "warning", "note", "off")


@dataclass(frozen=True, slots=True)
class Check:
    """One check: its code, its level when the house says nothing, and what it finds."""

    code: str
    level: str
    meaning: str


@cache
def checks() -> dict[str, Check]:
    """Every check by its code, in the order they are told."""
    table = (files("ledger.desk") / "data" / "checks.csv").read_text("utf-8")
    rows = csv.DictReader(table.splitlines())
    return {row["code"]: Check(row["code"], row["level"], row["meaning"]) for row in rows}
