"""The first wording of a claim, and what two wordings of one claim have in common."""

from ledger.store.journal.canonical import sha256
from ledger.text.fold import fold

LENGTH = 200
"""A claim made from a statement is worded by its first characters, in one line."""


def claim_key(wording: str, folded: str | None = None) -> str:
    """What two wordings of one claim have in common: the SHA-256 of the folded wording.

    Args:
        wording: a claim's wording.
        folded: the same, where it has been folded already.
    """
    return sha256((fold(wording) if folded is None else folded) or wording)


def wording_of(text: str) -> str:
    """A claim's first wording, made from the statement that founded it."""
    if len(text) <= LENGTH and text.isprintable() and "  " not in text:
        return text.strip(" ")
    line = " ".join(text.split())
    return line if len(line) <= LENGTH else line[: LENGTH - 1] + "…"
