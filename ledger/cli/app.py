"""The commands, in the order ``--help`` shows them."""

from typing import Annotated

import typer

from ledger import __version__
from ledger.cli import decide, demo, integrity, look, names, read, record, report

app = typer.Typer(
    name="factledger",
    help="Who said what, where and when, and where sources differ.",
    epilog="Start with 'factledger demo'. Every command explains itself with --help.",
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    no_args_is_help=True,
    context_settings={"help_option_names": ["-h", "--help"]},
)


def _version(asked: bool) -> None:
    if asked:
        typer.echo(f"factledger {__version__}")
        raise typer.Exit


@app.callback()
def _program(
    version: Annotated[
        bool,
        typer.Option("--version", callback=_version, is_eager=True, help="Print the version."),
    ] = False,
) -> None:
    """Who said what, where and when, and where sources differ."""


for group in (demo, record, read, look, decide, names, report, integrity):
    for name, command in group.COMMANDS.items():
        app.command(name)(command)
app.add_typer(names.alias_app, name="alias")
