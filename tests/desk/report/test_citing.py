"""Citations: one line that says who said it, where and when, and in which nothing acts."""

import pytest

from ledger.desk.desk import Desk
from ledger.desk.references import parse
from ledger.desk.report.citing import citation
from ledger.errors import NotFound
from tests.desk.ledgers import record


@pytest.mark.parametrize(
    ("text", "fields", "cited"),
    [
        pytest.param(
            "大橋五月通車。",
            {"speaker": "Ada Quill", "relayed_from": "Quay Wire", "said_on": "2025-03-01"},
            "“大橋五月通車。” Ada Quill, relayed by Quay Wire, published by The Harbour Post, "
            "1 Mar 2025 (S1)",
            id="the whole chain",
        ),
        pytest.param(
            "The bridge\nis *open* [sic].",
            {"url": "https://harbour.example/a?b=1"},
            r"“The bridge⏎is \*open\* \[sic\].” The Harbour Post, undated, "
            "<https://harbour.example/a?b=1> (S1)",
            id="markup is text, and the outlet speaks for itself",
        ),
        pytest.param(
            "Open.",
            {"url": "javascript:alert(1)"},
            "“Open.” The Harbour Post, undated, javascript:alert(1) (S1)",
            id="no link to what is not a page",
        ),
    ],
)
def test_a_statement_is_one_line(desk: Desk, text: str, fields: dict[str, str], cited: str) -> None:
    record(desk, text, "The Harbour Post", **fields)
    assert citation(desk, parse("S1")) == cited


def test_of_a_claim_the_earliest_statement_is_cited(desk: Desk) -> None:
    record(desk, "The pier is closed.", said_on="2025-03-02")
    record(desk, "The pier is shut.", said_on="2025-03-01")
    assert citation(desk, parse("C1")) == citation(desk, parse("S2"))


def test_what_is_not_there_is_not_cited(desk: Desk) -> None:
    record(desk, "The pier is closed.")
    with pytest.raises(NotFound):
        citation(desk, parse("C7"))
