"""Who is meant: outlets and speakers found by alias, across scripts, or entered as new."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from ledger.errors import NameTaken, UnknownName
from ledger.store.asking import parties
from ledger.store.connecting.session import Session
from ledger.store.index import lookups, postings
from ledger.store.journal.act import Act
from ledger.store.journal.canonical import sha256
from ledger.store.tables.ledger import Outlet, OutletAlias, Speaker, SpeakerAlias
from ledger.text.fold import fold, fold_or_self
from ledger.text.names import blocks, names, similarity

Kind = Literal["outlet", "speaker"]

SAME_NAME = 0.92
"""Above this likeness two spellings are taken for one name; ``similarity`` is built around it."""
_DIGITS = 24


@dataclass(frozen=True, slots=True)
class _Tables:
    """Where the ones of a kind stand, and the names they go by."""

    owner: type[Outlet] | type[Speaker]
    alias: type[OutletAlias] | type[SpeakerAlias]


TABLES: dict[Kind, _Tables] = {
    "outlet": _Tables(Outlet, OutletAlias),
    "speaker": _Tables(Speaker, SpeakerAlias),
}


class NameBook:
    """The outlets or the speakers of one ledger, during one act.

    A name is looked for as an alias somebody already uses, then in the name table that ships with
    the program (川普 and Trump are one man), then by likeness. Only then is it somebody new.
    """

    def __init__(self, act: Act, kind: Kind) -> None:
        self._act = act
        self._kind = kind
        self._tables = TABLES[kind]
        self._owners: dict[str, int | None] = {}
        self._resolved: dict[str, int] = {}
        self._unindexed: dict[int, list[str]] = {}
        self._found_by: dict[str, list[int]] = {}

    def name(self, number: int) -> str:
        """The name an outlet or speaker goes by in this ledger."""
        return lookups.names_of(self._act.session, self._kind, [number])[number]

    def resolve(self, written: str) -> int:
        """The number of the one who is meant, entered now if nobody is."""
        return self._owners_of([written])[written]

    def resolve_each(self, written: Sequence[str | None]) -> list[int | None]:
        """The same of many, ``None`` where nobody is named."""
        owners = self._owners_of([name for name in dict.fromkeys(written) if name is not None])
        return [owners[name] if name is not None else None for name in written]

    def _owners_of(self, written: Sequence[str]) -> Mapping[str, int]:
        """Who is meant by each of these names, and by others asked about before."""
        unmet = [name for name in written if name not in self._resolved]
        self._look_up({*map(fold_or_self, unmet)} - self._owners.keys())
        for name in unmet:
            self._resolved[name] = self._resolve(name)
        self._index()
        return self._resolved

    def _resolve(self, written: str) -> int:
        owner = self._owner(fold_or_self(written))
        if owner is not None:
            return owner
        owner = self._by_shipped_name(written) or self._by_likeness(written)
        if owner is None:
            return self._enter(written)
        self._write_alias(owner, written)
        return owner

    def find(self, written: str) -> int:
        """The number of somebody already in the ledger.

        Raises:
            UnknownName: when nobody goes by this name.
        """
        owner = self._owner(fold_or_self(written))
        owner = owner or self._by_shipped_name(written) or self._by_likeness(written)
        if owner is None:
            raise UnknownName(self._kind, written)
        return owner

    def add_alias(self, owner: int, written: str) -> None:
        """Let somebody be known by one more name.

        Raises:
            NameTaken: when the name already stands for another.
        """
        taken = self._owner(fold_or_self(written))
        if taken is not None and taken != owner:
            raise NameTaken(written, self.name(taken))
        if taken is None:
            self._write_alias(owner, written)
            self._index()

    def enter_known(self, name: str, role: str | None, aliases: Sequence[str]) -> bool:
        """Let somebody go by all of these names, entered now if nobody goes by one of them.

        A name that stands for another goes on doing so.

        Returns:
            Whether anything was new.
        """
        known = {alias: self._owner(fold_or_self(alias)) for alias in aliases}
        free = [alias for alias, owner in known.items() if owner is None]
        owner = next((owner for owner in known.values() if owner is not None), None)
        if owner is None:
            owner = self._act.add(self._tables.owner, {"name": name, "kind": role})
        for alias in free:
            if self._owner(fold_or_self(alias)) is None:
                self._write_alias(owner, alias)
        self._index()
        return bool(free)

    def _owner(self, key: str) -> int | None:
        """Whom a folded name stands for; asked of the tables once."""
        if key not in self._owners:
            self._look_up({key})
        return self._owners[key]

    def _look_up(self, keys: Collection[str]) -> None:
        found = lookups.owners_of(self._act.session, self._kind, keys)
        self._owners |= {key: found.get(key) for key in keys}

    def _by_shipped_name(self, written: str) -> int | None:
        shipped = names().lookup(written)
        if shipped is None:
            return None
        owners = (self._owner(fold_or_self(form)) for form in shipped.written())
        return next((owner for owner in owners if owner is not None), None)

    def _by_likeness(self, written: str) -> int | None:
        """The best likeness above the threshold; among equals, the one entered first.

        A name that folding leaves nothing of is alike to every other such name and is none of them.
        """
        if not fold(written):
            return None
        wanted = _tokens(self._kind, written)
        met = postings.lookup(self._act.session, wanted).values()
        numbers = {int(number) for held in met for number in held}
        numbers.update(*(self._found_by.get(token, ()) for token in wanted))
        known = parties.aliases(self._act.session, self._tables.alias, numbers)
        likest = max(
            ((similarity(written, alias.key), -alias.owner) for alias in known), default=(0.0, 0)
        )
        return -likest[1] if likest[0] >= SAME_NAME else None

    def _enter(self, written: str) -> int:
        shipped = names().lookup(written)
        name = shipped.id if shipped is not None else written
        kind = shipped.kind if shipped is not None else None
        number = self._act.add(self._tables.owner, {"name": name, "kind": kind})
        forms = shipped.written() if shipped is not None else ()
        for form in (written, *forms):
            if self._owner(fold_or_self(form)) is None:
                self._write_alias(number, form)
        return number

    def _write_alias(self, owner: int, written: str) -> None:
        key = fold_or_self(written)
        number = self._act.add(self._tables.alias, {"owner": owner, "alias": written, "key": key})
        self._unindexed[number] = _tokens(self._kind, key)
        for token in self._unindexed[number]:
            self._found_by.setdefault(token, []).append(number)
        self._owners[key] = owner

    def _index(self) -> None:
        """Let the names written meanwhile be found by likeness."""
        if self._unindexed:
            postings.append(self._act.session, self._unindexed)
            self._unindexed, self._found_by = {}, {}


def index_names(session: Session) -> None:
    """Let every name be found by likeness again, after the index was thrown away."""
    for due in names_due(session):
        postings.append(session, due)


def names_due(session: Session) -> Iterator[dict[int, list[str]]]:
    """What every name is to be found by, kind by kind."""
    for kind, tables in TABLES.items():
        rows = parties.aliases(session, tables.alias)
        yield {row.number: _tokens(kind, row.key) for row in rows}


def _tokens(kind: Kind, name: str) -> list[str]:
    """What the inverted index finds a name by; digests, as a name may be of any length."""
    return sorted(f"#{kind} {sha256(block)[:_DIGITS]}" for block in blocks(name))
