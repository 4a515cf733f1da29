"""Finishing a name somebody began to type: names of this ledger first, then the shipped ones."""

from bisect import bisect_right
from collections.abc import Iterable, Iterator
from itertools import chain, islice
from typing import NamedTuple

from rapidfuzz import fuzz, process

from ledger.desk.desk import Desk
from ledger.desk.names.aliases import list_aliases
from ledger.desk.names.namebook import SAME_NAME, Kind
from ledger.store.asking import asked
from ledger.text.fold import fold
from ledger.text.names import names, similarity

_SHIPPED: dict[Kind, frozenset[str]] = {
    "outlet": frozenset({"outlet", "agency"}),
    "speaker": frozenset({"person", "company", "institution", "agency", "group", "place"}),
}

_A_SLIP = 85
"""How alike of 100 a slip of the finger leaves a name; AP and AFP are at 80."""


class Near(NamedTuple):
    """A known name, and whether the ledger takes the other for the same without asking."""

    name: str
    same: bool


class Completions:
    """Every name of a kind, ready to be looked up while somebody types.

    A name is offered as it is written; what is typed may be any spelling of it, in any script, from
    the start of a word on, or any two characters of a Chinese name. All names lie in one text, so
    that looking through very many of them fits between a key and its paint.
    """

    def __init__(self, written: Iterable[str]) -> None:
        self._names = list(dict.fromkeys(written))
        self._folded = "".join(f"\n{fold(name)}" for name in self._names)
        self._starts = list(self._places("\n"))
        self._keys = {key: n for n, key in enumerate(self._folded.split("\n")[1:])}

    def __contains__(self, name: str) -> bool:
        """Whether anybody goes by a name, in any spelling that folds to the same."""
        return fold(name) in self._keys

    def of(self, typed: str, limit: int = 6) -> list[str]:
        """Names that begin with what was typed, then those that hold it, in the ledger's order."""
        key = fold(typed).strip()
        if not key:
            return []
        inside = key if not key.isascii() and len(key) > 1 else f" {key}"
        places = chain(self._places(f"\n{key}"), self._places(inside))
        found = (self._names[bisect_right(self._starts, at) - 1] for at in places)
        return list(islice(_once(name for name in found if name != typed), limit))

    def near(self, name: str) -> Near | None:
        """The known name that one nobody goes by may be a slip of, if there is one."""
        if not name or name in self:
            return None
        alike = process.extractOne(
            fold(name), self._keys.keys(), scorer=fuzz.ratio, score_cutoff=_A_SLIP
        )
        if alike is None:
            return None
        return Near(self._names[self._keys[alike[0]]], similarity(name, alike[0]) >= SAME_NAME)

    def _places(self, wanted: str) -> Iterator[int]:
        at = self._folded.find(wanted)
        while at >= 0:
            yield at
            at = self._folded.find(wanted, at + 1)


def completions(desk: Desk, kind: Kind) -> Completions:
    """The names in use in this ledger, each with its other spellings, then the shipped ones."""
    known = list_aliases(desk, kind)
    used = [alias for one in known for alias in (one.name, *one.aliases)]
    shipped = [form for name in names() if name.kind in _SHIPPED[kind] for form in name.written()]
    return Completions([*used, *shipped])


def topics(desk: Desk) -> Completions:
    """The topics in use, so that one subject is filed under one of them."""
    with desk.reading() as session:
        return Completions(asked.topics(session))


def _once(names: Iterable[str]) -> Iterator[str]:
    seen: set[str] = set()
    for name in names:
        if name not in seen:
            seen.add(name)
            yield name
