"""Claims, and the statements that stand under each."""

from collections.abc import Iterable, Iterator

from sqlmodel import col, select

from ledger.store.asking.among import among
from ledger.store.asking.dossier import claims_once_worded
from ledger.store.connecting.session import Session
from ledger.store.tables.ledger import Claim, Filing


def claims(session: Session, numbers: Iterable[int] | None = None) -> Iterator[Claim]:
    """Live claims by number, ascending; all of them when no numbers are given."""
    ordered = select(Claim).where(col(Claim.live)).order_by(col(Claim.number))
    if numbers is None:
        return iter(session.orm.exec(ordered))
    return among(session, ordered, col(Claim.number), numbers)


def claims_by_key(session: Session, keys: Iterable[str]) -> dict[str, int]:
    """The live claim of each key; the oldest where two share one.

    A key no claim has leads to the claim that had it before it was renamed or merged.
    """
    asked = set(keys)
    wanted = select(Claim.key, Claim.number).where(col(Claim.live))
    oldest_last = wanted.order_by(col(Claim.number).desc())
    found = dict(among(session, oldest_last, col(Claim.key), asked))
    return claims_once_worded(session, asked - found.keys()) | found


def filings(
    session: Session,
    *,
    of_statements: Iterable[int] | None = None,
    of_claims: Iterable[int] | None = None,
) -> list[Filing]:
    """Which statements stand under which claims, by statement number."""
    ordered = select(Filing).where(col(Filing.live)).order_by(col(Filing.statement_number))
    if of_statements is None and of_claims is None:
        return list(session.orm.exec(ordered))
    column = Filing.statement_number if of_statements is not None else Filing.claim_number
    numbers = of_statements if of_statements is not None else of_claims or ()
    found = among(session, ordered, col(column), numbers)
    return sorted(found, key=lambda filing: filing.statement_number)
