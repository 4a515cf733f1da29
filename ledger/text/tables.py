"""The tables that ship with the program, as the rooms they belong to read them."""

import csv
from collections.abc import Iterable
from importlib.resources import files


def shipped(room: str, name: str) -> str:
    """A file of a room's folder ``data``; the room is named as it is imported."""
    return files(room).joinpath("data", name).read_text(encoding="utf-8")


def rows(room: str, name: str) -> Iterable[dict[str, str]]:
    """The rows of a table of a room, each by the names of its columns."""
    return csv.DictReader(shipped(room, name).splitlines())
