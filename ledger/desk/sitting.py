"""Sitting down: a ledger is opened for one person, its search index brought up to date."""

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager

from ledger.desk.desk import Desk
from ledger.desk.signing import name_here, signature
from ledger.progress import Progress, unwatched
from ledger.store.index.edition import outdated
from ledger.store.opening.ledger import open_ledger
from ledger.store_errors import AwaitsIndex


@contextmanager
def sit_down(
    name: str | None,
    actor: str | None,
    *,
    create: bool = False,
    indexed: bool = True,
    watched: Callable[[], AbstractContextManager[Progress]] = unwatched,
    waits: Callable[[], None] | None = None,
) -> Iterator[Desk]:
    """Open the ledger at a path or URL for one person, and leave it at the end.

    Args:
        name: the path or URL; the user's own ledger when left out.
        actor: who sits down; the name they are known by when left out.
        create: make an empty ledger when there is none.
        indexed: build a search index of another edition again; who builds it anyway need not wait.
        watched: entered when the search index has to be built again, because the ledger's own is of
            another edition; what it gives is told how far the work is.
        waits: told when an act has to wait for that of another program; nobody when left out.

    Raises:
        StoreError: when it cannot be opened, or is missing and ``create`` is false.
        Nameless: when nobody says who sits down, and the computer does not know.
        NotYourName: when the server knows the person by another name.
    """
    said = actor or name_here(name)
    store = open_ledger(name, create=create)
    store.waits = waits or store.waits
    try:
        desk = Desk(store, signature(store, said))
        with desk.reading() as session:
            behind = outdated(session)
        if behind and indexed:
            if not store.may_index():
                raise AwaitsIndex(str(store.place))
            from ledger.desk.index.indexing import renew  # noqa: PLC0415 - only when there is need

            renew(desk, watched)
        yield desk
    finally:
        store.close()
