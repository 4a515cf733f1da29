"""extract: an article in, the statements it holds proposed."""

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from ledger.cli import output
from ledger.cli.diagnostics import say
from ledger.cli.options import Db, Encoding, Jsonl, Who, at_desk, day_typed
from ledger.cli.printing import count, day, proposed_by
from ledger.cli.progress import progress_bar

if TYPE_CHECKING:
    from ledger.desk.texts.extracting import Extracted


def extract(
    file: Annotated[
        str, typer.Argument(metavar="FILE", help="The article; - reads standard input.")
    ],
    outlet: Annotated[str | None, typer.Option(metavar="NAME", help="Who published it.")] = None,
    published: Annotated[
        str | None,
        typer.Option(
            metavar="DAY",
            help="When it was published; the day the page names when left out. 'On Friday' is "
            "reckoned from it.",
        ),
    ] = None,
    url: Annotated[str | None, typer.Option(metavar="URL", help="Where it stands.")] = None,
    encoding: Encoding = None,
    threshold: Annotated[
        float | None,
        typer.Option(
            metavar="N",
            min=0.0,
            max=1.0,
            help="Propose from this score on, 0 to 1; lower proposes more.",
        ),
    ] = None,
    jsonl: Jsonl = False,
    to_inbox: Annotated[
        bool, typer.Option("--inbox", help="Keep the article, and its proposals in the inbox.")
    ] = False,
    db: Db = None,
    who: Who = None,
) -> None:
    """Propose the statements of an article that are worth filing."""
    from ledger.desk.texts.extracting import extract_file

    source = sys.stdin.buffer if file == "-" else Path(file)
    with progress_bar() as progress:
        found = extract_file(
            source,
            outlet=outlet,
            published=day_typed(published),
            url=url,
            at_least=threshold,
            encoding=encoding,
            progress=progress,
        )
    if published is None:
        _say_published(found)
    if jsonl:
        for contract in found.contracts():
            output.json_line(contract)
    elif not to_inbox:
        _print_found(found)
    if to_inbox:
        _store(found, db, who, quiet=jsonl)


def _print_found(found: "Extracted") -> None:
    for proposal in found.proposals:
        published = found.published if proposal.region != "teaser" else None
        output.line(f"{proposal.score:.2f}  {proposed_by(proposal, published)}")
        output.paragraph(proposal.sentence, "      ")
        output.line(f"      because {'; '.join(proposal.reasons)}")
    say(f"{count(len(found.proposals), 'proposal')}; --inbox keeps them, --threshold moves the bar")


def _say_published(found: "Extracted") -> None:
    """Of which day the page says it is, where nobody else said so."""
    if found.published is not None:
        say(f"published {day(found.published)}, as the page says; --published says otherwise")


def _store(found: "Extracted", db: str | None, who: str | None, *, quiet: bool) -> None:
    from ledger.desk.inbox.proposing import store

    with at_desk(db, who, create=True) as desk:
        stored = store(desk, found)
    told = say if quiet else output.line
    if not stored.added + stored.held:
        told(
            f"{stored.document}: nothing in it is worth proposing; 'factledger add' files what is, "
            "and a lower --threshold proposes more"
        )
        return
    line = f"{stored.document}: {count(stored.added, 'proposal')} put into the inbox"
    held = f", {stored.held} there already" if stored.held else ""
    told(f"{line}{held}; 'factledger inbox walk' goes through them")


COMMANDS = {"extract": extract}
