"""SQLite and PostgreSQL give the same, row for row and byte for byte."""

import pytest

from ledger.desk.desk import Desk
from ledger.desk.looking.showing import conflicts, find, history
from ledger.desk.report.reporting import Wanted, report_markdown
from ledger.desk.texts.matching import match, match_contract
from ledger.desk.upkeep.verifying import verify_ledger
from tests.desk.ledgers import rows
from tests.desk.newsroom import fixture_rows

LIMIT = 20
QUERIES = [
    "US gets ~18-month lead",
    "輝達H200",
    "利率",
    "Marrowick",
    "bridge budget",
    "市场份额",
    "Trump",
    "5%",
    "nobody says this",
    "",
]


def test_every_row_is_the_same(newsroom_sqlite: Desk, newsroom_postgresql: Desk) -> None:
    ours, theirs = rows(newsroom_sqlite), rows(newsroom_postgresql)
    assert ours.keys() == theirs.keys()
    for table, found in ours.items():
        assert found == theirs[table], table


def test_the_journal_ends_in_the_same_hash(
    newsroom_sqlite: Desk, newsroom_postgresql: Desk
) -> None:
    assert verify_ledger(newsroom_sqlite) == verify_ledger(newsroom_postgresql)
    assert history(newsroom_sqlite) == history(newsroom_postgresql)


def test_conflicts_come_in_the_same_order(newsroom_sqlite: Desk, newsroom_postgresql: Desk) -> None:
    assert conflicts(newsroom_sqlite, noted=True) == conflicts(newsroom_postgresql, noted=True)


@pytest.mark.parametrize("query", QUERIES)
def test_words_find_the_same_claims(
    newsroom_sqlite: Desk, newsroom_postgresql: Desk, query: str
) -> None:
    assert find(newsroom_sqlite, query, LIMIT) == find(newsroom_postgresql, query, LIMIT)


def test_matches_have_the_same_scores_in_the_same_order(
    newsroom_sqlite: Desk, newsroom_postgresql: Desk
) -> None:
    for text in [*QUERIES, *(row["text"] for row in fixture_rows()[::4])]:
        ours = match_contract(match(newsroom_sqlite, text, LIMIT))
        assert ours == match_contract(match(newsroom_postgresql, text, LIMIT)), text


@pytest.mark.parametrize(
    "wanted",
    [None, Wanted(topic="Federal Reserve"), Wanted(conflicts_only=True)],
    ids=["everything", "one topic", "conflicts only"],
)
def test_the_report_has_the_same_bytes(
    newsroom_sqlite: Desk, newsroom_postgresql: Desk, wanted: Wanted | None
) -> None:
    page = report_markdown(newsroom_sqlite, wanted)
    assert page == report_markdown(newsroom_postgresql, wanted)
    assert page == report_markdown(newsroom_sqlite, wanted)
