"""alias: the names speakers and outlets go by."""

from typing import Annotated, Literal

import typer

from ledger.cli import output
from ledger.cli.diagnostics import say
from ledger.cli.options import Db, Json, Who, at_desk, help_when_alone, written

alias_app = typer.Typer(rich_markup_mode=None)

Kind = Annotated[
    Literal["speaker", "outlet"],
    typer.Option("--kind", metavar="speaker|outlet", help="Whose names: speakers' or outlets'."),
]


@alias_app.callback(invoke_without_command=True)
def _group(context: typer.Context) -> None:
    """List or add the names speakers and outlets go by."""
    help_when_alone(context)


@alias_app.command("add")
def add(
    name: Annotated[str, typer.Argument(metavar="NAME", help="A name the ledger knows.")],
    also: Annotated[
        str, typer.Argument(metavar="ALIAS", help="One more name for it.", callback=written)
    ],
    kind: Kind = "speaker",
    db: Db = None,
    who: Who = None,
) -> None:
    """Let a speaker or outlet go by one more name."""
    from ledger.desk.aliases import add_alias

    with at_desk(db, who) as desk:
        known = add_alias(desk, kind, name, also)
    output.line(f"{known.name}: {', '.join(known.aliases)}")


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
        say(f"the ledger knows no {kind}s yet")
