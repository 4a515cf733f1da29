"""The names people and outlets go by: list them, add one."""

from dataclasses import dataclass

from ledger.desk.desk import Desk
from ledger.desk.namebook import Kind, NameBook
from ledger.model import NewAlias
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
        InvalidField: when the alias is empty or too long to be a name.
        UnknownName: when nobody goes by the first name.
        NameTaken: when the alias already stands for another.
    """
    written = NewAlias.checked({"alias": alias}).alias
    with desk.acting("alias") as act:
        book = NameBook(act, kind)
        owner = book.find(name)
        book.add_alias(owner, written)
        act.summary = f"{kind} {book.name(owner)} is also {written}"
    return _everybody(desk, kind)[owner]


def list_aliases(desk: Desk, kind: Kind) -> list[Known]:
    """Everybody of a kind, by the order they came into the ledger."""
    return list(_everybody(desk, kind).values())


def _everybody(desk: Desk, kind: Kind) -> dict[int, Known]:
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
    return {number: Known(kind, names[number], tuple(aliases[number])) for number in sorted(names)}
