"""The names people and outlets go by: list them, add one."""

from collections import Counter
from dataclasses import dataclass

from ledger.desk.desk import Desk
from ledger.desk.names.namebook import TABLES, Kind, NameBook
from ledger.model import NewAlias
from ledger.store.asking import counting, parties


@dataclass(frozen=True, slots=True)
class Known:
    """Somebody the ledger knows.

    Attributes:
        kind: ``speaker`` or ``outlet``.
        name: the name they go by here.
        aliases: every name they go by.
        role: person, company, institution, outlet, agency, place or group, where that is known; an
            ``agency`` is the origin of what others relay from it.
        statements: how many statements are theirs.
    """

    kind: Kind
    name: str
    aliases: tuple[str, ...]
    role: str | None = None
    statements: int = 0


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
        owners = parties.named(session, TABLES[kind].owner)
        rows = [(row.owner, row.alias) for row in parties.aliases(session, TABLES[kind].alias)]
        counted = counting.statements_by(session, kind)
    statements: Counter[str] = Counter()
    for row in owners:
        statements[row.name] += counted.get(row.number, 0)
    aliases: dict[int, list[str]] = {row.number: [] for row in owners}
    for owner, alias in rows:
        aliases[owner].append(alias)
    return {
        row.number: Known(
            kind, row.name, tuple(aliases[row.number]), row.kind, statements[row.name]
        )
        for row in owners
        if row.live
    }
