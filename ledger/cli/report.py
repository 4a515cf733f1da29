"""report: the ledger as Markdown that stands on its own."""

from pathlib import Path
from typing import Annotated, Literal

import typer

from ledger.cli import output
from ledger.cli.diagnostics import say
from ledger.cli.options import AsOf, Claims, Db, Who, at_desk_on, into
from ledger.cli.printing import written_to
from ledger.cli.progress import progress_bar
from ledger.desk.references import parse


def report(
    topic: Annotated[
        str | None,
        typer.Option(
            metavar="TEXT", help="Only claims under this topic, or under topics that begin so."
        ),
    ] = None,
    claim: Claims = None,
    first: Annotated[
        str | None,
        typer.Option(
            "--from", metavar="DAY", help="Only claims with a statement of this day or later."
        ),
    ] = None,
    last: Annotated[
        str | None,
        typer.Option(
            "--to", metavar="DAY", help="Only claims with a statement of this day or earlier."
        ),
    ] = None,
    conflicts_only: Annotated[
        bool, typer.Option("--conflicts", help="Only claims sources disagree about.")
    ] = False,
    state: Annotated[
        Literal["open", "assigned", "decided", "reopened"] | None,
        typer.Option(
            metavar="STATE",
            help="Only claims with a conflict that is open, assigned, decided or reopened.",
        ),
    ] = None,
    since: Annotated[
        str | None,
        typer.Option(
            metavar="DAY",
            help="Only what changed since that day began, in UTC, and every act since then.",
        ),
    ] = None,
    day: AsOf = None,
    method: Annotated[
        bool, typer.Option("--method", help="Also say by which rules and thresholds.")
    ] = False,
    lang: Annotated[
        Literal["en", "zh-Hant", "zh-Hans"],
        typer.Option(
            metavar="LANG",
            help="Language of the report's own words: en, zh-Hant or zh-Hans; quotes stay.",
        ),
    ] = "en",
    template: Annotated[
        Path | None,
        typer.Option(
            metavar="FILE",
            help="The house's own template (Jinja); it reaches nothing but the page.",
        ),
    ] = None,
    to: Annotated[Path | None, into("FILE.md")] = None,
    db: Db = None,
    who: Who = None,
) -> None:
    """Write the report as Markdown, conflicts first."""
    from ledger.desk.report import reporting

    there = to is not None and to.exists()
    own = reporting.house_template(template) if template is not None else None
    with at_desk_on(db, who, day) as desk, progress_bar() as progress:
        asked = {"first": first, "last": last, "since": since}
        days = {name: desk.day(typed) for name, typed in asked.items() if typed is not None}
        named = frozenset(str(parse(reference, "claim")) for reference in claim or ())
        wanted = reporting.Wanted(topic, conflicts_only, named, state=state, **days)
        layout = reporting.Layout(lang, own)
        made = reporting.report(desk, wanted, layout, method=method, progress=progress)
    if to is None:
        output.verbatim(made.page.removesuffix("\n"))
    else:
        reporting.write_report(to, made.page)
        output.line(written_to(to, there=there))
    if not made.claims:
        say("no claim fits, and the page says so")


COMMANDS = {"report": report}
