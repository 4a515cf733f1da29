"""The ledger as the records of a file find it: what they name, and rows kept beside others."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime
from functools import cached_property
from typing import Any, Literal, NamedTuple

from ledger.desk.decisions import TAKEN_BACK
from ledger.desk.files_in.incoming.pages import Pages
from ledger.desk.files_out.outgoing import decision_id
from ledger.desk.statements.wording import claim_key
from ledger.exchange.records import Record
from ledger.gathering import gathered
from ledger.store.asking import casefile, findings, forecasts, membership, on_record, verdicts
from ledger.store.journal.act import Act
from ledger.store.journal.canonical import instant
from ledger.store.tables.base import Table
from ledger.store.tables.casework import Forecast
from ledger.store.tables.ledger import Claim, Conflict, Decision

Fields = Mapping[str, Any]


class Taken(NamedTuple):
    """What became of one record: ``added``, ``known``, or ``left`` with the reason."""

    fate: Literal["added", "known", "left"]
    reason: str | None = None


ADDED, KNOWN = Taken("added"), Taken("known")
DECIDED_HERE = Taken("left", "it was decided here, and stays so")


class UnknownHere(LookupError):
    """A record is about something this ledger does not hold."""


class Ground:
    """What the records of one file stand on, during the act that imports it.

    Attributes:
        act: the act.
        session: where the ledger is read.
        records: all records of the file.
        pages: the documents of the file.
        claims: the claims the file names so far, by what it calls them.
        fresh: the statements that came in with the file and were not here before.
        taken_back: the decisions taken back here.
        judged: the conflicts decided here.
    """

    def __init__(self, act: Act, records: Sequence[Record]) -> None:
        self.act = act
        self.session = act.session
        self.records = records
        self.pages = Pages(act)
        self.claims: dict[str, int] = {}
        self.fresh: set[int] = set()
        self._kept: dict[type[Table], dict[tuple[object, ...], tuple[int, bool]]] = {}
        told = casefile.rows(self.session, Decision) if records else []
        self.taken_back = {row.supersedes for row in told if row.answer == TAKEN_BACK}
        self.judged = {
            row.conflict_number
            for row in told
            if row.answer != TAKEN_BACK and row.number not in self.taken_back
        }

    def of_kind(self, kind: str) -> list[Record]:
        """The records of one kind, in order."""
        return [record for record in self.records if record.kind == kind]

    @cached_property
    def _statements(self) -> dict[str, int]:
        """The numbers of the statements any record names, by id."""
        return on_record.known_ids(self.session, set(_named_statements(self.records)))

    def statement(self, written: str) -> int:
        """The number of a statement.

        Raises:
            UnknownHere: when the ledger does not hold it.
        """
        if written not in self._statements:
            raise UnknownHere(f"the statement {written[:12]}…")
        return self._statements[written]

    def claim(self, wording: str) -> int:
        """The number of the claim the file calls so.

        Raises:
            UnknownHere: when the ledger does not hold it.
        """
        if wording not in self.claims:
            key = claim_key(wording)
            found = membership.claims_by_key(self.session, [key])
            if key not in found:
                raise UnknownHere(f"the claim '{wording}'")
            self.claims[wording] = found[key]
        return self.claims[wording]

    @cached_property
    def alike(self) -> dict[tuple[str, bool], list[int]]:
        """The claims of each key that are live, and that are not, by number."""
        rows = casefile.rows(self.session, Claim)
        return gathered(((row.key, row.live), row.number) for row in rows)

    def pair(self, fields: Fields) -> tuple[int, int, bool]:
        """Two statements, the smaller number first, and whether that turned them around.

        Raises:
            UnknownHere: when the ledger does not hold one of them.
        """
        a, b = self.statement(fields["a"]), self.statement(fields["b"])
        return min(a, b), max(a, b), a > b

    def conflict(self, fields: Fields) -> findings.Conflict | None:
        """The conflict between the two statements a record names, if the ledger holds one.

        Raises:
            UnknownHere: when it does not hold the statements.
        """
        a, b, _ = self.pair(fields)
        return findings.between(self.session, [b]).get((a, b))

    @cached_property
    def decisions(self) -> dict[str, int]:
        """The decisions this ledger holds, by what tells them apart in any."""
        rows = casefile.rows(self.session, Decision)
        ids = casefile.statement_ids(self.session)
        conflicts = {row.number: row for row in casefile.rows(self.session, Conflict)}
        return {decision_id(row, ids, conflicts): row.number for row in rows}

    @cached_property
    def given_up(self) -> set[str | None]:
        """The decisions the file itself takes back."""
        told = (record.fields for record in self.of_kind("decision"))
        return {said["supersedes"] for said in told if said["answer"] == TAKEN_BACK}

    @cached_property
    def rated(self) -> set[int]:
        """The claims the house gave a verdict on before the file came in."""
        given = verdicts.verdicts(self.session)
        return {row.claim_number for row in given if row.publisher is None}

    @cached_property
    def forecasts(self) -> dict[int, Forecast]:
        """What stands about the future here, by statement."""
        return forecasts.forecasts(self.session)

    def keep(self, table: type[Any], row: Fields) -> Taken:
        """Add a row unless one that says the same is there; one taken back stands again."""
        if table not in self._kept:
            self._kept[table] = {
                _key({name: getattr(known, name) for name in row}): (known.number, known.live)
                for known in casefile.rows(self.session, table)
            }
        number, is_live = self._kept[table].get(_key(row), (None, False))
        if is_live:
            return KNOWN
        if number is None:
            number = self.act.add(table, row)
        else:
            self.act.update(table, number, live=True)
        self._kept[table][_key(row)] = (number, True)
        return ADDED


def signed(fields: Fields) -> dict[str, Any]:
    """Who signed a record, and when, as columns."""
    return {"actor": fields["by"], "at": fields["at"]}


def _named_statements(records: Sequence[Record]) -> Iterator[str]:
    """The ids of the statements these records name."""
    for record in records:
        if record.kind != "link":  # whose two ends are claims
            told = (record.fields.get(name) for name in ("a", "b", "statement", "settled_by"))
            yield from (written for written in told if written is not None)
        for piece in record.fields["evidence"] if record.kind == "verdict" else ():
            if "statement" in piece:
                yield piece["statement"]


def _key(row: Fields) -> tuple[object, ...]:
    """What a row says; moments as the journal spells them, whatever the database gave back."""
    return tuple(instant(v) if isinstance(v, datetime) else v for v in row.values())
