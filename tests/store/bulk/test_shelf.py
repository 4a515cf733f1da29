"""Statements on the shelf: each once, as it was told last, in the order they are to be filed."""

from contextlib import closing
from datetime import date
from typing import Any

from ledger.model import FIELDS
from ledger.store.bulk.shelf import Shelf

NEVER: dict[str, Any] = dict.fromkeys(FIELDS)


def columns(*rows: dict[str, Any]) -> dict[str, list[Any]]:
    told = [{**NEVER, "source": "tideline", "key": row["id"], **row} for row in rows]
    columns = {name: [row[name] for row in told] for name in ("id", "key", "source", *FIELDS)}
    return {**columns, "id": [name.encode().hex() for name in columns["id"]]}


def named(ids: list[str]) -> list[str]:
    return [bytes.fromhex(one).decode() for one in ids]


def test_one_that_comes_again_keeps_its_place_and_says_what_holds() -> None:
    with closing(Shelf()) as shelf:
        assert shelf.add(columns({"id": "a"}, {"id": "b"}, {"id": "a", "notes": "in one lot"})) == [
            *(0, 1, 0)
        ]
        assert shelf.add(columns({"id": "c"}, {"id": "b", "notes": "in two"})) == [2, 1]
        assert len(shelf) == 3
        taken = shelf.taken([2, 1, 0])
        assert named(taken["id"]) == ["c", "b", "a"]
        assert taken["notes"] == [None, "in two", "in one lot"]


def test_named_claims_first_then_by_day_words_and_source() -> None:
    with closing(Shelf()) as shelf:
        shelf.add(
            columns(
                {"id": "undated", "key": "a"},
                {"id": "late", "said_on": date(2026, 3, 2)},
                {"id": "other source", "key": "b", "source": "wire", "said_on": date(2026, 3, 1)},
                {"id": "named late", "claim": "Z", "said_on": date(2026, 3, 9)},
                {"id": "published", "key": "潮", "published_on": date(2026, 3, 1)},
                {"id": "early", "key": "b", "said_on": date(2026, 3, 1)},
                {"id": "named", "claim": "A"},
            )
        )
        order = [*shelf.in_order()]
        assert named(shelf.ids(order)) == [
            *("named late", "named", "early", "other source", "published", "late", "undated"),
        ]
        assert [*shelf.claims()] == [(3, "Z"), (6, "A")]
        assert shelf.taken(order)["said_on"][2] == date(2026, 3, 1)


def test_nothing_is_taken_of_nothing() -> None:
    with closing(Shelf()) as shelf:
        assert shelf.taken([])["text"] == []
        assert [*shelf.in_order()] == []
