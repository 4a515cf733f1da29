"""Filing: the order of a file does not decide where its statements stand."""

from pathlib import Path

import pytest

from ledger.desk.desk import Desk
from ledger.desk.files_in.importing import import_file
from tests.desk.ledgers import filed, rows, said
from tests.desk.newsroom import write_rows

FERRY = "The Marrowick ferry carried 900 passengers across the Tallow on Sunday."


@pytest.mark.parametrize("order", [1, -1], ids=["as written", "reversed"])
def test_the_earliest_statement_founds_the_claim_wherever_it_stands(
    desk: Desk, tmp_path: Path, order: int
) -> None:
    lines = [
        said(FERRY, "Evening Post", said_on="2025-12-03"),
        said(FERRY, "The Tideline", said_on="2025-12-01"),
        said(FERRY, "Harbour Courier"),
    ]
    import_file(desk, write_rows(tmp_path / "in.jsonl", lines[::order]))
    assert set(filed(desk).values()) == {1}
    basis = {
        rows(desk)["statement"][filing["statement_number"] - 1]["outlet"]: filing["basis"]
        for filing in rows(desk)["filing"]
    }
    assert basis == {"The Tideline": "new", "Evening Post": "matched", "Harbour Courier": "matched"}


def test_statements_that_name_their_claim_go_first(desk: Desk, tmp_path: Path) -> None:
    lines = [said(FERRY), said(FERRY, "The Tideline", claim="Passengers on the ferry")]
    import_file(desk, write_rows(tmp_path / "in.jsonl", lines))
    assert filed(desk) == {1: 1, 2: 1}
    assert [claim["wording"] for claim in rows(desk)["claim"]] == ["Passengers on the ferry"]


def test_the_topic_comes_with_the_statement_that_founds_the_claim(
    desk: Desk, tmp_path: Path
) -> None:
    lines = [
        said(FERRY, claim="Passengers", topic="Harbour"),
        said(FERRY, "The Tideline", claim="Passengers", topic="Ferries"),
    ]
    import_file(desk, write_rows(tmp_path / "in.jsonl", lines))
    assert [claim["topic"] for claim in rows(desk)["claim"]] == ["Harbour"]
