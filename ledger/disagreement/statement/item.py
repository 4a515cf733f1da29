"""One thing a text speaks of, where it stands."""

from typing import NamedTuple


class Item(NamedTuple):
    """One thing spoken of.

    Attributes:
        start: first character in the folded key.
        end: one past the last.
        id: the same for the same thing in any language, where a table knows it.
        kind: ``term``, ``measure``, ``act``, ``pole``, ``contrast``; ``han`` or ``latin`` for
            words; for subjects the kind of name (``place``), ``proper`` for a name that no table
            knows, or what the name ends in (``entity:bank``).
        weight: how much it says, shared.
    """

    start: int
    end: int
    id: str
    kind: str
    weight: float
