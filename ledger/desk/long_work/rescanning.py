"""Looking through the whole ledger for near claims nobody was asked about, and what they tell.

An archive loaded without matching is read first, by an act of its own. Only findings of the machine
come of it: figures, questions, conflicts. No statement changes its claim.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from ledger.desk.desk import Desk
from ledger.desk.index.nearest import Index, Near, searchable
from ledger.desk.index.pending import gained_and_lost_of_each, tokens_of_each
from ledger.desk.index.whole import promising
from ledger.desk.long_work import unmoved
from ledger.desk.long_work.jobs import Results, cut, performed
from ledger.desk.long_work.workers import HERE, Workers
from ledger.desk.statements.entering import FIGURE, figures
from ledger.desk.statements.questions import QUESTIONS, ask
from ledger.desk.statements.relating import Found, relate, remember, telling
from ledger.disagreement import inconsistencies
from ledger.matching import NEAR_AT, Turns
from ledger.progress import Progress, chunked, unheard
from ledger.quantities import READER
from ledger.store.asking import same_claim
from ledger.store.bulk.columns import CLAIM, STATEMENT
from ledger.store.connecting.session import Session
from ledger.store.index import lookups, postings
from ledger.store.index.indexed import places, said
from ledger.store.index.postings import claim_document, statement_document
from ledger.store.journal.act import Act
from ledger.store.tables.ledger import Quantity, Reading

_TOGETHER = 4
"""Parts of an archive that go into the index at once: each of them adds a run to every token."""


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


def rescan(desk: Desk, workers: Workers = HERE, progress: Progress = unheard) -> Rescanned:
    """Read what was archived, then look for the claims near every statement, by one act each.

    Args:
        desk: whose ledger.
        workers: who does the parts.
        progress: told how far the work is.

    Raises:
        PartFailed: when a worker could not do its part; the same again goes on from there.
    """
    read, opened = read_archived(desk, workers, progress)
    statements, near, found = find_near(desk, workers, progress)
    return Rescanned(statements, read, near, tuple(sorted({*opened, *found})))


def read_archived(
    desk: Desk, workers: Workers = HERE, progress: Progress = unheard
) -> tuple[int, list[int]]:
    """Read, index in full and compare what was only filed.

    Returns:
        How many statements there were, and the open conflicts they led to.
    """
    with desk.reading() as session:
        lots = lookups.loaded_unread(session)
    parts = cut(lots)
    if not parts:
        return 0, []
    with (
        performed(desk, "reading", read_part, parts, workers, progress) as results,
        desk.acting("rescan") as act,
    ):
        waiting = [lot for lot in lookups.loaded_unread(act.session) if lot in lots]
        found = _write_read(act, cut(waiting), results, progress)
        for lot in waiting:
            row = {"number": act.next_number(Reading), "reader": READER}
            act.insert(Reading, [{**row, "first": lot.start, "last": lot.stop - 1}])
        count = sum(map(len, waiting))
        act.summary = f"{count} archived statements read, {len(found)} relations"
        return count, remember(act, found)


def read_part(session: Session, _: str, numbers: range) -> dict[str, Any]:
    """What some archived statements state, are found by, and contradict under their claims."""
    lines = said(session, numbers)
    words = _words({number: searchable(*own) for number, own in lines.items()})
    texts = {number: own[0] or "" for number, own in lines.items()}
    filed = dict(places(session, numbers))
    faulty = [number for number, text in texts.items() if number in filed and inconsistencies(text)]
    related = relate(session, telling(session, filed, faulty), set(numbers))
    return {
        "figures": [figure for number, text in texts.items() for figure in figures(number, text)],
        "words": words,
        **unmoved.told(session, related),
    }


def _words(texts: Mapping[int, str]) -> list[tuple[int, list[str], list[str]]]:
    """The tokens each statement is found by once it is read, and those it is found by no more."""
    each = gained_and_lost_of_each(list(texts.values()))
    return [(number, *words) for number, words in zip(texts, each, strict=True)]


def _write_read(
    act: Act, parts: Sequence[range], results: Results, progress: Progress
) -> list[Found]:
    """Write what was read; gives back the relations found."""
    found: dict[tuple[int, int], Found] = {}
    for some in chunked("writing", parts, len(parts), progress, size=_TOGETHER):
        fresh: dict[int, list[str]] = {}
        stale: dict[int, list[str]] = {}
        for result in map(results, some):
            act.strew(Quantity, FIGURE, result["figures"])
            for number, more, less in result["words"]:
                fresh[statement_document(number)] = more
                stale[statement_document(number)] = less
            found |= {(one.a, one.b): one for one in unmoved.related(act.session, result)}
        postings.remove(act.session, stale)
        postings.append(act.session, fresh)
    return [found[pair] for pair in sorted(found)]


def find_near(
    desk: Desk, workers: Workers = HERE, progress: Progress = unheard
) -> tuple[int, int, list[int]]:
    """Look for older claims near each statement, and for what these contradict.

    Returns:
        How many statements there are, how many near pairs became questions, and which conflicts
        between them are open.
    """
    with desk.reading() as session:
        total = lookups.highest(session, STATEMENT)
        parts = cut([range(1, lookups.highest(session, CLAIM) + 1)])
    near: dict[int, list[Near]] = {}
    related: list[Found] = []
    with (
        performed(desk, "matching", near_part, parts, workers, progress) as results,
        desk.acting("rescan") as act,
    ):
        for result in map(results, parts):
            related += unmoved.related(act.session, result)
            for number, claim, score in unmoved.near(act.session, result):
                near.setdefault(number, []).append(Near(claim, score))
        ask(act, near, near.keys())
        opened = remember(act, related)
        count = sum(map(len, near.values()))
        act.summary = f"{count} near pairs and {len(related)} relations among {total} statements"
    return total, count, opened


def near_part(session: Session, anchor: str, claims: range) -> dict[str, Any]:
    """The older claims near the statements of some claims, and what they contradict there."""
    own = promising(session, anchor, claims)
    near = _near(session, own)
    others = {number: [one.claim for one in found] for number, found in near.items()}
    related = relate(session, {own[number] for number in near}, set(near), others)
    return {
        "near": [[n, one.claim, one.score] for n, found in near.items() for one in found],
        "of": places(session, near),
        **unmoved.told(session, related),
    }


def _near(session: Session, own: Mapping[int, int]) -> dict[int, list[Near]]:
    """The older claims near these statements, without those a question stands about."""
    asked = {pair for pair, one in same_claim.of_statements(session, own).items() if one.live}
    index = Index(session)
    texts = {number: lines[0] or "" for number, lines in said(session, own).items()}
    words = tokens_of_each(list(texts.values()))
    index.prepare(Turns(words))
    found: dict[int, list[Near]] = {}
    for turn, (number, text) in enumerate(texts.items()):
        documents = (statement_document(number), claim_document(own[number]))
        near = [
            one
            for one in index.likely(text, turn, QUESTIONS + 1, documents)
            if one.score >= NEAR_AT and one.claim < own[number] and (number, one.claim) not in asked
        ]
        if near:
            found[number] = near[:QUESTIONS]
    return found
