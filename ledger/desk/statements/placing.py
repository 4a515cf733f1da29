"""Adding by hand with a person at hand: where the score is not sure, they are asked first."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from ledger.desk.desk import Desk
from ledger.desk.statements.adding import Added, add, is_held, near_claims
from ledger.desk.statements.filing import Choice
from ledger.desk.texts.bridging import Apart, between
from ledger.desk.texts.matching import ClaimMatch, match
from ledger.disagreement import Side
from ledger.matching import ATTACH_AT
from ledger.model import NewStatement

UNNAMED = "this"
"""What a statement whose outlet nobody named yet is called in a sentence."""
WORTH_LISTING = 0.08
"""Below one in twelve a claim shown would only be in the way."""


@dataclass(frozen=True, slots=True)
class Asked:
    """Nothing was written: a person is to say whether it belongs to one of these claims.

    Attributes:
        near: the claims, best first.
        apart: those of them that somebody judged different.
    """

    near: tuple[ClaimMatch, ...]
    apart: tuple[Apart, ...]


def place(desk: Desk, fields: dict[str, Any], choice: Choice | None = None) -> Added | Asked:
    """Record one statement, unless it is near a claim but not surely of it and nobody chose.

    Raises:
        InvalidField: when a field does not hold what it should.
        NotFound: when the chosen claim is not in the ledger.
    """
    new = NewStatement.checked(fields)
    if choice is None and new.claim is None and not is_held(desk, new):
        near = near_claims(desk, new)
        if near and near[0].score < ATTACH_AT:
            return Asked(tuple(near), between(desk, near))
        return add(desk, fields, near=near)
    return add(desk, fields, choice)


def similar(desk: Desk, fields: Mapping[str, Any], limit: int) -> tuple[ClaimMatch, ...]:
    """The claims a person should see while typing, best first.

    Args:
        desk: whose ledger.
        fields: what is known of the statement so far, as a statement's fields.
        limit: the most claims to give.
    """
    said_on = fields.get("said_on")
    asked = Side(
        fields["text"],
        fields.get("speaker"),
        fields.get("outlet") or UNNAMED,
        said_on if isinstance(said_on, date) else None,
        fields.get("relayed_from"),
    )
    return tuple(found for found in match(desk, asked, limit) if _is_worth_listing(found))


def _is_worth_listing(found: ClaimMatch) -> bool:
    """Near by its words, or with a figure beside this one that may not be the same measure."""
    return found.score >= WORTH_LISTING or found.code == "measure_mismatch"
