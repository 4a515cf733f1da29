"""Verdicts with their evidence, and the scales of the house."""

from collections.abc import Iterable

from sqlmodel import col, select

from ledger.gathering import gathered
from ledger.store.asking.among import among, numbered_among
from ledger.store.connecting.session import Session
from ledger.store.tables.casework import Evidence, EvidenceCopy, Scale, Verdict


def verdicts(session: Session, claims: Iterable[int] | None = None) -> list[Verdict]:
    """Live verdicts in the order they were given; of all claims when none are named."""
    wanted = select(Verdict).where(col(Verdict.live)).order_by(col(Verdict.number))
    if claims is None:
        return list(session.orm.exec(wanted))
    return numbered_among(session, wanted, col(Verdict.claim_number), claims)


def verdicts_known(session: Session, identities: Iterable[str]) -> dict[str, Verdict]:
    """The verdicts of these identities, live or not."""
    rows = among(session, select(Verdict), col(Verdict.identity), identities)
    return {row.identity: row for row in rows}


def evidence(session: Session, verdicts: Iterable[int]) -> dict[int, list[Evidence]]:
    """What each of these verdicts rests on, in the order it was named."""
    rows = numbered_among(session, select(Evidence), col(Evidence.verdict_number), verdicts)
    return gathered((row.verdict_number, row) for row in rows)


def house_scales(session: Session) -> list[Scale]:
    """The scales the house added, by number; a later one of a name takes an earlier one's place."""
    return list(session.orm.exec(select(Scale).where(col(Scale.live)).order_by(col(Scale.number))))


def copies_by_hash(session: Session, digests: Iterable[str]) -> dict[str, EvidenceCopy]:
    """The kept copies of these hashes, by hash."""
    rows = among(session, select(EvidenceCopy), col(EvidenceCopy.sha256), digests)
    return {row.sha256: row for row in rows}


def copies_beginning(session: Session, digest: str) -> list[EvidenceCopy]:
    """The kept copies whose hash begins so."""
    begins = col(EvidenceCopy.sha256).startswith(digest, autoescape=True)
    return list(session.orm.exec(select(EvidenceCopy).where(begins)))
