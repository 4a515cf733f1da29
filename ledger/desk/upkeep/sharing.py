"""The database behind a ledger: what it is, and what people may do in it."""

from dataclasses import dataclass
from typing import Literal

from ledger.desk.desk import Desk
from ledger.store.bulk.columns import ENTRY, STATEMENT
from ledger.store.connecting import roles
from ledger.store.index import lookups
from ledger.store.opening.schema import HEAD
from ledger.store_errors import NoRoles, NotAllowed, UnknownLogin

Role = Literal["reader", "editor", "checker", "admin", "none"]


@dataclass(frozen=True, slots=True)
class Status:
    """The database behind a ledger.

    Attributes:
        place: where it stands, without a password.
        kind: ``sqlite`` or ``postgresql``.
        schema: the revision its tables are of.
        entries: how long the journal is.
        statements: how many statements are on record.
        you: the name your acts are signed with.
        role: what the server lets you be, ``owner`` included; empty where there are no roles.
    """

    place: str
    kind: str
    schema: str
    entries: int
    statements: int
    you: str
    role: str | None


def status(desk: Desk) -> Status:
    """What stands behind the ledger, which is up to date when it is open."""
    with desk.reading() as session:
        return Status(
            place=str(desk.store.place),
            kind=session.connection().dialect.name,
            schema=HEAD,
            entries=lookups.highest(session, ENTRY),
            statements=lookups.highest(session, STATEMENT),
            you=desk.actor,
            role=roles.role_of(session),
        )


def grant(desk: Desk, name: str, role: Role) -> None:
    """Let somebody who logs in at the server be a reader, editor, checker or admin, or nothing.

    The first grant makes the roles and gives the ledger to ``factledger_owner``.

    Raises:
        NoRoles: when the ledger is a file.
        UnknownLogin: when the server knows no such login.
        NotAllowed: when the person at the desk is no admin.
        CannotShare: when it is the first grant, and the login may make no roles.
    """
    place = str(desk.store.place)
    with desk.acting("grant") as act:
        connection = act.session.connection()
        if connection.dialect.name == "sqlite":
            raise NoRoles(place)
        if not roles.is_owner(connection, at_will=True):
            raise NotAllowed(place, "only an admin gives rights", "admin")
        if not roles.can_log_in(connection, name):
            raise UnknownLogin(name)
        if not roles.is_shared(connection):
            roles.share(connection)
        roles.hold(connection, name, role)
