"""What became of statements: kept small, told as it was given."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from ledger.desk.statements.outcomes import Filed, Outcomes, Recorded
from ledger.store.bulk.numbers import Numbers

NUMBERS = st.integers(1, 2**32 - 1)
FILED = st.builds(
    Filed,
    NUMBERS,
    st.sampled_from(("archived", "given", "matched", "new", "person")),
    st.none() | st.floats(0, 1),
)
RECORDED = st.lists(st.builds(Recorded, NUMBERS, FILED, st.booleans()), max_size=8)


def kept(rows: list[Recorded]) -> Outcomes:
    outcomes = Outcomes()
    outcomes.extend(
        [row.statement for row in rows],
        [row.filed for row in rows],
        bytes(row.added for row in rows),
    )
    return outcomes


@given(RECORDED, RECORDED)
def test_what_is_kept_is_told_again(first: list[Recorded], second: list[Recorded]) -> None:
    outcomes = kept(first)
    outcomes.extend(
        [row.statement for row in second],
        [row.filed for row in second],
        bytes(row.added for row in second),
    )
    assert list(outcomes) == first + second
    assert outcomes == kept(first + second)
    assert outcomes[len(first) :] == second
    assert outcomes.claims.tolist() == [row.filed.claim for row in first + second]
    assert outcomes.numbers.tolist() == [row.statement for row in first + second]


@given(RECORDED)
def test_some_are_taken_in_another_order(rows: list[Recorded]) -> None:
    places = Numbers(np.uint32)
    places.extend([*range(len(rows))][::-2], len(rows[::-2]))
    assert list(kept(rows).taken(places)) == rows[::-2]


def test_claims_count_where_something_was_added() -> None:
    new, known = Recorded(7, Filed(1, "new"), added=True), Recorded(8, Filed(3, "new"), added=False)
    rows = kept([new, known, new, Recorded(9, Filed(2, "given"), added=True)])
    assert rows.claims_of_new().tolist() == [1, 1, 2]
    assert (rows.joined(), kept([known]).joined()) == (2, 0)


def test_of_some_nothing_is_known_until_it_is_said() -> None:
    outcomes = Outcomes(2)
    outcomes.put([1], [Filed(4, "matched", 0.75)], [True])
    assert outcomes.claims.tolist() == [0, 4]
    assert outcomes[1] == Recorded(0, Filed(4, "matched", 0.75), added=True)
