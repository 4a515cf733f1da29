"""The claims a text may belong to: index, shortlist, score, one match per claim."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import reduce

import numpy as np

from ledger.matching import Candidate, Match, features, rank, shortlist
from ledger.store import postings, queries
from ledger.store.session import Session
from ledger.store.tables import Claim, Statement

SHORTLIST = 100
"""Documents looked at closely for one query; the measured design re-ranks about a hundred."""
_TOKEN_LENGTH = 100
"""Longer tokens find nothing anybody types, and no database indexes them gladly."""


@dataclass(frozen=True, slots=True)
class Nearest:
    """The best match within one claim.

    Attributes:
        claim: the claim's number.
        statement: its statement nearest to the text; ``None`` when the wording itself was nearest.
        score: 0 to 1, how surely it is the same claim.
        reasons: what the two share, in words.
    """

    claim: int
    statement: int | None
    score: float
    reasons: tuple[str, ...]


def searchable(text: str, speaker: str | None = None, notes: str | None = None) -> str:
    """What a statement is found by: its words, its speaker's name and its notes."""
    return "\n".join(part for part in (text, speaker, notes) if part)


class Index:
    """The ledger's inverted index during one act or one look.

    Statements and claims added here are found at once and reach the tables with ``flush``; an
    import so matches its own earlier rows without writing the index row by row.
    """

    def __init__(self, session: Session) -> None:
        self._session = session
        self._tokens: dict[int, frozenset[str]] = {}
        self._texts: dict[int, str] = {}
        self._claims: dict[int, int] = {}
        self._added: dict[str, list[int]] = {}
        self._last_statement = queries.highest(session, Statement)
        self._size = self._last_statement + queries.highest(session, Claim)

    def add_statement(self, number: int, text: str, claim: int) -> None:
        """Let a statement be found under its claim; one recorded before is in the index already."""
        document = postings.statement_document(number)
        if number <= self._last_statement:
            self._claims[document] = claim
        else:
            self._add(document, text, claim)

    def add_claim(self, number: int, wording: str) -> None:
        """Let a new claim be found by its wording."""
        self._add(postings.claim_document(number), wording, number)

    def flush(self) -> None:
        """Write what was added."""
        postings.append(self._session, self._tokens)

    def nearest(self, text: str, limit: int) -> list[Nearest]:
        """The claims nearest to a text, best first; equal scores by claim number."""
        query = _tokens(text)
        found = self._lookup(query)
        shortlisted = shortlist(query, found, max(self._size, 1), SHORTLIST)
        claims = self._claims_of(shortlisted)
        texts = self._texts_of(document for document in shortlisted if document in claims)
        candidates = [Candidate(document, texts[document]) for document in sorted(texts)]
        frequency = {token: len(documents) for token, documents in found.items()}
        matches = rank(text, candidates, frequency, max(self._size, 1))
        return _one_per_claim(matches, claims)[:limit]

    def containing(self, query: str) -> list[int]:
        """The claims that hold every word of a query, the one added to last first."""
        wanted = _tokens(query)
        found = self._lookup(wanted)
        if not wanted or wanted - found.keys():
            return []
        documents = reduce(np.intersect1d, (found[token] for token in sorted(wanted)))
        claims = self._claims_of([int(document) for document in documents])
        newest_first = sorted(claims, reverse=True)
        return list(dict.fromkeys(claims[document] for document in newest_first))

    def _add(self, document: int, text: str, claim: int) -> None:
        self._texts[document] = text
        self._claims[document] = claim
        self._tokens[document] = _tokens(text)
        for token in self._tokens[document]:
            self._added.setdefault(token, []).append(document)
        self._size += 1

    def _lookup(self, query: frozenset[str]) -> dict[str, postings.Documents]:
        found = postings.lookup(self._session, sorted(query))
        for token in query & self._added.keys():
            stored = found.get(token, np.array([], dtype=np.uint32))
            added = np.array(self._added[token], dtype=np.uint32)
            found[token] = np.union1d(stored, added)
        return found

    def _claims_of(self, documents: Iterable[int]) -> dict[int, int]:
        """The live claim of each document; documents of withdrawn statements have none."""
        claims = {d: self._claims[d] for d in documents if d in self._claims}
        stored = [d for d in documents if d not in self._claims]
        filed = queries.filings(self._session, of_statements=[d // 2 for d in stored if d % 2 == 0])
        claim_of = {filing.statement_number: filing.claim_number for filing in filed}
        live = {
            claim.number
            for claim in queries.claims(
                self._session, [*claim_of.values(), *(d // 2 for d in stored if d % 2)]
            )
        }
        for document in stored:
            claim = document // 2 if document % 2 else claim_of.get(document // 2)
            if claim in live:
                claims[document] = claim
        return claims

    def _texts_of(self, documents: Iterable[int]) -> Mapping[int, str]:
        wanted = list(documents)
        texts = {d: self._texts[d] for d in wanted if d in self._texts}
        stored = [d for d in wanted if d not in self._texts]
        for statement in queries.statements(self._session, [d // 2 for d in stored if d % 2 == 0]):
            document = postings.statement_document(statement.number)
            texts[document] = searchable(statement.text, statement.speaker, statement.notes)
        for claim in queries.claims(self._session, [d // 2 for d in stored if d % 2]):
            texts[postings.claim_document(claim.number)] = claim.wording
        return texts


def _tokens(text: str) -> frozenset[str]:
    """The search tokens, line by line: a speaker or a wording met before is not read again."""
    found = frozenset[str]().union(*map(features, text.split("\n")))
    return frozenset(token for token in found if len(token) <= _TOKEN_LENGTH)


def _one_per_claim(matches: Iterable[Match], claims: Mapping[int, int]) -> list[Nearest]:
    best: dict[int, Nearest] = {}
    for match in matches:
        claim = claims[match.document]
        statement = match.document // 2 if match.document % 2 == 0 else None
        if claim not in best:
            best[claim] = Nearest(claim, statement, match.score, match.reasons)
        elif best[claim].statement is None and statement is not None:
            first = best[claim]
            best[claim] = Nearest(claim, statement, first.score, first.reasons)
    return sorted(best.values(), key=lambda near: (-near.score, near.claim))
