"""alias: the names speakers and outlets go by."""

from collections.abc import Callable
from typing import Annotated, Literal

import typer

from ledger.cli import output
from ledger.cli.options import Db, Json, Who, at_desk
from ledger.text.display import show_line

alias_app = typer.Typer(
    help="The names speakers and outlets go by.", no_args_is_help=True, rich_markup_mode=None
)

Kind = Annotated[
    Literal["speaker", "outlet"],
    typer.Option("--kind", help="Whose names: speakers' or outlets'."),
]


@alias_app.command("add")
def add(
    name: Annotated[str, typer.Argument(help="A name the ledger knows.")],
    also: Annotated[str, typer.Argument(metavar="ALIAS", help="One more name for the same.")],
    kind: Kind = "speaker",
    db: Db = None,
    who: Who = None,
) -> None:
    """Let a speaker or outlet go by one more name."""
    from ledger.desk.aliases import add_alias

    with at_desk(db, who) as desk:
        known = add_alias(desk, kind, name, also)
    output.line(f"{show_line(known.name)}: {show_line(', '.join(known.aliases))}")


@alias_app.command("list")
def list_(
    kind: Kind = "speaker",
    as_json: Json = False,
    db: Db = None,
    who: Who = None,
) -> None:
    """List speakers or outlets with every name they go by."""
    from ledger.desk.aliases import list_aliases

    with at_desk(db, who) as desk:
        found = list_aliases(desk, kind)
    if as_json:
        output.json_document(found)
    elif found:
        output.table([(known.name, ", ".join(known.aliases)) for known in found])
    else:
        output.line(f"no {kind}s yet")


COMMANDS: dict[str, Callable[..., None]] = {}
