"""Names that can stand for one another: cities for cities, and never a city for its country."""

from collections import Counter

from ledger.disagreement.acts.filled import levels
from ledger.text.names import names
from ledger.text.tables import rows


def test_every_shipped_place_is_of_one_sort() -> None:
    places = {name.id for name in names() if name.kind == "place"}
    assert sorted(places - levels().keys()) == []


def test_no_place_is_of_two_sorts() -> None:
    listed = Counter(
        place
        for row in rows("ledger.disagreement", "places.csv")
        for place in row["place"].split("|")
    )
    assert [place for place, times in listed.items() if times > 1] == []


def test_a_city_is_not_of_the_sort_of_its_country() -> None:
    assert levels()["Doha"] == levels()["Busan"] != levels()["Qatar"] == levels()["South Korea"]
