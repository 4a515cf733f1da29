"""The claims a text may belong to: index, shortlist, score, one match per claim."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import reduce

import numpy as np

from ledger.desk.pending import Pending, tokens
from ledger.matching import Candidate, rank, sharing, shortlist, sought
from ledger.store import postings, queries
from ledger.store.indexed import Indexed, everything, first_statements, indexed
from ledger.store.postings import claim_document, statement_document
from ledger.store.session import Session
from ledger.store.tables import Claim, Statement

SHORTLIST = 50
"""Documents looked at closely for one query; twice as many found no more of the right ones."""
_REBUILT_AT_ONCE = 20_000


@dataclass(frozen=True, slots=True)
class Nearest:
    """The best match within one claim.

    Attributes:
        claim: the claim's number.
        statement: its statement nearest to the text, or its first where its wording was nearest;
            ``None`` for a claim without one.
        score: 0 to 1, how surely it is the same claim.
        reasons: what the two share, in words.
    """

    claim: int
    statement: int | None
    score: float
    reasons: tuple[str, ...]


def searchable(text: str | None, speaker: str | None = None, notes: str | None = None) -> str:
    """What a statement is found by: its words, its speaker's name and its notes."""
    return "\n".join(part for part in (text, speaker, notes) if part)


class Index:
    """The ledger's inverted index during one act or one look.

    Statements and claims added here are found at once and reach the tables with ``flush``; an
    import so matches its own earlier rows without writing the index row by row.
    """

    def __init__(self, session: Session) -> None:
        self._session = session
        self._pending = Pending()
        self._last_statement = queries.highest(session, Statement)
        self._stored = self._last_statement + queries.highest(session, Claim)

    def add_statement(self, number: int, text: str, claim: int) -> None:
        """Let a statement be found under its claim; one recorded before is in the index already."""
        document = statement_document(number)
        about = self._pending.documents.get(claim_document(claim))
        lines = (text, *about.lines) if about is not None else (text,)
        self._pending.documents[document] = Indexed(claim, lines)
        self._pending.first_statements.setdefault(claim, number)
        if number > self._last_statement:
            self._pending.add(document, text)

    def add_claim(self, number: int, wording: str) -> None:
        """Let a new claim be found by its wording."""
        self._pending.documents[claim_document(number)] = Indexed(number, (wording,))
        self._pending.add(claim_document(number), wording)

    def reword_claim(self, number: int, wording: str) -> None:
        """Let a claim be found by another wording at once; by its former ones it still is."""
        document, words = claim_document(number), tokens(wording)
        held = postings.lookup(self._session, sorted(words))
        fresh = [word for word in words if document not in held.get(word, ())]
        postings.append(self._session, {document: fresh})

    def flush(self) -> None:
        """Write what was added."""
        self._pending.flush(self._session)

    def nearest(self, text: str, limit: int) -> list[Nearest]:
        """The claims nearest to a text, best first; equal scores by document number."""
        query = tokens(text)
        found = self._lookup(query)
        size = max(self._stored + len(self._pending), 1)
        documents = self._documents(shortlist(query, found, size, SHORTLIST))
        frequency = {token: len(documents) for token, documents in found.items()}
        matches = rank(text, _candidates(query, found, documents), frequency, size, limit)
        claims = {number: document.claim for number, document in documents.items()}
        first = self._first_statements([claims[m.document] for m in matches if m.document % 2])
        return [
            Nearest(
                claim := claims[match.document],
                first.get(claim) if match.document % 2 else match.document // 2,
                match.score,
                match.reasons,
            )
            for match in matches
        ]

    def containing(self, query: str) -> list[int]:
        """The claims that hold every word and name of a query, the one added to last first."""
        wanted = sought(query)
        found = self._lookup(wanted)
        if not wanted or wanted - found.keys():
            return []
        documents = reduce(np.intersect1d, (found[token] for token in sorted(wanted)))
        live = self._documents([int(document) for document in documents])
        newest_first = sorted(live, reverse=True)
        return list(dict.fromkeys(live[document].claim for document in newest_first))

    def _lookup(self, query: frozenset[str]) -> dict[str, postings.Documents]:
        found = postings.lookup(self._session, sorted(query)) if self._stored else {}
        self._pending.extend(found, query)
        return found

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
    query: frozenset[str],
    found: Mapping[str, postings.Documents],
    documents: Mapping[int, Indexed],
) -> list[Candidate]:
    """What to look at closely: each statement in the light of its claim's own wording."""
    wordings = {number: claim_document(row.claim) for number, row in documents.items()}
    shared = sharing(query, found, [*wordings, *wordings.values()])
    return [
        Candidate(
            number,
            "\n".join(dict.fromkeys(line for line in row.lines if line)),
            shared[number] | shared[wordings[number]],
            row.claim,
        )
        for number, row in sorted(documents.items())
    ]


def rebuild(session: Session) -> int:
    """Throw the index away and build it again from the texts; says how many documents it holds.

    Matches are the same afterwards, byte for byte. Memory stays flat: texts are read and written a
    batch at a time.
    """
    postings.clear(session)
    count = 0
    batch: dict[int, frozenset[str]] = {}
    for document, lines in everything(session):
        batch[document] = tokens(searchable(*lines))
        count += 1
        if len(batch) == _REBUILT_AT_ONCE:
            postings.append(session, batch)
            batch = {}
    postings.append(session, batch)
    return count
