"""The inbox: what an article proposes waits until somebody accepts, corrects or rejects it."""

import hashlib
import io
from datetime import date

import pytest

from ledger.desk.desk import Desk
from ledger.desk.inbox.proposals import accept, accept_all, edit, inbox, reject
from ledger.desk.inbox.proposing import Stored, store
from ledger.desk.references import parse
from ledger.desk.statements.filing import Choice
from ledger.desk.texts.extracting import Extracted, extract_file
from ledger.desk.undoing import undo
from ledger.desk.upkeep.verifying import verify_ledger
from ledger.errors import InvalidField, NotFound, NotOpen
from tests.desk.ledgers import entries, filed, rows

PAGE = """藍灣港務費明年調漲
工程師約翰·史東（John Stone）週二接受《沼地日報》訪問時表示，港務費將調漲12%。
史東說，疏浚費用達4.3億元。
延伸閱讀
渡輪罷工
渡輪公司表示，損失超過2000萬元。
潮聲晚報 ・ 1 天前 ・ 3
"""
DAY = date(2025, 12, 12)
FIRST, SECOND, TEASER = "P1", "P2", "P3"


def page(text: str = PAGE, outlet: str | None = "潮聲社") -> Extracted:
    return extract_file(io.BytesIO(text.encode()), outlet=outlet, published=DAY)


@pytest.fixture
def filled(desk: Desk) -> Desk:
    """A desk with one article in its inbox."""
    store(desk, page())
    return desk


def open_refs(desk: Desk) -> list[str]:
    return [view.ref for view in inbox(desk)]


def test_an_article_is_kept_with_its_hash_and_its_proposals(filled: Desk) -> None:
    (document,) = rows(filled)["document"]
    assert document["text"] == PAGE
    assert document["sha256"] == hashlib.sha256(PAGE.encode()).hexdigest()
    assert (document["title"], document["published_on"]) == ("藍灣港務費明年調漲", DAY)
    assert open_refs(filled) == [FIRST, SECOND, TEASER]
    views = inbox(filled)
    assert [view.outlet for view in views] == ["潮聲社", "潮聲社", "潮聲晚報"]
    assert (views[0].speaker, views[0].relayed_from) == ("約翰·史東", "沼地日報")
    assert views[0].said_on == date(2025, 12, 9)
    assert all(view.text in PAGE and view.reasons for view in views)


def test_the_same_page_twice_makes_no_second_set(filled: Desk) -> None:
    before = rows(filled)
    assert store(filled, page()) == Stored("D1", 0, 3)
    assert rows(filled) == before
    assert entries(filled) == 1


def test_another_text_is_another_document(filled: Desk) -> None:
    assert store(filled, page(PAGE.replace("12%", "15%"))).document == "D2"


def test_without_an_outlet_nothing_is_kept(desk: Desk) -> None:
    with pytest.raises(InvalidField, match="--outlet"):
        store(desk, page(outlet=" "))
    assert entries(desk) == 0


def test_accepting_records_words_place_chain_and_origin(filled: Desk) -> None:
    added = accept(filled, parse(SECOND))
    (row,) = rows(filled)["statement"]
    assert PAGE[row["start"] : row["end"]] == row["text"] == "史東說，疏浚費用達4.3億元。"
    assert (row["document_number"], row["published_on"]) == (1, DAY)
    assert (row["speaker"], row["relayed_from"], row["outlet"]) == (
        "約翰·史東",
        "沼地日報",
        "潮聲社",
    )
    assert added.statement.ref == "S1"
    assert open_refs(filled) == [FIRST, TEASER]
    assert next(view for view in inbox(filled, "accepted")).statement == "S1"


def test_a_teaser_has_its_own_outlet_and_day(filled: Desk) -> None:
    statement = accept(filled, parse(TEASER)).statement
    assert (statement.outlet, statement.published_on) == ("潮聲晚報", date(2025, 12, 11))


def test_an_accepted_statement_can_be_put_under_a_claim(filled: Desk) -> None:
    accept(filled, parse(FIRST))
    accept(filled, parse(SECOND), Choice(1))
    assert set(filed(filled).values()) == {1}
    with pytest.raises(NotFound):
        accept(filled, parse(TEASER), Choice(99))
    assert open_refs(filled) == [TEASER]


def test_a_run_is_accepted_in_one_act_or_not_at_all(filled: Desk) -> None:
    reject(filled, parse(TEASER))
    with pytest.raises(NotOpen):
        accept_all(filled, [parse(FIRST), parse(TEASER)])
    assert open_refs(filled) == [FIRST, SECOND]
    before = entries(filled)
    accepted = accept_all(filled, [parse(SECOND), parse(FIRST)], Choice())
    assert [statement for statement, _ in accepted.filed] == ["S1", "S2"]
    assert {claim for _, claim in accepted.filed} == {"C1", "C2"}
    assert entries(filled) == before + 1
    views = {view.ref: view.statement for view in inbox(filled, "accepted")}
    assert views == {SECOND: "S1", FIRST: "S2"}
    undo(filled)
    assert open_refs(filled) == [FIRST, SECOND]


def test_the_conflicts_a_run_opens_are_told(filled: Desk) -> None:
    accept(filled, parse(SECOND))
    store(filled, page(PAGE.replace("4.3", "5.3")))
    other = next(view.ref for view in inbox(filled) if "5.3" in view.text)
    accepted = accept_all(filled, [parse(other)], Choice(1))
    assert [conflict.code for conflict in accepted.conflicts] == ["numeric_disjoint"]


def test_correcting_leaves_the_words_alone(filled: Desk) -> None:
    view = edit(filled, parse(FIRST), speaker="Mara Tolland", said_on=None, relayed_from=None)
    assert (view.speaker, view.said_on, view.relayed_from) == ("Mara Tolland", None, None)
    assert (view.said_on_basis, view.relay_basis) == (None, None)
    assert view.text in PAGE
    assert accept(filled, parse(FIRST)).statement.speaker == "Mara Tolland"


@pytest.mark.parametrize("field", ["text", "score", "state"])
def test_only_sources_and_days_are_corrected(filled: Desk, field: str) -> None:
    with pytest.raises(InvalidField, match=field):
        edit(filled, parse(FIRST), **{field: "x"})


def test_a_blank_outlet_is_refused(filled: Desk) -> None:
    with pytest.raises(InvalidField, match="outlet"):
        edit(filled, parse(FIRST), outlet=" ")


def test_what_is_rejected_is_not_proposed_again(filled: Desk) -> None:
    reject(filled, parse(FIRST))
    assert open_refs(filled) == [SECOND, TEASER]
    assert store(filled, page()).added == 0
    assert open_refs(filled) == [SECOND, TEASER]


def test_what_is_decided_is_not_decided_twice(filled: Desk) -> None:
    accept(filled, parse(FIRST))
    reject(filled, parse(SECOND))
    for reference in (FIRST, SECOND):
        for deed in (accept, reject, edit):
            with pytest.raises(NotOpen):
                deed(filled, parse(reference))


def test_what_is_not_there_is_not_found(filled: Desk) -> None:
    for deed in (accept, reject, edit):
        with pytest.raises(NotFound):
            deed(filled, parse("P99"))


def test_every_act_can_be_taken_back(filled: Desk) -> None:
    accept(filled, parse(FIRST))
    undo(filled)
    assert open_refs(filled) == [FIRST, SECOND, TEASER]
    assert filed(filled) == {}
    reject(filled, parse(SECOND))
    edit(filled, parse(TEASER), speaker="x")
    undo(filled)
    undo(filled)
    assert open_refs(filled) == [FIRST, SECOND, TEASER]
    assert inbox(filled)[2].speaker == "渡輪公司"
    undo(filled)
    assert open_refs(filled) == []


def test_an_article_taken_back_can_be_extracted_again(filled: Desk) -> None:
    undo(filled)
    store(filled, page())
    assert open_refs(filled) == [FIRST, SECOND, TEASER]
    accept(filled, parse(FIRST))
    undo(filled)
    assert accept(filled, parse(FIRST)).statement.ref == "S1"


def test_the_journal_vouches_for_all_of_it(filled: Desk) -> None:
    accept(filled, parse(FIRST))
    edit(filled, parse(SECOND), speaker="x")
    reject(filled, parse(SECOND))
    undo(filled)
    assert verify_ledger(filled)
