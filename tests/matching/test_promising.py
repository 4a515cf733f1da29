"""Passing over what cannot be near: nothing near is lost, and little else is looked at."""

import json
from pathlib import Path

import numpy as np

from ledger.matching import NEAR_AT, Candidate, features, promising, rank
from ledger.matching.tally import Documents

STORIES = Path(__file__).parent / "written.jsonl"


def _told() -> list[tuple[str, str]]:
    """Every telling of a story with the claim it repeats."""
    stories = [json.loads(line) for line in STORIES.read_text(encoding="utf-8").splitlines()]
    return [(story["claim"], told) for story in stories for told in story["same"]]


def _index(texts: list[str]) -> dict[str, list[Documents]]:
    held: dict[str, list[int]] = {}
    for number, text in enumerate(texts):
        for token in features(text):
            held.setdefault(token, []).append(number)
    return {token: [np.array(numbers, dtype=np.uint32)] for token, numbers in held.items()}


def test_what_scores_as_near_is_nearly_always_promising() -> None:
    told = _told()
    claims = sorted({claim for claim, _ in told})
    runs = _index(claims)
    frequency = {token: sum(map(len, held)) for token, held in runs.items()}
    candidates = [Candidate(number, claim) for number, claim in enumerate(claims)]
    near, kept = 0, 0
    for claim, text in told:
        best, *_ = rank(text, candidates, frequency, len(claims), 1)
        if best.score >= NEAR_AT and claims[best.document] == claim:
            near += 1
            kept += best.document in promising(features(text), runs, len(claims))
    assert near > 0
    assert kept >= 0.98 * near


def test_a_word_in_common_is_no_promise() -> None:
    runs = _index(["The mayor opened the bridge", "A ferry ran aground", "The bridge was painted"])
    assert promising(features("The quay of Tallow was sold with the bridge"), runs, 3) == []


def test_documents_are_found_in_every_run_of_a_list() -> None:
    query = features("The Tallow ferry carried passengers to Port Marlow on Sunday")
    held = {token: [np.array([2], np.uint32), np.array([7], np.uint32)] for token in query}
    assert promising(query, held, 1000) == [2, 7]


def test_nothing_known_promises_nothing() -> None:
    assert promising(features("The ferry"), {}, 0) == []
    assert promising(frozenset(), {}, 0) == []
