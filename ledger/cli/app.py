"""The commands, in the order ``--help`` shows them."""

from typing import Annotated

import typer

from ledger import __version__
from ledger.cli import (
    backup,
    care,
    database,
    decide,
    demo,
    forecasts,
    importing,
    inbox,
    integrity,
    look,
    names,
    output,
    policy,
    read,
    record,
    report,
    review,
    ui,
    verdict,
)
from ledger.cli.options import help_when_alone

app = typer.Typer(
    name="factledger",
    epilog="Start with 'factledger demo'. Every command explains itself with --help.",
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    add_completion=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)


def _version(asked: bool) -> None:
    if asked:
        output.line(f"factledger {__version__}")
        raise typer.Exit


@app.callback(invoke_without_command=True)
def _program(
    context: typer.Context,
    version: Annotated[  # noqa: ARG001 - its callback has answered by then
        bool,
        typer.Option("--version", callback=_version, is_eager=True, help="Print the version."),
    ] = False,
) -> None:
    """Who said what, where and when, and where sources differ."""
    help_when_alone(context)


for group in (
    demo,
    ui,
    record,
    importing,
    inbox,
    read,
    look,
    decide,
    review,
    care,
    verdict,
    forecasts,
    report,
    policy,
    names,
    integrity,
    backup,
):
    for name, command in group.COMMANDS.items():
        app.command(name)(command)
app.add_typer(names.alias_app, name="alias")
app.add_typer(database.db_app, name="db")
app.add_typer(verdict.scale_app, name="scale")
