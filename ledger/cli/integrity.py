"""check, verify, reread, rescan: is anything wanting or touched, does it still read so?"""

from typing import Annotated

import typer

from ledger.cli import output
from ledger.cli.diagnostics import ExitCode, say
from ledger.cli.options import Db, Json, Processes, Scheduler, Who, at_desk
from ledger.cli.printing import count, entries
from ledger.cli.progress import progress_bar


def verify(
    kept: Annotated[
        str | None,
        typer.Argument(
            metavar="KEPT",
            help="An anchor printed earlier, or a file with one on each line: the journal must "
            "still begin with what it was then.",
        ),
    ] = None,
    anchor: Annotated[
        bool,
        typer.Option(
            "--anchor",
            help="Print the journal's length and newest hash on one line, to keep elsewhere.",
        ),
    ] = False,
    as_json: Json = False,
    db: Db = None,
    who: Who = None,
) -> None:
    """Check every row against the journal; name the first changed."""
    from ledger.desk.upkeep.verifying import anchor as anchor_of
    from ledger.desk.upkeep.verifying import check_anchors, verify_ledger

    with at_desk(db, who) as desk, progress_bar() as progress:
        verified = verify_ledger(desk, progress)
        held = check_anchors(desk, kept) if kept is not None else 0
    if anchor and kept is None:
        output.line(anchor_of(verified))
    elif as_json:
        output.json_document(verified)
    else:
        rows = count(verified.rows, "row")
        output.line(f"{entries(verified.entries)} and {rows} are as they were written")
        output.line(f"newest entry: {verified.head}")
        if held:
            output.line(f"the journal still begins as {count(held, 'anchor')} kept it")


def check(as_json: Json = False, db: Db = None, who: Who = None) -> None:
    """Name what is missing before publication.

    It ends with code 1 when anything of level error stands. The house sets levels:
    'factledger policy check.single-origin off'.
    """
    from ledger.desk.report.checking import check as check_ledger

    with at_desk(db, who) as desk:
        found = check_ledger(desk)
    if as_json:
        output.json_document(found)
    else:
        for finding in found:
            output.line(f"{finding.level}: {finding.ref}: {finding.code}: {finding.message}")
        if not found:
            say("nothing is missing")
    if any(finding.level == "error" for finding in found):
        raise typer.Exit(ExitCode.PROBLEMS)


def reread(
    processes: Processes = None,
    scheduler: Scheduler = None,
    as_json: Json = False,
    db: Db = None,
    who: Who = None,
) -> None:
    """Read and compare everything again, after an upgrade.

    What is done is kept beside the ledger: broken off, it goes on from there the next time.
    """
    from ledger.desk.long_work.rereading import reread as read_again
    from ledger.desk.long_work.workers import Workers

    with at_desk(db, who) as desk, progress_bar() as progress:
        done = read_again(desk, Workers(processes, scheduler), progress)
    if as_json:
        output.json_document(done)
    else:
        output.line(
            f"read {count(done.statements, 'statement')} again; "
            f"{done.found} found, {done.withdrawn} withdrawn; decisions are as they were"
        )


def rescan(
    processes: Processes = None,
    scheduler: Scheduler = None,
    as_json: Json = False,
    db: Db = None,
    who: Who = None,
) -> None:
    """Match all statements again; find near claims and conflicts.

    What is done is kept beside the ledger: broken off, it goes on from there the next time.
    """
    from ledger.desk.long_work.rescanning import rescan as look_through
    from ledger.desk.long_work.workers import Workers

    with at_desk(db, who) as desk, progress_bar() as progress:
        done = look_through(desk, Workers(processes, scheduler), progress)
    if as_json:
        output.json_document(done)
    else:
        read = f", {done.read} of them read for the first time" if done.read else ""
        output.line(
            f"looked through {count(done.statements, 'statement')}{read}: "
            f"{count(done.near, 'new near pair')} to judge, "
            f"{count(len(done.conflicts), 'open conflict')} seen; decisions are as they were"
        )


COMMANDS = {"check": check, "verify": verify, "reread": reread, "rescan": rescan}
