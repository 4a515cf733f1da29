"""What the desk shows of a verdict: what it rests on, and what changed under it since."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import Self

from ledger.store.asking import archive, findings, membership, rulings
from ledger.store.asking.verdicts import evidence, verdicts
from ledger.store.connecting.session import Session
from ledger.store.tables.casework import Evidence, Verdict


@dataclass(frozen=True, slots=True)
class EvidenceView:
    """One thing a verdict rests on.

    Attributes:
        ref: ``S48`` or ``D3``; ``None`` for a link alone.
        url: where it stands.
        saved_as: the file name of the saved copy of a link.
        sha256: hash of the archived copy when the verdict was given; ``None`` without one.
    """

    ref: str | None
    url: str | None
    saved_as: str | None
    sha256: str | None


class Stale(str):
    """What changed under a verdict, in words.

    Attributes:
        kind: ``moved``, ``archived`` or ``open``.
        refs: what it is about, in the order the words name them.
    """

    __slots__ = ("kind", "refs")

    kind: str
    refs: tuple[str, ...]

    def __new__(cls, kind: str, *refs: str) -> Self:
        """The words for one change."""
        made = super().__new__(cls, _CHANGED[kind].format(*refs))
        made.kind, made.refs = kind, refs
        return made


_CHANGED = {
    "moved": "{} was moved to {}",
    "archived": "{} was archived again as {} and reads otherwise",
    "open": "{} is open since",
}


@dataclass(frozen=True, slots=True)
class VerdictView:
    """One verdict.

    Attributes:
        claim: what it is about.
        scale: the scale's name.
        rating: the label as written.
        value: ClaimReview's number for it, with ``best`` and ``worst``; ``None`` without one.
        reason: why.
        short: the claim in few words.
        url: where it is published.
        publisher: whose verdict it is; ``None`` for the house's own.
        published_on: the day it was published.
        actor: who gave it.
        at: when.
        evidence: what it rests on.
        stale: what changed under it since, in words; empty while nothing did.
        current: whether no later verdict of the same publisher took its place.
        imported_by: who brought it here, where it was given in another ledger.
    """

    claim: str
    scale: str
    rating: str
    value: str | None
    best: str | None
    worst: str | None
    reason: str | None
    short: str | None
    url: str | None
    publisher: str | None
    published_on: date | None
    actor: str
    at: datetime
    evidence: tuple[EvidenceView, ...]
    stale: tuple[Stale, ...]
    current: bool
    imported_by: str | None = None


def verdict_views(session: Session, claims: Iterable[int]) -> dict[int, list[VerdictView]]:
    """The verdicts on each claim, oldest first; claims without one are left out."""
    rows = verdicts(session, claims)
    latest = {(row.claim_number, row.publisher): row.number for row in rows}
    pieces = evidence(session, (row.number for row in rows))
    importers = rulings.importers(session, (row.entry for row in rows))
    views: dict[int, list[VerdictView]] = {}
    for row in rows:
        rests_on = pieces.get(row.number, [])
        is_current = latest[row.claim_number, row.publisher] == row.number
        stale = tuple(_changes(session, row, rests_on)) if is_current else ()
        views.setdefault(row.claim_number, []).append(
            replace(
                _view(row, rests_on, stale, is_current=is_current),
                imported_by=rulings.importer(row, importers),
            )
        )
    return views


def _view(
    row: Verdict, rests_on: Sequence[Evidence], stale: tuple[Stale, ...], *, is_current: bool
) -> VerdictView:
    same = {name: getattr(row, name) for name in _AS_STORED}
    return VerdictView(
        claim=f"C{row.claim_number}",
        **same,
        evidence=tuple(
            EvidenceView(_ref(piece), piece.url, piece.saved_as, piece.sha256) for piece in rests_on
        ),
        stale=stale,
        current=is_current,
    )


_AS_STORED = (
    *("scale", "rating", "value", "best", "worst", "reason", "short", "url"),
    *("publisher", "published_on", "actor", "at"),
)


def _ref(piece: Evidence) -> str | None:
    if piece.statement_number is not None:
        return f"S{piece.statement_number}"
    return f"D{piece.document_number}" if piece.document_number is not None else None


def _changes(session: Session, verdict: Verdict, rests_on: Sequence[Evidence]) -> Iterable[Stale]:
    """What the journal wrote under a verdict after the verdict itself."""
    statements = [p.statement_number for p in rests_on if p.statement_number is not None]
    for filing in membership.filings(session, of_statements=statements):
        is_elsewhere = filing.claim_number != verdict.claim_number
        if filing.entry > verdict.entry and is_elsewhere:
            yield Stale("moved", f"S{filing.statement_number}", f"C{filing.claim_number}")
    for piece in rests_on:
        newer = archive.newest_page(session, piece.url) if piece.url else None
        if piece.url and newer is not None and piece.sha256 not in {None, newer.sha256}:
            yield Stale("archived", piece.url, f"D{newer.number}")
    for conflict in findings.of_claims(session, [verdict.claim_number]):
        if conflict.state in findings.OPEN_STATES and conflict.entry > verdict.entry:
            yield Stale("open", f"X{conflict.number}")
