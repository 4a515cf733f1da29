"""Whole articles with their answers: every proposal, its sources, and what is left out."""

import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from opencc import OpenCC

from ledger.extraction import Proposal, extract

ARTICLES = Path(__file__).parents[2] / "fixtures" / "articles"
ANSWERS = [json.loads(path.read_text("utf-8")) for path in sorted(ARTICLES.glob("*.json"))]
NAMES = [answer["article"] for answer in ANSWERS]


def article(answer: dict[str, Any]) -> str:
    path: Path = ARTICLES / answer["article"]
    return path.read_text("utf-8")


def proposals(answer: dict[str, Any], text: str) -> list[Proposal]:
    return extract(text, answer["outlet"], date.fromisoformat(answer["published"]))


def described(proposal: Proposal, outlet: str) -> dict[str, Any]:
    """A proposal as the answers write it: what is usual is left out."""
    every = {
        "sentence": proposal.sentence,
        "speaker": proposal.speaker,
        "relayed_from": proposal.relayed_from,
        "relay_basis": proposal.relay_basis,
        "said_on": proposal.said_on.isoformat() if proposal.said_on else None,
        "region": proposal.region if proposal.region != "main" else None,
        "outlet": proposal.outlet if proposal.outlet != outlet else None,
    }
    return {name: value for name, value in every.items() if value is not None}


@pytest.mark.parametrize("answer", ANSWERS, ids=NAMES)
def test_what_an_article_proposes(answer: dict[str, Any]) -> None:
    found = proposals(answer, article(answer))
    assert [described(proposal, answer["outlet"]) for proposal in found] == answer["proposed"]


@pytest.mark.parametrize("answer", ANSWERS, ids=NAMES)
def test_what_an_article_does_not_propose(answer: dict[str, Any]) -> None:
    found = {proposal.sentence for proposal in proposals(answer, article(answer))}
    assert found.isdisjoint(answer["left_out"])
    assert all(sentence in article(answer) for sentence in answer["left_out"])


@pytest.mark.parametrize("answer", ANSWERS, ids=NAMES)
def test_proposals_are_verbatim_and_none_is_repeated(answer: dict[str, Any]) -> None:
    text = article(answer)
    found = proposals(answer, text)
    assert all(text[one.start : one.end] == one.sentence for one in found)
    assert all(one.speaker_span is None or one.speaker for one in found)
    assert len({one.sentence for one in found}) == len(found)


@pytest.mark.parametrize("answer", ANSWERS, ids=NAMES)
def test_a_page_that_repeats_itself_proposes_nothing_twice(answer: dict[str, Any]) -> None:
    text = article(answer)
    once = [one.sentence for one in proposals(answer, text)]
    twice = [one.sentence for one in proposals(answer, f"{text}\n{text}\n{text[: len(text) // 2]}")]
    assert twice[: len(once)] == once
    assert len(set(twice)) == len(twice)


@pytest.mark.parametrize(
    "answer",
    [answer for answer in ANSWERS if "zh-hant" in answer["article"]],
    ids=[name for name in NAMES if "zh-hant" in name],
)
def test_a_copy_in_simplified_characters_gives_the_same_answers(answer: dict[str, Any]) -> None:
    text = article(answer)
    convert = OpenCC("t2s").convert
    ours = [(one.start, one.end, convert(one.speaker or "")) for one in proposals(answer, text)]
    theirs = [(one.start, one.end, one.speaker or "") for one in proposals(answer, convert(text))]
    assert theirs == ours
