"""Two texts set against each other, each with what is known of its source."""

from datetime import date

import pytest

from ledger.desk.texts.comparing import relation, side_from
from ledger.errors import InvalidField


def test_two_texts_are_compared_with_spans() -> None:
    found = relation(side_from("It costs 40 million euros."), side_from("It costs 60 million."))
    assert found.relation in {"disagree", "not_comparable"}
    agreed = relation(side_from("a lead of 18 months"), side_from("a lead of a year and a half"))
    assert agreed.relation == "agree"
    (part,) = agreed.parts
    assert part["a"] == [10, 19]


def test_a_side_may_say_what_is_known_of_its_source() -> None:
    side = side_from({"text": "x", "speaker": "y", "outlet": "z", "said_on": "2025-12-01", "id": 7})
    assert (side.text, side.speaker, side.outlet) == ("x", "y", "z")
    assert side.said_on == date(2025, 12, 1)


@pytest.mark.parametrize(
    "given",
    [
        pytest.param({}, id="no text"),
        pytest.param({"text": ""}, id="empty text"),
        pytest.param({"text": "x", "said_on": "soon"}, id="no date"),
        pytest.param({"text": "x", "speaker": 7}, id="a number for a name"),
    ],
)
def test_a_side_that_is_not_well_formed_is_refused(given: dict[str, object]) -> None:
    with pytest.raises(InvalidField):
        side_from(given)
