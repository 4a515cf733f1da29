"""Who said it: a denial of having said it, and one quotation given to two speakers."""

from collections.abc import Iterator, Sequence

from ledger.disagreement.finding import Finding
from ledger.disagreement.lists.signals import Signal
from ledger.disagreement.one_thing.kinship import kinship
from ledger.disagreement.side import Side, Span
from ledger.disagreement.statement.passage import Passage
from ledger.disagreement.statement.prepared import Prepared
from ledger.disagreement.wording import quoted
from ledger.text.names import similarity
from ledger.text.patterns import lazily

_QUOTATION = lazily(r'"([^"]{8,2000})"')
_ANOTHER_NAME = 0.7
"""Likeness of two names below which nobody would take one for the other."""
_SAYING = 24
"""Characters of the key between a denial and the saying that is denied."""
_SHARE = 0.5
_DENIED = frozenset({"negation", "speech"})
"""Steering words of a text that can deny having said something."""


def attribution_findings(a: tuple[Side, Prepared], b: tuple[Side, Prepared]) -> Iterator[Finding]:
    """Conflicts over who said something."""
    yield from _one_quotation_two_speakers(a, b)
    if b[1].kinds >= _DENIED:
        yield from _denied(a, b)
    if a[1].kinds >= _DENIED:
        yield from (finding.mirrored() for finding in _denied(b, a))


def _one_quotation_two_speakers(
    a: tuple[Side, Prepared], b: tuple[Side, Prepared]
) -> Iterator[Finding]:
    """The same words in quotation marks, by speakers whose names are not alike."""
    first, second = a[0].speaker, b[0].speaker
    if first is None or second is None or '"' not in a[1].folded.key:
        return
    theirs = {match[1]: match.span(1) for match in _QUOTATION.finditer(b[1].folded.key)}
    if not theirs or similarity(first, second) >= _ANOTHER_NAME:
        return
    for match in _QUOTATION.finditer(a[1].folded.key):
        if match[1] in theirs:
            spans = (
                Span(*a[1].folded.span(*match.span(1))),
                Span(*b[1].folded.span(*theirs[match[1]])),
            )
            yield Finding("attribution_conflict", *spans, quoted(a[1], b[1], *spans))


def _denied(teller: tuple[Side, Prepared], denier: tuple[Side, Prepared]) -> Iterator[Finding]:
    """One reports that somebody said something; the other, that this somebody denies it."""
    for denial in denier[1].passages:
        saying = _denied_saying(denial.signals)
        if saying is None:
            continue
        who = _named_before(denial, saying.start) or denier[0].speaker
        for told in teller[1].passages:
            if _says(teller[0].speaker, told, who) and _alike(told, denial):
                spans = told.span, denial.span
                yield Finding("attribution_conflict", *spans, quoted(teller[1], denier[1], *spans))


def _denied_saying(signals: Sequence[Signal]) -> Signal | None:
    """The saying in "denied having said that", 否認說過; a denial of a thing done has none."""
    denials = [s for s in signals if s.kind == "negation"]
    for saying in (s for s in signals if s.kind == "speech"):
        if any(0 <= saying.start - denial.end <= _SAYING for denial in denials):
            return saying
    return None


def _named_before(passage: Passage, at: int) -> str | None:
    for mention in passage.reading.names:
        if passage.start <= mention.start < at:
            return mention.id
    return None


def _says(speaker: str | None, told: Passage, who: str | None) -> bool:
    """Whether a clause is told as the words of somebody."""
    if who is None or _denied_saying(told.signals) is not None:
        return False
    if speaker is not None and similarity(speaker, who) > _ANOTHER_NAME:
        return True
    speech = [s for s in told.signals if s.kind == "speech"]
    return bool(speech) and _named_before(told, speech[-1].start) == who


def _alike(x: Passage, y: Passage) -> bool:
    kin = kinship(x.evidence, y.evidence)
    return kin.share >= _SHARE and kin.weight >= 1.0
