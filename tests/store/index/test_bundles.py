"""Bundles: what was packed is found, token by token, and nothing else is."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from ledger.store.index.bundles import (
    BETWEEN,
    PACKED,
    Spelled,
    bundle_of,
    bundled,
    held_in,
    lists_in,
    merged,
    spelled,
)

TOKENS = st.text(st.characters(exclude_characters=BETWEEN, codec="utf-8"), max_size=4)
LISTS = st.lists(st.integers(0, 2**32 - 1), min_size=1, max_size=4, unique=True).map(sorted)
HELD = st.dictionaries(TOKENS, LISTS, max_size=40)


def packed(held: dict[str, list[int]]) -> dict[str, tuple[int, bytes]]:
    """Bundles by name, each with how many documents its lists hold."""
    counts = np.array([len(held[token]) for token in held], dtype=np.int64)
    documents = np.array([n for token in held for n in held[token]], dtype=np.uint32)
    every = np.ones(len(counts), dtype=np.bool_)
    made = bundled(
        Spelled.of([*map(spelled, held)]), np.cumsum(counts) - counts, counts, documents, every
    )
    return {name: (count, bundle) for name, count, bundle in made}


def unpacked(run: bytes) -> list[int]:
    found: list[int] = np.frombuffer(run, dtype=PACKED).tolist()
    return found


@given(HELD, TOKENS)
def test_each_token_is_found_in_its_bundle_with_its_list(
    held: dict[str, list[int]], other: str
) -> None:
    bundles = packed(held)
    for token, documents in held.items():
        _, bundle = bundles[bundle_of(token)]
        assert [*map(unpacked, held_in([bundle], token))] == [documents]
    if other not in held:
        assert held_in([bundle for _, bundle in bundles.values()], other) == []


def test_numbers_that_spell_a_token_are_not_taken_for_it() -> None:
    looks_like_one = int.from_bytes(b"\nab\n", "little")
    bundles = packed({"here": [looks_like_one]})
    assert held_in([bundle for _, bundle in bundles.values()], "ab") == []


@given(HELD)
def test_bundles_hold_every_list_once_and_count_them(held: dict[str, list[int]]) -> None:
    bundles = packed(held).values()
    told = [(token, unpacked(run)) for _, bundle in bundles for token, run in lists_in(bundle)]
    assert (len(told), dict(told)) == (len(held), held)
    assert sum(count for count, _ in bundles) == sum(map(len, held.values()))


@given(HELD, HELD)
def test_bundles_of_one_name_become_one(
    one: dict[str, list[int]], two: dict[str, list[int]]
) -> None:
    ours, theirs = packed(one), packed(two)
    for name in ours.keys() & theirs.keys():
        ((called, count, bundle),) = merged([ours[name][1], theirs[name][1]])
        assert called == name
        lists = {token: unpacked(run) for token, run in lists_in(bundle)}
        expected = {
            token: sorted({*one.get(token, ()), *two.get(token, ())})
            for token in one.keys() | two.keys()
            if bundle_of(token) == name
        }
        assert (lists, count) == (expected, sum(map(len, expected.values())))
