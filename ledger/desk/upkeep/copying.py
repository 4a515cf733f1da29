"""Moving a ledger whole to another database: a file a desk has outgrown, and back."""

from ledger.desk.desk import Desk
from ledger.progress import Progress, unheard
from ledger.store.whole.copying import alike, copy
from ledger.store.whole.verify import Verified, verify
from ledger.store_errors import CopyDiffers, TargetNotEmpty


def copy_ledger(source: Desk, target: Desk, progress: Progress = unheard) -> Verified:
    """Write all of a ledger, its journal and index included, into an empty one, and verify it.

    All of it happens in one transaction: whatever fails, the target stays empty.

    Raises:
        TargetNotEmpty: when the target holds anything.
        Tampered: when the journal does not vouch for a row, in the source as in the copy.
        CopyDiffers: when the copy is not what the source is.
    """
    with source.reading() as snapshot, target.acting("copy") as act:
        if not copy(snapshot, act, progress):
            raise TargetNotEmpty(str(target.store.place))
        progress("verifying", 0, 1)
        verified = verify(act.session)
        if not alike(snapshot, act.session):
            raise CopyDiffers(str(source.store.place), str(target.store.place))
        progress("verifying", 1, 1)
    return verified
