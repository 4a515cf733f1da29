"""forecasts, due, settle: statements about the future, and what came of them."""

from typing import TYPE_CHECKING, Annotated, Literal

import typer

from ledger.cli import output
from ledger.cli.diagnostics import say
from ledger.cli.options import Db, Json, Reason, StatementRef, Who, at_desk
from ledger.cli.printing import day, source
from ledger.desk.references import parse

if TYPE_CHECKING:
    from ledger.desk.casework.forecasting import Outcome

OUTCOMES: "dict[str, Outcome]" = {
    "came-true": "came_true",
    "partly": "partly",
    "did-not": "did_not",
    "cannot-tell": "cannot_tell",
}


def forecasts(
    due: Annotated[
        bool, typer.Option("--due", help="Only those that fell due and wait for an answer.")
    ] = False,
    as_json: Json = False,
    db: Db = None,
    who: Who = None,
) -> None:
    """List statements about the future by the day they fall due."""
    from ledger.desk.casework.forecasting import forecasts as list_forecasts

    with at_desk(db, who) as desk:
        found = list_forecasts(desk, due_by=desk.today() if due else None)
    if as_json:
        output.json_document(found)
        return
    if not found:
        say("no forecast waits" if due else "there are no forecasts")
    for forecast in found:
        came = f", {forecast.outcome.replace('_', ' ')}" if forecast.outcome else ""
        by = f" by {forecast.settled_by}" if forecast.settled_by else ""
        said = forecast.statement
        output.line(f"{said.ref}  due {day(forecast.due_on)}{came}{by}  {source(said)}")
        output.paragraph(said.text, "  ")


def due(
    statement: StatementRef,
    on: Annotated[str, typer.Argument(metavar="DAY", help="2026-12-31 or 31 Dec 2026.")],
    db: Db = None,
    who: Who = None,
) -> None:
    """Say when a statement about the future falls due."""
    from ledger.desk.casework.forecasting import set_due

    with at_desk(db, who) as desk:
        reference = parse(statement, "statement")
        falls = desk.day(on)
        set_due(desk, reference, falls)
    output.line(f"{reference} falls due on {day(falls)}")


def settle(
    statement: StatementRef,
    outcome: Annotated[
        Literal["came-true", "partly", "did-not", "cannot-tell"],
        typer.Argument(metavar="OUTCOME", help="came-true, partly, did-not or cannot-tell."),
    ],
    by: Annotated[
        str | None, typer.Option(metavar="S90", help="The statement of what happened.")
    ] = None,
    reason: Reason = None,
    db: Db = None,
    who: Who = None,
) -> None:
    """Say what came of a forecast; needs a reason or --by."""
    from ledger.desk.casework.forecasting import settle as settle_forecast

    with at_desk(db, who) as desk:
        reference = parse(statement, "statement")
        happened = parse(by, "statement") if by is not None else None
        settle_forecast(desk, reference, OUTCOMES[outcome], reason, happened)
    output.line(f"{reference}: {outcome.replace('-', ' ')}")


COMMANDS = {"forecasts": forecasts, "due": due, "settle": settle}
