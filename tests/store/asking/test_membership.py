"""Claims and the statements under them: in a stated order, without the withdrawn."""

from ledger.desk.desk import Desk
from ledger.desk.statements.adding import add
from ledger.desk.statements.filing import Choice
from ledger.store.asking import membership

FERRY = "The Marrowick ferry carried 900 passengers across the Tallow on Sunday."


def test_filings_are_asked_for_by_statement_by_claim_or_all(told: Desk) -> None:
    with told.reading() as session:
        by_statement = membership.filings(session, of_statements=[2, 1, 5])
        by_claim = membership.filings(session, of_claims=[3, 1])
        everything = membership.filings(session)
        assert [f.statement_number for f in by_statement] == [1, 2]
        assert [f.statement_number for f in by_claim] == [1, 2, 4]
        assert [f.statement_number for f in everything] == [1, 2, 3, 4]
        assert membership.filings(session, of_statements=[]) == []
        assert membership.filings(session, of_claims=[]) == []


def test_of_two_claims_with_one_key_the_oldest_live_one_is_given(desk: Desk) -> None:
    for outlet in ("Harbour Courier", "The Tideline"):
        add(desk, {"text": FERRY, "outlet": outlet}, Choice())
    with desk.reading() as session:
        (key,) = {claim.key for claim in membership.claims(session)}
        assert membership.claims_by_key(session, [key, "none"]) == {key: 1}
