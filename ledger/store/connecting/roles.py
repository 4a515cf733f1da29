"""Who may do what where a desk shares a PostgreSQL server: the roles, and who holds them.

A ledger is its owner's alone until it is shared. Sharing makes ``factledger_owner`` its owner, a
role nobody logs in as, and gives the other roles what ``rights.toml`` and ``rights.py`` say. An
admin may take the owner's place for one transaction, for an upgrade or a grant, and has no more
than its own rights otherwise: PostgreSQL 14 can say so only by a role that does not inherit.
"""

from typing import NamedTuple

from sqlalchemy import Connection, text
from sqlalchemy.exc import DBAPIError

from ledger.store.connecting.engine import takes_writes
from ledger.store.connecting.refusing import is_forbidden
from ledger.store.connecting.rights import give_rights
from ledger.store.connecting.session import Session
from ledger.store_errors import CannotShare

OWNER = "factledger_owner"
ROLES = ("reader", "editor", "checker", "admin")
"""What a login can be, each with what the one before it may do."""

HELD = {
    "reader": ("factledger_reader",),
    "editor": ("factledger_editor",),
    "checker": ("factledger_checker",),
    "admin": ("factledger_checker", "factledger_admin"),
    "none": (),
}
"""What a login is a member of to be one of these; what it was before, it is no longer."""

_MAKE = {
    OWNER: "NOLOGIN",
    "factledger_reader": "NOLOGIN",
    "factledger_editor": "NOLOGIN",
    "factledger_checker": "NOLOGIN",
    "factledger_admin": "NOLOGIN NOINHERIT",
}
_JOIN = (
    "factledger_reader TO factledger_editor",
    "factledger_editor TO factledger_checker",
    "factledger_owner TO factledger_admin",
    *(f"factledger_{role} TO {OWNER} WITH ADMIN OPTION" for role in ROLES[:-1]),
)
_OWNER_OF_LEDGER = "SELECT relowner FROM pg_class WHERE oid = to_regclass('entry')"


class Login(NamedTuple):
    """Whom a server knows at the other end."""

    name: str
    is_owner: bool


def login_of(session: Session) -> Login | None:
    """Who logged in at the ledger; nobody does at a file."""
    connection = session.connection()
    if connection.dialect.name == "sqlite":
        return None
    name = connection.execute(text("SELECT session_user")).scalar_one()
    return Login(name, is_owner(connection))


def role_of(session: Session) -> str | None:
    """What a login is in a shared ledger; ``None`` where there are no roles."""
    connection = session.connection()
    if connection.dialect.name == "sqlite" or not is_shared(connection):
        return None
    if is_owner(connection):
        return "owner"
    asked = text("SELECT pg_has_role(:role, 'MEMBER')")
    held = (
        role
        for role in reversed(ROLES)
        if connection.execute(asked, {"role": f"factledger_{role}"}).scalar()
    )
    return next(held, None)


def may_index(connection: Connection) -> bool:
    """Whether a login may build the search index again, and the server takes writes."""
    if connection.dialect.name == "sqlite":
        return takes_writes(connection)
    asked = text("SELECT has_table_privilege('posting', 'DELETE')")
    return takes_writes(connection) and bool(connection.execute(asked).scalar())


def is_shared(connection: Connection) -> bool:
    """Whether the ledger was given roles."""
    owner = text(f"SELECT pg_get_userbyid(({_OWNER_OF_LEDGER}))")
    return connection.execute(owner).scalar() == OWNER


def is_owner(connection: Connection, *, at_will: bool = False) -> bool:
    """Whether the login has the owner's rights, or could take them at will."""
    kind = "MEMBER" if at_will else "USAGE"
    asked = text(f"SELECT pg_has_role(({_OWNER_OF_LEDGER}), '{kind}')")
    return bool(connection.execute(asked).scalar())


def become_owner(connection: Connection) -> None:
    """Act with the owner's rights, and for the owner, until the transaction ends."""
    if is_shared(connection) and is_owner(connection, at_will=True):
        connection.execute(text(f"SET LOCAL ROLE {OWNER}"))


def share(connection: Connection) -> None:
    """Make the roles where the server has none, and give each its rights in this ledger.

    Raises:
        CannotShare: when the login may not.
    """
    try:
        _share(connection)
    except DBAPIError as fault:
        if not is_forbidden(fault.orig):
            raise
        raise CannotShare(str(fault.orig).splitlines()[0]) from fault


def _share(connection: Connection) -> None:
    known = set(connection.execute(text("SELECT rolname FROM pg_roles")).scalars())
    if OWNER not in known:
        for role, kind in _MAKE.items():
            connection.execute(text(f"CREATE ROLE {role} {kind}"))
        for joined in _JOIN:
            connection.execute(text(f"GRANT {joined}"))
    if not connection.execute(text(f"SELECT pg_has_role('{OWNER}', 'USAGE')")).scalar():
        connection.execute(text(f"GRANT {OWNER} TO CURRENT_USER"))
    database = connection.execute(text("SELECT quote_ident(current_database())")).scalar()
    _run(connection, f"GRANT CREATE ON DATABASE {database} TO {OWNER}")
    connection.execute(text(f"GRANT CREATE, USAGE ON SCHEMA public TO {OWNER}"))
    connection.execute(text("REVOKE CREATE ON SCHEMA public FROM PUBLIC"))
    connection.execute(text("GRANT USAGE ON SCHEMA public TO factledger_reader"))
    for table in connection.execute(
        text("SELECT tablename FROM pg_tables WHERE schemaname = 'public'")
    ).scalars():
        _run(connection, f"ALTER TABLE {_quoted(table)} OWNER TO {OWNER}")
    connection.execute(text(f"ALTER FUNCTION factledger_refuse() OWNER TO {OWNER}"))
    become_owner(connection)
    give_rights(connection)


def can_log_in(connection: Connection, name: str) -> bool:
    """Whether the server knows a login of this name."""
    asked = text("SELECT rolcanlogin FROM pg_roles WHERE rolname = :name")
    return bool(connection.execute(asked, {"name": name}).scalar())


def hold(connection: Connection, name: str, role: str) -> None:
    """Make a login what ``HELD`` lists, and nothing else.

    The owner gives every role but the admin's, which admins give each other.
    """
    held = connection.execute(
        text(
            "SELECT given.rolname, giver.rolname FROM pg_auth_members "
            "JOIN pg_roles AS given ON given.oid = roleid "
            "JOIN pg_roles AS holder ON holder.oid = member "
            "JOIN pg_roles AS giver ON giver.oid = grantor WHERE holder.rolname = :name"
        ),
        {"name": name},
    ).all()
    login = _quoted(name)
    for given, giver in held:
        if given in _MAKE and given != OWNER and given not in HELD[role]:
            _take_place(connection, given)
            by = _quoted(giver)
            _run(connection, f"REVOKE {given} FROM {login} GRANTED BY {by}")
    for given in HELD[role]:
        _take_place(connection, given)
        more = " WITH ADMIN OPTION" if given == "factledger_admin" else ""
        _run(connection, f"GRANT {given} TO {login}{more}")


def _take_place(connection: Connection, role: str) -> None:
    """Be the one who gives and takes a role."""
    connection.execute(text("RESET ROLE"))
    if role != "factledger_admin":
        become_owner(connection)


def _quoted(name: str) -> str:
    """A name as SQL wants it; SQLAlchemy's own way doubles percent signs twice over."""
    return '"{}"'.format(name.replace('"', '""'))


def _run(connection: Connection, sentence: str) -> None:
    """Run a sentence with names in it, which may hold what SQLAlchemy takes for a parameter."""
    connection.execute(text(sentence.replace(":", r"\:")))
