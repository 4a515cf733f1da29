"""What the words before a figure or a predicate do to it: negate it, hedge it, date it."""

from bisect import bisect_right
from collections.abc import Sequence
from typing import Literal, NamedTuple

from ledger.disagreement.lists.signals import Signal
from ledger.disagreement.statement.figures import Figure
from ledger.disagreement.statement.reading import Reading
from ledger.text.patterns import lazily
from ledger.text.tuples import made

Mood = Literal["fact", "open", "may", "future", "done"]


class Stance(NamedTuple):
    """How a thing is said.

    Attributes:
        negated: an odd number of negations stands before it: two cancel out.
        mood: ``open`` (asked or asked for), ``may`` (possible, weighed), ``future`` (will,
            expected), ``done`` (actual, already) or plain ``fact``.
    """

    negated: bool
    mood: Mood


_MOODS: tuple[Mood, ...] = ("open", "may", "future", "done")
PLAIN = Stance(negated=False, mood="fact")
"""How nearly everything is said."""


def stance_before(reading: Reading, figure: Figure) -> Stance:
    """The stance of a figure, from the signals before it in its clause.

    And from the verb right behind it where it stands in the subject: 2,300 soldiers will be sent.
    """
    if reading.is_plain:
        return PLAIN
    return stance_at(reading, figure.clause, _to_its_verb(reading, figure))


def _to_its_verb(reading: Reading, figure: Figure) -> int:
    """Where a figure ends with the noun it counts and an auxiliary of time behind that."""
    verb = _ITS_VERB.match(reading.folded.key, figure.end)
    return figure.start if verb is None else verb.end()


_NO_NOUN = "and|or|but|who|that|which"
_ITS_VERB = lazily(
    rf"(?:[ -](?!(?:{_NO_NOUN})\b)[a-z']{{2,20}}){{1,3}}? "
    r"(?:will|may|might|could|(?:are|were|have|had) already)\b"
)


def stance_at(reading: Reading, clause: int, at: int) -> Stance:
    """The stance of whatever stands at a place of a clause.

    An "if" reaches to the end of its sentence, a word in quotation marks to the end of those, and
    a question asserts nothing. "It said it would" is what somebody else calls "it will".
    """
    if reading.is_plain:
        return PLAIN
    asks = reading.folded.key[reading.clauses[clause].end - 1 :][:1] == "?"
    before = [s for s in _steering(reading, clause) if s.start < at]
    if reading.is_chinese:
        before = [s for s in before if not _takes_its_object(reading, s, at)]
    if reading.quotations:
        before = [s for s in before if not _left_behind(reading, s, at)]
    negations = sum(s.kind == "negation" for s in before)
    moods = {s.group for s in before if s.kind == "hedge"}
    if "would" in moods:
        moods.add("future" if _is_told(reading, clause) else "may")
    if asks:
        moods.add("open")
    if "hedge" in reading.kinds and _is_foretold(reading, clause):
        moods.add("future")
    if "if" in moods or ("hedge" in reading.kinds and _has_an_if(reading, clause)):
        moods.add("may")
    for mood in _MOODS:
        if mood in moods:
            return made(Stance, (negations % 2 == 1, mood))
    return made(Stance, (negations % 2 == 1, "fact"))


def _steering(reading: Reading, clause: int) -> Sequence[Signal]:
    """The signals of a clause; "was not told that" negates the telling, not what is told."""
    signals, begin = reading.signals[clause], reading.words_begin[clause]
    if not any(s.group == "said" and s.start < begin for s in signals):
        return signals
    return [s for s in signals if s.start >= begin or s.group != "not"]


def _left_behind(reading: Reading, signal: Signal, at: int) -> bool:
    """Whether a word is part of a quotation that ends before a place."""
    at_or_before = bisect_right(reading.quotations, (signal.start, at))
    return at_or_before > 0 and signal.start < reading.quotations[at_or_before - 1][1] <= at


def _takes_its_object(reading: Reading, signal: Signal, at: int) -> bool:
    """Whether 將 only leads to what is changed, and not to what will come: 將資本支出上調至…."""
    if signal.group != "future" or reading.folded.key[signal.start : signal.end] != "将":
        return False
    if _BRINGS.match(reading.folded.key, signal.end):
        return False
    return any(
        term.kind == "measure" and signal.end <= term.start and term.end <= at
        for term in reading.terms
    )


_BRINGS = lazily(r"[使令让会在由被于有是]|导致|影响|带动|推[升动高]|造成|面临|迎来|达")
"""Behind 將 that tells of the future."""


def _is_told(reading: Reading, clause: int) -> bool:
    """Whether the sentence says who said so."""
    sentence = reading.sentences[clause]
    return any(s.kind == "speech" for n in sentence for s in reading.signals[n])


def _is_foretold(reading: Reading, clause: int) -> bool:
    """Whether the clause before it in its sentence ends with an expectation: 氣象署預估，…."""
    if clause == reading.sentences[clause].start:
        return False
    start, end, _ = reading.clauses[clause - 1]
    end = start + len(reading.folded.key[start:end].rstrip(" ,:"))
    return any(s.group == "future" and s.end == end for s in reading.signals[clause - 1])


def _has_an_if(reading: Reading, clause: int) -> bool:
    """Whether an earlier clause of the sentence makes a condition."""
    earlier = range(reading.sentences[clause].start, clause)
    return any(s.group == "if" for n in earlier for s in reading.signals[n])
