"""Things under what they belong to."""

from ledger.gathering import gathered


def test_keys_and_what_they_hold_stand_in_the_order_they_came() -> None:
    found = gathered([("b", 2), ("a", 1), ("b", 1)])
    assert list(found.items()) == [("b", [2, 1]), ("a", [1])]
