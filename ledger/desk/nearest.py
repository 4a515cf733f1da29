"""The claims a text may belong to: index, shortlist, score, one match per claim."""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from functools import reduce

import numpy as np

from ledger.desk.pending import Pending, tokens
from ledger.matching import (
    Candidate,
    Match,
    Run,
    as_documents,
    promising,
    rank,
    sharing,
    shortlist,
    sought,
)
from ledger.store import lookups, postings
from ledger.store.columns import CLAIM, STATEMENT
from ledger.store.indexed import Indexed, claim_lines, first_statements, indexed
from ledger.store.postings import claim_document, statement_document
from ledger.store.session import Session

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


@dataclass(frozen=True, slots=True)
class Nearest:
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
        self._last_statement = lookups.highest(session, STATEMENT)
        last_claim = lookups.highest(session, CLAIM)
        self._stored = self._last_statement + last_claim
        self._pending = Pending(claim_document(max(self._last_statement, last_claim)) + 1)
        self._lists: dict[str, postings.Documents] = {}

    def add_statement(self, number: int, text: str, claim: int) -> None:
        """Let a statement be found under its claim; one recorded before is in the index already."""
        document = statement_document(number)
        about = self._pending.documents.get(claim_document(claim))
        lines = (text, *about.lines) if about is not None else (text,)
        self._pending.documents[document] = Indexed(claim, lines)
        self._pending.first_statements.setdefault(claim, number)
        if number > self._last_statement:
            self._pending.add(document, tokens(text))

    def add_claim(self, number: int, wording: str, topic: str | None) -> None:
        """Let a new claim be found by its wording and its topic."""
        self._pending.documents[claim_document(number)] = Indexed(number, (wording, topic))
        self._pending.add(claim_document(number), tokens(searchable(wording, topic)))

    def flush(self) -> None:
        """Write what was added."""
        self._pending.flush(self._session)

    def prepare(self, texts: Iterable[str]) -> None:
        """Read the lists that filing these texts will ask for, in few queries."""
        if len(self._lists) > _LISTS_KEPT:
            self._lists = {}
        if self._stored:
            asked = frozenset[str]().union(*map(tokens, texts))
            wanted = {token for token in asked if token not in self._lists}
            self._lists |= dict.fromkeys(wanted, _NONE)
            self._lists |= postings.lookup(self._session, sorted(wanted))

    def likely(self, text: str, limit: int, own: Collection[int] = ()) -> list[Nearest]:
        """The claims so near to a text that it may belong to one of them, best first.

        Where ``nearest`` ranks whatever is nearest, this passes over what shares too little to be
        near; what is left is scored among fewer rivals.

        Args:
            text: the text.
            limit: at most so many claims.
            own: the text's own documents, if it has some; near to these alone it is near to none.
        """
        query = tokens(text)
        if self._stored and not query <= self._lists.keys():
            self.prepare([text])
        stored = {token: self._lists[token] for token in query} if self._stored else {}
        added = self._pending.lists_of(query)
        runs: dict[str, list[Run]] = {token: [held] for token, held in stored.items()}
        for token, slots in added.items():
            runs.setdefault(token, []).append(slots)
        size = max(self._stored + len(self._pending), 1)
        numbers = promising(query, runs, size)
        documents = [self._pending.document(number) for number in numbers]
        if all(document in own for document in documents):
            return []
        found = self._documents(documents)
        wanted = [*found, *(claim_document(row.claim) for row in found.values())]
        shared = sharing(query, stored, wanted)
        if new := self._pending.slots_of(wanted):
            lists = {token: as_documents(held) for token, held in added.items()}
            for slot, held in sharing(query, lists, new).items():
                shared[self._pending.document(slot)] |= held
        frequency = {token: sum(map(len, held)) for token, held in runs.items()}
        return self._ranked(text, _candidates(shared, found), frequency, size, limit)

    def nearest(self, text: str, limit: int) -> list[Nearest]:
        """The claims nearest to a text, best first; equal scores by document number."""
        query, size = tokens(text), max(self._stored, 1)
        most = max(_COMMON, size // _COMMON_SHARE)
        found, common = postings.telling(self._session, sorted(query), most)
        documents = self._documents(shortlist(query, found, size, SHORTLIST))
        wanted = [*documents, *(claim_document(row.claim) for row in documents.values())]
        candidates = _candidates(sharing(query, found, wanted), documents)
        frequency = dict.fromkeys(common, size) | {t: len(held) for t, held in found.items()}
        return self._ranked(text, candidates, frequency, size, limit)

    def _ranked(
        self,
        text: str,
        candidates: Sequence[Candidate],
        frequency: Mapping[str, int],
        size: int,
        limit: int,
    ) -> list[Nearest]:
        matches = rank(text, candidates, frequency, size, limit)
        claims = {found.document: found.claim for found in candidates if found.claim is not None}
        first = self._first_statements([claims[m.document] for m in matches if m.document % 2])
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
        found = postings.lookup(self._session, sorted(wanted))
        if not wanted or wanted - found.keys():
            return []
        documents = reduce(np.intersect1d, (found[token] for token in sorted(wanted)))
        live = self._documents([int(document) for document in documents])
        newest_first = sorted(live, reverse=True)
        return list(dict.fromkeys(live[document].claim for document in newest_first))

    def _documents(self, numbers: Sequence[int]) -> dict[int, Indexed]:
        """The documents of live claims, those of this act included."""
        added = self._pending.documents
        found = indexed(self._session, [number for number in numbers if number not in added])
        found.update((number, added[number]) for number in numbers if number in added)
        return found

    def _first_statements(self, claims: Sequence[int]) -> dict[int, int]:
        first = first_statements(self._session, claims)
        for claim in claims:
            if claim not in first and claim in self._pending.first_statements:
                first[claim] = self._pending.first_statements[claim]
        return first


def _candidates(
    shared: Mapping[int, frozenset[str]], documents: Mapping[int, Indexed]
) -> list[Candidate]:
    """What to look at closely: each statement in the light of its claim's own wording."""
    return [
        Candidate(
            number,
            "\n".join(dict.fromkeys(line for line in row.lines if line)),
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
