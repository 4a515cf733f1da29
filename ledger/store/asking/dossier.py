"""What is kept beside claims: notes, links and the wordings they had before."""

from collections.abc import Iterable

from sqlmodel import col, select

from ledger.store.asking.among import among, numbered_among
from ledger.store.connecting.session import Session
from ledger.store.tables.base import Table, sql_table
from ledger.store.tables.casework import Link, Note, Wording
from ledger.store.tables.ledger import Claim


def notes(session: Session, claims: Iterable[int]) -> list[Note]:
    """The notes on these claims, in the order they were written."""
    wanted = select(Note).where(col(Note.live))
    return numbered_among(session, wanted, col(Note.claim_number), claims)


def links(session: Session, claims: Iterable[int], *, live_only: bool = True) -> list[Link]:
    """The links that begin or end at these claims, by number; those of a merge are left out.

    Args:
        session: where to look.
        claims: the claims.
        live_only: leave out what was taken back.
    """
    wanted = select(Link).where(Link.kind != "merged")
    if live_only:
        wanted = wanted.where(col(Link.live))
    numbers = set(claims)
    found = {
        row.number: row
        for end in (col(Link.a_number), col(Link.b_number))
        for row in among(session, wanted, end, numbers)
    }
    return [found[number] for number in sorted(found)]


def merged_into(session: Session, claim: int) -> int | None:
    """The claim a merged one became."""
    wanted = select(Link.b_number).where(
        col(Link.live), Link.kind == "merged", Link.a_number == claim
    )
    return session.orm.exec(wanted.order_by(col(Link.number).desc())).first()


def wordings(session: Session, claim: int) -> list[Wording]:
    """The wordings a claim had before, oldest first."""
    wanted = select(Wording).where(col(Wording.live), Wording.claim_number == claim)
    return list(session.orm.exec(wanted.order_by(col(Wording.number))))


def claims_once_worded(session: Session, keys: Iterable[str]) -> dict[str, int]:
    """The live claim that once had the wording of each key; the latest where several had it."""
    wanted = (
        select(Wording.key, Wording.claim_number)
        .join(Claim, col(Claim.number) == Wording.claim_number)
        .where(col(Wording.live), col(Claim.live))
        .order_by(col(Wording.number))
    )
    return dict(among(session, wanted, col(Wording.key), keys))


def points_at(session: Session, table: type[Table], number: int) -> list[tuple[str, int]]:
    """The rows one row points at, by table and number; the journal's entry is left out."""
    this = sql_table(table)
    wanted = this.select().where(this.c.number == number)
    row = session.connection().execute(wanted).mappings().one()
    return [
        (key.column.table.name, row[column.name])
        for column in this.columns
        for key in column.foreign_keys
        if key.column.table.name != "entry" and row[column.name] is not None
    ]
