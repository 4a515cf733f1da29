"""Where a ledger lives: a file path or a database URL, as a person names it."""

import os
import re
from contextlib import suppress
from dataclasses import dataclass, replace
from hashlib import sha256
from pathlib import Path
from typing import Self

from platformdirs import user_cache_path, user_data_path
from sqlalchemy import URL, make_url
from sqlalchemy.exc import ArgumentError

from ledger.store_errors import StoreUnreachable

DEFAULT_NAME = "ledger.db"
_SECRETS = ("password", "sslpassword")
"""Parameters of libpq that are never shown."""
_SEVERAL_HOSTS = re.compile(
    r"(?P<before>[^:/?]+://(?:[^:/@]*(?::[^@]*)?@)?+)(?P<hosts>[^@/?,]*,[^@/?]*)(?P<path>[^?]*)\??(?P<query>.*)",
    re.DOTALL,
)
"""A URL with several hosts, each with a port or without one, as libpq takes it.

A comma in a password makes none: what stands before ``@`` is passed over whole.
"""
_TAKES_WRITES = frozenset({None, "read-write", "primary"})
"""What ``target_session_attrs`` may say where writing is to be possible."""


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
        if self.path is not None:
            return str(self.path)
        shown = self.url.set(drivername="postgresql").difference_update_query(_SECRETS)
        return shown.render_as_string()

    def address(self, *, secret: bool) -> str:
        """The place as another process can be told it, with the password in the URL only if asked.

        Whoever is told no password finds one where libpq looks for it, or goes by none.
        """
        if self.path is not None:
            return str(self.path.absolute())
        parts = ("drivername", "username", "host", "port", "database", "query")
        told = self.url
        if not secret:
            told = URL.create(**{part: getattr(told, part) for part in parts})
            told = told.difference_update_query(_SECRETS)
        return told.render_as_string(hide_password=False)

    def scratch(self) -> Path:
        """A folder for what long work has found so far: beside a file, or the user's own."""
        if self.path is not None:
            return self.path.with_name(f"{self.path.name}.parts")
        return user_cache_path("factledger") / "parts" / sha256(str(self).encode()).hexdigest()[:16]

    def for_writing(self) -> Self:
        """The place where writes go, should the URL ask for a server that only reads."""
        if self.path is not None or self.url.query.get("target_session_attrs") in _TAKES_WRITES:
            return self
        primary = self.url.update_query_dict({"target_session_attrs": "read-write"})
        return replace(self, url=primary)


def default_path() -> Path:
    """The user's own ledger, in the platform's data folder."""
    return user_data_path("factledger") / DEFAULT_NAME


def make_private(path: Path) -> None:
    """Make an empty file that only its owner may read and write; one that is there stays as it is.

    SQLite gives what it keeps beside a file the file's own permissions.
    """
    with suppress(FileExistsError):
        os.close(os.open(path, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600))


def place_of(name: str | None) -> Place:
    """Read ``--db``: a path, a ``postgresql://`` or ``sqlite:///`` URL, or nothing for the default.

    Raises:
        StoreUnreachable: for a URL nobody can read or a database nobody here speaks.
    """
    if name is None or "://" not in name:
        path = Path(name).expanduser() if name is not None else default_path()
        return Place(URL.create("sqlite", database=str(path)), path)
    try:
        url = make_url(_one_by_one(name))
    except (ArgumentError, ValueError) as error:
        raise StoreUnreachable(
            "the given URL", "it is not a database URL; write postgresql://NAME@HOST/LEDGER"
        ) from error
    backend = url.get_backend_name()
    if backend == "sqlite" and url.database:
        return Place(url, Path(url.database))
    if backend in {"postgresql", "postgres"}:
        return Place(url.set(drivername="postgresql+psycopg"), None)
    raise StoreUnreachable(
        url.render_as_string(), "only SQLite files and PostgreSQL are spoken; name one with --db"
    )


def _one_by_one(name: str) -> str:
    """A URL with several hosts as SQLAlchemy takes it: each host a parameter, with its port."""
    several = _SEVERAL_HOSTS.fullmatch(name)
    if several is None:
        return name
    hosts = [f"host={host}" for host in several["hosts"].split(",")]
    parameters = "&".join([*filter(None, [several["query"]]), *hosts])
    return f"{several['before']}{several['path'] or '/'}?{parameters}"
