"""The article inside a page of HTML, by trafilatura, which is an extra to install."""

import re
from datetime import date
from importlib import import_module

from ledger.errors import MissingReader, UnreadableFile

_SUFFIXES = (".html", ".htm", ".xhtml")
_OPENS = re.compile(
    r"\s*(?:<\?xml[^>]{0,200}>\s*)?(?:<!--|<!doctype html|<html|<head|<body)", re.IGNORECASE
)


def is_html(text: str, name: str) -> bool:
    """Whether a text is a page of HTML, by the file's name or by how it begins."""
    return name.lower().endswith(_SUFFIXES) or _OPENS.match(text) is not None


def read_html(text: str, name: str) -> tuple[str | None, date | None, str]:
    """The title, the day and the words of a page.

    Raises:
        MissingReader: when trafilatura is not installed.
        UnreadableFile: when no article can be found in the page.
    """
    try:
        trafilatura = import_module("trafilatura")
    except ImportError as fault:
        raise MissingReader(name) from fault
    found = trafilatura.bare_extraction(
        text, include_comments=False, include_tables=False, with_metadata=True
    )
    if found is None or not found.text:
        raise UnreadableFile(name, "holds no article that could be found")
    words: str = found.text
    if found.title and not words.startswith(found.title):
        words = f"{found.title}\n{words}"
    return found.title or None, _day(found.date), words


def _day(written: str | None) -> date | None:
    """The page's day where its markup gives one."""
    try:
        return date.fromisoformat(written) if written else None
    except ValueError:
        return None
