"""Who said it: denials of having said it, and quotations with two speakers."""

import pytest

from ledger.disagreement import Side, compare

QUOTED = '"The harbour will never be sold to anyone"'

CONFLICTS = [
    (
        "denied having said it",
        Side("Tim Cook said that the factory would close"),
        Side("Tim Cook denied saying that the factory would close"),
    ),
    ("否認曾表示", Side("黃仁勳表示工廠將關閉"), Side("黃仁勳否認曾表示工廠將關閉")),
    (
        "the denier is the speaker",
        Side("the factory would close", speaker="Ines Duarte"),
        Side("I never said the factory would close", speaker="Ines Duarte"),
    ),
    (
        "one quotation, two speakers",
        Side(QUOTED, speaker="Ines Duarte"),
        Side(QUOTED, speaker="Bram Okafor"),
    ),
]

NONE = [
    (
        "one quotation, one speaker in two spellings",
        Side(QUOTED, speaker="President Ines Duarte"),
        Side(QUOTED, speaker="Ines Duarte"),
    ),
    ("one quotation, speaker unknown", Side(QUOTED, speaker="Ines Duarte"), Side(QUOTED)),
    (
        "another quotation",
        Side(QUOTED, speaker="Ines Duarte"),
        Side('"We are talking to three bidders"', speaker="Bram Okafor"),
    ),
    (
        "somebody else denied it",
        Side("Tim Cook said that the factory would close"),
        Side("Elon Musk denied saying that the plane would land"),
    ),
    (
        "two people said it",
        Side("Tim Cook said that the factory would close"),
        Side("Elon Musk said that the factory would close"),
    ),
]


@pytest.mark.parametrize(("a", "b"), [pytest.param(a, b, id=why) for why, a, b in CONFLICTS])
def test_they_differ_on_who_said_it(a: Side, b: Side) -> None:
    assert compare(a, b).code == "attribution_conflict"
    assert compare(b, a).code == "attribution_conflict"


@pytest.mark.parametrize(("a", "b"), [pytest.param(a, b, id=why) for why, a, b in NONE])
def test_they_do_not(a: Side, b: Side) -> None:
    assert compare(a, b).relation != "disagree"
