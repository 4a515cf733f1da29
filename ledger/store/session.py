"""A snapshot or a transaction, as the desk hands it from query to query without looking inside."""

from sqlmodel import Session

__all__ = ["Session"]
