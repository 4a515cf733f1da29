"""Queries asked in turn: their tokens as numbers, and which documents join before them."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from ledger.matching import Turns

TOKENS = ("tide", "harbour", "潮水", "水", "name:Ada Quill")


@given(st.lists(st.tuples(*[st.frozensets(st.sampled_from(TOKENS))] * 3), max_size=8))
def test_what_is_asked_and_what_joined_before(
    told: list[tuple[frozenset[str], frozenset[str], frozenset[str]]],
) -> None:
    queries, after, perhaps = ([texts[kind] for texts in told] for kind in range(3))
    turns = Turns(queries, after, perhaps)
    asked = turns.tokens[: turns.asked_for]
    assert set(asked) == frozenset().union(*queries)
    asks = [{turns.tokens[place] for place in turns.asked_in(turn)} for turn in range(len(told))]
    assert asks == queries
    for joining, held in zip(turns.joining, (after, perhaps), strict=True):
        assert joining.joins.tolist() == [*map(bool, held)]
        for place, token in enumerate(turns.tokens):
            holders = [turn for turn, own in enumerate(held) if token in own]
            assert joining.of(place).tolist() == holders
            every, same = np.arange(len(told)), np.full(len(told), place)
            assert joining.has(same, every).tolist() == [token in own for own in held]
            before = [sum(turn > earlier for earlier in holders) for turn in range(len(told))]
            assert joining.before(every, same).tolist() == before
