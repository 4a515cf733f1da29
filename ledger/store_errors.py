"""What a database refuses, or what is wrong with one: errors like those of ``ledger.errors``.

One class per failure; the message and the next step live in the class.
"""

from pathlib import Path

from ledger.errors import LedgerError

# --- the store ------------------------------------------------------------------------------------


class StoreError(LedgerError):
    """The database cannot be used as it is."""

    exit_code = 3


class NoLedger(StoreError):
    """There is no ledger where one was asked for."""

    def __init__(self, place: str) -> None:
        super().__init__(
            f"there is no ledger at {place}; 'factledger add' or 'factledger import' makes one "
            "there, 'factledger demo' builds one to look at, and --db names another"
        )


class StoreUnreachable(StoreError):
    """The database does not answer or cannot be opened."""

    def __init__(self, place: str, reason: str) -> None:
        super().__init__(f"the ledger at {place} cannot be opened: {reason}")


class NotALedger(StoreError):
    """A database that holds something else."""

    def __init__(self, place: str) -> None:
        super().__init__(f"{place} is a database but not a ledger; name another with --db")


class NewerSchema(StoreError):
    """The ledger was written by a newer program."""

    def __init__(self, place: str, found: str, known: str) -> None:
        super().__init__(
            f"the ledger at {place} has schema {found}, newer than the {known} this "
            "program knows; upgrade factledger to open it"
        )


class UpgradeFailed(StoreError):
    """Bringing an older schema up to date did not work; the ledger is as it was."""

    def __init__(self, place: str, found: str, known: str, backup: str, reason: str) -> None:
        super().__init__(
            f"the ledger at {place} could not be upgraded from schema {found} to {known}: "
            f"{reason}; nothing was changed, and a copy stands at {backup}"
        )


class MissingDriver(StoreError):
    """A database was named whose driver is not installed."""

    def __init__(self, place: str, extra: str) -> None:
        super().__init__(f"{place} needs a driver; pip install 'factledger[{extra}]'")


class SchedulerUnreachable(StoreError):
    """A cluster was asked for that does not answer."""

    def __init__(self, scheduler: str) -> None:
        super().__init__(
            f"no scheduler with a worker answers at {scheduler}; start 'dask scheduler' and "
            "'dask worker' there, or leave --scheduler out to do the work here"
        )


class OtherLedger(StoreError):
    """A worker found a ledger where it was sent, but not the one it was sent to."""

    def __init__(self, place: str) -> None:
        super().__init__(f"what stands at {place} there is another ledger, or an older copy")


class PartFailed(StoreError):
    """Somebody who was to do a part of long work could not."""

    def __init__(self, place: str, reason: str) -> None:
        super().__init__(
            f"a worker could not do its part on {place}: {reason}; the scheduler and every worker "
            "need this program, and every worker must reach the ledger itself, as a file under the "
            "same path or as a server that lets it log in; what is done is kept: the same command "
            "goes on from there"
        )


class TargetNotEmpty(LedgerError):
    """A ledger was to be copied over one that holds something."""

    def __init__(self, place: str) -> None:
        super().__init__(
            f"{place} holds a ledger that is not empty; nothing was copied; name an empty database"
        )


class CopyDiffers(StoreError):
    """A copy that is not what it was copied from; nothing of it was kept."""

    def __init__(self, source: str, target: str) -> None:
        super().__init__(
            f"what arrived at {target} is not what stands at {source}; nothing of it was kept; "
            "try again, and 'factledger verify' both databases"
        )


class Busy(StoreError):
    """Somebody else kept the ledger locked for too long."""

    def __init__(self, place: str, seconds: float) -> None:
        super().__init__(
            f"the ledger at {place} was in use for more than {seconds:.0f} seconds; try again"
        )


class InUse(StoreError):
    """A file that was to be replaced is open in another program."""

    def __init__(self, place: str) -> None:
        super().__init__(
            f"the ledger at {place} is open in another program; close it there, then try again"
        )


class NoRoom(StoreError):
    """The disk, or what a person may use of it, is full; what was begun was not written."""

    def __init__(self, place: str) -> None:
        super().__init__(
            f"the ledger at {place} has no room to grow; nothing of this was written; make room "
            "on the disk and try again"
        )


class NoRoomAside(StoreError):
    """The folder for temporary files takes no more of what long work sets aside."""

    def __init__(self, folder: str, reason: str) -> None:
        super().__init__(
            f"the folder for temporary files, {folder}, takes no more: {reason}; nothing of this "
            "was written; make room there, or name another folder in TMPDIR, and try again"
        )


class Damaged(StoreError):
    """The database's own pages do not hold together: a failing disk, or a file cut short."""

    def __init__(self, place: str, reason: str) -> None:
        super().__init__(
            f"the ledger at {place} is damaged: {reason}; 'factledger restore FILE' brings the "
            "last backup back and keeps the damaged one aside"
        )


class NoDatabase(Damaged):
    """A file that is no database: the wrong one was named, or its first page is gone."""

    def __init__(self, place: str) -> None:
        StoreError.__init__(
            self,
            f"{place} is not a ledger, or no longer: file is not a database; name the ledger with "
            "--db; if this was it, 'factledger restore FILE' brings the last backup back and keeps "
            "this file aside",
        )


class PackedLedger(StoreError):
    """An archive that ``backup`` made was opened as if it were a ledger."""

    def __init__(self, place: str) -> None:
        super().__init__(
            f"{place} is a backup in an archive, not a ledger; 'factledger restore FILE --db "
            "LEDGER' makes a ledger of it"
        )


class BadBackup(LedgerError):
    """A file that cannot be restored from; the ledger is as it was."""

    def __init__(self, path: Path | str, reason: str) -> None:
        super().__init__(
            f"{path} cannot be restored: {reason}; the ledger is as it was; use another backup"
        )


class NotABackup(LedgerError):
    """A backup was to be written over a file that is none."""

    def __init__(self, path: Path | str) -> None:
        super().__init__(f"{path} is there already and is no backup; name another file")


# --- integrity ------------------------------------------------------------------------------------


class Tampered(LedgerError):
    """A row was changed, removed or added behind the journal's back."""

    exit_code = 1

    def __init__(self, where: str, what: str) -> None:
        self.where, self.what = where, what
        super().__init__(f"{where}: {what}; restore a backup or ask who touched the database")


class BadAnchor(LedgerError):
    """What is neither an anchor of a journal nor a file of them."""

    def __init__(self, written: str) -> None:
        super().__init__(
            f"'{written}' is no anchor and no file of anchors; "
            "'factledger verify --anchor' prints one to keep"
        )


class IndexAstray(LedgerError):
    """The search index does not hold what the texts say."""

    exit_code = 1

    def __init__(self) -> None:
        super().__init__(
            "the search index does not hold what the texts say; "
            "'factledger db check --rebuild-index' builds it again"
        )


# --- rights ---------------------------------------------------------------------------------------


class NotAllowed(StoreError):
    """The database does not let this login do what was asked.

    Args:
        place: the ledger.
        reason: what the database says; passed over where a role is known.
        role: the least role that may do it; ``None`` when nobody can tell.
    """

    def __init__(self, place: str, reason: str, role: str | None = None) -> None:
        why = reason if role is None else f"it takes the role {role}"
        super().__init__(
            f"the ledger at {place} does not let you do this: {why}; an admin of it gives "
            f"rights with 'factledger db grant NAME --as {role or 'editor'}'"
        )


class CannotShare(StoreError):
    """The first grant was to be made by a login that may make no roles."""

    def __init__(self, reason: str) -> None:
        super().__init__(
            f"this login cannot share the ledger: {reason}; the first grant wants one that owns "
            "the database and may make roles (CREATEROLE), or a superuser"
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


class OnlyReadable(StoreError):
    """A file that may be read, and not it or its folder written."""

    def __init__(self, place: str) -> None:
        super().__init__(
            f"you may read the ledger at {place} and not write it or its folder; ask its owner, or "
            "work on a copy made with 'factledger backup'"
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
