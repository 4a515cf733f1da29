"""How a question is put in Chinese: 如何, 怎樣 and 怎麼辦 ask for one thing, and 請問 for none."""

import re
from functools import cache

from ledger.text.tables import rows


def asked_alike(key: str) -> str:
    """A match key in which one character stands for each way of asking the same.

    Those ways are of two to four characters, which would else tell as much as what is asked about;
    and two people hardly choose the same.
    """
    if _any().search(key) is not None:
        for form, stands_for in _forms():
            key = key.replace(form, stands_for)
    return key


@cache
def _any() -> re.Pattern[str]:
    """Any form: most keys hold none, and this is one look instead of thirty."""
    return re.compile("|".join(form for form, _ in _forms()))


@cache
def _forms() -> tuple[tuple[str, str], ...]:
    """Every form with what stands for it, longest first."""
    found = [
        (form, row["stands_for"])
        for row in rows("ledger.matching", "asking.csv")
        for form in row["forms"].split("|")
    ]
    return tuple(sorted(found, key=lambda row: (-len(row[0]), row)))
