"""One clause and what it says, as far as a rule asks: evidence, subject, acts and their stance."""

from typing import TYPE_CHECKING

from ledger.disagreement.side import Span
from ledger.disagreement.statement.context import Evidence, Subject, evidence_of
from ledger.disagreement.statement.evidence import MANNER
from ledger.disagreement.statement.kept import kept
from ledger.disagreement.statement.reading import Reading
from ledger.disagreement.statement.stance import Stance, stance_at
from ledger.disagreement.statement.surroundings import Times, subjects_of, times_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ledger.disagreement.lists.signals import Signal
    from ledger.disagreement.statement.item import Item


class Passage:
    """One clause of a text.

    Attributes:
        reading: the text.
        clause: its number.
        start: where it begins in the key.
        end: where it ends.
        begin: where its own words begin, behind who said so.
        signals: its steering words.
    """

    def __init__(self, reading: Reading, clause: int) -> None:
        """Remember where to look."""
        self.reading, self.clause = reading, clause
        self.start, self.end, _ = reading.clauses[clause]
        self.begin = reading.words_begin[clause]
        self.signals: Sequence[Signal] = reading.signals[clause]

    @property
    def key(self) -> str:
        """The clause, folded."""
        return self.reading.folded.key[self.start : self.end]

    @property
    def sentence(self) -> str:
        """All of its sentence, folded."""
        reading, clause = self.reading, self.clause
        return reading.folded.key[reading.sentence_start(clause) : reading.sentence_end(clause)]

    @property
    def words(self) -> str:
        """The clause without the signs that end it."""
        return self.key.strip(' ,:;.!?"')

    @property
    def span(self) -> Span:
        """Where it stands in the original text, the sign that ends it left out."""
        return self.reading.span_of(self.clause)

    @property
    def items(self) -> "Sequence[Item]":
        """What it speaks of."""
        return self.reading.items[self.clause]

    @kept
    def evidence(self) -> Evidence:
        """What it says, nothing in it nearer than the rest."""
        return evidence_of(self.reading, self.items)

    @kept
    def subject(self) -> Subject:
        """Whom it is about; what it does to them (for, against) is no part of that."""
        poles = {s.start for s in self.signals if s.kind == "pole"}
        contrasts = {
            f"{s.kind}:{s.group}": s.side
            for s in self.signals
            if s.kind in {"contrast", "scope"} and s.start not in poles
        }
        return Subject(subjects_of(self.reading, self.items), contrasts)

    @kept
    def stance(self) -> Stance:
        """How the clause as a whole is said."""
        return stance_at(self.reading, self.clause, self.end)

    @kept
    def acts(self) -> dict[str, tuple[str, Stance]]:
        """Each act with its side, negated or not."""
        manner = {s.start for s in self.signals if s.kind in MANNER or s.group == "rise"}
        acts = {
            item.id: ("", self._stance_at(item.start))
            for item in self.reading.acts
            if self.begin <= item.start < self.end and item.start not in manner
        }
        for signal in reversed(self.signals):
            if signal.kind == "pole":
                acts[f"pole:{signal.group}"] = (signal.side, self._stance_at(signal.start))
        return acts

    def _stance_at(self, at: int) -> Stance:
        return stance_at(self.reading, self.clause, at)

    @kept
    def counts(self) -> list[tuple[float | None, float | None]]:
        """What it counts: 58 % for and 42 % against are of two groups, won and lost 2-1 of one."""
        figures = self.reading.figures
        return [(f.low, f.high) for f in figures if f.clause == self.clause and f.day is None]

    @kept
    def measures(self) -> set[str]:
        """The measures it names."""
        return {i.id for i in self.items if i.kind == "measure"}

    @kept
    def times(self) -> Times:
        """The years, months and weekdays it mentions."""
        return times_of(self.reading, {self.clause})
