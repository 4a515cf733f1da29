"""Refusals: a fault of the database becomes one plain line that names the next step."""

from collections.abc import Callable
from pathlib import Path
from zipfile import ZipFile

import psycopg.errors
import pytest
from sqlalchemy import text
from sqlalchemy.exc import IntegrityError, OperationalError

from ledger.store.connecting.place import place_of
from ledger.store.connecting.refusing import refusals
from ledger.store.opening.ledger import Store, open_ledger
from ledger.store_errors import StoreError, StoreUnreachable

AWAY = 'connection failed: connection to server at "127.0.0.1", port 5432 failed: '


@pytest.mark.parametrize(
    ("said", "told"),
    [
        (
            f'{AWAY}FATAL:  password authentication failed for user "desk"',
            'password authentication failed for user "desk"; its password belongs in ~/.pgpass',
        ),
        (
            f"{AWAY}fe_sendauth: no password supplied",
            ": no password supplied; its password belongs in ~/.pgpass",
        ),
        (
            f'{AWAY}FATAL:  database "news" does not exist',
            'database "news" does not exist; make it on the server first',
        ),
        (
            f"{AWAY}Connection refused\n\tIs the server running on that host?",
            ": Connection refused; check the place, or name another with --db",
        ),
        ("server closed the connection", ": server closed the connection; check the place"),
    ],
    ids=["wrong password", "no password", "no database", "nobody answers", "gone"],
)
def test_a_server_that_does_not_let_in_says_what_helps(said: str, told: str) -> None:
    fault = OperationalError(None, None, psycopg.errors.OperationalError(said))
    with (
        pytest.raises(StoreUnreachable) as refused,
        refusals(place_of("postgresql://desk@127.0.0.1/news")),
    ):
        raise fault
    assert told in str(refused.value)
    assert len(str(refused.value).splitlines()) == 1


def _damage(path: Path) -> None:
    whole = (path.parent / "template.db").read_bytes()
    path.write_bytes(whole[:4096] + b"\xff" * (len(whole) - 4096))


def _write_something_else(path: Path) -> None:
    path.write_bytes(b"not a database at all" * 99)


def _pack(path: Path) -> None:
    with ZipFile(path, "w") as archive:
        archive.writestr("manifest.json", "{}")


@pytest.mark.parametrize(
    ("made", "told"),
    [
        pytest.param(
            _write_something_else,
            "is not a ledger, or no longer: file is not a database",
            id="other",
        ),
        pytest.param(Path.mkdir, "cannot be opened: it is a folder", id="a folder"),
        pytest.param(_pack, "is a backup in an archive.*restore FILE --db", id="an archive"),
        pytest.param(_damage, "is damaged: database disk image is malformed", id="damaged"),
    ],
)
def test_what_cannot_be_opened_says_so_in_one_line(
    sqlite_template: Path, tmp_path: Path, made: Callable[[Path], None], told: str
) -> None:
    path = tmp_path / "ledger.db"
    (tmp_path / "template.db").write_bytes(sqlite_template.read_bytes())
    made(path)
    with pytest.raises(StoreError, match=told) as caught:
        open_ledger(str(path)).close()
    assert len(str(caught.value).splitlines()) == 1


def test_a_server_that_is_away_says_so_without_the_password() -> None:
    with pytest.raises(StoreUnreachable) as caught:
        open_ledger("postgresql://mira:s3cret@127.0.0.1:1/news")
    assert "s3cret" not in str(caught.value)
    assert len(str(caught.value).splitlines()) == 1


def test_faults_of_our_own_are_not_explained_away(store: Store) -> None:
    with (
        pytest.raises(IntegrityError),
        refusals(store.place),
        store.engine.connect() as connection,
        connection.begin(),
    ):
        connection.execute(text("INSERT INTO entry (number) VALUES (NULL)"))
