"""Short references people type: C12, S48, X7, D3, Q5, P9."""

import re
from dataclasses import dataclass
from typing import Literal

from ledger.errors import BadReference

Kind = Literal["claim", "statement", "conflict", "document", "question", "proposal"]

_KINDS: dict[str, Kind] = {
    "C": "claim",
    "S": "statement",
    "X": "conflict",
    "D": "document",
    "Q": "question",
    "P": "proposal",
}
_LETTERS = {kind: letter for letter, kind in _KINDS.items()}
_FORM = re.compile(r"([CSXDQP])-?([1-9][0-9]{0,8})", re.ASCII)
_NAMED = re.compile(r"\b[CSXDQP][1-9][0-9]{0,8}\b", re.ASCII)


@dataclass(frozen=True, slots=True)
class Reference:
    """One thing in the ledger, as a person names it."""

    kind: Kind
    number: int

    def __str__(self) -> str:
        return f"{_LETTERS[self.kind]}{self.number}"


def named(text: str) -> frozenset[str]:
    """The references that stand in a summary of ours, each a word of its own."""
    return frozenset(found.group() for found in _NAMED.finditer(text))


def parse(written: str, *kinds: Kind) -> Reference:
    """Read a reference, lower case allowed.

    Args:
        written: what was typed.
        kinds: what is meant here; anything when none is given.

    Raises:
        BadReference: when it is not a reference, or not to one of these kinds.
    """
    found = _FORM.fullmatch(written.strip().upper())
    kind = _KINDS[found.group(1)] if found is not None else None
    if found is None or kind is None or (kinds and kind not in kinds):
        examples = " or ".join(f"{_LETTERS[k]}12" for k in kinds)
        raise BadReference(written, examples, kind) if kinds else BadReference(written)
    return Reference(kind, int(found.group(2)))
