"""The review: disputes one after the other, one's own first, each with its figures on one axis."""

from collections.abc import Iterator
from dataclasses import dataclass

from ledger.desk.casework.because import BECAUSE, Because
from ledger.desk.casework.deciding import KIND_REQUIRED, REASON_REQUIRED, Answer, Ruling
from ledger.desk.desk import Desk
from ledger.desk.looking.asked import asked_of
from ledger.desk.looking.disputes import Dispute, disputes
from ledger.desk.looking.filtering import parse_filter
from ledger.desk.looking.statement_views import StatementView
from ledger.desk.looking.views import Views
from ledger.desk.references import Reference, parse
from ledger.desk.texts.drawing import Drawing, Spans, drawn
from ledger.store.asking import disputed, rulings
from ledger.store.asking.findings import Conflict

AT_ONCE = 300
"""Conflicts made ready at a time: a day's work, ready in a third of a second."""


@dataclass(frozen=True, slots=True)
class Case:
    """One dispute as it is put to a person, its sides lettered as in each of its conflicts.

    Attributes:
        dispute: what is to be decided.
        drawing: all sides' figures on one axis; ``None`` where nothing can be drawn.
    """

    dispute: Dispute
    drawing: Drawing | None

    @property
    def refs(self) -> tuple[str, ...]:
        """The conflicts, by reference."""
        return tuple(conflict.ref for conflict in self.dispute.conflicts)

    def rulings(self, answer: Answer) -> list[Ruling]:
        """An answer to the case, as an answer to each of its conflicts."""
        return [
            Ruling(parse(conflict.ref, "conflict"), answer, seen=len(conflict.decisions))
            for conflict in self.dispute.conflicts
        ]


@dataclass(frozen=True, slots=True)
class Queue:
    """What waits for review.

    Attributes:
        cases: the disputes, in the order they are put.
        conflicts: how many conflicts fit in all, ready or not.
    """

    cases: tuple[Case, ...]
    conflicts: int

    @property
    def ready(self) -> int:
        """How many conflicts the cases hold."""
        return sum(len(case.refs) for case in self.cases)


_KINDS: dict[str, Because] = {
    **{kind: kind for kind in BECAUSE},
    **{str(number): kind for number, kind in enumerate(BECAUSE, 1)},
}
"""The kinds of difference by name and by number."""


def typed_reason(
    written: str, answer: Answer, *, numbered: bool = True
) -> tuple[str | None, Because | None]:
    """The words of a reason and the kind of difference in front of them.

    The kind is written as its number or its name, with a colon before the words: ``2``,
    ``2: only the north``, ``scope: only the north``. Where an answer needs a reason or a kind, the
    kind alone will do.

    Args:
        written: the line.
        answer: what it is the reason of.
        numbered: whether a number may stand for a kind, as it does where the kinds are listed.
    """
    head, colon, words = written.partition(":")
    kind = _KINDS.get(head.strip().casefold()) if numbered or not head.strip().isdigit() else None
    if kind is None or (head.strip().casefold() == kind and not (colon or answer in KIND_REQUIRED)):
        return written.strip() or None, None
    return words.strip() or (kind if answer in REASON_REQUIRED else None), kind


def kinds() -> list[str]:
    """The kinds of difference, each behind its number."""
    return [f"{number} {kind}" for number, kind in enumerate(BECAUSE, 1)]


def review_queue(
    desk: Desk, written: str = "", at_once: int = AT_ONCE, first: Reference | None = None
) -> Queue:
    """The open conflicts, grouped; without those this person waits to hear about.

    What is theirs to decide comes first, what is nobody's next, what is a colleague's last; the
    oldest first among each.

    Args:
        desk: where to look.
        written: a filter as Browse takes it, which one side of a conflict and its claim must fit.
        at_once: conflicts to make ready; those of one claim are never parted.
        first: a claim whose conflicts come before all others.

    Raises:
        BadFilter: naming the place where the filter stops making sense.
    """
    wanted = parse_filter(written, desk.today())
    with desk.reading() as session:
        rows = disputed.fitting(session, *asked_of(session, wanted))
        heard = rulings.answered_by(session, desk.actor)
        mine = [row for row in rows if row.number not in heard]
        whose = rulings.assignees(session, (row.number for row in mine))

        def order(row: Conflict) -> tuple[bool, int, int]:
            of_first = first is not None and row.claim_number == first.number
            return not of_first, _whose(whose.get(row.number), desk.actor), row.number

        mine.sort(key=order)
        claims = {row.claim_number for row in mine[:at_once]}
        ready = [row for row in mine if row.claim_number in claims]
        found = Views(session).conflicts(ready)
    place = {view.ref: at for at, view in enumerate(found)}
    by_number = sorted(found, key=lambda view: int(view.ref[1:]))
    cases = [Case(dispute, drawn(_figures(dispute))) for dispute in disputes(by_number)]
    cases.sort(key=lambda case: min(place[ref] for ref in case.refs))
    return Queue(tuple(cases), len(mine))


def _whose(assignee: str | None, actor: str) -> int:
    return 0 if assignee == actor else 1 if assignee is None else 2


def _figures(dispute: Dispute) -> Iterator[tuple[StatementView, Spans]]:
    """Each statement with the places in it that differ."""
    for _, conflict, statement in dispute.sides():
        yield statement, conflict.spans(statement.ref)
