"""Fact-checks of others, kept as verdicts of their publishers; the same one twice is kept once."""

from collections.abc import Iterable
from typing import Any

from ledger.model import NewReview
from ledger.store.asking.verdicts import verdicts_known
from ledger.store.journal.act import Act
from ledger.store.journal.canonical import canonical, sha256
from ledger.store.tables.casework import Verdict

SCALE = "as published"
"""The scale of a verdict of others: theirs, which the ledger does not know."""


def keep_reviews(act: Act, found: Iterable[tuple[int, str, NewReview]]) -> list[bool]:
    """Write what publishers concluded about claims.

    Args:
        act: the transaction it happens in.
        found: claim, the statement's id and the fact-check, in the order of the file.

    Returns:
        For each of them whether it is new to the ledger.
    """
    rows: list[dict[str, Any]] = [
        {
            "identity": sha256(canonical([statement, review.model_dump()])),
            "claim_number": claim,
            "scale": SCALE,
            **review.model_dump(),
            "actor": act.actor,
            "at": act.at,
        }
        for claim, statement, review in found
    ]
    known = verdicts_known(act.session, (row["identity"] for row in rows))
    seen: set[str] = set()
    fresh, added = [], []
    for row in rows:
        standing = known.get(row["identity"])
        is_new = row["identity"] not in seen and (standing is None or not standing.live)
        seen.add(row["identity"])
        added.append(is_new)
        if is_new and standing is not None:
            act.update(Verdict, standing.number, live=True, claim_number=row["claim_number"])
        elif is_new:
            fresh.append({"number": act.next_number(Verdict), **row})
    act.insert(Verdict, fresh)
    return added
