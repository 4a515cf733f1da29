"""Marks of Markdown, blanked for the rules: bold print, links and pictures, lengths kept."""

import re

_MARKS = re.compile(
    r"!\[[^\[\]\n]{0,200}\]\([^()\s]{1,500}\)|\*\*|__|\[(?P<shown>[^\[\]\n]{1,200})\]\([^()\s]{1,500}\)"
)


def without_marks(plain: str) -> str:
    """A page with spaces where its Markdown marks stand; what a link shows stays.

    Args:
        plain: the page in one spelling.
    """
    return _MARKS.sub(_blanked, plain) if "](" in plain or "**" in plain or "__" in plain else plain


def _blanked(marks: re.Match[str]) -> str:
    shown = marks["shown"]
    if shown is None:
        return " " * len(marks[0])
    return f"[{shown}".ljust(len(marks[0]))
