"""What the desk's tests hand to the desk, and how they look at what became of it."""

from collections.abc import Iterable, Mapping
from typing import Any

from sqlalchemy import Connection
from sqlalchemy import Table as SqlTable
from sqlmodel import col, select

from ledger.desk.desk import Desk
from ledger.desk.looking.showing import show
from ledger.desk.looking.views import ClaimView, ConflictView
from ledger.desk.references import parse
from ledger.desk.statements.adding import Added, add
from ledger.desk.statements.filing import Choice
from ledger.desk.upkeep.verifying import verify_ledger
from ledger.store.asking import membership
from ledger.store.index import lookups
from ledger.store.journal.canonical import canonical
from ledger.store.journal.rows import rows as table_rows
from ledger.store.tables.base import sql_table
from ledger.store.tables.casework import CASEWORK, Difference, EvidenceCopy
from ledger.store.tables.ledger import JOURNALLED, Entry

BRIDGE = "Whether the Tallow Bridge opens in May"
COST = "What the Tallow Bridge costs"


def said(text: str, outlet: str = "Harbour Courier", **fields: Any) -> dict[str, Any]:  # noqa: ANN401 - any field of a statement
    """The fields of a statement."""
    return {"text": text, "outlet": outlet, **fields}


def record(desk: Desk, text: str, outlet: str = "Harbour Courier", **fields: Any) -> Added:  # noqa: ANN401 - as above
    """Add one statement that names its claim, or the bridge's cost where it names none."""
    return add(desk, said(text, outlet, **{"claim": COST, **fields}))


def record_new(desk: Desk, text: str, outlet: str = "Harbour Courier") -> Added:
    """Add one statement under a claim of its own."""
    return add(desk, said(text, outlet), Choice())


def rows(desk: Desk) -> dict[str, list[dict[str, Any]]]:
    """Every row the journal vouches for, and the journal itself, in order."""
    with desk.reading() as session:
        return rows_of(session.connection(), _TABLES)


def rows_of(connection: Connection, tables: Iterable[SqlTable]) -> dict[str, list[dict[str, Any]]]:
    """Every row of these tables, in order."""
    return {table.name: [*map(dict, table_rows(connection, table))] for table in tables}


def conflict(desk: Desk) -> ConflictView:
    """The first conflict, X1."""
    found = show(desk, parse("X1"))
    assert isinstance(found, ConflictView)
    return found


def claim(desk: Desk, ref: str = "C1") -> ClaimView:
    """A claim by its reference."""
    found = show(desk, parse(ref))
    assert isinstance(found, ClaimView)
    return found


def content(desk: Desk) -> str:
    """The whole ledger as one text, to be compared byte by byte."""
    return canonical(rows(desk))


def standing(desk: Desk) -> dict[str, list[dict[str, Any]]]:
    """What is live, without the journal's marks: what a person sees of the ledger."""
    unmarked = {
        name: [
            {column: value for column, value in row.items() if column not in {"entry", "live"}}
            for row in found
            if row.get("live", True)
        ]
        for name, found in rows(desk).items()
        if name in _SEEN
    }
    return {name: found for name, found in unmarked.items() if found}


def entries(desk: Desk) -> int:
    """How long the journal is, once all of it was verified."""
    return verify_ledger(desk).entries


def outlet_names(desk: Desk) -> list[str]:
    """The outlets in the order they came."""
    with desk.reading() as session:
        return list(lookups.names_of(session, "outlet").values())


def speaker_names(desk: Desk) -> list[str]:
    """The speakers in the order they came."""
    with desk.reading() as session:
        return list(lookups.names_of(session, "speaker").values())


def acts(desk: Desk) -> list[str]:
    """What was done, oldest first."""
    with desk.reading() as session:
        return list(session.orm.exec(select(Entry.act).order_by(col(Entry.number))))


def filed(desk: Desk) -> Mapping[int, int]:
    """The claim each statement stands under."""
    with desk.reading() as session:
        return {f.statement_number: f.claim_number for f in membership.filings(session)}


_SEEN = {"claim", "filing", "question", "conflict", "speaker_alias", "outlet_alias"} | {
    str(kind.__tablename__) for kind in CASEWORK if kind not in {Difference, EvidenceCopy}
}
_TABLES = [*map(sql_table, JOURNALLED), sql_table(Entry)]
