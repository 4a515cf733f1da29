"""Asking the store whether anything was done behind the journal's back."""

from ledger.desk.desk import Desk
from ledger.store.verify import Verified, verify_store


def verify_ledger(desk: Desk) -> Verified:
    """Look at the pages of a file, recompute the journal's chain and every row's seal.

    Raises:
        Damaged: when the pages do not hold together.
        Tampered: naming the first row that differs.
    """
    return verify_store(desk.store)
