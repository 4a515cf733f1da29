"""verify: is the ledger as it was written?"""

from ledger.cli import output
from ledger.cli.options import Db, Json, Who, at_desk


def verify(as_json: Json = False, db: Db = None, who: Who = None) -> None:
    """Recompute the journal's chain and every row; names the first that differs."""
    from ledger.desk.verifying import verify_ledger

    with at_desk(db, who) as desk:
        verified = verify_ledger(desk)
    if as_json:
        output.json_document(verified)
    else:
        output.line(
            f"{verified.entries} entries and {verified.rows} rows are as they were written; "
            f"head {verified.head}"
        )


COMMANDS = {"verify": verify}
