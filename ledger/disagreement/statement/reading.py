"""What a statement says, as the rules see it: clauses, figures, and what each of them speaks of.

A text is read only as far as a rule asks: most pairs are told apart before anybody looks at all of
their words.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from functools import cache
from math import inf
from typing import TypeVar

from ledger.disagreement.lists.cues import Cue, cues_of
from ledger.disagreement.lists.cues import table as table_of_cues
from ledger.disagreement.lists.outcomes import Outcome, groups_of, outcomes, outcomes_of
from ledger.disagreement.lists.signals import Signal, signals_of, table
from ledger.disagreement.side import Span
from ledger.disagreement.statement.clauses import Clause, clauses_of
from ledger.disagreement.statement.evidence import items_in, measure_at, terms_in
from ledger.disagreement.statement.figures import Figure, figures_of, key_spans
from ledger.disagreement.statement.item import Item
from ledger.disagreement.statement.kept import kept
from ledger.disagreement.statement.spans import Spans
from ledger.disagreement.statement.words import is_chinese
from ledger.quantities import read
from ledger.text.fold import folded
from ledger.text.names import names
from ledger.text.patterns import lazily
from ledger.text.phrases import Mention, Together
from ledger.text.terms import terms
from ledger.text.tokens import CJK

LONGEST = 20_000
"""Characters of a text that are compared: no statement of the ledger is longer."""
MOST, LONGEST_CLAUSE = 60, 2_000
"""Figures and clauses of one text, and characters of one clause, that are compared; a statement
has fewer, a hostile text more."""


class Reading:
    """One text, read for comparison. Offsets are those of the folded key; equal only to itself.

    Attributes:
        folded: the key and the way back to the text.
        quantities: what figures there are, in order.
        spans: where those stand.
        is_chinese: whether the text has Chinese in it, whatever else it has.
    """

    def __init__(self, text: str) -> None:
        """Fold a text and read its figures; never raises."""
        self.folded = folded(text[:LONGEST])
        self.quantities = read(self.folded.original)[:MOST]
        places = key_spans(self.folded, self.quantities)
        self.spans = Spans(places, len(self.folded.key))
        self.is_chinese = is_chinese(self.folded.key)

    @kept
    def clauses(self) -> tuple[Clause, ...]:
        """Its clauses in order."""
        return clauses_of(self.folded.key, self.spans)[:MOST]

    @kept
    def mentions(self) -> list[list[Mention]]:
        """What it mentions of each table: signals, terms, forms of names, outcomes, and cues."""
        return _tables().find(self.folded.key)

    @kept
    def steering(self) -> list[Signal]:
        """Its steering words in order, but for those inside a figure, and those that only look it.

        The north of a name narrows nothing, nor does 35 km north-east of a city; what weighs 1.2
        tonnes weighs no plan.
        """
        inside = self.spans.covered
        found = [s for s in signals_of(self.mentions[0]) if not inside[s.start] * inside[s.end - 1]]
        return [s for s in found if s.group not in _MISLEADING or not self._only_looks_it(s)]

    def _only_looks_it(self, signal: Signal) -> bool:
        start, end, _, group, _ = signal
        key = self.folded.key
        if group == "may":
            return key.startswith("weigh", start) and self._dimension_at(end + 1) == "mass"
        if group == "past":
            return _NOT_AGO.match(key, start) is not None
        bearing = _BEARING.search(key, max(0, end - _LONGEST_BEARING), end)
        if bearing is not None and self.spans.covered[max(0, bearing.start() - 1)]:
            return True
        return self.within_a_name(start, end)

    @kept
    def outcomes(self) -> list[Outcome]:
        """The outcomes it tells of, in order."""
        return outcomes_of(self.mentions[3])

    @kept
    def outcome_groups(self) -> frozenset[str]:
        """The groups of its outcomes."""
        return groups_of(self.mentions[3])

    def tells_of(self, group: str) -> bool:
        """Whether it tells of an outcome of a group."""
        return group in self.outcome_groups

    def clause_at(self, at: int) -> int:
        """The number of the clause in which a place of the key stands."""
        return bisect_right(self.clauses, (at, inf)) - 1

    def _dimension_at(self, at: int) -> str | None:
        """What sort of figure begins at a place, ``None`` where none does."""
        places = zip(self.quantities, self.spans, strict=True)
        return next((q.dimension for q, (start, _) in places if start == at), None)

    def within_a_name(self, start: int, end: int) -> bool:
        """Whether something is part of a name: north in North Korea, but no whole name."""
        return any(
            name.start <= start and end <= name.end and (start, end) != (name.start, name.end)
            for name in self.names
        )

    @kept
    def kinds(self) -> frozenset[str]:
        """The kinds of its steering words."""
        return frozenset([signal.kind for signal in self.steering])

    @kept
    def cues(self) -> list[Cue]:
        """The words in it that stand for a figure, but for those inside one."""
        inside, end = self.spans.covered, self.clauses[-1].end
        return [c for c in cues_of(self.mentions[4]) if not inside[c.start] and c.start < end]

    def cued(self, kind: str) -> list[tuple[int, Cue]]:
        """Those of one kind, each with the number of its clause."""
        return [(self.clause_at(cue.start), cue) for cue in self.cues if cue.kind == kind]

    @property
    def tells_time(self) -> bool:
        """Whether anything in it says when."""
        return "when" in self.kinds or any(figure.day is not None for figure in self.figures)

    @property
    def is_plain(self) -> bool:
        """Whether nothing in it negates, hedges or asks."""
        return "?" not in self.folded.key and self.kinds.isdisjoint(_TURNING)

    @kept
    def signals(self) -> list[list[Signal]]:
        """The steering words of each clause."""
        if len(self.clauses) == 1:
            return [self.steering]
        return [_between(self.steering, start, end) for start, end, _ in self.clauses]

    @kept
    def terms(self) -> list[Item]:
        """The terms of the glossary it mentions, but for those inside a figure."""
        return terms_in(self.folded.key, self.mentions[1], self.spans)

    def _unnamed(self) -> list[Item]:
        """The measures that no term of it names, but the build of a clause: 87% of the market."""
        return [
            measure_at(start, end, quantity.measure)
            for quantity, (start, end) in zip(self.quantities, self.spans, strict=True)
            if quantity.measure is not None
            and all(term.id != quantity.measure for term in self.terms)
        ]

    @property
    def acts(self) -> list[Item]:
        """The terms that are acts."""
        return [item for item in self.terms if item.kind == "act"]

    @kept
    def quotations(self) -> list[tuple[int, int]]:
        """What stands in quotation marks."""
        return [quoted.span(1) for quoted in _QUOTED.finditer(self.folded.key)]

    @kept
    def names(self) -> list[Mention]:
        """The names it mentions, publishers too."""
        return names().named(self.mentions[2], self.folded)

    @kept
    def figures(self) -> tuple[Figure, ...]:
        """Its figures where they stand."""
        return figures_of(self.folded, self.quantities, self.spans, self.clauses, self.terms)

    @kept
    def ordinals(self) -> list[Figure]:
        """Its figures that say which of a series."""
        return [figure for figure in self.figures if figure.quantity.dimension == "ordinal"]

    @kept
    def words_begin(self) -> list[int]:
        """Where each clause's own words begin, behind "analysts at … said that".

        A clause that ends with who said so has none: they begin where it ends.
        """
        if "speech" not in self.kinds:
            return [clause.start for clause in self.clauses]
        key = self.folded.key
        both = zip(self.clauses, self.signals, strict=True)
        return [_behind_who_said_so(key, clause, signals) for clause, signals in both]

    @kept
    def told(self) -> list[Item]:
        """All that it speaks of, who said so too."""
        spoken_of = [*self.terms, *self._unnamed()]
        return items_in(self.folded, self.spans, self.steering, spoken_of, self.names)

    @kept
    def told_ids(self) -> frozenset[str]:
        """The ids of all that it speaks of."""
        return frozenset([item.id for item in self.told])

    @kept
    def items(self) -> list[tuple[Item, ...]]:
        """What each clause speaks of, without what only says who said so."""
        return [
            tuple(_between(self.told, begin, min(clause.end, begin + LONGEST_CLAUSE)))
            for clause, begin in zip(self.clauses, self.words_begin, strict=True)
        ]

    @kept
    def sentences(self) -> tuple[range, ...]:
        """For each clause the clauses of its sentence."""
        if not self.clauses[-1].sentence:
            return (range(len(self.clauses)),) * len(self.clauses)
        return _sentences(self.clauses)

    def sentence_start(self, clause: int) -> int:
        """Where the sentence of a clause begins in the key."""
        return self.clauses[self.sentences[clause].start].start

    def sentence_end(self, clause: int) -> int:
        """One past where it ends."""
        return self.clauses[self.sentences[clause][-1]].end

    def sentence_items(self, clause: int) -> Iterator[Item]:
        """What the sentence of a clause speaks of."""
        return (item for n in self.sentences[clause] for item in self.items[n])

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


def find_mentions(readings: Sequence[Reading]) -> None:
    """Find what each of the texts mentions that were read last: quicker than as they are asked."""
    found = _tables().find_next([reading.folded.key for reading in readings])
    for reading, mentions in zip(readings, found, strict=True):
        reading.mentions = mentions


@cache
def _tables() -> Together:
    return Together(
        (table(), table().every),
        (terms().phrases, terms().concepts),
        (names().phrases, names().phrases.every),
        (outcomes(), outcomes().every),
        (table_of_cues(), table_of_cues().every),
    )


_TURNING = frozenset({"negation", "hedge"})
_MISLEADING = frozenset({"may", "wind", "past"})
_NOT_AGO = lazily(r"(?<=[今去明每当全同])年前|年前(?=[\d一二两三四五六七八九十半])")
"""今年前11個月 is no time before."""
_BEARING = lazily(r" (?:(?:north|south)[ -]?)?(?:north|south|east|west)$")
"""Behind a distance: south of, north-east of."""
_LONGEST_BEARING = 16
"""Characters of the key that one takes, the space before it too."""
_LONGEST_HEADLINE = 90
"""Terminal cells: about 45 Chinese characters or fifteen English words."""
_HAN = lazily(rf"[{CJK}]")
_ENDS = " ,:;.。!?"
_QUOTED = lazily(r'"([^"]*)"')
_THAT = lazily(r"[^,]*? that ")
T = TypeVar("T", Item, Signal)


def _between(found: list[T], start: int, end: int) -> list[T]:
    """What begins between two places, of things in order."""
    return found[bisect_left(found, (start,)) : bisect_left(found, (end,))]


def _sentences(clauses: Sequence[Clause]) -> tuple[range, ...]:
    """The clauses of its sentence, once for each clause."""
    found: list[range] = []
    numbers = [number for _, _, number in clauses]
    while len(found) < len(numbers):
        first = len(found)
        count = numbers.count(numbers[first])
        found += [range(first, first + count)] * count
    return tuple(found)


def _behind_who_said_so(key: str, clause: Clause, signals: Sequence[Signal]) -> int:
    speech = [s for s in signals if s.kind == "speech"]
    if not speech:
        return clause.start
    if key[clause.start : speech[0].start].strip():
        return speech[-1].end
    told = _THAT.match(key, speech[-1].end, clause.end)  # ", told reporters that ..."
    return clause.end if told is None else told.end()  # ", said the minister"
