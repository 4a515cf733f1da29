"""Where a ledger lives: a file path or a database URL, as a person names it."""

from dataclasses import dataclass
from pathlib import Path

from platformdirs import user_data_path
from sqlalchemy import URL, make_url
from sqlalchemy.exc import ArgumentError

from ledger.errors import StoreUnreachable

DEFAULT_NAME = "ledger.db"


@dataclass(frozen=True, slots=True)
class Place:
    """A database by URL, and by file where it is one.

    Attributes:
        url: what the engine connects to.
        path: the SQLite file; ``None`` for a server.
    """

    url: URL
    path: Path | None

    def __str__(self) -> str:
        """The place as shown to people, without a password."""
        return str(self.path) if self.path is not None else self.url.render_as_string()


def default_path() -> Path:
    """The user's own ledger, in the platform's data folder."""
    return user_data_path("factledger") / DEFAULT_NAME


def place_of(name: str | None) -> Place:
    """Read ``--db``: a path, a ``postgresql://`` or ``sqlite:///`` URL, or nothing for the default.

    Raises:
        StoreUnreachable: for a URL nobody can read or a database nobody here speaks.
    """
    if name is None or "://" not in name:
        path = Path(name).expanduser() if name is not None else default_path()
        return Place(URL.create("sqlite", database=str(path)), path)
    try:
        url = make_url(name)
    except (ArgumentError, ValueError) as error:
        raise StoreUnreachable("the given URL", "it is not a database URL") from error
    backend = url.get_backend_name()
    if backend == "sqlite" and url.database:
        return Place(url, Path(url.database))
    if backend in {"postgresql", "postgres"}:
        return Place(url.set(drivername="postgresql+psycopg"), None)
    raise StoreUnreachable(url.render_as_string(), "only SQLite files and PostgreSQL are spoken")
