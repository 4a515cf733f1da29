"""Care of names: two entries that are one, a better name, an agency marked as an origin."""

from ledger.desk.desk import Desk
from ledger.desk.names.aliases import Known, list_aliases
from ledger.desk.names.namebook import TABLES, Kind, NameBook
from ledger.desk.names.sources import AGENCY, OUTLET
from ledger.errors import OneName
from ledger.model import NewName
from ledger.store.asking import parties
from ledger.store.index import lookups
from ledger.store.journal.act import Act
from ledger.store.tables.ledger import Outlet


def rename_name(desk: Desk, kind: Kind, name: str, better: str) -> Known:
    """Let somebody go by another name from now on; the former one stays an alias.

    Raises:
        UnknownName: when nobody goes by the first name.
        NameTaken: when the other name already stands for somebody else.
        InvalidField: when it is empty or too long to be a name.
    """
    written = NewName.checked({"name": better}).name
    with desk.acting("names") as act:
        book = NameBook(act, kind)
        owner = book.find(name)
        act.summary = f"{kind} {book.name(owner)} is called {written}"
        book.add_alias(owner, written)
        _call(act, kind, book.name(owner), written)
    return _known(desk, kind, written)


def merge_names(desk: Desk, kind: Kind, keep: str, gone: str) -> Known:
    """Make two entries one: every name of the second stands for the first from now on.

    What statements say of their source stays as written. Findings made while the two were thought
    to be different are compared anew by ``reread``.

    Raises:
        UnknownName: when nobody goes by one of the names.
        OneName: when both stand for the same one already.
    """
    with desk.acting("names") as act:
        book = NameBook(act, kind)
        stays, goes = book.find(keep), book.find(gone)
        if stays == goes:
            raise OneName(keep, gone)
        act.summary = f"{kind} {book.name(goes)} is {book.name(stays)}"
        for alias in parties.aliases(act.session, TABLES[kind].alias):
            if alias.owner == goes:
                act.update(TABLES[kind].alias, alias.number, owner=stays)
        _call(act, kind, book.name(goes), book.name(stays))
        act.update(TABLES[kind].owner, goes, live=False)
        name = book.name(stays)
    return _known(desk, kind, name)


def mark_agency(desk: Desk, name: str, *, is_agency: bool = True) -> Known:
    """Say that an outlet is a news agency, or that it is none.

    Raises:
        UnknownName: when no outlet goes by the name.
    """
    with desk.acting("names") as act:
        book = NameBook(act, "outlet")
        owner = book.find(name)
        called = book.name(owner)
        act.summary = f"outlet {called} is {'an' if is_agency else 'no'} agency"
        act.update(Outlet, owner, kind=AGENCY if is_agency else OUTLET)
    return _known(desk, "outlet", called)


def _call(act: Act, kind: Kind, former: str, name: str) -> None:
    """Name an entry, and those merged into it, anew."""
    for number, called in lookups.names_of(act.session, kind).items():
        if called == former:
            act.update(TABLES[kind].owner, number, name=name)


def _known(desk: Desk, kind: Kind, name: str) -> Known:
    return next(known for known in list_aliases(desk, kind) if known.name == name)
