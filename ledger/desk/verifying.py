"""Asking the store whether anything was done behind the journal's back."""

from ledger.desk.desk import Desk
from ledger.store.verify import Verified, verify


def verify_ledger(desk: Desk) -> Verified:
    """Recompute the journal's chain and every row's seal.

    Raises:
        Tampered: naming the first row that differs.
    """
    with desk.reading() as session:
        return verify(session)
