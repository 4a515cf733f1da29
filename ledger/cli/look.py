"""match, find, show, conflicts, history: looking without writing."""

from typing import Annotated

import typer

from ledger.cli import output
from ledger.cli.batch import answer_lines
from ledger.cli.options import Db, Json, Who, at_desk
from ledger.cli.printing import (
    match_lines,
    print_claim,
    print_claims,
    print_conflicts,
    print_statement,
)

Limit = Annotated[int, typer.Option("--limit", min=1, max=1000, help="At most so many.")]
Batch = Annotated[
    str | None,
    typer.Option(
        "--batch",
        metavar="FILE",
        help="JSON Lines in, one answer a line out; - reads standard input.",
        show_default=False,
    ),
]
Jsonl = Annotated[bool, typer.Option("--jsonl", help="One JSON object a line (with --batch).")]


def match(
    text: Annotated[str | None, typer.Argument(help="What was said.", show_default=False)] = None,
    limit: Limit = 20,
    batch: Batch = None,
    jsonl: Jsonl = False,
    as_json: Json = False,
    db: Db = None,
    who: Who = None,
) -> None:
    """Name the claims a text may belong to, what they share and what differs."""
    from ledger.desk.comparing import match as nearest
    from ledger.desk.comparing import match_contract

    with at_desk(db, who) as desk:
        if batch is not None:
            for row in answer_lines(batch, ("text",)):
                found = nearest(desk, row["text"], limit)
                output.json_line({"id": row.get("id"), "matches": match_contract(found)})
            return
        if text is None:
            raise typer.BadParameter("give a TEXT, or --batch FILE")
        found = nearest(desk, text, limit)
    if as_json or jsonl:
        output.json_document({"text": text, "matches": match_contract(found)})
    elif not found:
        output.line("nothing near: this would be a new claim")
    else:
        for line in match_lines(found):
            output.line(line)


def find(
    query: Annotated[list[str], typer.Argument(metavar="WORDS", help="Words to look for.")],
    limit: Limit = 50,
    as_json: Json = False,
    db: Db = None,
    who: Who = None,
) -> None:
    """List the claims that hold all these words, newest first."""
    from ledger.desk.showing import find as find_claims

    with at_desk(db, who) as desk:
        found = find_claims(desk, " ".join(query), limit)
    if as_json:
        output.json_document(found)
    elif found:
        print_claims(found)
    else:
        output.line("no claim holds all these words")


def show(
    reference: Annotated[str, typer.Argument(metavar="REF", help="C12, S48 or X7.")],
    as_json: Json = False,
    db: Db = None,
    who: Who = None,
) -> None:
    """Show one claim, statement or conflict."""
    from ledger.desk.references import parse
    from ledger.desk.showing import show as show_one
    from ledger.desk.views import ClaimView, StatementView

    with at_desk(db, who) as desk:
        found = show_one(desk, parse(reference))
    if as_json:
        output.json_document(found)
    elif isinstance(found, ClaimView):
        print_claim(found)
    elif isinstance(found, StatementView):
        print_statement(found)
    else:
        print_conflicts([found])


def conflicts(
    open_only: Annotated[
        bool, typer.Option("--open", help="Only those that still want a decision.")
    ] = False,
    look: Annotated[
        bool, typer.Option("--look", help="Also what is no conflict but worth a look.")
    ] = False,
    as_json: Json = False,
    db: Db = None,
    who: Who = None,
) -> None:
    """List where sources differ, both sides in full."""
    from ledger.desk.showing import conflicts as list_conflicts

    with at_desk(db, who) as desk:
        found = list_conflicts(desk, open_only=open_only, noted=look)
    if as_json:
        output.json_document(found)
    elif found:
        print_conflicts(found)
    else:
        output.line("no conflicts")


def history(
    reference: Annotated[
        str | None,
        typer.Argument(metavar="[REF]", help="C12, S48, X7; everything when left out."),
    ] = None,
    as_json: Json = False,
    db: Db = None,
    who: Who = None,
) -> None:
    """List who did what and when, newest first."""
    from ledger.desk.references import parse
    from ledger.desk.showing import history as list_entries

    with at_desk(db, who) as desk:
        found = list_entries(desk, parse(reference) if reference else None)
    if as_json:
        output.json_document(found)
        return
    output.table(
        [(str(e.number), f"{e.at:%Y-%m-%d %H:%M}", e.actor, e.act, e.summary) for e in found]
        or [("nothing was done yet",)]
    )


COMMANDS = {
    "match": match,
    "find": find,
    "show": show,
    "conflicts": conflicts,
    "history": history,
}
