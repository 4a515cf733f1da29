"""Options that mean the same wherever they stand."""

import getpass
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    from ledger.desk.desk import Desk

Db = Annotated[
    str | None,
    typer.Option(
        "--db",
        envvar="FACTLEDGER_DB",
        metavar="PATH|URL",
        help="The ledger: a file or a postgresql:// URL. Your own ledger when left out.",
        show_default=False,
    ),
]
Who = Annotated[
    str | None,
    typer.Option(
        "--as",
        envvar="FACTLEDGER_USER",
        metavar="NAME",
        help="Who you are; written into every act. Your login name when left out.",
        show_default=False,
    ),
]
Json = Annotated[bool, typer.Option("--json", help="Print one JSON document.")]
Reason = Annotated[
    str | None,
    typer.Option("--reason", metavar="TEXT", help="Why, in a few words.", show_default=False),
]


@contextmanager
def at_desk(db: str | None, who: str | None, *, create: bool = False) -> Iterator["Desk"]:
    """Sit down at the ledger the options name."""
    from ledger.desk.desk import sit_down

    with sit_down(db, actor(who), create=create) as desk:
        yield desk


def actor(who: str | None) -> str:
    """The name acts are signed with."""
    return who or getpass.getuser()
