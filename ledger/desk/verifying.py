"""Asking the store whether anything was done behind the journal's back."""

from ledger.desk.desk import Desk
from ledger.desk.progress import Progress, unheard
from ledger.store.verify import Verified, verify_store


def verify_ledger(desk: Desk, progress: Progress = unheard) -> Verified:
    """Look at the pages of a file, recompute the journal's chain and every row's seal.

    Args:
        desk: whose ledger.
        progress: told how many entries and rows were looked at.

    Raises:
        Damaged: when the pages do not hold together.
        Tampered: naming the first row that differs.
    """
    return verify_store(desk.store, progress=progress)
