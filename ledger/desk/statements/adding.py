"""Adding one statement by hand, and saying what it led to."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from ledger.desk.decisions import live_claim
from ledger.desk.desk import Desk
from ledger.desk.looking.statement_views import StatementView
from ledger.desk.looking.views import ConflictView, Views
from ledger.desk.references import Reference
from ledger.desk.statements.filing import Choice
from ledger.desk.statements.outcomes import Recording
from ledger.desk.statements.recording import record
from ledger.desk.texts.bridging import Apart, bridged
from ledger.desk.texts.matching import ClaimMatch, match
from ledger.disagreement import Side
from ledger.matching import NEAR_AT
from ledger.model import NewStatement
from ledger.store.asking import findings, on_record
from ledger.store.journal.act import Act

SHOWN = 5
"""Near claims looked up before anything is written."""


@dataclass(frozen=True, slots=True)
class Added:
    """What one statement led to.

    Attributes:
        statement: the statement as recorded.
        added: false when the ledger held it already.
        basis: why it stands where it stands: ``given``, ``person``, ``matched`` or ``new``.
        score: how surely it belongs there, when it was matched.
        near: other claims it may belong to, and what differs.
        conflicts: the conflicts it opened.
        apart: claims it is near to that somebody judged different.
    """

    statement: StatementView
    added: bool
    basis: str
    score: float | None
    near: tuple[ClaimMatch, ...]
    conflicts: tuple[ConflictView, ...]
    apart: tuple[Apart, ...]


def add(
    desk: Desk,
    fields: dict[str, Any],
    choice: Choice | None = None,
    *,
    tell: Callable[[Sequence[ClaimMatch]], None] | None = None,
    near: Sequence[ClaimMatch] | None = None,
) -> Added:
    """Record one statement.

    Args:
        desk: whose ledger.
        fields: a statement's fields by name.
        choice: where a person wants it; ``None`` leaves it to the score.
        tell: told the near claims, if there are any, before anything is written.
        near: the near claims where they were just looked up; looked up here when left out.

    Raises:
        InvalidField: when a field does not hold what it should.
        NotFound: when the chosen claim is not in the ledger.
    """
    new = NewStatement.checked(fields)
    chosen = f"C{choice.claim}" if choice is not None else None
    found = near_claims(desk, new) if near is None else near
    others = [one for one in found if one.claim != chosen]
    if tell is not None and others and not is_held(desk, new):
        tell(others)
    with desk.acting("add") as act:
        check_choice(act, choice)
        recording = record(act, [new], choice=choice)
        row = recording.rows[0]
        act.summary = f"S{row.statement} under C{row.filed.claim}"
    return told(desk, recording, others)


def is_held(desk: Desk, new: NewStatement) -> bool:
    """Whether the ledger holds the statement already, taken back or not."""
    with desk.reading() as session:
        return bool(on_record.known_ids(session, [new.identity()]))


def near_claims(desk: Desk, new: NewStatement) -> list[ClaimMatch]:
    """Claims a statement may belong to, looked up before anything is written."""
    said_on = new.said_on or new.published_on
    asked = Side(new.text, new.speaker, new.outlet, said_on, new.relayed_from)
    return match(desk, asked, SHOWN, least=NEAR_AT)


def check_choice(act: Act, choice: Choice | None) -> None:
    """Refuse a chosen claim the ledger does not hold.

    Raises:
        NotFound: when it does not.
    """
    if choice is not None and choice.claim is not None:
        live_claim(act, Reference("claim", choice.claim))


def told(desk: Desk, recording: Recording, near: Sequence[ClaimMatch] = ()) -> Added:
    """What recording one statement led to, for people.

    Args:
        desk: whose ledger.
        recording: what was recorded: one statement.
        near: claims it may belong to.
    """
    row = recording.rows[0]
    with desk.reading() as session:
        views = Views(session)
        conflicts = views.conflicts(findings.numbered(session, recording.conflicts))
        statement = views.statements([row.statement])[row.statement]
        apart = bridged(session, near, row.filed.claim)
    return Added(
        statement=statement,
        added=row.added,
        basis=row.filed.basis,
        score=row.filed.score,
        near=tuple(found for found in near if found.claim != f"C{row.filed.claim}"),
        conflicts=tuple(conflicts),
        apart=apart,
    )
