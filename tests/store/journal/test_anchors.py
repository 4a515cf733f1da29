"""A journal written anew from end to end agrees with itself, and not with what was kept of it."""

import pytest
from sqlalchemy import text

from ledger.store.journal.anchors import Anchor
from ledger.store.journal.canonical import instant
from ledger.store.journal.chain import GENESIS, entries, entry_hash
from ledger.store.opening.ledger import Store
from ledger.store.whole.verify import verify
from ledger.store_errors import BadAnchor, Tampered
from tests.store.conftest import enter_outlet

NAMES = ("Harbour Courier", "The Tideline", "港務新聞")


@pytest.fixture
def anchors(store: Store) -> list[Anchor]:
    """What was kept of a ledger at each of its acts, the empty one included."""
    kept = [Anchor(0, GENESIS)]
    for name in NAMES:
        enter_outlet(store, name)
        with store.reading() as session:
            verified = verify(session)
        kept.append(Anchor(verified.entries, verified.head))
    return kept


def _check(store: Store, anchors: list[Anchor]) -> list[str]:
    """Where the journal is not what it was, by anchor."""
    astray = []
    with store.reading() as session:
        for anchor in anchors:
            try:
                anchor.check(session)
            except Tampered as fault:
                astray.append(fault.where)
    return astray


def _write_anew(store: Store, first: int) -> None:
    """Change who did an act, as somebody may who holds the database, and mend every hash after."""
    with store.reading() as session:
        chain = [entry.model_dump() for entry in entries(session)]
    previous = GENESIS
    with store.engine.connect().execution_options(writes=True) as connection, connection.begin():
        for verb in ("update", "delete"):
            if connection.dialect.name == "sqlite":
                connection.execute(text(f"DROP TRIGGER entry_no_{verb}"))
        if connection.dialect.name == "postgresql":
            connection.execute(text("ALTER TABLE entry DISABLE TRIGGER USER"))
        for row in chain:
            actor = "jo" if row["number"] == first else row["actor"]
            written = {**row, "actor": actor, "previous": previous}
            previous = entry_hash({**written, "at": instant(row["at"])})
            connection.execute(
                text(
                    "UPDATE entry SET actor = :actor, previous = :previous, hash = :hash "
                    "WHERE number = :number"
                ),
                {
                    "actor": actor,
                    "previous": written["previous"],
                    "hash": previous,
                    "number": row["number"],
                },
            )


def test_a_journal_that_only_grew_is_what_it_was(store: Store, anchors: list[Anchor]) -> None:
    assert _check(store, anchors) == []


@pytest.mark.parametrize(
    ("first", "astray"),
    [(1, ["entry 1", "entry 2", "entry 3"]), (2, ["entry 2", "entry 3"]), (3, ["entry 3"])],
)
def test_a_journal_written_anew_verifies_and_is_found(
    store: Store, anchors: list[Anchor], first: int, astray: list[str]
) -> None:
    _write_anew(store, first)
    with store.reading() as session:
        assert verify(session).entries == len(NAMES)
    assert _check(store, anchors) == astray


def test_a_journal_cut_short_is_found(store: Store, anchors: list[Anchor]) -> None:
    longer = Anchor(4, "f" * 64)
    assert _check(store, [*anchors, longer]) == ["entry 4"]


def test_an_anchor_is_read_as_it_is_written(anchors: list[Anchor]) -> None:
    assert [Anchor.read(str(anchor)) for anchor in anchors] == anchors


@pytest.mark.parametrize(
    "written", ["", "3", "3:abc", f"-1:{GENESIS}", f"3:{GENESIS} ", f"{'9' * 30}:{GENESIS}", "\x1b"]
)
def test_what_is_no_anchor_is_refused(written: str) -> None:
    with pytest.raises(BadAnchor, match="verify --anchor"):
        Anchor.read(written)
