"""Sorts of places: cities stand beside cities, and never a city beside its country."""

from collections import Counter

from ledger.disagreement.lists.places import sort_of_place
from ledger.text.names import names
from ledger.text.tables import rows


def test_every_shipped_place_is_of_one_sort() -> None:
    listed = Counter(
        place
        for row in rows("ledger.disagreement", "places.csv")
        for place in row["place"].split("|")
    )
    places = {name.id for name in names() if name.kind == "place"}
    assert sorted(places - listed.keys()) == []
    assert [place for place, times in listed.items() if times > 1] == []


def test_a_city_is_not_of_the_sort_of_its_country() -> None:
    doha, busan, qatar, korea = map(sort_of_place, ("Doha", "Busan", "Qatar", "South Korea"))
    assert doha == busan != qatar == korea


def test_a_place_that_is_not_shipped_is_of_its_own_sort() -> None:
    assert sort_of_place("Marrowick") == "Marrowick"
