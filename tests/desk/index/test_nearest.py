"""The index: claims found by all that belongs to them, and the same after it is built again."""

import pytest

from ledger.desk.desk import Desk
from ledger.desk.index.indexing import build_again
from ledger.desk.index.nearest import Index, Nearest
from tests.desk.ledgers import record
from tests.times import MORNING

LEASE = "How much the harbour lease in Port Marlow costs"
FERRY = "How many people the Tallow ferry carries"


@pytest.fixture
def told(desk: Desk) -> Desk:
    """Two claims with three statements in two languages."""
    record(desk, "The town pays 7 million euros a year for the quay.", claim=LEASE)
    record(desk, "馬洛港每年為碼頭支付七百萬歐元", claim=LEASE)
    record(desk, "The ferry carried 900 passengers on Sunday.", claim=FERRY)
    return desk


def nearest(desk: Desk, text: str) -> list[Nearest]:
    with desk.reading() as session:
        return Index(session).nearest(text, 5)


@pytest.mark.parametrize(
    ("text", "claim"),
    [
        pytest.param("Harbour lease in Port Marlow", 1, id="the-claim's-wording"),
        pytest.param("馬洛港碼頭每年支付八百萬歐元", 1, id="a-statement-in-another-language"),
        pytest.param("The Tallow ferry carried 850 passengers", 2, id="wording-and-statement"),
    ],
)
def test_a_claim_is_found_by_all_that_belongs_to_it(told: Desk, text: str, claim: int) -> None:
    first, *_ = nearest(told, text)
    assert first.claim == claim
    assert first.statement is not None


def test_a_claim_is_named_once(told: Desk) -> None:
    claims = [near.claim for near in nearest(told, "The lease of the quay in Port Marlow")]
    assert len(claims) == len(set(claims))


def test_what_only_common_words_are_left_of_is_found_by_the_others(
    told: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    query = "The Tallow ferry carried 850 passengers to the harbour in Port Marlow"
    plainly = nearest(told, query)
    monkeypatch.setattr("ledger.desk.index.nearest._COMMON", 1)
    monkeypatch.setattr("ledger.desk.index.nearest._COMMON_SHARE", 1_000)
    passed_over = nearest(told, query)
    assert passed_over[0].claim == plainly[0].claim == 2
    assert passed_over != plainly


def test_an_index_built_again_gives_the_same_answers(told: Desk) -> None:
    texts = (LEASE, FERRY, "馬洛港", "The ferry carried 12 passengers")
    before = [nearest(told, text) for text in texts]
    with told.store.acting("rebuild", actor="mira", at=MORNING) as act:
        assert build_again(act.session) == 5
    assert [nearest(told, text) for text in texts] == before
