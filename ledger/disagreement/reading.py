"""What a statement says, as the rules see it: clauses, figures, and what each of them speaks of."""

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import groupby, islice, repeat
from operator import attrgetter
from typing import TypeVar

from ledger.disagreement.clauses import Clause, clauses_of
from ledger.disagreement.evidence import Item, items_in
from ledger.disagreement.figures import Figure, figures_of, key_span
from ledger.disagreement.side import Span
from ledger.disagreement.signals import Signal, signals_in
from ledger.disagreement.spans import Spans
from ledger.disagreement.words import is_chinese
from ledger.quantities import read
from ledger.text.fold import Folded, folded
from ledger.text.tokens import CJK

LONGEST = 20_000
"""Characters of a text that are compared: no statement of the ledger is longer."""
MOST, MOST_ITEMS = 60, 400
"""Figures and clauses of one text, and items of one clause, that are compared; a statement has
fewer, a hostile text more."""


@dataclass(frozen=True, slots=True, eq=False)
class Reading:
    """One text, read for comparison. Offsets are those of the folded key; equal only to itself.

    Attributes:
        folded: the key and the way back to the text.
        clauses: its clauses in order.
        figures: its quantities in order.
        items: what each clause speaks of, without what only says who said so.
        signals: the steering words of each clause.
        sentences: for each clause the clauses of its sentence.
        is_chinese: whether the text has Chinese in it, whatever else it has.
    """

    folded: Folded
    clauses: tuple[Clause, ...]
    figures: tuple[Figure, ...]
    items: tuple[tuple[Item, ...], ...]
    signals: tuple[tuple[Signal, ...], ...]
    sentences: tuple[range, ...]
    is_chinese: bool

    @property
    def is_headline(self) -> bool:
        """Whether the text is as short as a headline and ends without a full stop, as they do."""
        key = self.folded.key
        cells = len(key) + sum(map(len, _HAN.findall(key)))
        return cells <= _LONGEST_HEADLINE and not key.endswith((".", "。", "!", ";"))

    def span_of(self, clause: int) -> Span:
        """Where a clause stands in the original text, the sign that ends it left out."""
        start, end, _ = self.clauses[clause]
        words = self.folded.key[start:end]
        start += len(words) - len(words.lstrip(" ,:;"))
        return Span(
            *self.folded.span(start, max(start, end - len(words) + len(words.rstrip(_ENDS))))
        )

    def words(self, span: Span) -> str:
        """The original text at a span of the original."""
        return self.folded.original[span.start : span.end]

    def sentence_of(self, clause: int) -> range:
        """The clauses of the sentence a clause stands in, itself included."""
        return self.sentences[clause]


_LONGEST_HEADLINE = 90
"""Terminal cells: about 45 Chinese characters or fifteen English words."""
_HAN = re.compile(rf"[{CJK}]")
_ENDS = " ,:;.。!?"
T = TypeVar("T", Item, Signal)


@lru_cache(maxsize=4096)
def read_statement(text: str) -> Reading:
    """Read a text for comparison; never raises."""
    source = folded(text[:LONGEST])
    quantities = read(source.original)[:MOST]
    spans = Spans(key_span(source, quantity) for quantity in quantities)
    clauses = clauses_of(source.key, spans)[:MOST]
    signals = [s for s in signals_in(source.key) if not spans.cover(s.start)]
    starts = [clause.start for clause in clauses]
    by_clause = _split(signals, starts)
    found = items_in(source, spans, signals)
    items = _split(found, starts)
    return Reading(
        source,
        clauses,
        figures_of(source, quantities, spans, clauses, found),
        tuple(map(_without_who_said_so, clauses, items, by_clause)),
        tuple(map(tuple, by_clause)),
        tuple(_sentences(clauses)),
        is_chinese(source.key),
    )


def _sentences(clauses: Sequence[Clause]) -> Iterator[range]:
    """The clauses of its sentence, once for each clause."""
    first = 0
    for _, together in groupby(clauses, key=attrgetter("sentence")):
        after = first + len(list(together))
        yield from repeat(range(first, after), after - first)
        first = after


def _split(found: Iterable[T], starts: Sequence[int]) -> list[list[T]]:
    """What stands in each clause."""
    shared: list[list[T]] = [[] for _ in starts]
    for one in found:
        shared[bisect_right(starts, one.start) - 1].append(one)
    return shared


def _without_who_said_so(
    clause: Clause, items: Sequence[Item], signals: Sequence[Signal]
) -> tuple[Item, ...]:
    """The items of a clause after "analysts at … said that"; before it when it ends the clause."""
    speech = [s for s in signals if s.kind == "speech"]
    if not speech:
        return tuple(items[:MOST_ITEMS])
    if speech[0].start - clause.start < 3:  # noqa: PLR2004 - ", said the minister"
        return ()
    said = (item for item in items if item.start >= speech[-1].end)
    return tuple(islice(said, MOST_ITEMS))
