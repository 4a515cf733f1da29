"""Asking of many queries at once finds all that asking one after the other would find."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from ledger.matching import Holders, Turns, hopeful, promising

TOKENS = (
    *(f"word{n}" for n in range(12)),
    *("潮水", "港口", "水", "name:Ada Quill", "term:tide", "quantity:3 metre"),
)
TEXTS = st.lists(
    st.tuples(
        st.frozensets(st.sampled_from(TOKENS), max_size=9),
        st.booleans(),
        st.frozensets(st.sampled_from(TOKENS), max_size=4),
    ),
    max_size=25,
)
"""Each with whether a document of its claim joins before its own, and the tokens of that."""
STORED = st.lists(st.frozensets(st.sampled_from(TOKENS), min_size=1, max_size=9), max_size=40)
Held = dict[str, list[int]]


def put(held: Held, document: int, tokens: frozenset[str]) -> None:
    for token in tokens:
        held.setdefault(token, []).append(document)


def holders(turns: Turns, held: Held) -> list[Holders]:
    lists = {token: np.array(documents, dtype=np.uint32) for token, documents in held.items()}
    odd = {token: documents[documents % 2 == 1] for token, documents in lists.items()}
    even = {token: documents[documents % 2 == 0] for token, documents in lists.items()}
    return [Holders.of(turns.tokens[: turns.asked_for], part) for part in (odd, even)]


def asked_in_turn(
    stored: list[frozenset[str]], texts: list[tuple[frozenset[str], bool, frozenset[str]]]
) -> list[bool]:
    held: Held = {}
    for document, tokens in enumerate(stored):
        put(held, document, tokens)
    size, found = len(stored), []
    for query, founds, claim in texts:
        runs = {t: [np.array(held[t], dtype=np.uint32)] for t in query if t in held}
        found.append(bool(promising(query, runs, max(size, 1))))
        for tokens in [claim, query] if founds else [query]:
            if tokens:
                put(held, size, tokens)
                size += 1
    return found


@given(STORED, TEXTS)
def test_what_finds_anything_is_hopeful(
    stored: list[frozenset[str]], texts: list[tuple[frozenset[str], bool, frozenset[str]]]
) -> None:
    held: Held = {}
    for document, tokens in enumerate(stored):
        put(held, document, tokens)
    queries = [query for query, *_ in texts]
    claims = [claim for *_, claim in texts]
    turns = Turns(queries, queries, claims)
    hope = hopeful(turns, holders(turns, held), len(stored))
    finds = asked_in_turn(stored, texts)
    assert [at for at, found in enumerate(finds) if found and not hope[at]] == []


@given(STORED, TEXTS)
def test_where_nothing_is_in_doubt_nothing_else_is(
    stored: list[frozenset[str]], texts: list[tuple[frozenset[str], bool, frozenset[str]]]
) -> None:
    held: Held = {}
    for document, tokens in enumerate(stored):
        put(held, document, tokens)
    queries = [query for query, *_ in texts]
    turns = Turns(queries, queries)
    hope = hopeful(turns, holders(turns, held), len(stored))
    finds = asked_in_turn(stored, [(query, False, frozenset()) for query in queries])
    assert hope.tolist() == finds
