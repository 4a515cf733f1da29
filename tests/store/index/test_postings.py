"""The inverted index: what was put in is found, in order, however many runs it came in."""

import numpy as np
import pytest
from sqlalchemy import func, select

from ledger.store.connecting.session import Session
from ledger.store.index import postings
from ledger.store.index.edition import begin
from ledger.store.index.inversion import Inversion
from ledger.store.opening.ledger import Store
from ledger.store.tables.ledger import Posting
from tests.times import MORNING


def append(store: Store, documents: dict[int, list[str]]) -> None:
    with store.acting("test", actor="mira", at=MORNING) as act:
        postings.append(act.session, documents)


def lookup(store: Store, *tokens: str) -> dict[str, list[int]]:
    with store.reading() as session:
        found = postings.lookup(session, tokens)
    return {token: [int(document) for document in held] for token, held in found.items()}


def test_documents_of_statements_and_claims_never_meet() -> None:
    statements = {postings.statement_document(n) for n in range(1, 100)}
    claims = {postings.claim_document(n) for n in range(1, 100)}
    assert statements.isdisjoint(claims)


def test_every_document_that_holds_a_token_is_found(store: Store) -> None:
    append(store, {2: ["bridge", "cost"], 4: ["bridge"], 3: ["cost"]})
    assert lookup(store, "bridge", "cost", "ferry") == {"bridge": [2, 4], "cost": [2, 3]}


def test_runs_of_several_acts_are_one_list(store: Store) -> None:
    for documents in ({2: ["bridge"]}, {4: ["bridge"], 6: ["bridge"]}, {8: ["bridge"]}):
        append(store, documents)
    assert lookup(store, "bridge") == {"bridge": [2, 4, 6, 8]}


def test_runs_that_came_in_any_order_are_one_ascending_list(store: Store) -> None:
    for document in (40, 2, 21):
        append(store, {document: ["bridge"]})
    assert lookup(store, "bridge") == {"bridge": [2, 21, 40]}


@pytest.mark.parametrize(
    "token",
    [
        pytest.param("造价", id="Chinese"),
        pytest.param("name:Donald Trump", id="a concept"),
        pytest.param("\x1b[31m", id="an escape"),
        pytest.param("'; DROP TABLE posting; --", id="SQL"),
        pytest.param("%", id="a wildcard"),
        pytest.param("Bridge", id="case as given"),
        pytest.param("é", id="an accent"),
        pytest.param("\U0001f9ec" * 100, id="the longest token"),
    ],
)
def test_a_token_is_found_as_itself_and_as_nothing_else(store: Store, token: str) -> None:
    append(store, {2: [token], 4: ["bridge", "e\u0301"]})
    assert lookup(store, token) == {token: [2]}


def test_more_tokens_than_one_query_may_hold(store: Store) -> None:
    tokens = [f"t{number}" for number in range(1_234)]
    append(store, {2: tokens})
    assert lookup(store, *tokens) == {token: [2] for token in tokens}


def test_the_largest_document_number_survives(store: Store) -> None:
    largest = int(np.iinfo(np.uint32).max) // 2
    append(store, {largest: ["bridge"]})
    assert lookup(store, "bridge") == {"bridge": [largest]}


@pytest.mark.parametrize("documents", [{}, {2: []}], ids=["no documents", "no tokens"])
def test_nothing_to_append_writes_nothing(store: Store, documents: dict[int, list[str]]) -> None:
    append(store, documents)
    assert lookup(store, "bridge", "") == {}


def test_no_tokens_find_nothing(store: Store) -> None:
    append(store, {2: ["bridge"]})
    assert lookup(store) == {}


def rows(store: Store) -> int:
    with store.reading() as session:
        return _counted(session)


def _counted(session: Session) -> int:
    return session.connection().execute(select(func.count()).select_from(Posting)).scalar_one()


def test_many_small_runs_become_one(store: Store) -> None:
    for number in range(1, 101):
        append(store, {2 * number: ["bridge"]})
    assert rows(store) < 40
    assert lookup(store, "bridge") == {"bridge": list(range(2, 202, 2))}


def test_many_small_runs_become_one_however_many_tokens_are_added(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(postings, "_ALL_LOOKED_AT", 1)
    for number in range(1, 41):
        append(store, {2 * number: ["bridge", f"t{number}", "ferry"][: 2 + number % 2]})
    assert rows(store) < 40 + 10 + 22
    assert lookup(store, "bridge")["bridge"] == list(range(2, 82, 2))
    assert lookup(store, "ferry")["ferry"] == list(range(2, 82, 4))


MANY_DOCUMENTS = {
    2: ["bridge", "cost", "造价", "two\nlines"],
    4: ["bridge", "ferry"],
    6: ["cost", "bridge"],
    8: ["tunnel", "造价"],
}


@pytest.fixture
def bundling(monkeypatch: pytest.MonkeyPatch) -> None:
    """Short lists are bundled however few tokens an act adds."""
    monkeypatch.setattr(postings, "_WORTH_BUNDLING", 0)


@pytest.mark.usefixtures("bundling")
def test_lists_in_bundles_and_in_rows_of_their_own_are_one_list(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    for document, held in MANY_DOCUMENTS.items():
        append(store, {document: held})
        append(store, {document + 100: held})
    monkeypatch.setattr(postings, "_WORTH_BUNDLING", 100)
    append(store, {10: ["bridge", "pier"]})
    assert lookup(store, "bridge", "two\nlines", "pier", "absent", "cost", "造价") == {
        "bridge": [2, 4, 6, 10, 102, 104, 106],
        "two\nlines": [2, 102],
        "pier": [10],
        "cost": [2, 6, 102, 106],
        "造价": [2, 8, 102, 108],
    }


def fingerprint(store: Store) -> str:
    with store.reading() as session:
        return postings.fingerprint(session)


def test_an_index_is_the_same_bundled_or_not(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    append(store, MANY_DOCUMENTS)
    plain = fingerprint(store)
    for worth in (0, 100, 0):
        with store.acting("test", actor="mira", at=MORNING) as act:
            begin(act.session)
        for document, held in MANY_DOCUMENTS.items():
            monkeypatch.setattr(postings, "_WORTH_BUNDLING", worth if document < 5 else 0)
            append(store, {document: held})
        assert fingerprint(store) == plain


@pytest.mark.usefixtures("bundling")
def test_many_small_bundles_become_one(store: Store) -> None:
    for number in range(1, 41):
        append(store, {2 * number: ["bridge", "ferry"][: 1 + number % 2]})
    assert rows(store) <= 1 + 2 * 3
    assert lookup(store, "bridge", "ferry") == {
        "bridge": list(range(2, 82, 2)),
        "ferry": list(range(2, 82, 4)),
    }


@pytest.mark.usefixtures("bundling")
def test_a_long_list_has_a_row_of_its_own(store: Store) -> None:
    append(store, {2 * number: ["bridge", f"t{number}"] for number in range(1, 41)})
    assert lookup(store, "bridge", "t7") == {"bridge": list(range(2, 82, 2)), "t7": [14]}
    with store.reading() as session:
        lists, common = postings.telling(session, ["bridge", "t7"], 39)
    assert (list(lists), common) == (["t7"], frozenset({"bridge"}))


def test_characters_come_as_code_points_too(store: Store) -> None:
    first = np.array([ord(sign) for sign in "造橋\U00020000造"], dtype=np.uint32)
    second = np.array([ord("价"), 0, ord("价"), ord("价")], dtype=np.uint32)
    inversion = Inversion()
    inversion.add(2, ["造价", "bridge"])
    inversion.add_signs(np.array([4, 4, 6, 4], dtype=np.uint32), first, second)
    with store.acting("test", actor="mira", at=MORNING) as act:
        postings.append_inverted(act.session, inversion)
    assert lookup(store, "造价", "橋", "\U00020000价", "bridge") == {
        "造价": [2, 4],
        "橋": [4],
        "\U00020000价": [6],
        "bridge": [2],
    }


def test_an_act_that_fails_merges_nothing(store: Store) -> None:
    for number in range(1, 12):
        append(store, {2 * number: ["bridge"]})
    before = rows(store)
    with store.acting("test", actor="mira", at=MORNING) as act:
        postings.append(act.session, {24: ["bridge"]})
        assert _counted(act.session) < before
        act.abandoned = True
    assert rows(store) == before
    assert lookup(store, "bridge") == {"bridge": list(range(2, 24, 2))}


@pytest.mark.parametrize("worth", [0, 100], ids=["bundled", "by themselves"])
def test_the_lists_of_common_tokens_are_named_and_not_read(
    store: Store, worth: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    for number in range(1, 7):
        monkeypatch.setattr(postings, "_WORTH_BUNDLING", worth if number % 2 else 0)
        append(store, {2 * number: ["bridge", "tunnel"] if number < 3 else ["bridge"]})
    for most, common in ((5, {"bridge"}), (6, set[str]())):
        with store.reading() as session:
            lists, named = postings.telling(session, ["bridge", "ferry", "tunnel"], most)
        assert named == common
        assert {token: held.tolist() for token, held in lists.items()} == lookup(
            store, *sorted({"bridge", "tunnel"} - common)
        )


def test_an_index_thrown_away_is_empty(store: Store) -> None:
    append(store, {2: ["bridge"]})
    with store.acting("test", actor="mira", at=MORNING) as act:
        begin(act.session)
    assert lookup(store, "bridge") == {}


def test_what_is_removed_is_found_no_more_and_nothing_else_is_lost(store: Store) -> None:
    append(store, {2: ["bridge", "cost"], 4: ["bridge"], 6: ["ferry"]})
    append(store, {8: ["bridge", "ferry"]})
    with store.acting("test", actor="mira", at=MORNING) as act:
        postings.remove(act.session, {2: ["bridge", "quay"], 8: ["bridge"], 6: ["ferry"]})
    assert lookup(store, "bridge", "cost", "ferry") == {"bridge": [4], "cost": [2], "ferry": [8]}


def test_a_document_is_taken_out_of_runs_and_bundles(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(postings, "_WORTH_BUNDLING", 0)
    with store.acting("test", actor="mira", at=MORNING) as act:
        postings.append(act.session, {2: ["ferry", "quay"], 4: ["ferry"], 6: ["tide"]})
        monkeypatch.undo()
        postings.append(act.session, {8: ["ferry", "mole"]})
        postings.remove(act.session, {2: ["ferry", "quay"], 8: ["mole"]})
        found = postings.lookup(act.session, ["ferry", "quay", "tide", "mole"])
    assert {token: held.tolist() for token, held in found.items()} == {"ferry": [4, 8], "tide": [6]}
