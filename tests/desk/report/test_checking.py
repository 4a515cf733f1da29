"""The checks: each finds its fault and nothing else, and the house sets its level."""

from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest

from ledger.desk.casework.deciding import decide, split
from ledger.desk.casework.forecasting import set_due, settle
from ledger.desk.decisions import write_decision
from ledger.desk.desk import Desk
from ledger.desk.house.checks import checks
from ledger.desk.house.policies import set_policy
from ledger.desk.inbox.proposals import accept
from ledger.desk.inbox.proposing import store
from ledger.desk.references import Reference, parse
from ledger.desk.report.checking import check
from ledger.desk.statements.adding import add
from ledger.desk.statements.filing import Choice
from ledger.desk.texts.extracting import extract_file
from ledger.desk.verdicts.giving import give_verdict
from ledger.store.tables.ledger import Conflict
from tests.desk.ledgers import COST, record, said

pytestmark = pytest.mark.databases("sqlite")

X1 = Reference("conflict", 1)
DAY = date(2025, 12, 1)
Make = Callable[[Desk], object]


def sound(desk: Desk, text: str = "The pier is closed.", **fields: Any) -> None:  # noqa: ANN401 - any field
    """Record a statement no check minds, under the claim C1 unless another is named."""
    known = {"url": "https://example.org/1", "said_on": DAY, "claim": COST}
    add(desk, said(text, fields.pop("outlet", "Harbour Courier"), **{**known, **fields}))


def verdict(desk: Desk, *evidence: str, **changed: Any) -> None:  # noqa: ANN401 - any argument
    """Give a verdict on C1 that no check minds."""
    set_policy(desk, "publisher", "The Quay")
    given = {"url": "https://quay.example/1", "short": "The pier is closed", **changed}
    asked = {"scale": "house", "rating": "Correct", "reason": "seen", **given}
    give_verdict(desk, parse("C1"), evidence=evidence or ("S1", "S2"), **asked)


def two_sources(desk: Desk) -> None:
    """Two origins of one claim, and nothing wanting."""
    sound(desk)
    sound(desk, "The pier is shut.", outlet="The Tideline", url="https://example.com/2")


def disputed(desk: Desk) -> None:
    """Two figures that differ, and one open conflict."""
    sound(desk, "The Tallow Bridge costs 40 million euros.")
    sound(desk, "The Tallow Bridge costs 60 million euros.", outlet="The Tideline")


def _both(desk: Desk) -> None:
    """As ledgers hold it from before the kind of difference was asked for."""
    disputed(desk)
    with desk.acting("decide") as act:
        act.summary = "X1: both stand"
        write_decision(act, "both_stand", conflict_number=1)
        act.update(Conflict, 1, state="decided")


def _reopened(desk: Desk) -> None:
    disputed(desk)
    decide(desk, X1, "a_holds", "seen the bill")
    sound(desk, "The Tallow Bridge costs 90 million euros.", outlet="Quay Wire")


def _overdue(desk: Desk) -> None:
    two_sources(desk)
    set_due(desk, parse("S1"), date(2025, 12, 14))


def _stale(desk: Desk) -> None:
    two_sources(desk)
    sound(desk, "No entry to the pier.", outlet="Quay Wire", url="https://example.net/3")
    verdict(desk, "S1", "S2", "S3")
    split(desk, parse("S3"))


def _unlinked(desk: Desk) -> None:
    sound(desk, url=None)
    sound(desk, "The pier is shut.", outlet="The Tideline", url=None)


def _unnamed(desk: Desk) -> None:
    sound(desk, speaker="people familiar with the matter")
    sound(desk, "碼頭關閉。", outlet="霧港財經", speaker="知情人士")


def _undated(desk: Desk) -> None:
    two_sources(desk)
    sound(desk, "40 ships wait.", said_on=None, outlet="Quay Wire")


def _to_come(desk: Desk) -> None:
    two_sources(desk)
    tomorrow = desk.today() + timedelta(days=1)
    sound(desk, "The pier opens.", said_on=tomorrow, outlet="Quay Wire")
    sound(desk, "The pier is open.", said_on=tomorrow + timedelta(days=1), outlet="Quay Wire")


def _judged(*evidence: str, **changed: Any) -> Make:  # noqa: ANN401 - any argument
    def make(desk: Desk) -> None:
        two_sources(desk)
        verdict(desk, *evidence, **changed)

    return make


FAULTS: list[tuple[str, Make, set[str]]] = [
    ("no-link", _unlinked, {"C1"}),
    ("single-origin", sound, {"C1"}),
    ("anonymous-only", _unnamed, {"C1"}),
    ("undated-figure", _undated, {"S3"}),
    ("day-to-come", _to_come, {"S4"}),
    ("open-conflict", disputed, {"X1"}),
    ("untyped-difference", _both, {"X1"}),
    ("decided-anew", _reopened, {"X1"}),
    ("overdue-forecast", _overdue, {"S1"}),
    ("verdict-origins", _judged("S1"), {"C1"}),
    ("stale-verdict", _stale, {"C1"}),
    ("link-without-copy", _judged("S1,S2,https://example.org/x"), {"C1"}),
    ("claimreview-field", _judged(url=None), {"C1"}),
    ("claimreview-field", _judged(short="x" * 75), {"C1"}),
    ("claimreview-field", _judged(short="【Correct】the pier is shut"), {"C1"}),
]


@pytest.mark.parametrize(("code", "make", "refs"), FAULTS, ids=[code for code, _, _ in FAULTS])
def test_each_check_finds_its_fault(desk: Desk, code: str, make: Make, refs: set[str]) -> None:
    make(desk)
    found = [finding for finding in check(desk) if finding.code == code]
    assert {finding.ref for finding in found} == refs
    assert {finding.level for finding in found} == {checks()[code].level}
    assert all("\n" not in finding.message for finding in found)
    set_policy(desk, f"check.{code}", "off")
    assert code not in {finding.code for finding in check(desk)}


def test_every_check_but_those_of_documents_and_copies_is_tried_above() -> None:
    assert {code for code, _, _ in FAULTS} == checks().keys() - {"quote-not-found", "copy-damaged"}


def test_words_that_are_not_in_their_document_are_found(desk: Desk, tmp_path: Path) -> None:
    page = tmp_path / "page.txt"
    page.write_text("The port said the pier\ncost 40 million euros in 2024.", encoding="utf-8")
    store(desk, extract_file(page, outlet="Quay Wire", url="https://example.org/quay"))
    accept(desk, parse("P1"))
    for text in ("the pier cost 40 million euros", "the pier cost 60 million euros"):
        sound(desk, text, outlet="Quay Wire", url="https://example.org/quay")
    found = [finding for finding in check(desk) if finding.code == "quote-not-found"]
    assert [(f.ref, f.level, f.message) for f in found] == [
        ("S3", "error", "its words are not in D1")
    ]


@pytest.mark.databases("sqlite", "postgresql")
def test_nothing_is_wanting_in_a_sound_ledger(desk: Desk) -> None:
    assert check(desk) == []
    two_sources(desk)
    verdict(desk)
    assert check(desk) == []


@pytest.mark.databases("sqlite", "postgresql")
def test_a_settled_forecast_and_a_typed_difference_are_fine(desk: Desk) -> None:
    _overdue(desk)
    settle(desk, parse("S1"), "came_true", "it did")
    assert check(desk) == []
    record(desk, "The Tallow Bridge costs 40 million euros.", claim="b", said_on=DAY)
    record(desk, "The Tallow Bridge costs 60 million euros.", "B", claim="b", said_on=DAY)
    decide(desk, X1, "both_stand", None, "scope")
    assert "untyped-difference" not in {finding.code for finding in check(desk)}


def test_the_house_sets_the_level(desk: Desk) -> None:
    add(desk, said("The pier is closed.", url="https://example.org"), Choice())
    set_policy(desk, "check.single-origin", "error")
    assert [(f.code, f.level) for f in check(desk)] == [("single-origin", "error")]
