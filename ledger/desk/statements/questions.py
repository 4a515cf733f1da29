"""Near claims remembered as questions, for a person to judge."""

from collections.abc import Collection, Mapping, Sequence
from typing import Any

from ledger.desk.index.nearest import Near
from ledger.store.asking import same_claim
from ledger.store.journal.act import Act
from ledger.store.tables.ledger import Question

QUESTIONS = 3
"""Near claims remembered as questions for a person; nobody would look at more."""


def ask(act: Act, near: Mapping[int, Collection[Near]], again: Collection[int]) -> None:
    """Ask whether statements belong to claims near them, or ask again where that was undone.

    Args:
        act: the transaction it happens in.
        near: the claims by statement number.
        again: the statements something may have been asked about before.
    """
    asked = same_claim.of_statements(act.session, near.keys() & set(again))
    fresh: list[tuple[int, Near]] = []
    for number, claims in sorted(near.items()):
        for one in claims:
            earlier = asked.get((number, one.claim))
            if earlier is None:
                fresh.append((number, one))
            elif not earlier.live:
                act.update(Question, earlier.number, live=True, state="open", score=one.score)
    told: dict[str, Sequence[Any]] = {
        "number": act.next_numbers(Question, len(fresh)),
        "statement_number": [number for number, _ in fresh],
        "claim_number": [near.claim for _, near in fresh],
        "score": [near.score for _, near in fresh],
    }
    act.insert_block(Question, told)
