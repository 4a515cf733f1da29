"""Out and in again: files hold the ledger whole, and importing them twice adds nothing."""

import json
import shutil
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ledger.desk.desk import Desk
from ledger.desk.files_in.importing import import_file
from ledger.desk.files_out.exporting import EXPORTS, export, export_to
from ledger.desk.house.policies import set_policy
from ledger.desk.references import parse
from ledger.desk.undoing import undo
from ledger.desk.verdicts.giving import give_verdict
from ledger.errors import NotFound, UnknownFormat
from ledger.store.opening.ledger import Store, open_ledger
from tests.desk.ledgers import COST, claim, content, entries, filed, record, record_new, said
from tests.desk.newsroom import PATH, write_rows
from tests.exchange.test_reviews import REVIEW

HOSTILE = PATH.with_name("hostile.jsonl")

WORDS = st.text(max_size=30) | st.sampled_from(
    ["=1+1", "'=1", "\u202e[b]x\x1b[31m", "a\r\nb", "é", "e\u0301"]
)
ROWS = st.fixed_dictionaries(
    {"text": WORDS, "outlet": WORDS},
    optional={"speaker": WORDS, "claim": WORDS, "notes": WORDS, "topic": WORDS},
)


@pytest.fixture
def other(tmp_path: Path, desk: Desk, sqlite_template: Path) -> Iterator[Desk]:
    """A second ledger, empty."""
    place = shutil.copy(sqlite_template, tmp_path / "other.db")
    opened = Desk(open_ledger(str(place)), "bo", desk.clock)
    yield opened
    opened.close()


@pytest.mark.parametrize("name", ["jsonl", "csv"])
@pytest.mark.parametrize("source", [HOSTILE], ids=["hostile"])
def test_out_and_in_and_out_again_is_byte_for_byte_the_same(
    newsroom_sqlite: Desk, tmp_path: Path, sqlite_template: Path, name: str, source: Path
) -> None:
    def empty(name: str) -> Store:
        return open_ledger(str(shutil.copy(sqlite_template, tmp_path / name)))

    with_hostile = Desk(empty("one.db"), "mira")
    import_file(with_hostile, source)
    for number, ledger in enumerate((newsroom_sqlite, with_hostile)):
        path = tmp_path / f"out.{number}.{name}"
        export(ledger, name, path)
        again = Desk(empty(f"{number}.db"), "bo")
        assert import_file(again, path).refused == ()
        data, _ = export(again, name)
        again.close()
        assert data == path.read_bytes()
        assert import_file(ledger, path, dry_run=True).recording.added == 0
    with_hostile.close()


@settings(max_examples=12)
@given(rows=st.lists(ROWS, min_size=1, max_size=4))
def test_any_text_goes_out_and_comes_back(
    sqlite_template: Path, rows: list[dict[str, str]]
) -> None:
    with TemporaryDirectory() as folder:
        places = [shutil.copy(sqlite_template, f"{folder}/{name}.db") for name in "ab"]
        first, again = (Desk(open_ledger(place), "mira") for place in places)
        import_file(first, write_rows(Path(folder) / "in.jsonl", rows))
        for name in ("jsonl", "csv"):
            path = Path(folder) / f"out.{name}"
            export(first, name, path)
            import_file(again, path)
            assert export(again, name)[0] == path.read_bytes()
        first.close()
        again.close()


def test_claims_that_read_alike_stay_apart(desk: Desk, other: Desk, tmp_path: Path) -> None:
    """Each is named as no other in the file, whatever number was taken already."""
    for number, text in enumerate(("Wet.", "WET.", "Wet. (2)", "wet.")):
        record_new(desk, text, f"Outlet {number}")
    path = tmp_path / "out.jsonl"
    export(desk, "jsonl", path)
    claims = [json.loads(line)["claim"] for line in path.read_text("utf-8").splitlines()]
    assert claims == ["Wet.", "WET. (2)", "Wet. (2) (2)", "wet. (3)"]
    import_file(other, path)
    assert filed(other) == filed(desk) == {1: 1, 2: 2, 3: 3, 4: 4}


def test_a_spreadsheet_opens_it_and_calculates_nothing(desk: Desk) -> None:
    record(desk, '=HYPERLINK("https://x.example")', "＝港報", notes="@SUM(A1)")
    data, _ = export(desk, "csv")
    assert data.startswith(b"\xef\xbb\xbf")
    assert "'=HYPERLINK" in data.decode()
    assert "'＝港報" in data.decode()
    assert "'@SUM(A1)" in data.decode()
    assert data.count(b"\r\n") == 2


def test_what_was_taken_back_is_not_written(desk: Desk) -> None:
    record(desk, "The pier is closed.")
    record(desk, "The pier is open.")
    undo(desk)
    data, _ = export(desk, "jsonl")
    assert [json.loads(line)["text"] for line in data.splitlines()] == ["The pier is closed."]


def test_some_claims_are_written_alone(desk: Desk) -> None:
    for text, wording in (("One.", "First"), ("Two.", "Second"), ("Three.", "First")):
        record(desk, text, claim=wording)
    data, _ = export(desk, "jsonl", only=[parse("C1")])
    assert [json.loads(line)["text"] for line in data.splitlines()] == ["One.", "Three."]
    assert export(desk, "csv", only=[parse("C2"), parse("C1")]) == export(desk, "csv")


def test_a_claim_that_is_not_there_writes_nothing(desk: Desk, tmp_path: Path) -> None:
    record(desk, "The pier is closed.")
    with pytest.raises(NotFound, match="C9"):
        export_to(desk, tmp_path / "out.csv", [parse("C1"), parse("C9")])
    assert list(tmp_path.glob("out*")) == []


def test_there_is_no_other_format(desk: Desk) -> None:
    assert EXPORTS == ("jsonl", "csv", "claimreview")
    with pytest.raises(UnknownFormat):
        export(desk, "pdf")


def test_verdicts_are_written_as_claimreview_and_faults_are_told(desk: Desk) -> None:
    record(desk, "The pier is shut.", url="https://harbour.example/1", speaker="Ada Quill")
    record(desk, "The pier is closed.", "The Tideline", url="https://tideline.example/2")
    give = {"scale": "house", "rating": "Correct", "evidence": ["S1", "S2"], "reason": "seen"}
    give_verdict(desk, parse("C1"), **give)  # type: ignore[arg-type]  # as the keys say
    data, faults = export(desk, "claimreview")
    assert json.loads(data) == []
    assert [fault.split(": ")[0] for fault in faults] == ["C1", "C1"]
    set_policy(desk, "publisher", "The Quay")
    give_verdict(desk, parse("C1"), url="https://quay.example/1", **give)  # type: ignore[arg-type]
    data, faults = export(desk, "claimreview")
    (made,) = json.loads(data)
    assert faults == []
    record(desk, "The bridge is open.", claim="Another claim")
    assert export(desk, "claimreview", only=[parse("C1")])[0] == data
    assert json.loads(export(desk, "claimreview", only=[parse("C2")])[0]) == []
    assert made["claimReviewed"] == COST
    assert made["author"] == {"@type": "Organization", "name": "The Quay"}
    claim = made["itemReviewed"]
    assert claim["author"] == {"@type": "Person", "name": "Ada Quill"}
    assert claim["firstAppearance"]["url"] == "https://harbour.example/1"
    assert [place["url"] for place in claim["appearance"]] == ["https://tideline.example/2"]


def test_our_claimreview_is_read_by_another_house(desk: Desk, other: Desk, tmp_path: Path) -> None:
    record(desk, "The pier is shut.", url="https://harbour.example/1", speaker="Ada Quill")
    set_policy(desk, "publisher", "The Quay")
    give_verdict(
        desk,
        parse("C1"),
        scale="taiwan",
        rating="部分錯誤",
        evidence=["S1"],
        reason="看過",
        url="https://quay.example/1",
    )
    path = tmp_path / "out.jsonld"
    export(desk, "claimreview", path)
    imported = import_file(other, path)
    assert (imported.recording.added, imported.reviews) == (1, 1)
    found = claim(other)
    (verdict,) = found.verdicts
    assert (verdict.publisher, verdict.rating, verdict.value) == ("The Quay", "部分錯誤", "2")
    assert found.statements[0].speaker == "Ada Quill"


def test_a_feed_comes_in_whole_once(desk: Desk, tmp_path: Path) -> None:
    items = [
        {"@type": "DataFeedItem", "item": [{**REVIEW, "claimReviewed": f"Pier {n} is shut"}]}
        for n in range(200)
    ]
    broken = {"@type": "DataFeedItem", "item": [{"@type": "ClaimReview", "url": "x"}]}
    path = tmp_path / "feed.json"
    feed = {"@type": "DataFeed", "dataFeedElement": [*items, items[0], broken]}
    path.write_text(json.dumps(feed), encoding="utf-8")
    told: list[tuple[str, int, int]] = []
    imported = import_file(desk, path, progress=lambda *at: told.append(at))
    assert (imported.recording.added, imported.reviews, len(imported.refused)) == (200, 200, 1)
    assert told
    assert [fate.fate for fate in imported.fates[-3:]] == ["added", "repeated", "refused"]
    before = content(desk)
    again = import_file(desk, path)
    assert (again.recording.added, again.reviews) == (0, 0)
    assert content(desk) == before
    undo(desk)
    third = import_file(desk, path)
    assert (third.recording.added, third.reviews) == (200, 200)
    entries(desk)


def test_every_rows_fate_is_told_and_near_equal_rows_are_found(desk: Desk, tmp_path: Path) -> None:
    rows = [
        said("The pier is closed.", claim=COST),
        said("The pier is closed.", claim=COST),
        said("the pier  is closed", claim=COST, url="https://example.org/1"),
        said("The pier is closed.", "The Tideline", claim=COST),
        {"text": "No outlet"},
    ]
    imported = import_file(desk, write_rows(tmp_path / "in.jsonl", rows))
    assert [(f.line, f.fate, f.statement, f.like) for f in imported.fates] == [
        (1, "added", "S1", None),
        (2, "repeated", "S1", None),
        (3, "added", "S2", 1),
        (4, "added", "S3", None),
        (5, "refused", None, None),
    ]
    assert imported.fates[-1].reason == "outlet: is missing"
    again = import_file(desk, write_rows(tmp_path / "in.jsonl", rows))
    assert [f.fate for f in again.fates] == ["known"] * 4 + ["refused"]
