"""report: the ledger as Markdown that stands on its own."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Literal

import typer

from ledger.cli import output
from ledger.cli.diagnostics import say
from ledger.cli.options import AsOf, Db, Who, at_desk_on
from ledger.cli.printing import written_to
from ledger.cli.progress import progress_bar

if TYPE_CHECKING:
    from ledger.desk.desk import Desk
    from ledger.desk.report.reporting import Wanted


def report(
    topic: Annotated[
        str | None,
        typer.Option(
            metavar="TEXT",
            help="Only claims under this topic, or under topics that begin so.",
            show_default=False,
        ),
    ] = None,
    claim: Annotated[
        list[str] | None,
        typer.Option(metavar="C12", help="Only this claim; again for more.", show_default=False),
    ] = None,
    first: Annotated[
        str | None,
        typer.Option(
            "--from",
            metavar="DAY",
            help="Only claims with a statement of this day or later.",
            show_default=False,
        ),
    ] = None,
    last: Annotated[
        str | None,
        typer.Option(
            "--to",
            metavar="DAY",
            help="Only claims with a statement of this day or earlier.",
            show_default=False,
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
            show_default=False,
        ),
    ] = None,
    since: Annotated[
        str | None,
        typer.Option(
            metavar="DAY",
            help="Only what changed since that day began, in UTC, and every act since then.",
            show_default=False,
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
            show_default=False,
        ),
    ] = None,
    to: Annotated[
        Path | None,
        typer.Option(
            "--output",
            "-o",
            metavar="FILE.md",
            help="Write it here, in place of an earlier one, instead of printing it.",
        ),
    ] = None,
    db: Db = None,
    who: Who = None,
) -> None:
    """Write the report as Markdown, conflicts first."""
    from ledger.desk.report import reporting

    there = to is not None and to.exists()
    own = reporting.house_template(template) if template is not None else None
    with at_desk_on(db, who, day) as desk, progress_bar() as progress:
        wanted = _wanted(desk, topic, claim or [], (first, last, since), state, conflicts_only)
        layout = reporting.Layout(lang, own)
        made = reporting.report(desk, wanted, layout, method=method, progress=progress)
    if to is None:
        output.verbatim(made.page.removesuffix("\n"))
    else:
        reporting.write_report(to, made.page)
        output.line(written_to(to, there=there))
    if not made.claims:
        say("no claim fits, and the page says so")


def _wanted(
    desk: "Desk",
    topic: str | None,
    claims: list[str],
    days: tuple[str | None, str | None, str | None],
    state: str | None,
    conflicts_only: bool,
) -> "Wanted":
    from ledger.desk.references import parse
    from ledger.desk.report.reporting import Wanted
    from ledger.desk.statements.adding import day as typed_day

    first, last, since = (typed_day(desk, day) if day is not None else None for day in days)
    named = frozenset(str(parse(claim, "claim")) for claim in claims)
    return Wanted(topic, conflicts_only, named, first, last, state, since)


COMMANDS = {"report": report}
