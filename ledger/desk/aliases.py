"""The names people and outlets go by: list them, add one."""

from dataclasses import dataclass

from ledger.desk.desk import Desk
from ledger.desk.namebook import Kind, NameBook
from ledger.store import queries
from ledger.store.tables import Outlet, OutletAlias, Speaker, SpeakerAlias


@dataclass(frozen=True, slots=True)
class Known:
    """Somebody the ledger knows, with every name they go by."""

    kind: Kind
    name: str
    aliases: tuple[str, ...]


def add_alias(desk: Desk, kind: Kind, name: str, alias: str) -> Known:
    """Let somebody the ledger knows go by one more name.

    Raises:
        UnknownName: when nobody goes by the first name.
        NameTaken: when the alias already stands for another.
    """
    with desk.acting("alias") as act:
        book = NameBook(act, kind)
        owner = book.find(name)
        book.add_alias(owner, alias)
        act.summary = f"{kind} {book.name(owner)} is also {alias}"
    return next(known for known in list_aliases(desk, kind) if alias in known.aliases)


def list_aliases(desk: Desk, kind: Kind) -> list[Known]:
    """Everybody of a kind, by the order they came into the ledger."""
    with desk.reading() as session:
        rows: list[tuple[int, str]]
        if kind == "outlet":
            rows = [(a.owner, a.alias) for a in queries.aliases(session, OutletAlias)]
            names = queries.names_of(session, Outlet)
        else:
            rows = [(a.owner, a.alias) for a in queries.aliases(session, SpeakerAlias)]
            names = queries.names_of(session, Speaker)
    aliases: dict[int, list[str]] = {number: [] for number in names}
    for owner, alias in rows:
        aliases[owner].append(alias)
    return [Known(kind, names[number], tuple(also)) for number, also in sorted(aliases.items())]
