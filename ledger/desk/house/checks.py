"""The checks there are, each with the level it has unless the house says otherwise."""

from dataclasses import dataclass
from functools import cache

from ledger.text.tables import rows

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
    return {row["code"]: Check(**row) for row in rows("ledger.desk.house", "checks.csv")}
