"""Of what a text speaks beside what is done, how much of it, and who says so."""

from typing import TYPE_CHECKING

from ledger.disagreement.statement.item import Item

if TYPE_CHECKING:
    from ledger.disagreement.statement.reading import Reading

_LEFT_OUT = frozenset({"pole", "negation", "hedge", "speech"})
_SIGN = 2
"""Characters that end a clause."""


def spoken_in(reading: "Reading") -> list[Item]:
    """All that a text tells of but for that."""
    hidden = _hidden(reading)
    return [i for i in reading.told if not (":" in i.id or hidden[i.start])]


def _hidden(reading: "Reading") -> bytearray:
    """For each character whether it tells what is done, how much of it, or who says so."""
    hidden = reading.spans.covered[:]
    spans = [
        (s.start, s.end) for s in reading.steering if s.kind in _LEFT_OUT or s.group == "against"
    ]
    spans += [(outcome.start, outcome.end) for outcome in reading.outcomes]
    spans += [(cue.start, cue.end) for cue in reading.cues]
    for clause, begin, signals in zip(
        reading.clauses, reading.words_begin, reading.signals, strict=True
    ):
        last = signals[-1] if signals else None  # an officer of the fire service said
        over = last is not None and last.kind == "speech" and last.end + _SIGN >= clause.end
        spans.append((clause.start, clause.end if over else begin))
    for start, end in spans:
        hidden[start:end] = b"\1" * (end - start)
    return hidden
