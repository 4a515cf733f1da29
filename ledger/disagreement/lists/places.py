"""Which sort of place each shipped one is: a country, a city, a strait.

They live in ``data/places.csv``. Two of one sort are two places; of two sorts the one may lie in
the other, or speak for it (Colombo, Sri Lanka).
"""

from functools import cache

from ledger.text.tables import rows


def sort_of_place(place: str) -> str:
    """The sort of a place; of one that is not shipped, its own."""
    return _sorts().get(place, place)


@cache
def _sorts() -> dict[str, str]:
    table = rows("ledger.disagreement", "places.csv")
    return {place: row["level"] for row in table for place in row["place"].split("|")}
