"""verify: is the ledger as it was written?"""

from ledger.cli import output
from ledger.cli.options import Db, Json, Who, at_desk


def verify(as_json: Json = False, db: Db = None, who: Who = None) -> None:
    """Check every row against the journal; name the first changed."""
    from ledger.desk.verifying import verify_ledger

    with at_desk(db, who) as desk:
        verified = verify_ledger(desk)
    if as_json:
        output.json_document(verified)
    else:
        kept = f"{verified.entries} entries and {verified.rows} rows"
        output.line(f"{kept} are as they were written")
        output.line(f"newest entry: {verified.head}")


COMMANDS = {"verify": verify}
