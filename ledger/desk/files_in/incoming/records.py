"""The records of one file, each handed to what takes over its kind."""

from collections.abc import Callable, Mapping, Sequence

from ledger.desk.files_in.incoming.claims import take_claim, take_link, take_note, take_wording
from ledger.desk.files_in.incoming.ground import ADDED, KNOWN, Fields, Ground, Taken, UnknownHere
from ledger.desk.files_in.incoming.house import take_copy, take_place, take_policy, take_scale
from ledger.desk.files_in.incoming.pages import enter_name
from ledger.desk.files_in.incoming.rulings import (
    take_conflict,
    take_decision,
    take_question,
    take_vote,
)
from ledger.desk.files_in.incoming.verdicts import take_forecast, take_verdict
from ledger.desk.names.namebook import TABLES
from ledger.desk.statements.entering import Place
from ledger.desk.statements.outcomes import Recording
from ledger.desk.statements.waiting import Waiting
from ledger.errors import LedgerError
from ledger.exchange.records import Record
from ledger.store.journal.act import Act

_TAKE: Mapping[str, Callable[[Ground, Fields], Taken]] = {
    "policy": take_policy,
    "scale": take_scale,
    "place": take_place,
    "copy": take_copy,
    "claim": take_claim,
    "wording": take_wording,
    "note": take_note,
    "link": take_link,
    "conflict": take_conflict,
    "question": take_question,
    "vote": take_vote,
    "decision": take_decision,
    "forecast": take_forecast,
    "verdict": take_verdict,
}
"""How each kind is taken over; names and documents come before the statements."""


class Incoming:
    """The records of one file, during the act that imports it."""

    def __init__(self, act: Act, records: Sequence[Record]) -> None:
        self._ground = Ground(act, records)
        self._taken: dict[int, Taken] = {}

    def before(self) -> dict[str, Place]:
        """Take over names and documents; where statements stand in those, by statement id."""
        ground = self._ground
        for kind in TABLES:
            for record in ground.of_kind(kind):
                is_new = enter_name(ground.act, kind, record.fields)
                self._taken[record.line] = ADDED if is_new else KNOWN
        for record in ground.of_kind("document"):
            is_new = ground.pages.enter(record.fields)
            self._taken[record.line] = ADDED if is_new else KNOWN
        return ground.pages.places(ground.records)

    def after(self, waiting: Waiting, recording: Recording) -> list[tuple[Record, Taken]]:
        """Take over the rest, beside the statements; what became of each record, in order."""
        ground = self._ground
        if not ground.records:
            return []
        row_at = {place: row for row, place in enumerate(waiting.places)}
        for place, wording in waiting.claims():
            ground.claims[wording] = recording.rows[row_at[place]].filed.claim
        ground.fresh = {recorded.statement for recorded in recording.rows if recorded.added}
        for record in ground.records:
            if record.line not in self._taken:
                self._taken[record.line] = self._take(record)
        return [(record, self._taken[record.line]) for record in ground.records]

    def _take(self, record: Record) -> Taken:
        try:
            return _TAKE[record.kind](self._ground, record.fields)
        except UnknownHere as fault:
            return Taken("left", f"{fault} is not in this ledger")
        except LedgerError as fault:
            return Taken("left", str(fault))
