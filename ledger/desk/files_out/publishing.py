"""Verdicts ready to be published as ClaimReview: one object each, checked for what is required."""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import UTC

from ledger.desk.house.policies import values
from ledger.desk.looking.verdict_views import VerdictView, verdict_views
from ledger.desk.names.sources import Sources
from ledger.exchange.claimreview import Appearance, Review, claimreview_text, missing
from ledger.store.connecting.session import Session
from ledger.store.index import lookups
from ledger.store.index.lookups import Statement, in_time
from ledger.store.tables.ledger import Claim
from ledger.text.names import names


def claimreview(session: Session, claims: Mapping[int, Claim]) -> tuple[str, list[str]]:
    """The house's verdicts on these claims that stand, as one JSON-LD document, by claim.

    Returns:
        The document, and what verdicts lack to be ClaimReview, one line each; a verdict that lacks
        something is left out.
    """
    rules = values(session)
    views = verdict_views(session, claims)
    sources = Sources.load(session)
    reviews, faults = [], []
    for number in sorted(views):
        for view in views[number]:
            if not view.current or view.publisher is not None:
                continue
            review = _review(session, sources, view, claims[number], rules)
            lacking = missing(review)
            faults += [f"{view.claim}: {fault}" for fault in lacking]
            reviews += [] if lacking else [review]
    return claimreview_text(reviews), faults


def missing_fields(view: VerdictView, wording: str, rules: Mapping[str, str]) -> list[str]:
    """What a verdict lacks to be ClaimReview, a sentence each."""
    return missing(_bare(view, wording, rules))


def _bare(view: VerdictView, wording: str, rules: Mapping[str, str]) -> Review:
    """A verdict without the claim's appearances."""
    return Review(
        claim=view.short or wording,
        url=view.url,
        publisher=view.publisher or rules["publisher"] or None,
        publisher_url=rules["publisher-url"] or None,
        rating=view.rating,
        value=view.value,
        best=view.best,
        worst=view.worst,
        explanation=view.reason,
        published_on=view.published_on or view.at.astimezone(UTC).date(),
    )


def _review(
    session: Session, sources: Sources, view: VerdictView, claim: Claim, rules: Mapping[str, str]
) -> Review:
    filed = (statement for statement, _ in lookups.filed_under(session, [claim.number]))
    rows = sorted(lookups.statements(session, filed), key=in_time)
    bare = _bare(view, claim.wording, rules)
    if not rows:
        return bare
    first = rows[0]
    return replace(
        bare,
        language=first.language,
        claimant=_claimant(sources, first),
        said_on=first.day,
        appearances=tuple(_appearances(sources, rows)),
    )


def _claimant(sources: Sources, first: Statement) -> tuple[str, bool]:
    speaker = sources.speaker(first)
    if speaker is None:
        return sources.outlet(first), False
    known = names().lookup(speaker)
    return speaker, known is None or known.kind == "person"


def _appearances(sources: Sources, rows: Iterable[Statement]) -> Iterable[Appearance]:
    """Where the claim was made, each place once."""
    seen: set[str] = set()
    for row in rows:
        if row.url is not None and row.url not in seen:
            seen.add(row.url)
            yield Appearance(row.url, sources.outlet(row), row.published_on)
