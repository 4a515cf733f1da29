"""Everyday words of Chinese that name one thing, as 駕照 and 駕駛證, 計程車 and 出租車.

Two people choose one or the other, and on either side of the strait most people choose the same.
What is news, and has a name in English, stands in the glossary; these have to be alike only where
wordings are compared.
"""

from collections import defaultdict
from functools import cache
from operator import add

from ledger.text.tables import rows


def told_alike(asked: str, key: str) -> str:
    """A match key that says what another one asks for in the same words.

    Only the words of that other key are looked for, which are few.

    Args:
        asked: the match key of a query.
        key: that of any lines.
    """
    for form, first in sorted(_meant(asked), key=lambda pair: (-len(pair[0]), pair)):
        key = key.replace(form, first)
    return key


def _meant(asked: str) -> set[tuple[str, str]]:
    """Every other form of what a key names, each with the first."""
    begun = _by_beginning()
    found = {
        group
        for at, two in enumerate(map(add, asked, asked[1:]))
        if two in begun
        for form, group in begun[two]
        if asked.startswith(form, at)
    }
    return {(form, first) for first, *forms in found for form in forms}


@cache
def _by_beginning() -> dict[str, list[tuple[str, tuple[str, ...]]]]:
    """Every form with all that names the same, by its first two characters."""
    begun = defaultdict[str, list[tuple[str, tuple[str, ...]]]](list)
    for row in rows("ledger.matching", "synonyms.csv"):
        group = tuple(row["forms"].split("|"))
        for form in group:
            begun[form[:2]].append((form, group))
    return dict(begun)
