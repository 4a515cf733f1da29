"""What is known of one text so far, stage by stage."""

from collections.abc import Set as AbstractSet
from dataclasses import dataclass

from ledger.quantities.about.kinds import Kinds
from ledger.quantities.clauses import Clauses
from ledger.quantities.figures.figure import Figure
from ledger.quantities.line import Line
from ledger.quantities.scanning.marks import Places
from ledger.quantities.times.dates import DateMention
from ledger.text.phrases import Mention


@dataclass(slots=True)
class Reading:
    """One text on its way to its quantities; offsets are those of the line's key.

    Attributes:
        line: the text made ready to read.
        clues: what it may be about (see ``clues``).
        clauses: where its clauses and sentences stand.
        places: where a numeral may begin.
        moves: its signals (see ``signals``).
        measures: the measures it names.
        figures: its figures, to which each stage adds what it finds out.
        dates: its dates and parts of years.
        kinds: its signals by what they tell.
    """

    line: Line
    clues: AbstractSet[str]
    clauses: Clauses
    places: Places
    moves: list[Mention]
    measures: list[Mention]
    figures: list[Figure]
    dates: list[DateMention]
    kinds: Kinds
