"""Verdicts with their evidence, and the scales of the house."""

from collections.abc import Iterable

from sqlalchemy import or_
from sqlmodel import col, select

from ledger.gathering import gathered
from ledger.store.asking.dossier import among
from ledger.store.bulk.batches import batches
from ledger.store.connecting.session import Session
from ledger.store.tables.casework import Evidence, EvidenceCopy, Scale, Verdict


def verdicts(session: Session, claims: Iterable[int] | None = None) -> list[Verdict]:
    """Live verdicts in the order they were given; of all claims when none are named."""
    wanted = select(Verdict).where(col(Verdict.live)).order_by(col(Verdict.number))
    if claims is None:
        return list(session.orm.exec(wanted))
    return among(session, wanted, col(Verdict.claim_number), claims)


def verdicts_known(session: Session, identities: Iterable[str]) -> dict[str, Verdict]:
    """The verdicts of these identities, live or not."""
    known: dict[str, Verdict] = {}
    for batch in batches(sorted(set(identities))):
        wanted = col(Verdict.identity).in_(batch)
        known.update({row.identity: row for row in session.orm.exec(select(Verdict).where(wanted))})
    return known


def evidence(session: Session, verdicts: Iterable[int]) -> dict[int, list[Evidence]]:
    """What each of these verdicts rests on, in the order it was named."""
    rows = among(session, select(Evidence), col(Evidence.verdict_number), verdicts)
    return gathered((row.verdict_number, row) for row in rows)


def house_scales(session: Session) -> list[Scale]:
    """The scales the house added, by number; a later one of a name takes an earlier one's place."""
    return list(session.orm.exec(select(Scale).where(col(Scale.live)).order_by(col(Scale.number))))


def copies_by_hash(
    session: Session, digests: Iterable[str], *, beginning: bool = False
) -> dict[str, EvidenceCopy]:
    """The kept copies of these hashes, by hash; of all that begin so, where that is asked."""
    found: dict[str, EvidenceCopy] = {}
    for some in batches(sorted(set(digests))):
        column = col(EvidenceCopy.sha256)
        wanted = (
            or_(*(column.startswith(digest, autoescape=True) for digest in some))
            if beginning
            else column.in_(some)
        )
        found.update(
            {row.sha256: row for row in session.orm.exec(select(EvidenceCopy).where(wanted))}
        )
    return found
