"""merge, rename, topic, note, link: the care of claims, every act reversible."""

from typing import Annotated, Literal

import typer

from ledger.cli import output
from ledger.cli.options import ClaimRef, Db, Reason, Who, at_desk, written
from ledger.cli.printing import count
from ledger.desk.references import parse


def merge(
    keep: Annotated[str, typer.Argument(metavar="C12", help="The claim that stays.")],
    gone: Annotated[
        list[str],
        typer.Argument(metavar="C13", help="The claim, or claims, that become part of it."),
    ],
    reason: Reason = None,
    db: Db = None,
    who: Who = None,
) -> None:
    """Make claims one, unless somebody judged two of them different."""
    from ledger.desk.casework.merging import merge

    with at_desk(db, who) as desk:
        stays, *going = (parse(written, "claim") for written in (keep, *gone))
        moved = merge(desk, stays, going, reason)
    verb = "is" if len(going) == 1 else "are"
    names = ", ".join(map(str, going))
    output.line(f"{names} {verb} {stays} now; {count(moved, 'statement')} moved")


def rename(
    claim: ClaimRef,
    wording: Annotated[
        str, typer.Argument(metavar="WORDING", help="What is claimed.", callback=written)
    ],
    db: Db = None,
    who: Who = None,
) -> None:
    """Word a claim anew; its old wording still finds it."""
    from ledger.desk.casework.tending import rename as rename_claim

    with at_desk(db, who) as desk:
        reference = parse(claim, "claim")
        line = rename_claim(desk, reference, wording)
    output.line(f"{reference}  {line}")


def topic(
    claim: ClaimRef,
    name: Annotated[
        str | None,
        typer.Argument(metavar="TOPIC", help="Its topic; none when left out.", callback=written),
    ] = None,
    db: Db = None,
    who: Who = None,
) -> None:
    """Put a claim under a topic, or under none."""
    from ledger.desk.casework.tending import set_topic

    with at_desk(db, who) as desk:
        reference = parse(claim, "claim")
        set_topic(desk, [reference], name)
    output.line(f"{reference} is under {name}" if name else f"{reference} is under no topic")


def note(
    claim: ClaimRef,
    text: Annotated[
        str, typer.Argument(metavar="TEXT", help="What to know about it.", callback=written)
    ],
    db: Db = None,
    who: Who = None,
) -> None:
    """Write a note beside a claim."""
    from ledger.desk.casework.tending import add_note

    with at_desk(db, who) as desk:
        reference = parse(claim, "claim")
        add_note(desk, reference, text)
    output.line(f"{reference} has a note more")


def link(
    claim: ClaimRef,
    other: Annotated[str, typer.Argument(metavar="C13", help="The other claim.")],
    kind: Annotated[
        Literal["complement", "part-of", "same-event", "none"],
        typer.Option(
            "--as-a",
            metavar="KIND",
            help="complement (95 % and 5 % of one whole), part-of, same-event, "
            "or none to take links back.",
        ),
    ] = "same-event",
    db: Db = None,
    who: Who = None,
) -> None:
    """Say how one claim stands to another."""
    from ledger.desk.casework.tending import link as link_claims
    from ledger.desk.casework.tending import unlink

    with at_desk(db, who) as desk:
        ours, theirs = parse(claim, "claim"), parse(other, "claim")
        if kind == "none":
            taken = unlink(desk, ours, theirs)
            output.line(f"{count(taken, 'link')} between {ours} and {theirs} taken back")
            return
        link_claims(desk, ours, theirs, LINKS[kind])
    output.line(f"{ours} and {theirs}: {kind.replace('-', ' ')}")


LINKS: dict[str, Literal["complement", "part_of", "same_event"]] = {
    "complement": "complement",
    "part-of": "part_of",
    "same-event": "same_event",
}

COMMANDS = {"merge": merge, "rename": rename, "topic": topic, "note": note, "link": link}
