"""alias, speakers, outlets: the names people and outlets go by."""

from typing import TYPE_CHECKING, Annotated, Literal

import typer

from ledger.cli import output
from ledger.cli.diagnostics import say
from ledger.cli.options import Db, Json, Who, at_desk, group, written
from ledger.cli.taken import Command

if TYPE_CHECKING:
    from ledger.desk.names.aliases import Known

GROUP = group("Add, list, merge or rename the names people and outlets go by.")

Kind = Annotated[
    Literal["speaker", "outlet"],
    typer.Option("--kind", metavar="speaker|outlet", help="Whose names: speakers' or outlets'."),
]


@GROUP.command("add", cls=Command)
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
    from ledger.desk.names.aliases import add_alias

    with at_desk(db, who) as desk:
        known = add_alias(desk, kind, name, also)
    output.line(f"{known.name}: {', '.join(known.aliases)}")


@GROUP.command("list", cls=Command)
def list_(kind: Kind = "speaker", as_json: Json = False, db: Db = None, who: Who = None) -> None:
    """List speakers or outlets with every name they go by."""
    found = _listed(kind, db, who)
    if as_json:
        output.json_document(found)
    else:
        output.table([(known.name, ", ".join(known.aliases)) for known in found])


@GROUP.command("rename", cls=Command)
def rename(
    name: Annotated[str, typer.Argument(metavar="NAME", help="A name the ledger knows.")],
    better: Annotated[
        str, typer.Argument(metavar="NEW", help="The name to go by.", callback=written)
    ],
    kind: Kind = "speaker",
    db: Db = None,
    who: Who = None,
) -> None:
    """Let a speaker or outlet go by another name from now on."""
    from ledger.desk.names.naming import rename_name

    with at_desk(db, who) as desk:
        known = rename_name(desk, kind, name, better)
    output.line(f"{known.name}: {', '.join(known.aliases)}")


@GROUP.command("merge", cls=Command)
def merge(
    keep: Annotated[str, typer.Argument(metavar="NAME", help="The one that stays.")],
    gone: Annotated[str, typer.Argument(metavar="OTHER", help="The one that is the same.")],
    kind: Kind = "speaker",
    db: Db = None,
    who: Who = None,
) -> None:
    """Make two speakers or outlets one; 'reread' then compares anew."""
    from ledger.desk.names.naming import merge_names

    with at_desk(db, who) as desk:
        known = merge_names(desk, kind, keep, gone)
    output.line(f"{known.name}: {', '.join(known.aliases)}")


@GROUP.command("agency", cls=Command)
def agency(
    name: Annotated[str, typer.Argument(metavar="NAME", help="An outlet the ledger knows.")],
    none: Annotated[bool, typer.Option("--not", help="It is none.")] = False,
    db: Db = None,
    who: Who = None,
) -> None:
    """Mark an outlet as a news agency, the origin of what others relay."""
    from ledger.desk.names.naming import mark_agency

    with at_desk(db, who) as desk:
        known = mark_agency(desk, name, is_agency=not none)
    output.line(f"{known.name}: {known.role}")


def speakers(as_json: Json = False, db: Db = None, who: Who = None) -> None:
    """List who speaks: role, statements, every name."""
    _print("speaker", as_json, db, who)


def outlets(as_json: Json = False, db: Db = None, who: Who = None) -> None:
    """List who publishes: agencies marked, statements, every name."""
    _print("outlet", as_json, db, who)


def _print(
    kind: Literal["speaker", "outlet"], as_json: bool, db: str | None, who: str | None
) -> None:
    found = _listed(kind, db, who)
    if as_json:
        output.json_document(found)
    else:
        output.table(
            [
                (known.name, known.role or "–", str(known.statements), ", ".join(known.aliases))
                for known in found
            ]
        )


def _listed(kind: Literal["speaker", "outlet"], db: str | None, who: str | None) -> "list[Known]":
    from ledger.desk.names.aliases import list_aliases

    with at_desk(db, who) as desk:
        found = list_aliases(desk, kind)
    if not found:
        say(f"the ledger knows no {kind}s yet")
    return found


COMMANDS = {"speakers": speakers, "outlets": outlets}
