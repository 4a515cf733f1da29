"""Whose name stands under an act: on a server the login's, elsewhere what the person says."""

import getpass

from ledger.store.connecting.place import place_of
from ledger.store.connecting.roles import login_of
from ledger.store.opening.ledger import Store
from ledger.store_errors import Nameless, NotYourName


def name_here(place: str | None) -> str | None:
    """The name this computer knows the person by; ``None`` for a ledger on a server.

    Raises:
        Nameless: when it knows none.
    """
    if place_of(place).path is None:
        return None
    try:
        return getpass.getuser()
    except (KeyError, OSError, ImportError) as error:
        raise Nameless from error


def signature(store: Store, said: str | None) -> str:
    """The name a person's acts are signed with.

    A server knows who logged in, and only the owner of a ledger may act for somebody else there.

    Raises:
        NotYourName: when the server knows the person by another name.
    """
    with store.reading() as session:
        login = login_of(session)
    if login is None or (said is not None and login.is_owner):
        return str(said)
    if said not in {None, login.name}:
        raise NotYourName(login.name, str(said))
    return login.name
