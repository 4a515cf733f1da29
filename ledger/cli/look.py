"""match, find, show, conflicts, history: looking without writing."""

from typing import Annotated, Literal

import typer

from ledger.cli import output
from ledger.cli.batch import Batch, answer_each, one_or_batch, text_of
from ledger.cli.diagnostics import say
from ledger.cli.options import AsOf, Db, Json, Jsonl, Who, at_desk, at_desk_on
from ledger.cli.printing import (
    print_apart,
    print_claim,
    print_claims,
    print_conflicts,
    print_document,
    print_matches,
    print_statement,
)
from ledger.desk.garbage import seldom_collected
from ledger.desk.references import parse

Limit = Annotated[
    int, typer.Option("--limit", metavar="N", min=1, max=1000, help="At most so many.")
]
_SHOWN_FROM = 0.02
"""A claim with less of a chance shares a name and no more; programs are told of it all the same."""


def match(
    text: Annotated[str | None, typer.Argument(metavar="TEXT", help="What was said.")] = None,
    limit: Limit = 20,
    batch: Batch = None,
    jsonl: Jsonl = False,
    as_json: Json = False,
    db: Db = None,
    who: Who = None,
) -> None:
    """Name the claims a text may belong to, and what differs."""
    from ledger.desk.texts.bridging import between
    from ledger.desk.texts.matching import match as nearest
    from ledger.desk.texts.matching import match_contract

    asked = one_or_batch("a TEXT", (text,), batch)
    with at_desk(db, who) as desk:
        if batch is not None:
            with seldom_collected():
                answer_each(
                    batch,
                    text_of,
                    lambda texts: (
                        {"matches": match_contract(nearest(desk, text, limit))} for text in texts
                    ),
                )
            return
        found = nearest(desk, asked[0], limit)
        apart = between(desk, found)
    if as_json or jsonl:
        print_json = output.json_line if jsonl else output.json_document
        print_json({"text": asked[0], "matches": match_contract(found), "apart": apart})
    else:
        shown = [one for one in found if one.score >= _SHOWN_FROM]
        if not any(one.is_near for one in found):
            near = "near enough" if shown else "near"
            say(f"no claim is {near}; this would be a new one")
        print_matches(shown)
        print_apart(apart)


def find(
    query: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="WORDS",
            help="Words to look for; also speaker:NAME, outlet:NAME, topic:TEXT, by:NAME, "
            "for:NAME (who is to decide), status:open, after:DAY, before:DAY and added:DAY. "
            "All claims when left out.",
        ),
    ] = None,
    order: Annotated[
        Literal["newest", "said", "conflicts", "wording", "best"],
        typer.Option(
            "--sort",
            metavar="ORDER",
            help="newest (recorded last), said (said last), conflicts (most open ones), wording, "
            "or best: wordings that hold the words, the shortest first.",
        ),
    ] = "newest",
    limit: Limit = 50,
    as_json: Json = False,
    db: Db = None,
    who: Who = None,
) -> None:
    """List the claims that hold all these words."""
    from ledger.desk.looking.showing import find as find_claims

    with at_desk(db, who) as desk:
        found = find_claims(desk, " ".join(query or []), limit + 1, order)
    if as_json:
        output.json_document(found[:limit])
    elif found:
        print_claims(found[:limit])
    else:
        say("no claim fits; fewer words or the beginning of one find more")
    if len(found) > limit:
        say(f"these are the first {limit}; --limit lists more")


def show(
    reference: Annotated[str, typer.Argument(metavar="REF", help="C12, S48, X7 or D3.")],
    day: AsOf = None,
    as_json: Json = False,
    db: Db = None,
    who: Who = None,
) -> None:
    """Show one claim, statement, conflict or archived document."""
    from ledger.desk.looking.documents import DocumentView
    from ledger.desk.looking.showing import show as show_one
    from ledger.desk.looking.statement_views import StatementView
    from ledger.desk.looking.views import ClaimView

    with at_desk_on(db, who, day) as desk:
        found = show_one(desk, parse(reference, "claim", "statement", "conflict", "document"))
    if as_json:
        output.json_document(found)
    elif isinstance(found, ClaimView):
        print_claim(found)
    elif isinstance(found, StatementView):
        print_statement(found)
    elif isinstance(found, DocumentView):
        print_document(found)
    else:
        print_conflicts([found])


def conflicts(
    open_only: Annotated[
        bool, typer.Option("--open", help="Only those that still want a decision.")
    ] = False,
    look: Annotated[
        bool, typer.Option("--look", help="Also what is no conflict but worth a look.")
    ] = False,
    assignee: Annotated[
        str | None, typer.Option("--for", metavar="NAME", help="Only this person's.")
    ] = None,
    day: AsOf = None,
    as_json: Json = False,
    db: Db = None,
    who: Who = None,
) -> None:
    """List where sources differ, both sides in full."""
    from ledger.desk.looking.showing import conflicts as list_conflicts

    with at_desk_on(db, who, day) as desk:
        found = list_conflicts(desk, open_only=open_only, noted=look, assignee=assignee)
    if as_json:
        output.json_document(found)
    elif found:
        print_conflicts(found)
    else:
        whose = f" for {assignee}" if assignee is not None else ""
        say(f"there are no {'open ' if open_only else ''}conflicts{whose}")


def history(
    reference: Annotated[
        str | None, typer.Argument(metavar="REF", help="C12, S48, X7; everything when left out.")
    ] = None,
    as_json: Json = False,
    db: Db = None,
    who: Who = None,
) -> None:
    """List who did what and when, newest first; times are UTC."""
    from ledger.desk.looking.showing import history as list_entries

    with at_desk(db, who) as desk:
        found = list_entries(desk, parse(reference) if reference is not None else None)
    if as_json:
        output.json_document(found)
    elif found:
        digits = len(str(found[0].number))
        output.table(
            [
                (f"{e.number:{digits}}", f"{e.at:%Y-%m-%d %H:%M}", e.actor, e.act, e.summary)
                for e in found
            ]
        )
    else:
        say("nothing was done yet")


COMMANDS = {"match": match, "find": find, "show": show, "conflicts": conflicts, "history": history}
