"""Reading the whole ledger again with the present reader and judge, after an upgrade.

Machine findings may come, change or go; what a person decided stays as it is.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from ledger.desk.desk import Desk
from ledger.desk.long_work import unmoved
from ledger.desk.long_work.jobs import cut, performed
from ledger.desk.long_work.workers import HERE, Workers
from ledger.desk.statements.entering import FIGURE, figures
from ledger.desk.statements.relating import Found, relate, remember
from ledger.gathering import gathered
from ledger.progress import Progress, unheard
from ledger.quantities import READER
from ledger.store.asking import findings, membership, on_record, same_claim
from ledger.store.bulk.columns import CLAIM, STATEMENT
from ledger.store.connecting.session import Session
from ledger.store.index import lookups
from ledger.store.journal.act import Act
from ledger.store.tables.ledger import Conflict, Quantity

Pairs = dict[tuple[int, int], findings.Conflict]
"""Conflicts by their two statements."""


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


def reread(desk: Desk, workers: Workers = HERE, progress: Progress = unheard) -> Reread:
    """Read and compare everything again, written by one act; nothing new leaves no entry.

    Args:
        desk: whose ledger.
        workers: who does the parts.
        progress: told how far the work is.

    Raises:
        PartFailed: when a worker could not do its part; the same again goes on from there.
    """
    with desk.reading() as session:
        before = _standing(session)
        last = max(lookups.highest(session, table) for table in (STATEMENT, CLAIM))
    parts = cut([range(1, last + 1)])
    with (
        performed(desk, "rereading", reread_part, parts, workers, progress) as results,
        desk.acting("reread") as act,
    ):
        unseen, read = set(_unseen(act.session)), 0
        found: list[Found] = []
        for result in map(results, parts):
            read += _write(act, result, unseen)
            found += unmoved.related(act.session, result)
        withdrawn = _withdraw(act, before, found)
        remember(act, found)
        added = len({(pair.a, pair.b) for pair in found} - before.keys())
        act.summary = f"{read} statements read again; {added} found, {withdrawn} withdrawn"
    return Reread(read, added, withdrawn)


def reread_part(session: Session, _: str, numbers: range) -> dict[str, Any]:
    """What the present reader reads in some statements, and finds under the claims so numbered."""
    rows = list(lookups.statements(session, _unseen(session, numbers)))
    claims = {claim.number for claim in membership.claims(session, numbers)}
    filed = {filing.statement_number for filing in membership.filings(session, of_claims=claims)}
    return {
        "read": [[row.number, list(figures(row.number, row.text))] for row in rows],
        **unmoved.told(session, relate(session, claims, filed, _near(session, filed))),
    }


def _unseen(session: Session, among: range | None = None) -> list[int]:
    """Statements the present reader has not seen, of all or of some; archives wait."""
    waiting = lookups.loaded_unread(session)
    unseen = on_record.unread(session, READER, among)
    return [number for number in unseen if not any(number in lot for lot in waiting)]


def _near(session: Session, statements: set[int]) -> dict[int, list[int]]:
    """The claims near each of these statements, as the open questions about it remember them."""
    asked = same_claim.of_statements(session, statements)
    return gathered(
        (question.statement_number, question.claim_number)
        for question in sorted(asked.values(), key=lambda question: question.number)
        if question.live and question.state == "open"
    )


def _write(act: Act, result: Mapping[str, Any], unseen: set[int]) -> int:
    """Write what was read in statements that nobody read meanwhile; how many there were."""
    read = [(number, rows) for number, rows in result["read"] if number in unseen]
    act.strew(Quantity, FIGURE, (row for _, rows in read for row in rows))
    return len(read)


def _standing(session: Session) -> Pairs:
    return {(row.a_number, row.b_number): row for row in findings.live(session)}


def _withdraw(act: Act, before: Pairs, found: list[Found]) -> int:
    """Findings that are made no longer, and that no person judged, are live no longer.

    Those of somebody who worked meanwhile are none of ours.
    """
    still = {(pair.a, pair.b) for pair in found}
    now = _standing(act.session)
    missing = {
        row.number
        for pair, row in before.items()
        if pair not in still and pair in now and now[pair].entry == row.entry
    }
    gone = sorted(missing - findings.judged(act.session, missing))
    for number in gone:
        act.update(Conflict, number, live=False)
    return len(gone)
