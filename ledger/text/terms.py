"""The bilingual glossary: concepts of the news that English and Chinese texts have in common.

The rows live in ``data/terms.csv``, one concept each, with its forms in English and in Chinese of
either script. A row of kind ``decoy`` holds everyday words that only look like a term at a seam
(以上市民 is not 上市); finding them first keeps the term from being seen there.
"""

import csv
from collections.abc import Iterable, Iterator
from functools import cache
from typing import NamedTuple

from ledger.text.ahead import cut_ahead
from ledger.text.fold import folded
from ledger.text.phrases import Mention, Page, PhraseTable, Row, units_of_each
from ledger.text.tables import shipped

KINDS = ("measure", "thing", "act", "unit", "other")
_DECOY = "decoy"


class Term(NamedTuple):
    """One concept and how texts write it.

    Attributes:
        concept: the slug, unique in the glossary (``market_share``).
        kind: ``measure`` (what a figure can measure), ``thing``, ``act``, ``unit`` or ``other``.
        english: forms in English, the label first.
        chinese: forms in Chinese; those that differ by script alone are listed once.
    """

    concept: str
    kind: str
    english: tuple[str, ...]
    chinese: tuple[str, ...]


class TermTable:
    """Finds the concepts a folded text mentions, in whichever language it mentions them.

    Attributes:
        phrases: its forms, decoys included.
        concepts: what those stand for, decoys left out.
    """

    def __init__(self, terms: Iterable[Term], rows: Iterable[Row] | None = None) -> None:
        """Learn the terms.

        Args:
            terms: the concepts; of two with one form the first keeps it.
            rows: the units of every form, in order; cut here when left out.
        """
        every = tuple(terms)
        self._terms = {term.concept: term for term in every if term.kind != _DECOY}
        self._measures = frozenset(t.concept for t in every if t.kind == "measure")
        concepts = (term.concept for term in every for _ in term.english + term.chinese)
        self.phrases = PhraseTable(zip(rows or cut_forms(every), concepts, strict=True))
        self.concepts = frozenset(self._terms)

    def __iter__(self) -> Iterator[Term]:
        """The glossary's rows in the order of the file, decoys left out."""
        return iter(self._terms.values())

    def mentions(self, key: str) -> list[Mention]:
        """Every concept mentioned in a folded key: leftmost, longest, none overlapping.

        Offsets are those of the key. At a place where two forms could stand the longer one wins,
        so 毛利率 is ``gross_margin`` and not ``interest_rate``.
        """
        return [found for found in self.phrases.find(key) if found.id in self.concepts]

    def measures(self, page: Page) -> list[list[Mention]]:
        """The mentions of what a figure can measure in each key of a page."""
        return self.phrases.in_each(page, self._measures)

    def kind(self, concept: str) -> str:
        """One of ``KINDS``; raises KeyError for a concept the glossary does not hold."""
        return self._terms[concept].kind

    def forms(self, concept: str) -> tuple[str, ...]:
        """How a concept is written in either language; nothing for one it does not hold."""
        term = self._terms.get(concept)
        return term.english + term.chinese if term is not None else ()

    def label(self, concept: str) -> str:
        """The concept in English, for people; raises KeyError for one it does not hold."""
        return self._terms[concept].english[0]


@cache
def terms() -> TermTable:
    """The shipped glossary."""
    return TermTable(shipped_terms(), cut_ahead("ledger.text", "terms"))


def shipped_terms() -> list[Term]:
    """The rows of the shipped glossary, decoys included."""
    source = shipped("ledger.text", "terms.csv")
    return [
        Term(concept, kind, _forms(english), _forms(chinese))
        for concept, kind, english, chinese in list(csv.reader(source.splitlines()))[1:]
    ]


def _forms(cell: str) -> tuple[str, ...]:
    return tuple(cell.split("|")) if cell else ()


def cut_forms(terms: Iterable[Term]) -> list[Row]:
    """The units of every form of some terms, in order; folded in one go, far quicker so."""
    forms = (form for term in terms for form in term.english + term.chinese)
    return list(units_of_each(folded("|".join(forms)).key.split("|")))
