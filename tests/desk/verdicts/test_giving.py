"""Verdicts: on a scale, with a reason, resting on evidence that may change under them."""

import hashlib
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import text

from ledger.desk.casework.deciding import attach, split
from ledger.desk.casework.merging import merge
from ledger.desk.desk import Desk
from ledger.desk.inbox.proposing import store
from ledger.desk.looking.verdict_views import VerdictView
from ledger.desk.references import parse
from ledger.desk.report.checking import check
from ledger.desk.texts.extracting import extract_file
from ledger.desk.undoing import redo, undo
from ledger.desk.verdicts import copies
from ledger.desk.verdicts.copies import write_copy
from ledger.desk.verdicts.giving import give_verdict
from ledger.desk.verdicts.scales import add_scale, scales
from ledger.errors import (
    BadEvidence,
    BuiltUpon,
    DamagedCopy,
    EvidenceRequired,
    FileTooLarge,
    InvalidField,
    LedgerError,
    NoCopy,
    NotFound,
    ReasonRequired,
    SpareCopy,
    UnknownRating,
    UnknownScale,
    UnreadableFile,
)
from tests.desk import ledgers
from tests.desk.ledgers import content, entries, record, record_new
from tests.exchange.test_scales import GOOD

pytestmark = pytest.mark.databases("sqlite")

PAGE = "https://example.org/budget?a=1,2"
ARTICLE = "The port authority said the bridge costs 41 million euros."


@pytest.fixture
def bridge(desk: Desk) -> Desk:
    """C1 with S1 and S2, one voice; C2 with S3."""
    record(desk, "The Tallow Bridge costs 40 million euros.", speaker="Ada Quill")
    record(desk, "The bridge comes at 40 million euros.", "The Tideline")
    record_new(desk, "The ferry sails at noon.", "The Tideline")
    return desk


def give(desk: Desk, claim: str = "C1", **changed: Any) -> VerdictView:  # noqa: ANN401 - any argument
    asked: dict[str, Any] = {"scale": "house", "rating": "Correct", "evidence": ["S1"]}
    return give_verdict(desk, parse(claim), **{**asked, "reason": "seen the bill", **changed})


def verdicts(desk: Desk, claim: str = "C1") -> tuple[VerdictView, ...]:
    return ledgers.claim(desk, claim).verdicts


@pytest.mark.parametrize(
    ("scale", "typed", "label", "numbers"),
    [
        ("house", "correct", "Correct", ("5", "5", "1")),
        ("politifact", "ＨＡＬＦ true", "Half True", ("4", "6", "1")),
        ("taiwan", "部分错误", "部分錯誤", ("2", "3", "1")),
        ("taiwan", "事實釐清", "事實釐清", (None, None, None)),
        (
            "averitec",
            "Conflicting Evidence/Cherrypicking",
            "Conflicting Evidence/Cherrypicking",
            ("2", "3", "1"),
        ),
        ("Snopes", "unproven", "Unproven", (None, None, None)),
    ],
)
def test_the_label_is_kept_beside_claimreviews_numbers(
    bridge: Desk, scale: str, typed: str, label: str, numbers: tuple[str | None, ...]
) -> None:
    given = give(bridge, scale=scale, rating=typed)
    assert given.rating == label
    assert (given.value, given.best, given.worst) == numbers
    assert verdicts(bridge) == (given,)
    assert entries(bridge) == 4


def test_a_verdict_rests_on_statements_documents_and_links(bridge: Desk, tmp_path: Path) -> None:
    page = tmp_path / "page.txt"
    page.write_text(ARTICLE, encoding="utf-8")
    store(bridge, extract_file(page, outlet="Quay Wire", url="https://example.org/quay"))
    copy = tmp_path / "budget.pdf"
    copy.write_bytes(b"%PDF budget")
    given = give(
        bridge,
        evidence=[f"s1, D1,{PAGE}", "https://example.org/quay", "S1"],
        copies=[copy],
    )
    archived = hashlib.sha256(ARTICLE.encode()).hexdigest()
    assert [(e.ref, e.url, e.saved_as, e.sha256) for e in given.evidence] == [
        ("S1", None, None, None),
        ("D1", "https://example.org/quay", None, archived),
        (None, PAGE, "budget.pdf", hashlib.sha256(b"%PDF budget").hexdigest()),
    ]


@pytest.mark.databases("sqlite", "postgresql")
def test_the_copy_of_a_link_is_kept_and_written_out_as_it_was(bridge: Desk, tmp_path: Path) -> None:
    copy, out = tmp_path / "budget.pdf", tmp_path / "out.pdf"
    content = b"%PDF \x00\xff budget"
    copy.write_bytes(content)
    digest = hashlib.sha256(content).hexdigest()
    give(bridge, evidence=[PAGE], copies=[copy])
    give(bridge, evidence=[PAGE, "S1"], copies=[copy])
    copy.unlink()
    write_copy(bridge, digest[:8], out)
    assert out.read_bytes() == content
    with pytest.raises(NoCopy, match="no copies"):
        write_copy(bridge, "ab%", out)
    assert "copy-damaged" not in {found.code for found in check(bridge)}
    with bridge.store.engine.begin() as connection:
        connection.execute(text("UPDATE evidence_copy SET content = 'QUJD'"))
    assert [f.ref for f in check(bridge) if f.code == "copy-damaged"] == ["C1"]
    with pytest.raises(DamagedCopy):
        write_copy(bridge, digest, out)
    assert out.read_bytes() == content


def test_a_copy_too_large_is_not_kept(
    bridge: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(copies, "MAX_COPY", 3)
    copy = tmp_path / "film.mp4"
    copy.write_bytes(b"1234")
    with pytest.raises(FileTooLarge, match="3 bytes"):
        give(bridge, evidence=[PAGE], copies=[copy])
    assert verdicts(bridge) == ()


@pytest.mark.parametrize(
    ("changed", "fault"),
    [
        ({"reason": None}, ReasonRequired),
        ({"reason": " "}, ReasonRequired),
        ({"evidence": []}, EvidenceRequired),
        ({"evidence": [" , "]}, EvidenceRequired),
        ({"evidence": ["C1"]}, BadEvidence),
        ({"evidence": ["javascript:alert(1)"]}, BadEvidence),
        ({"evidence": ["https://"]}, BadEvidence),
        ({"evidence": ["S9"]}, NotFound),
        ({"evidence": ["D9"]}, NotFound),
        ({"scale": "stars"}, UnknownScale),
        ({"rating": "True"}, UnknownRating),
        ({"claim": "C9"}, NotFound),
        ({"url": "x" * 3_000}, InvalidField),
        ({"copies": [Path("spare.pdf")]}, SpareCopy),
        ({"evidence": [PAGE], "copies": [Path("nowhere.pdf")]}, UnreadableFile),
    ],
)
def test_a_verdict_that_does_not_hold_together_is_refused_whole(
    bridge: Desk, changed: dict[str, Any], fault: type[LedgerError]
) -> None:
    before = content(bridge)
    with pytest.raises(fault):
        give(bridge, **changed)
    assert content(bridge) == before


@pytest.mark.databases("sqlite", "postgresql")
def test_a_later_verdict_supersedes_and_undo_brings_the_earlier_back(bridge: Desk) -> None:
    give(bridge)
    give(bridge, rating="Wrong", reason="the bill was forged")
    assert [(v.rating, v.current) for v in verdicts(bridge)] == [
        ("Correct", False),
        ("Wrong", True),
    ]
    undo(bridge)
    assert [(v.rating, v.current) for v in verdicts(bridge)] == [("Correct", True)]
    redo(bridge)
    assert [v.current for v in verdicts(bridge)] == [False, True]
    entries(bridge)


def test_a_verdict_whose_statement_moves_is_stale_until_it_comes_back(bridge: Desk) -> None:
    give(bridge, evidence=["S1", "S2"])
    assert verdicts(bridge)[0].stale == ()
    split(bridge, parse("S2"))
    assert verdicts(bridge)[0].stale == ("S2 was moved to C3",)
    give(bridge, evidence=["S1"], reason="without S2")
    assert [v.stale for v in verdicts(bridge)] == [(), ()]
    attach(bridge, parse("S1"), parse("C2"))
    assert verdicts(bridge)[-1].stale == ("S1 was moved to C2",)
    undo(bridge)
    assert verdicts(bridge)[-1].stale == ()


@pytest.mark.databases("sqlite", "postgresql")
def test_a_statement_a_verdict_rests_on_is_not_taken_back_by_another(bridge: Desk) -> None:
    bo = Desk(bridge.store, "bo", bridge.clock)
    record_new(bo, "The pier is closed.")
    give(bridge, evidence=["S1", "S4"])
    with pytest.raises(BuiltUpon):
        undo(bridge, "bo")
    assert verdicts(bridge)[0].stale == ()


def test_a_new_conflict_under_a_verdict_makes_it_stale(bridge: Desk) -> None:
    give(bridge)
    record(bridge, "The Tallow Bridge costs 60 million euros.", "Quay Wire")
    assert verdicts(bridge)[0].stale == ("X1 is open since",)


def test_a_page_archived_again_makes_a_verdict_stale(bridge: Desk, tmp_path: Path) -> None:
    page = tmp_path / "page.txt"
    page.write_text(ARTICLE, encoding="utf-8")
    url = "https://example.org/quay"
    extracted = extract_file(page, outlet="Quay Wire", url=url, published=bridge.day("2025-12-01"))
    store(bridge, extracted)
    give(bridge, evidence=[url])
    store(bridge, extracted)
    assert verdicts(bridge)[0].stale == ()
    page.write_text(f"{ARTICLE} Corrected.", encoding="utf-8")
    store(bridge, extract_file(page, outlet="Quay Wire", url=url))
    assert verdicts(bridge)[0].stale == (f"{url} was archived again as D2 and reads otherwise",)


def test_a_merge_takes_verdicts_along_and_leaves_them_fresh(bridge: Desk) -> None:
    give(bridge, claim="C2", evidence=["S3"], rating="Wrong")
    merge(bridge, parse("C1"), [parse("C2")])
    assert [(v.claim, v.rating, v.stale) for v in verdicts(bridge)] == [("C1", "Wrong", ())]


@pytest.mark.databases("sqlite", "postgresql")
def test_the_house_adds_a_scale_of_its_own(bridge: Desk, tmp_path: Path) -> None:
    path = tmp_path / "quay.toml"
    path.write_text(GOOD, encoding="utf-8")
    add_scale(bridge, path)
    assert "quay" in {scale.name for scale in scales(bridge)}
    given = give(bridge, scale="quay", rating="leaks")
    assert (given.rating, given.value, given.best) == ("Leaks", "1", "2")
    path.write_text(GOOD.replace("Leaks", "Sinks"), encoding="utf-8")
    add_scale(bridge, path)
    assert verdicts(bridge)[0].rating == "Leaks"
    with pytest.raises(UnknownRating):
        give(bridge, scale="quay", rating="Leaks")
    undo(bridge)
    give(bridge, scale="quay", rating="Leaks")
    entries(bridge)
