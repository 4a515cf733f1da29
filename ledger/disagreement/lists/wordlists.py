"""The lists of this room whose rows are a meaning and its words in both languages.

A list is ``data/NAME.csv``: columns that together say what its row means, then ``en`` and ``zh``
with the forms, a bar between them. One form may stand in several rows, and then means all of them.
"""

from collections.abc import Iterator
from functools import cache

from ledger.text.ahead import cut_ahead
from ledger.text.fold import folded
from ledger.text.phrases import PhraseTable, Row, units_of_each
from ledger.text.tables import rows

_ROOM = "ledger.disagreement"


def phrases_of(name: str) -> PhraseTable:
    """The forms of a list as phrases to be found, each under its meanings with spaces between."""
    meanings: dict[Row, dict[str, None]] = {}
    for row, (_, meaning) in zip(cut_ahead(_ROOM, name), _forms(name), strict=True):
        meanings.setdefault(row, {})[meaning] = None
    return PhraseTable((row, " ".join(found)) for row, found in meanings.items())


@cache
def meanings(identity: str, parts: int) -> tuple[tuple[str, ...], ...]:
    """Each meaning of a phrase in so many parts, those that want empty; none that only looks it."""
    split = ((*meaning.split(":"), *[""] * parts)[:parts] for meaning in identity.split(" "))
    return tuple(told for told in split if _ONLY_LOOKS_IT not in told)


_ONLY_LOOKS_IT = "none"


def cut_forms(name: str) -> list[Row]:
    """The units of every form of a list, in order."""
    keys = folded("|".join(form for form, _ in _forms(name))).key.split("|")
    return list(units_of_each(keys))


def _forms(name: str) -> Iterator[tuple[str, str]]:
    """Every form of a list with its meaning, whose parts have colons between."""
    for row in rows(_ROOM, f"{name}.csv"):
        english, chinese = row.pop("en"), row.pop("zh")
        meaning = ":".join(row.values())
        for form in filter(None, (*english.split("|"), *chinese.split("|"))):
            yield form, meaning
