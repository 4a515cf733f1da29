"""One pass over an archive leaves out nothing that a single look would find near an older claim."""

import json
from collections.abc import Mapping
from pathlib import Path
from random import Random

import numpy as np
import pytest

from ledger.matching import Archive, Lists, features, is_concept, promising, weight
from ledger.matching.tally import Documents

STORIES = Path(__file__).parent / "written.jsonl"
NOTHING = (0.0, 0.0)
Held = Mapping[int, frozenset[str]]


def _runs(held: Held) -> dict[str, list[Documents]]:
    found: dict[str, list[int]] = {}
    for document in sorted(held):
        for token in held[document]:
            found.setdefault(token, []).append(document)
    return {token: [np.array(numbers, dtype=np.uint32)] for token, numbers in found.items()}


def _archive(held: Held, claims: Mapping[int, int]) -> Archive:
    runs = _runs(held)
    lists = [runs[token][0] for token in runs]
    counts = np.array([len(one) for one in lists], dtype=np.int64)
    documents = np.concatenate(lists) if lists else np.zeros(0, dtype=np.uint32)
    return Archive(Lists(list(runs), counts, documents), claims, len(held))


def _singly(held: Held, claims: Mapping[int, int], asked: Held) -> set[int]:
    """Those that a single look finds an older claim for."""
    runs = _runs(held)
    return {
        document
        for document, query in asked.items()
        if any(
            claims[other] < claims[document]
            for other in promising(query, runs, len(held))
            if other in claims
        )
    }


def _told() -> Held:
    """Every telling of every story, and every claim."""
    stories = [json.loads(line) for line in STORIES.read_text(encoding="utf-8").splitlines()]
    texts = [text for story in stories for text in (story["claim"], *story["same"])]
    return dict(enumerate(map(features, texts)))


def _made_up(seed: int) -> Held:
    """Documents of few words, so that many share some; one in three holds concepts."""
    dice = Random(seed)
    words = [f"w{n}" for n in range(120)]
    concepts = [f"term:{n}" for n in range(12)] + [f"name:{n}" for n in range(12)]
    return {
        document: frozenset(dice.choices(words, k=dice.randint(1, 24)))
        | frozenset(dice.choices(concepts, k=4) if document % 3 == 0 else ())
        for document in range(300)
    }


@pytest.mark.parametrize(
    "held",
    [
        pytest.param(_told(), id="stories"),
        *(pytest.param(_made_up(seed), id=f"made up {seed}") for seed in range(4)),
    ],
)
def test_nothing_is_passed_over_and_much_is_left_out(held: Held) -> None:
    dice = Random(len(held))
    claims = {document: dice.randrange(len(held)) // 2 for document in held}
    archive = _archive(held, claims)
    found = archive.promising(range(len(held)), dict.fromkeys(held, NOTHING))
    singly = _singly(held, claims, held)
    assert singly <= set(found)
    assert 0 < len(singly) <= len(found) < len(held)


def test_a_claim_has_no_older_statements_of_its_own() -> None:
    held = _told()
    assert (
        _archive(held, dict.fromkeys(held, 1)).promising(range(2), dict.fromkeys(held, NOTHING))
        == []
    )


def test_any_cut_of_the_claims_finds_the_same() -> None:
    held = _made_up(9)
    claims = {document: document // 2 for document in held}
    archive, asked = _archive(held, claims), dict.fromkeys(held, NOTHING)
    whole = archive.promising(range(200), asked)
    parts = [archive.promising(range(at, at + 7), asked) for at in range(0, 200, 7)]
    assert [document for part in parts for document in part] == whole


def test_what_a_statement_holds_besides_its_words_hides_nothing() -> None:
    said = _told()
    besides = [frozenset({f"note{n % 5}", f"aside{n}", f"name:{n % 3}"}) for n in said]
    held = {document: said[document] | besides[document] for document in said}
    claims = {document: document for document in held}
    frequency = {token: len(run) for token, (run,) in _runs(held).items()}
    spare = {
        document: (
            sum(weight(t, frequency[t], len(held)) for t in more if not is_concept(t)),
            sum(weight(t, frequency[t], len(held)) for t in more if is_concept(t)),
        )
        for document, more in enumerate(besides)
    }
    found = _archive(held, claims).promising(range(len(held)), spare)
    assert _singly(held, claims, said) <= set(found)


def test_only_what_is_asked_about_is_found_and_what_has_no_claim_is_near_nothing() -> None:
    text = features("The Tallow harbour ferry carried nine hundred passengers to Port Marlow.")
    held = {2: text, 4: text, 6: text, 8: frozenset({"other"})}
    archive = _archive(held, {4: 1, 6: 2, 8: 3})
    assert archive.promising(range(9), {6: NOTHING}) == [6]
    assert archive.promising(range(9), {4: NOTHING, 8: NOTHING}) == []
    assert archive.of_claims(range(2, 4)) == {6: 2, 8: 3}


def test_an_empty_archive_is_near_nothing() -> None:
    assert _archive({}, {}).promising(range(5), {}) == []


def test_a_text_told_hundreds_of_times_is_left_for_a_closer_look() -> None:
    text = features("The Tallow harbour ferry carried nine hundred passengers to Port Marlow.")
    held = dict.fromkeys(range(400), text) | {n: frozenset({f"w{n}"}) for n in range(400, 4000)}
    claims = {document: document for document in held}
    found = _archive(held, claims).promising(range(4000), dict.fromkeys(held, NOTHING))
    assert set(range(1, 400)) == set(found)
