"""What extraction proposes: a sentence as a statement, with its sources and the reasons."""

from dataclasses import dataclass
from datetime import date
from typing import Literal

from ledger.quantities import Quantity
from ledger.quantities import as_contract as quantity_contract

Basis = Literal["explicit", "inherited", "cataphora"]
Region = Literal["main", "teaser", "headline"]


@dataclass(frozen=True, slots=True)
class Proposal:
    """A sentence of a page worth filing.

    Attributes:
        sentence: the words, verbatim: ``page[start:end]``.
        start: the first code point in the page.
        end: one past the last.
        speaker: who says it, as the page writes the name; ``None`` when nobody is named, or it is
            not sure.
        speaker_span: where the speaker stands in the page; ``None`` when the sentence itself
            does not name them.
        relayed_from: the medium that reported it, when that is not the publisher.
        relay_basis: whether the sentence names it, an earlier one does, or a later one.
        outlet: who published it; ``None`` when neither the page nor the caller says.
        said_on: the day it was said.
        said_on_basis: as ``relay_basis``.
        quantities: the figures in it, offsets from its own beginning.
        score: how worth checking it is, 0 to 1.
        reasons: why, in words; hints to look twice stand at the end.
        region: the article itself, a teaser of another, or a headline.
    """

    sentence: str
    start: int
    end: int
    speaker: str | None
    speaker_span: tuple[int, int] | None
    relayed_from: str | None
    relay_basis: Basis | None
    outlet: str | None
    said_on: date | None
    said_on_basis: Basis | None
    quantities: tuple[Quantity, ...]
    score: float
    reasons: tuple[str, ...]
    region: Region


def as_contract(proposal: Proposal) -> dict[str, object]:
    """The proposal as one object of ``extract --jsonl``."""
    return {
        "sentence": proposal.sentence,
        "start": proposal.start,
        "end": proposal.end,
        "speaker": proposal.speaker,
        "speaker_span": list(proposal.speaker_span) if proposal.speaker_span else None,
        "relayed_from": proposal.relayed_from,
        "relay_basis": proposal.relay_basis,
        "outlet": proposal.outlet,
        "said_on": proposal.said_on.isoformat() if proposal.said_on else None,
        "said_on_basis": proposal.said_on_basis,
        "quantities": [quantity_contract(quantity) for quantity in proposal.quantities],
        "score": proposal.score,
        "reasons": list(proposal.reasons),
        "region": proposal.region,
    }
