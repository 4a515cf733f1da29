"""The claims a text may belong to: index, shortlist, score, one match per claim."""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from functools import partial, reduce
from typing import NamedTuple

import numpy as np

from ledger.desk.index.pending import Pending, tokens
from ledger.desk.index.unread import lists, stating, telling
from ledger.matching import (
    Candidate,
    Holders,
    Match,
    Turns,
    hopeful,
    promising,
    rank,
    sharing,
    shortlist,
    sought,
)
from ledger.store.bulk.columns import CLAIM, STATEMENT
from ledger.store.connecting.session import Session
from ledger.store.index import lookups, postings
from ledger.store.index.indexed import (
    Indexed,
    about_claims,
    claim_lines,
    first_statements,
    indexed,
    said,
)
from ledger.store.index.postings import claim_document, statement_document

SHORTLIST = 80
"""At most so many documents are looked at closely for one query; with fifty, one right one in two
hundred was passed over, and more than eighty found no more."""
_COMMON, _COMMON_SHARE = 20_000, 20
"""A token that more documents hold than either, a twentieth of all, tells none apart: it is thought
to be in every one, and its list, longer than all others together, is never read."""
_LISTS_KEPT = 200_000
"""Lists held while filing; most hold a document or two."""
_NONE = np.zeros(0, dtype=np.uint32)
_NOTHING: frozenset[str] = frozenset()


class Nearest(NamedTuple):
    """The best match within one claim.

    Attributes:
        claim: the claim's number.
        statement: its statement nearest to the text, or its first where its wording was nearest;
            ``None`` for a claim without one.
        match: the match of that statement, or of the wording.
    """

    claim: int
    statement: int | None
    match: Match

    @property
    def score(self) -> float:
        """How surely it is the same claim, 0 to 1."""
        return self.match.score

    @property
    def reasons(self) -> tuple[str, ...]:
        """What the two share, in words."""
        return self.match.reasons


class Near(NamedTuple):
    """A claim a text may belong to, and how surely it does, 0 to 1."""

    claim: int
    score: float


def searchable(*lines: str | None) -> str:
    """What a document is found by, in one text: the lines it has."""
    return "\n".join(line for line in lines if line)


class Index:
    """The ledger's inverted index during one act or one look.

    Statements and claims added here are found at once and reach the tables with ``flush``; an
    import so matches its own earlier rows without writing the index row by row.
    """

    def __init__(self, session: Session) -> None:
        self._session = session
        last_statement = lookups.highest(session, STATEMENT)
        self._pending = Pending(last_statement, lookups.highest(session, CLAIM))
        self._stored = sum(self._pending.last)
        self._unread = lookups.loaded_unread(session)
        self._stored_lists: dict[str, postings.Documents] = {}

    def add_statement(self, number: int, text: str, claim: int, turn: int) -> None:
        """Let a statement be found under its claim; one recorded before is in the index already.

        Args:
            number: the statement's number.
            text: what it is found by.
            claim: the claim's number.
            turn: the turn it joins after, with the tokens that ``prepare`` was told.
        """
        document = statement_document(number)
        about = self._pending.late.get(claim_document(claim))
        if about is not None or not self._pending.claim_of(claim_document(claim)):
            lines = (text, *about.lines) if about is not None else (text,)
            self._pending.late[document] = Indexed(claim, lines)
        self._pending.file(number, claim)
        if self._pending.is_new(document):
            self._pending.add(document, turn)

    def add_claim(self, number: int, wording: str, topic: str | None, turn: int) -> None:
        """Let a new claim be found by its wording and its topic, as a statement is."""
        self._pending.late[claim_document(number)] = Indexed(number, (wording, topic))
        self._pending.add(claim_document(number), turn)

    def settle(self) -> None:
        """Be told that what was added stands in the tables, and hold less of it."""
        self._pending.settle()

    def flush(self) -> None:
        """Write what was added."""
        self._pending.flush(self._session)

    def prepare(self, turns: Turns) -> None:
        """Read the lists that are to be looked into, in few queries, for what is asked next."""
        self._turns = turns
        self._pending.begin(turns)
        self._lists = [self._pending.packed()]
        if self._stored:
            asked = turns.tokens[: turns.asked_for]
            self._lists.insert(0, Holders.of(asked, self._read(asked)))

    def _read(self, asked: Sequence[str]) -> Mapping[str, postings.Documents]:
        """The stored lists; of those asked for before some are still at hand."""
        if len(self._stored_lists) > _LISTS_KEPT:
            self._stored_lists = {}
        wanted = {token for token in asked if token not in self._stored_lists}
        self._stored_lists |= dict.fromkeys(wanted, _NONE)
        self._stored_lists |= lists(self._session, wanted, self._unread)
        return self._stored_lists

    def hopeful(self) -> list[bool]:
        """Which of the queries may find anything, for which the index was prepared."""
        size = self._stored + len(self._pending)
        found: list[bool] = hopeful(self._turns, self._lists, size).tolist()
        return found

    def is_new(self, statement: int) -> bool:
        """Whether a statement was not in the index before."""
        return self._pending.is_new(statement_document(statement))

    def likely(self, text: str, turn: int, limit: int, own: Collection[int] = ()) -> list[Near]:
        """The claims so near to a text that it may belong to one of them, best first.

        Where ``nearest`` ranks whatever is nearest, this passes over what shares too little to be
        near; what is left is scored among fewer rivals.

        Args:
            text: the text.
            turn: the turn that asks for its tokens, of those the index was prepared for.
            limit: at most so many claims.
            own: the text's own documents, if it has some; near to these alone it is near to none.
        """
        runs = self._runs(turn)
        size = max(self._stored + len(self._pending), 1)
        numbers = promising(frozenset(runs), runs, size)
        documents = [self._pending.document(number) for number in numbers]
        if all(document in own for document in documents):
            return []
        found = self._documents(documents)
        wanted = [*found, *(claim_document(row.claim) for row in found.values())]
        shared = self._shared(runs, wanted)
        frequency = {token: sum(map(len, held)) for token, held in runs.items()}
        candidates = stating(text, _candidates(shared, found), documents, self._unread)
        claims = {found.document: found.claim for found in candidates if found.claim is not None}
        matches = rank(text, candidates, frequency, size, limit)
        return [Near(claims[match.document], match.score) for match in matches]

    def _runs(self, turn: int) -> dict[str, list[postings.Documents]]:
        """The lists of the tokens a turn asks for: those there were before, and what joined."""
        places = self._turns.asked_in(turn)
        late = self._pending.late_slots(places)
        return {
            self._turns.tokens[place]: [
                run
                for run in (*(part[place] for part in self._lists), late.get(place, _NONE))
                if len(run)
            ]
            for place in places
        }

    def _shared(
        self, runs: Mapping[str, Sequence[postings.Documents]], documents: Sequence[int]
    ) -> dict[int, frozenset[str]]:
        """Which of some tokens each of some documents holds."""
        numbers = self._pending.slots_of(documents)
        shared = dict.fromkeys(documents, _NOTHING)
        for part in range(max(map(len, runs.values()), default=0)):
            lists = {token: held[part] for token, held in runs.items() if len(held) > part}
            for number, held in sharing(lists, lists, numbers).items():
                shared[self._pending.document(number)] |= held
        return shared

    def nearest(self, text: str, limit: int) -> list[Nearest]:
        """The claims nearest to a text, best first; equal scores by document number."""
        query, size = tokens(text), max(self._stored, 1)
        most = max(_COMMON, size // _COMMON_SHARE)
        found, common = telling(self._session, query, self._unread, most)
        listed = shortlist(query, found, size, SHORTLIST)
        documents = self._documents(listed)
        wanted = [*documents, *(claim_document(row.claim) for row in documents.values())]
        candidates = _candidates(sharing(query, found, wanted), documents)
        candidates = stating(text, candidates, listed, self._unread)
        frequency = dict.fromkeys(common, size) | {t: len(held) for t, held in found.items()}
        matches = rank(text, candidates, frequency, size, limit)
        claims = {found.document: found.claim for found in candidates if found.claim is not None}
        worded = [claims[match.document] for match in matches if match.document % 2]
        first = first_statements(self._session, worded)
        return [
            Nearest(
                claim := claims[match.document],
                first.get(claim) if match.document % 2 else match.document // 2,
                match,
            )
            for match in matches
        ]

    def containing(self, query: str) -> list[int]:
        """The claims that hold every word and name of a query, the one added to last first."""
        wanted = sought(query)
        found = lists(self._session, wanted, self._unread)
        if not wanted or wanted - found.keys():
            return []
        held_by_both = partial(np.intersect1d, assume_unique=True)
        documents = reduce(held_by_both, (found[token] for token in sorted(wanted)))
        live = self._documents([int(document) for document in documents])
        newest_first = sorted(live, reverse=True)
        return list(dict.fromkeys(live[document].claim for document in newest_first))

    def _documents(self, numbers: Sequence[int]) -> dict[int, Indexed]:
        """The documents of live claims, those of this act included."""
        late = self._pending.late
        found = {number: late[number] for number in numbers if number in late}
        rest = [number for number in numbers if number not in found]
        claims = self._pending.claims_of(rest)
        found |= indexed(self._session, [number for number in rest if number not in claims])
        return found | self._settled(claims)

    def _settled(self, claims: Mapping[int, int]) -> dict[int, Indexed]:
        """Documents of this act that stand in the tables, each with its claim."""
        if not claims:
            return {}
        worded = [c for c in set(claims.values()) if self._pending.claim_of(claim_document(c))]
        about = about_claims(self._session, worded)
        own = said(self._session, [number // 2 for number in claims if number % 2 == 0])
        return {
            number: Indexed(
                claim,
                about[claim]
                if number % 2
                else (searchable(*own[number // 2]), *about.get(claim, ())),
            )
            for number, claim in claims.items()
        }


def _candidates(
    shared: Mapping[int, frozenset[str]], documents: Mapping[int, Indexed]
) -> list[Candidate]:
    """What to look at closely: each statement in the light of its claim's own wording."""
    return [
        Candidate(
            number,
            "\n".join(dict.fromkeys(filter(None, row.lines))),
            shared[number] | shared[claim_document(row.claim)],
            row.claim,
        )
        for number, row in sorted(documents.items())
    ]


@contextmanager
def followed(session: Session, claims: Iterable[int]) -> Iterator[None]:
    """Let claims be found by what they are once the block has changed them, and by nothing else."""
    numbers = sorted(set(claims))
    former = _held_by(session, numbers)
    yield
    now = _held_by(session, numbers)
    for document, words in now.items():
        found = postings.lookup(session, sorted(words))
        fresh = [word for word in words if document not in found.get(word, ())]
        postings.append(session, {document: fresh})
    stale = {document: words - now.get(document, _NOTHING) for document, words in former.items()}
    postings.remove(session, stale)


def _held_by(session: Session, claims: Sequence[int]) -> dict[int, frozenset[str]]:
    """The tokens each of these claims is to be found by, by document."""
    lines = claim_lines(session, claims)
    return {claim_document(claim): tokens(searchable(*own)) for claim, own in lines.items()}
