"""The newsroom fixture: its rows, what a careful reader makes of it, and what a ledger makes of it.

Statements are named by the importer's refs and pairs are unordered, so that two ledgers that took
the rows in another order can be held against each other.
"""

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from ledger.desk.desk import Desk
from ledger.desk.looking.showing import conflicts
from ledger.desk.looking.views import ConflictView
from ledger.exchange.shipped import fixture
from ledger.store.asking import membership, same_claim
from ledger.store.index import lookups

PATH = fixture("newsroom.jsonl")
ANSWERS = Path(__file__).parents[1] / "newsroom_answers.json"

Row = dict[str, Any]
Pair = frozenset[str]


def fixture_rows() -> list[Row]:
    """The rows of the fixture, in order."""
    return [json.loads(line) for line in PATH.read_text(encoding="utf-8").splitlines()]


def write_rows(path: Path, rows: Iterable[Row]) -> Path:
    """A file of statements."""
    lines = (json.dumps(row, ensure_ascii=False) + "\n" for row in rows)
    path.write_text("".join(lines), encoding="utf-8")
    return path


@dataclass(frozen=True)
class Answers:
    """What a careful reader makes of the fixture.

    Attributes:
        conflicts: the code of every pair that cannot both hold.
        look_alikes: why each of these pairs is no conflict, though it looks like one.
        worth_a_look: the code of every pair to be shown side by side without alarm.
        unclaimed: the claim of each row that names none; ``None`` for a claim of its own.
        not_found: conflicts a reader sees and the program does not; a missed one costs less than a
            false alarm.
    """

    conflicts: Mapping[Pair, str]
    look_alikes: Mapping[Pair, str]
    worth_a_look: Mapping[Pair, str]
    unclaimed: Mapping[str, str | None]
    not_found: frozenset[Pair]


def answers() -> Answers:
    """The answers that stand beside the fixture."""
    written = json.loads(ANSWERS.read_text(encoding="utf-8"))
    return Answers(
        conflicts={_pair(row): row["code"] for row in written["conflicts"]},
        look_alikes={_pair(row): row["why"] for row in written["look_alikes"]},
        worth_a_look={_pair(row): row["code"] for row in written["worth_a_look"]},
        unclaimed=written["unclaimed"],
        not_found=frozenset(_pair(row) for row in written["not_found"]["conflicts"]),
    )


def opened(desk: Desk) -> dict[Pair, str]:
    """The code of every open conflict."""
    return {_sides(found): found.code for found in conflicts(desk, open_only=True)}


def noted(desk: Desk) -> dict[Pair, str]:
    """The code of every pair that is only worth a look."""
    every = conflicts(desk, noted=True)
    return {_sides(found): found.code for found in every if found.state == "noted"}


def asked(desk: Desk) -> set[tuple[str, str]]:
    """The ref of every statement a question is open about, with the wording of the claim."""
    with desk.reading() as session:
        refs = {row.number: str(row.ref) for row in lookups.statements(session)}
        worded = {row.number: row.wording for row in membership.claims(session)}
        open_questions = same_claim.open_questions(session)
        return {(refs[q.statement_number], worded[q.claim_number]) for q in open_questions}


def groups(desk: Desk) -> set[Pair]:
    """The refs of the statements under each claim."""
    with desk.reading() as session:
        refs = {row.number: str(row.ref) for row in lookups.statements(session)}
        by_claim: dict[int, set[str]] = {}
        for filing in membership.filings(session):
            by_claim.setdefault(filing.claim_number, set()).add(refs[filing.statement_number])
    return {frozenset(members) for members in by_claim.values()}


def wordings(desk: Desk) -> dict[str, str]:
    """The wording of the claim each statement stands under, by ref."""
    with desk.reading() as session:
        refs = {row.number: str(row.ref) for row in lookups.statements(session)}
        worded = {row.number: row.wording for row in membership.claims(session)}
        filed = membership.filings(session)
        return {refs[f.statement_number]: worded[f.claim_number] for f in filed}


def told(pairs: Iterable[Pair], why: Mapping[Pair, str], texts: Mapping[str, str]) -> str:
    """Pairs as a person wants to read them in a failure: refs, code, both texts."""
    lines = []
    for pair in sorted(pairs, key=sorted):
        refs = sorted(pair)
        lines.append(f"{' '.join(refs)}: {why.get(pair, '')}")
        lines += [f"    {texts[ref]}" for ref in refs]
    return "\n".join(lines)


def texts() -> dict[str, str]:
    """The words of each row, by ref."""
    return {row["ref"]: row["text"] for row in fixture_rows()}


def _pair(row: Row) -> Pair:
    return frozenset((row["a"], row["b"]))


def _sides(found: ConflictView) -> Pair:
    return frozenset((str(found.a.importer_ref), str(found.b.importer_ref)))
