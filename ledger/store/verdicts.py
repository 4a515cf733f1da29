"""Verdicts with their evidence, and the scales of the house."""

from collections.abc import Iterable

from sqlmodel import Session, col, select

from ledger.store.casework import Evidence, Scale, Verdict


def verdicts(session: Session, claims: Iterable[int] | None = None) -> list[Verdict]:
    """Live verdicts in the order they were given; of all claims when none are named."""
    wanted = select(Verdict).where(col(Verdict.live)).order_by(col(Verdict.number))
    if claims is not None:
        wanted = wanted.where(col(Verdict.claim_number).in_(sorted(set(claims))))
    return list(session.exec(wanted))


def evidence(session: Session, verdicts: Iterable[int]) -> list[Evidence]:
    """What these verdicts rest on, in the order it was named."""
    wanted = col(Evidence.verdict_number).in_(sorted(set(verdicts)))
    return list(session.exec(select(Evidence).where(wanted).order_by(col(Evidence.number))))


def house_scales(session: Session) -> list[Scale]:
    """The scales the house added, by number; a later one of a name takes an earlier one's place."""
    return list(session.exec(select(Scale).where(col(Scale.live)).order_by(col(Scale.number))))
