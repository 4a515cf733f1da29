"""Looking through the whole ledger for near claims nobody was asked about, and what they tell.

An archive loaded without matching is read here first. Only findings of the machine come of it:
questions, conflicts, figures. No statement changes its claim.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from ledger.desk.asking import QUESTIONS, ask
from ledger.desk.desk import Desk
from ledger.desk.entering import figures
from ledger.desk.nearest import Index, Nearest, rebuild
from ledger.desk.progress import Progress, chunked, unheard
from ledger.desk.relating import Found, relate, remember
from ledger.matching import NEAR_AT
from ledger.quantities import READER
from ledger.store import queries
from ledger.store.act import Act
from ledger.store.postings import claim_document, statement_document
from ledger.store.tables import Quantity, Reading, Statement


@dataclass(frozen=True, slots=True)
class Rescanned:
    """What was found.

    Attributes:
        statements: how many were looked through.
        read: how many of them were archived, and read now for the first time.
        near: pairs of a statement and a near claim that became questions.
        conflicts: numbers of the conflicts that stand open between them.
    """

    statements: int
    read: int
    near: int
    conflicts: tuple[int, ...]


def rescan(desk: Desk, progress: Progress = unheard) -> Rescanned:
    """Read what was archived, then match every statement against all other claims, in one act."""
    with desk.acting("rescan") as act:
        total = queries.highest(act.session, Statement)
        archived = _read(act, progress)
        near: dict[int, list[int]] = {}
        claims: dict[int, int] = {}
        index = Index(act.session)
        for chunk in chunked("matching", range(1, total + 1), total, progress):
            found = _near(act, index, chunk, claims)
            near |= {number: [one.claim for one in others] for number, others in found.items()}
            ask(act, found, found.keys())
        related = _related(act, claims, near, archived)
        opened = remember(act, related)
        asked = sum(map(len, near.values()))
        act.summary = f"{asked} near pairs and {len(related)} relations among {total} statements"
    return Rescanned(total, len(archived), asked, tuple(opened))


def _read(act: Act, progress: Progress) -> list[int]:
    """Read, and index in full, what was only filed."""
    lots = queries.loaded_unread(act.session)
    numbers = [number for lot in lots for number in lot]
    for chunk in chunked("reading", numbers, len(numbers), progress):
        rows = list(queries.statements(act.session, chunk))
        act.insert(Quantity, (row for one in rows for row in figures(one.number, one.text)))
    for lot in lots:
        row = {"number": act.next_number(Reading), "reader": READER}
        act.insert(Reading, [{**row, "first": lot.start, "last": lot.stop - 1}])
    if lots:
        rebuild(act.session)
    return numbers


def _near(
    act: Act, index: Index, numbers: Sequence[int], claims: dict[int, int]
) -> dict[int, list[Nearest]]:
    """The older claims near each of these statements, without those a question stands about.

    Args:
        act: the transaction.
        index: where near claims are looked for.
        numbers: the statements.
        claims: takes the claim of each of them.
    """
    filed = queries.filings(act.session, of_statements=numbers)
    own = {filing.statement_number: filing.claim_number for filing in filed}
    claims |= own
    asked = {pair for pair, one in queries.questions_of(act.session, numbers).items() if one.live}
    texts = {row.number: row.text for row in queries.statements(act.session, own)}
    index.prepare(texts.values())
    found: dict[int, list[Nearest]] = {}
    for number, text in texts.items():
        near = [
            one
            for one in index.likely(text, QUESTIONS + 1, _documents(number, own[number]))
            if one.score >= NEAR_AT and one.claim < own[number] and (number, one.claim) not in asked
        ]
        if near:
            found[number] = near[:QUESTIONS]
    return found


def _documents(statement: int, claim: int) -> tuple[int, int]:
    """What a statement and its claim go by in the index."""
    return statement_document(statement), claim_document(claim)


def _related(
    act: Act, claims: dict[int, int], near: dict[int, list[int]], archived: Sequence[int]
) -> list[Found]:
    """What the near claims, and the statements read now, contradict."""
    fresh = near.keys() | set(archived)
    return relate(act.session, {claims[one] for one in fresh if one in claims}, fresh, near)
