"""A snapshot or a transaction, as the desk hands it from query to query without looking inside."""

from functools import cached_property
from typing import TYPE_CHECKING, Any

from sqlalchemy import Connection

if TYPE_CHECKING:
    from sqlmodel import Session as ObjectSession


class Session:
    """Where queries are asked: for columns by ``connection``, for objects of the tables by ``orm``.

    To map every table to its objects takes longer than most of what is asked, so it waits until
    somebody asks for the first of them.

    Attributes:
        info: what whoever opened it wants queries to know.
    """

    def __init__(self, connection: Connection, info: dict[str, Any] | None = None) -> None:
        self._connection = connection
        self.info = info or {}

    def connection(self) -> Connection:
        """The connection, in the transaction that was begun on it."""
        return self._connection

    @cached_property
    def orm(self) -> "ObjectSession":
        """Queries for objects, on the same connection."""
        from sqlmodel import Session as ObjectSession  # noqa: PLC0415 - only for objects

        return ObjectSession(self._connection, autoflush=False)

    def expire(self) -> None:
        """Let objects that were read be read anew: a row of theirs may have changed."""
        if "orm" in vars(self):
            self.orm.expire_all()

    def close(self) -> None:
        """Let go of the objects; the transaction stays as it is."""
        if "orm" in vars(self):
            self.orm.close()
