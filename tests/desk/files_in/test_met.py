"""What a file has brought before is never taken for new, and what is new hardly ever for old."""

from hypothesis import given
from hypothesis import strategies as st

from ledger.desk.files_in.met import Met

IDS = st.lists(st.text(), unique=True)


@given(st.lists(IDS))
def test_none_that_came_before_is_missed(batches: list[list[str]]) -> None:
    met, before = Met(), set[str]()
    for batch in batches:
        assert before.intersection(batch) <= set(met.perhaps(batch))
        before.update(batch)


def test_few_that_are_new_are_asked_for_and_all_that_come_again_are() -> None:
    met, ids = Met(), [f"statement {number}" for number in range(20_000)]
    assert len(met.perhaps(ids)) < 20
    assert met.perhaps(ids) == ids
