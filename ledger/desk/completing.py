"""Finishing a name somebody began to type: names of this ledger first, then the shipped ones."""

from collections.abc import Iterable

from ledger.desk.aliases import list_aliases
from ledger.desk.desk import Desk
from ledger.desk.namebook import Kind
from ledger.text.fold import fold
from ledger.text.names import names

_SHIPPED: dict[Kind, frozenset[str]] = {
    "outlet": frozenset({"outlet", "agency"}),
    "speaker": frozenset({"person", "company", "institution", "agency", "group", "place"}),
}


class Completions:
    """Every name of a kind, ready to be looked up while somebody types.

    A name is offered as it is written; what is typed may be any spelling of it, in any script, from
    the start of a word on, or any two characters of a Chinese name.
    """

    def __init__(self, written: Iterable[str]) -> None:
        self._names = [(fold(name), name) for name in dict.fromkeys(written)]

    def of(self, typed: str, limit: int = 6) -> list[str]:
        """Names that begin with what was typed, then those that hold it, in the ledger's order."""
        key = fold(typed).strip()
        if not key:
            return []
        begins = [name for folded, name in self._names if folded.startswith(key)]
        holds = [
            name
            for folded, name in self._names
            if not folded.startswith(key) and _holds(folded, key)
        ]
        return [name for name in [*begins, *holds] if name != typed][:limit]


def completions(desk: Desk, kind: Kind) -> Completions:
    """The names in use in this ledger, each with its other spellings, then the shipped ones."""
    known = list_aliases(desk, kind)
    used = [alias for one in known for alias in (one.name, *one.aliases)]
    shipped = [form for name in names() if name.kind in _SHIPPED[kind] for form in name.written()]
    return Completions([*used, *shipped])


def _holds(folded: str, key: str) -> bool:
    """Whether a name holds what was typed: at the start of a word, or anywhere if not Latin."""
    return f" {key}" in folded or (not key.isascii() and len(key) > 1 and key in folded)
