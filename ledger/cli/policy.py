"""policy: the rules of the house for one ledger."""

from typing import Annotated

import typer

from ledger.cli import output
from ledger.cli.options import Db, Json, Who, at_desk, written


def policy(
    name: Annotated[
        str | None, typer.Argument(metavar="NAME", help="The rule; all of them when left out.")
    ] = None,
    value: Annotated[
        str | None,
        typer.Argument(metavar="VALUE", help="What it says from now on.", callback=written),
    ] = None,
    as_json: Json = False,
    db: Db = None,
    who: Who = None,
) -> None:
    """List the rules of the house, or change one.

    'factledger policy second-reader on' asks for two people, blind to each other, to decide.
    """
    from ledger.desk.house.policies import policies, set_policy

    with at_desk(db, who) as desk:
        if name is not None and value is not None:
            set_policy(desk, name, value)
        found = policies(desk, name)
    if as_json:
        output.json_document(found)
    else:
        output.table([(rule.name, rule.value or "–", rule.meaning) for rule in found])


COMMANDS = {"policy": policy}
