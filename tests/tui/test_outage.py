"""The server goes away while somebody types, and comes back: nothing they typed is lost."""

from collections.abc import Callable
from typing import Any

import pytest
from sqlalchemy import Engine, text

from ledger.desk.desk import Desk
from ledger.desk.drafts import drafts
from ledger.tui import keeping
from ledger.tui.screens.add import Add
from tests.desk.ledgers import rows

Running = Callable[..., Any]


@pytest.fixture
def database(empty_postgres: str) -> str:
    """A ledger that can go away."""
    return empty_postgres


@pytest.fixture
def let_in(postgres: Engine, database: str) -> Callable[[str], None]:
    """Lets people in (``true``), or cuts every connection and refuses new ones (``false``)."""
    name = database.split("?", maxsplit=1)[0].rpartition("/")[2]

    def let(answer: str) -> None:
        with postgres.connect() as connection:
            connection.execute(text(f"ALTER DATABASE {name} ALLOW_CONNECTIONS {answer}"))
            served = "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = :name"
            connection.execute(text(served), {"name": name})

    return let


@pytest.mark.databases("postgresql")
async def test_what_was_typed_outlives_an_outage(
    desk: Desk, run: Running, let_in: Callable[[str], None], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(keeping, "AGAIN_AFTER", 0.05)
    async with run() as driven:
        await driven.press("a")
        await driven.write("The Tallow Bridge costs 40 million euros.")
        assert len(drafts(desk)) == 1
        let_in("false")
        await driven.write(" It opens in May.")
        await driven.until(lambda: bool(driven.told))
        assert all("cannot be opened" in told and "\n" not in told for told in driven.told)
        await driven.press("ctrl+s")
        words = driven.on(Add).form.values()["text"]
        assert words == "The Tallow Bridge costs 40 million euros. It opens in May."
        let_in("true")
        await driven.until(lambda: drafts(desk)[0].fields["text"] == words)
        await driven.press("escape", "c")
        assert driven.on(Add).form.values()["text"] == words
    assert rows(desk)["statement"] == []
