"""Signs that a text was converted between the Chinese scripts by machine, and went wrong.

A converter that reads 全网关注 as 全 + 网关 + 注 writes 全閘道器注. Nothing is ever converted back:
a hint tells the editor what the words may have been.
"""

import re
from functools import cache

from ledger.extraction.lexicon import any_of
from ledger.text.tables import rows


def conversion_hint(text: str) -> str | None:
    """What in a text looks machine-converted, and what it may have been."""
    found = _pattern().search(text)
    if found is None:
        return None
    return f"looks converted by machine: {found[0]} may have been {_meant()[found[0]]}"


@cache
def _meant() -> dict[str, str]:
    return {row["written"]: row["meant"] for row in rows("ledger.extraction", "conversion.csv")}


@cache
def _pattern() -> re.Pattern[str]:
    return re.compile(any_of(_meant()))
