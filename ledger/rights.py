"""What somebody may not do in a ledger, or not under this name: one class per refusal.

Like every error of ``ledger.errors`` they hold the next step in their text.
"""

from ledger.errors import LedgerError, StoreError


class NotAllowed(StoreError):
    """The database does not let this login do what was asked."""

    def __init__(self, place: str, reason: str) -> None:
        super().__init__(
            f"the ledger at {place} does not let you do this: {reason}; an admin of it gives "
            "rights with 'factledger db grant NAME --as editor'"
        )


class RowKept(StoreError):
    """A row that the database keeps from this login."""

    def __init__(self, table: str) -> None:
        super().__init__(
            f"the database does not let you change this {table}; it was written by somebody with "
            "more rights; nothing was changed"
        )


class ReadOnly(StoreError):
    """A copy that follows another server, or a session that only reads, was to be written to."""

    def __init__(self, place: str) -> None:
        super().__init__(
            f"the ledger at {place} can only be read there; name the server that takes writes "
            "with --db, or all of them with 'target_session_attrs=prefer-standby'"
        )


class AwaitsUpgrade(StoreError):
    """An older schema that this login may not bring up to date."""

    def __init__(self, place: str, found: str, known: str) -> None:
        super().__init__(
            f"the ledger at {place} has schema {found} and this program writes {known}; an admin "
            "upgrades it with 'factledger db upgrade'"
        )


class AwaitsIndex(StoreError):
    """A search index of another edition that this login may not build again."""

    def __init__(self, place: str) -> None:
        super().__init__(
            f"the search index of the ledger at {place} is of another edition of this program; "
            "anybody who may write to it builds it again by opening it"
        )


class NotYourName(LedgerError):
    """Somebody gave another name than the one the server knows them by."""

    def __init__(self, login: str, given: str) -> None:
        super().__init__(
            f"on this ledger you are {login}, as the server knows you, and cannot act as {given}; "
            "leave out --as and FACTLEDGER_USER"
        )


class Nameless(LedgerError):
    """Nobody knows who acts."""

    def __init__(self) -> None:
        super().__init__("you have no login name here; say who you are with --as")


class UnknownLogin(LedgerError):
    """A login the server does not know was to be given a role."""

    def __init__(self, name: str) -> None:
        super().__init__(
            f"the server knows no login '{name}'; make one first, with 'createuser --pwprompt' or "
            "CREATE ROLE … LOGIN"
        )


class NoRoles(LedgerError):
    """Roles were asked for where there is no server to hold people to them."""

    def __init__(self, place: str) -> None:
        super().__init__(
            f"{place} is a file, and whoever may write the file may do anything; "
            "'factledger db copy' moves it to PostgreSQL, which knows roles"
        )
