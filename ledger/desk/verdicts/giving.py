"""Verdicts: what the house concludes about a claim, on a scale, resting on evidence."""

from collections.abc import Sequence
from pathlib import Path

from ledger.desk.decisions import live_claim
from ledger.desk.desk import Desk
from ledger.desk.looking.verdict_views import VerdictView, verdict_views
from ledger.desk.references import Reference
from ledger.desk.verdicts.evidence import evidence_rows
from ledger.desk.verdicts.scales import rating_of, scale_called
from ledger.errors import ReasonRequired
from ledger.model import NewVerdict, Rating, RatingScale
from ledger.store.journal.canonical import canonical, instant, sha256
from ledger.store.tables.casework import Evidence, Verdict


def give_verdict(
    desk: Desk,
    claim: Reference,
    *,
    scale: str,
    rating: str,
    evidence: Sequence[str],
    reason: str | None,
    short: str | None = None,
    url: str | None = None,
    copies: Sequence[Path] = (),
) -> VerdictView:
    """Give a verdict on a claim; an earlier one of the house stays on record and is superseded.

    Args:
        desk: whose ledger.
        claim: what it is about.
        scale: the scale's name.
        rating: a label of that scale, in any case or width, in either Chinese script.
        evidence: references to statements and documents, and links.
        reason: why.
        short: the claim in few words, for ClaimReview.
        url: where the verdict is or will be published.
        copies: saved copies of links the ledger holds no archived document of, in order.

    Raises:
        NotFound: when the ledger holds no such claim, statement or document.
        UnknownScale: when there is no such scale.
        UnknownRating: when the label is not on it.
        ReasonRequired: when there is no reason.
        EvidenceRequired: when there is no evidence.
        BadEvidence: when a piece of it is neither a reference nor a link.
        InvalidField: when a field does not hold what it should.
    """
    if not (reason and reason.strip()):
        raise ReasonRequired
    said = NewVerdict.checked({"reason": reason, "short": short, "url": url})
    with desk.acting("verdict") as act:
        row = live_claim(act, claim)
        chosen = scale_called(act.session, scale)
        label = rating_of(chosen, rating)
        rests_on = evidence_rows(act, evidence, copies)
        verdict = {"claim_number": row.number, **_rated(chosen, label), **said.model_dump()}
        identity = sha256(canonical([*verdict.values(), act.actor, instant(act.at)]))
        given = {"identity": identity, "actor": act.actor, "at": act.at}
        act.summary = f"{claim}: {label.label} ({chosen.name})"
        number = act.add(Verdict, {**given, **verdict})
        for piece in rests_on:
            act.add(Evidence, {"verdict_number": number, **piece})
    with desk.reading() as session:
        return verdict_views(session, [claim.number])[claim.number][-1]


def _rated(scale: RatingScale, label: Rating) -> dict[str, str | None]:
    """A label with the numbers its scale gives it, if it gives it one."""
    numbers = {"value": label.value, "best": scale.best, "worst": scale.worst}
    scored = label.value is not None
    told = {name: str(number) if scored else None for name, number in numbers.items()}
    return {"scale": scale.name, "rating": label.label, **told}
