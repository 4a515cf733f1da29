"""Who is meant: outlets and speakers found by alias, across scripts, or entered as new."""

from dataclasses import dataclass
from typing import Literal

from ledger.errors import NameTaken, UnknownName
from ledger.store import queries
from ledger.store.act import Act
from ledger.store.tables import Outlet, OutletAlias, Speaker, SpeakerAlias
from ledger.text.fold import fold
from ledger.text.names import names, similarity

Kind = Literal["outlet", "speaker"]

SAME_NAME = 0.92
"""Above this likeness two spellings are taken for one name; ``similarity`` is built around it."""


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
        self._owners = queries.alias_owners(act.session, self._tables.alias)
        self._names = queries.names_of(act.session, self._tables.owner)

    def name(self, number: int) -> str:
        """The name an outlet or speaker goes by in this ledger."""
        return self._names[number]

    def resolve(self, written: str) -> int:
        """The number of the one who is meant, entered now if nobody is."""
        key = _key(written)
        if key not in self._owners:
            owner = self._by_shipped_name(written) or self._by_likeness(written)
            if owner is None:
                self._enter(written)
            else:
                self._write_alias(owner, written)
        return self._owners[key]

    def find(self, written: str) -> int:
        """The number of somebody already in the ledger.

        Raises:
            UnknownName: when nobody goes by this name.
        """
        owner = self._owners.get(_key(written))
        owner = owner or self._by_shipped_name(written) or self._by_likeness(written)
        if owner is None:
            raise UnknownName(self._kind, written)
        return owner

    def add_alias(self, owner: int, written: str) -> None:
        """Let somebody be known by one more name.

        Raises:
            NameTaken: when the name already stands for another.
        """
        taken = self._owners.get(_key(written))
        if taken is not None and taken != owner:
            raise NameTaken(written, self._names[taken])
        if taken is None:
            self._write_alias(owner, written)

    def _by_shipped_name(self, written: str) -> int | None:
        shipped = names().lookup(written)
        if shipped is None:
            return None
        owners = (self._owners.get(_key(form)) for form in shipped.written())
        return next((owner for owner in owners if owner is not None), None)

    def _by_likeness(self, written: str) -> int | None:
        """The best likeness above the threshold; among equals, the one entered first.

        A name that folding leaves nothing of is alike to every other such name and is none of them.
        """
        if not fold(written):
            return None
        likest = max(
            ((similarity(written, key), -owner) for key, owner in self._owners.items()),
            default=(0.0, 0),
        )
        return -likest[1] if likest[0] >= SAME_NAME else None

    def _enter(self, written: str) -> None:
        shipped = names().lookup(written)
        number = self._act.next_number(self._tables.owner)
        name = shipped.id if shipped is not None else written
        kind = shipped.kind if shipped is not None else None
        self._act.insert(self._tables.owner, [{"number": number, "name": name, "kind": kind}])
        self._names[number] = name
        forms = shipped.written() if shipped is not None else ()
        for form in (written, *forms):
            if _key(form) not in self._owners:
                self._write_alias(number, form)

    def _write_alias(self, owner: int, written: str) -> None:
        row = {
            "number": self._act.next_number(self._tables.alias),
            "owner": owner,
            "alias": written,
            "key": _key(written),
        }
        self._act.insert(self._tables.alias, [row])
        self._owners[_key(written)] = owner


def _key(written: str) -> str:
    """The folded name, or the name itself where folding leaves nothing to tell it by."""
    return fold(written) or written
