"""Reading the whole ledger again with the present reader and judge, after an upgrade.

Machine findings may come, change or go; what a person decided stays as it is.
"""

from dataclasses import dataclass

from ledger.desk.desk import Desk
from ledger.desk.entering import figures
from ledger.desk.progress import Progress, counted, unheard
from ledger.desk.relating import Found, relate, remember
from ledger.quantities import READER
from ledger.store import queries
from ledger.store.act import Act
from ledger.store.tables import Conflict, Quantity


@dataclass(frozen=True, slots=True)
class Reread:
    """What changed.

    Attributes:
        statements: how many were read by the present reader for the first time.
        found: relations found that were not there before.
        withdrawn: findings the present judge no longer makes.
    """

    statements: int
    found: int
    withdrawn: int


def reread(desk: Desk, progress: Progress = unheard) -> Reread:
    """Read and compare everything again, in one act; nothing new leaves no entry."""
    with desk.acting("reread") as act:
        read = _read_again(act, progress)
        claims = {claim.number for claim in queries.claims(act.session)}
        filed = {filing.statement_number for filing in queries.filings(act.session)}
        before = {(row.a_number, row.b_number): row for row in queries.conflicts(act.session)}
        found = relate(act.session, claims, filed, _near(act))
        withdrawn = _withdraw(act, before, found)
        remember(act, found)
        added = len({(pair.a, pair.b) for pair in found} - before.keys())
        act.summary = f"{read} statements read again; {added} found, {withdrawn} withdrawn"
    return Reread(read, added, withdrawn)


def _near(act: Act) -> dict[int, list[int]]:
    """The claims near each statement, as the open questions about it remember them."""
    near: dict[int, list[int]] = {}
    for question in queries.questions(act.session, state="open"):
        near.setdefault(question.statement_number, []).append(question.claim_number)
    return near


def _read_again(act: Act, progress: Progress) -> int:
    """Write what the present reader reads in statements it has not seen; how many there were.

    What was loaded unread waits for a rescan.
    """
    waiting = {number for lot in queries.loaded_unread(act.session) for number in lot}
    unseen = [one for one in queries.unread(act.session, READER) if one not in waiting]
    rows = queries.statements(act.session, unseen)
    for row in counted("reading", rows, len(unseen), progress):
        act.insert(Quantity, figures(row.number, row.text))
    return len(unseen)


def _withdraw(act: Act, before: dict[tuple[int, int], Conflict], found: list[Found]) -> int:
    """Findings that are made no longer, and that no person judged, are live no longer."""
    still = {(pair.a, pair.b) for pair in found}
    missing = {row.number for pair, row in before.items() if pair not in still}
    gone = sorted(missing - queries.judged_conflicts(act.session, missing))
    for number in gone:
        act.update(Conflict, number, live=False)
    return len(gone)
