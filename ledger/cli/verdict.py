"""verdict and scale: what the house concludes about a claim, on a named scale."""

from pathlib import Path
from typing import Annotated

import typer

from ledger.cli import output
from ledger.cli.options import ClaimRef, Db, Json, Reason, Who, at_desk, group, written
from ledger.cli.printing import print_verdict, written_to
from ledger.cli.taken import Command
from ledger.desk.references import parse

GROUP = group("List the rating scales, or add one of the house.")


def verdict(
    claim: ClaimRef,
    rating: Annotated[
        str, typer.Option(metavar="LABEL", help="A label of the scale; 'factledger scale list'.")
    ],
    evidence: Annotated[
        list[str],
        typer.Option(
            metavar="S48,URL",
            help="What it rests on: statements, documents (D3), links; again for more.",
        ),
    ],
    scale: Annotated[str, typer.Option(metavar="NAME", help="The rating scale.")] = "house",
    reason: Reason = None,
    short: Annotated[
        str | None,
        typer.Option(
            metavar="TEXT",
            help="The claim in under 75 characters, for ClaimReview.",
            callback=written,
        ),
    ] = None,
    url: Annotated[
        str | None, typer.Option(metavar="URL", help="Where the verdict is published.")
    ] = None,
    copy: Annotated[
        list[Path] | None,
        typer.Option(
            metavar="FILE",
            help="A saved copy of a linked page, to keep in the ledger; one for each link that no "
            "document holds.",
        ),
    ] = None,
    as_json: Json = False,
    db: Db = None,
    who: Who = None,
) -> None:
    """Give a verdict on a claim, resting on evidence.

    It needs a reason. An earlier verdict stays on record and is superseded.
    """
    from ledger.desk.verdicts.giving import give_verdict

    with at_desk(db, who) as desk:
        given = give_verdict(
            desk,
            parse(claim, "claim"),
            scale=scale,
            rating=rating,
            evidence=evidence,
            reason=reason,
            short=short,
            url=url,
            copies=copy or (),
        )
    if as_json:
        output.json_document(given)
    else:
        output.line(given.claim)
        print_verdict(given)


def copy(
    digest: Annotated[
        str, typer.Argument(metavar="HASH", help="Its SHA-256, or the beginning of it.")
    ],
    to: Annotated[Path, typer.Option("--output", "-o", metavar="FILE", help="Write it here.")],
    db: Db = None,
    who: Who = None,
) -> None:
    """Write out the kept copy of a linked page, checked by its hash."""
    from ledger.desk.verdicts.copies import write_copy

    there = to.exists()
    with at_desk(db, who) as desk:
        write_copy(desk, digest, to)
    output.line(written_to(to, there=there))


@GROUP.command("list", cls=Command)
def list_(as_json: Json = False, db: Db = None, who: Who = None) -> None:
    """List every rating scale with its labels and their numbers."""
    from ledger.desk.verdicts.scales import scales

    with at_desk(db, who) as desk:
        known = scales(desk)
    if as_json:
        output.json_document([scale.model_dump() for scale in known])
        return
    for position, scale in enumerate(known):
        if position:
            output.line()
        output.line(f"{scale.name}  {scale.title}")
        output.table(
            [
                ("", "–" if r.value is None else str(r.value), r.label, r.meaning or "")
                for r in scale.ratings
            ]
        )


@GROUP.command("add", cls=Command)
def add(
    file: Annotated[
        Path,
        typer.Argument(
            metavar="FILE.toml",
            help="name, title, and [[ratings]] each with label, value and meaning.",
        ),
    ],
    db: Db = None,
    who: Who = None,
) -> None:
    """Add a scale of the house, or replace one of its name."""
    from ledger.desk.verdicts.scales import add_scale

    with at_desk(db, who) as desk:
        scale = add_scale(desk, file)
    output.line(f"{scale.name}: {', '.join(rating.label for rating in scale.ratings)}")


COMMANDS = {"verdict": verdict, "copy": copy}
