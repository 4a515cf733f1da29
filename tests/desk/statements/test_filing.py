"""Filing: how claims are worded, when two wordings are one, and that order does not decide."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ledger.desk.desk import Desk
from ledger.desk.files_in.importing import import_file
from ledger.desk.statements.filing import WORDING_LENGTH, claim_key, wording_of
from tests.desk.ledgers import filed, rows, said
from tests.desk.newsroom import write_rows

FERRY = "The Marrowick ferry carried 900 passengers across the Tallow on Sunday."


@pytest.mark.parametrize(
    ("one", "other"),
    [
        pytest.param("What the bridge costs", "WHAT THE BRIDGE COSTS", id="case"),
        pytest.param("橋的造價", "桥的造价", id="script"),
        pytest.param("Ｂｒｉｄｇｅ", "Bridge", id="width"),
        pytest.param("the “bridge”", 'the "bridge"', id="quotes"),
        pytest.param("cafe\u0301", "caf\u00e9", id="accents put together"),
    ],
)
def test_two_wordings_are_one_claim(one: str, other: str) -> None:
    assert claim_key(one) == claim_key(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        pytest.param("What the bridge costs", "What the bridges cost", id="other words"),
        pytest.param("Pier 1", "Pier 2", id="other number"),
        pytest.param("\u200b", "\u200c", id="nothing and nothing"),
    ],
)
def test_two_wordings_are_two_claims(one: str, other: str) -> None:
    assert claim_key(one) != claim_key(other)


@given(st.text(min_size=1))
def test_a_wording_is_one_line_of_some_length(text: str) -> None:
    wording = wording_of(text)
    assert len(wording) <= WORDING_LENGTH
    assert wording == " ".join(wording.split())
    assert wording.removesuffix("…") in " ".join(text.split())


def test_a_short_statement_words_its_claim_itself() -> None:
    assert wording_of("  It costs\n40 million. ") == "It costs 40 million."


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
