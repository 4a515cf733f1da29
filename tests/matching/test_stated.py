"""The figures of a query that unread texts state, found by reading the likely ones."""

from ledger.matching import stated

QUERY = "The ferry carried 18 cars for a year and a half"


def test_a_text_states_a_figure_however_it_is_written() -> None:
    texts = ["Eighteen cars were on board", "It took 18 months", "It took 18 hours", "No ferry ran"]
    cars, months, hours, none = stated(QUERY, texts)
    assert months == {"quantity:18 month"}
    assert cars == {"number:18"}
    assert hours == none == frozenset()


def test_a_query_without_a_figure_has_nothing_read() -> None:
    assert stated("The ferry ran", ["It took 18 months"]) == [frozenset()]


def test_of_very_many_the_first_are_read() -> None:
    found = stated(QUERY, ["It took 18 months"] * 30)
    assert found == [frozenset({"quantity:18 month"})] * 20 + [frozenset()] * 10
