"""Names the house had a hand in: renamed, merged, marked, or known by one more alias.

Every other name comes about by itself where the statements are recorded, and need not be written.
"""

from collections.abc import Iterable, Iterator
from typing import Any

from ledger.desk.names.namebook import SAME_NAME, TABLES, Kind
from ledger.gathering import gathered
from ledger.store.asking import parties
from ledger.store.connecting.session import Session
from ledger.store.index.lookups import Statement
from ledger.text.fold import fold_or_self
from ledger.text.names import names, similarity


def handmade_names(
    session: Session, kind: Kind, statements: Iterable[Statement]
) -> Iterator[dict[str, Any]]:
    """The names of a kind that recording these statements would not lead to, by number."""
    written: dict[int, dict[str, None]] = {}
    for row in statements:
        for owner, name in _sources(kind, row):
            if owner is not None and name is not None:
                written.setdefault(owner, {})[name] = None
    rows = parties.aliases(session, TABLES[kind].alias)
    aliases = gathered((alias.owner, alias) for alias in rows)
    for entered in parties.named(session, TABLES[kind].owner):
        known = aliases.get(entered.number, [])
        forms = list(written.get(entered.number, ()))
        entry = entered.name, entered.kind, frozenset(alias.key for alias in known)
        if entered.live and known and _by_itself(forms) != entry:
            told = [alias.alias for alias in known]
            yield {"name": entered.name, "role": entered.kind, "aliases": told}


def _sources(kind: Kind, row: Statement) -> Iterator[tuple[int | None, str | None]]:
    if kind == "speaker":
        yield row.speaker_number, row.speaker
    else:
        yield row.outlet_number, row.outlet
        yield row.relay_number, row.relayed_from


def _by_itself(forms: list[str]) -> tuple[str, str | None, frozenset[str]] | None:
    """The name, role and folded aliases that recording these spellings leads to, if to one name."""
    if not forms:
        return None
    first = forms[0]
    shipped = names().lookup(first)
    keys = {*map(fold_or_self, (first, *(shipped.written() if shipped else ())))}
    for form in forms[1:]:
        key = fold_or_self(form)
        if key not in keys and max(similarity(form, known) for known in keys) < SAME_NAME:
            return None
        keys.add(key)
    called = (shipped.id, shipped.kind) if shipped else (first, None)
    return *called, frozenset(keys)
