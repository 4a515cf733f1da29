"""Two statements in, their relation out: the parts that speak of one thing and what follows."""

from ledger.disagreement.arithmetic import faults_between, faults_within
from ledger.disagreement.attribution import attribution_findings
from ledger.disagreement.clausal import clause_findings
from ledger.disagreement.faults import Fault
from ledger.disagreement.finding import Finding
from ledger.disagreement.pairing import Pair, pairs_of
from ledger.disagreement.prepared import Prepared, prepared
from ledger.disagreement.reading import LONGEST, Reading
from ledger.disagreement.rules import judge
from ledger.disagreement.side import RELATIONS, Part, Relation, Side, Span
from ledger.disagreement.sources import other_day
from ledger.disagreement.wording import as_written, clause_words, measures, sentence

_FEWEST_FIGURES = 2
"""A fault lies between two figures; most statements have fewer and need no closer reading."""
_OF_CLAUSES = frozenset({"polarity", "modality"})
"""Codes that are not about a figure alone, so that the sentence quotes all of the clause."""
_RANK = {code: rank for rank, code in enumerate(RELATIONS)}


def compare(a: Side | str, b: Side | str) -> Relation:
    """Set two statements against each other.

    ``compare(b, a)`` is the mirror image: the same relation and code, everything else changed
    round.

    Args:
        a: a statement, or only its text.
        b: the other.

    Returns:
        Their relation. The pair disagrees if any part does; of several parts the most telling
        gives the code and the sentence.
    """
    first = Side(a) if isinstance(a, str) else a
    second = Side(b) if isinstance(b, str) else b
    if _order(first) <= _order(second):
        return _relation(first, second, _findings(first, second))
    return _relation(first, second, [f.mirrored() for f in _findings(second, first)])


def _relation(a: Side, b: Side, found: list[Finding]) -> Relation:
    most_telling = min(found, key=lambda finding: _RANK[finding.code])
    code = most_telling.code
    parts = sorted((finding.a, finding.b, finding.code) for finding in found)
    return Relation(
        RELATIONS[code],
        code,
        sentence(most_telling, a, b),
        tuple(Part(x, y, part, RELATIONS[part]) for x, y, part in parts if x.end or y.end),
    )


def _order(side: Side) -> tuple[str, ...]:
    """Any order will do that does not depend on which side came first."""
    said_on = side.said_on.isoformat() if side.said_on else ""
    return side.text, side.speaker or "", side.outlet or "", said_on, side.relayed_from or ""


def _findings(a: Side, b: Side) -> list[Finding]:
    """Everything found, in the order of the first text; never empty."""
    ours, theirs = prepared(a.text), prepared(b.text)
    found = [*attribution_findings((a, ours), (b, theirs))]
    if ours.folded.key == theirs.folded.key and a.text[LONGEST:] == b.text[LONGEST:]:
        whole = Span(0, len(a.text)), Span(0, len(b.text))
        return found or [Finding("same", *whole, (a.text, b.text), ("text", "text"))]
    pairs = pairs_of(ours, theirs)
    judged = [_of_figures(pair, (a, ours), (b, theirs)) for pair in pairs]
    found += judged
    apart = [p for p, f in zip(pairs, judged, strict=True) if RELATIONS[f.code] != "agree"]
    taken = {pair.a.clause for pair in apart}, {pair.b.clause for pair in apart}
    found += (_of_fault(fault) for fault in faults_between(ours, theirs))
    found += clause_findings(ours, theirs, taken, one_day=not other_day(a, b))
    return sorted(found, key=lambda finding: (finding.a, finding.b)) or [_nothing(ours, theirs)]


def _of_figures(pair: Pair, a: tuple[Side, Prepared], b: tuple[Side, Prepared]) -> Finding:
    x, y, code = pair.a, pair.b, judge(pair, a, b)
    if code in _OF_CLAUSES:
        words = clause_words(a[1], x), clause_words(b[1], y)
    else:
        words = as_written(a[1], x), as_written(b[1], y)
    return Finding(code, x.span, y.span, words, measures(x, y))


def inconsistencies(side: Side | str) -> tuple[Relation, ...]:
    """Figures of one statement that cannot all hold.

    Returns:
        For each fault a relation ``disagree`` with code ``internal_arithmetic``, whose one part
        has both spans in the statement's own text.
    """
    only = Side(side) if isinstance(side, str) else side
    reading = prepared(only.text)
    if len(reading.quantities) < _FEWEST_FIGURES:
        return ()
    found = (_of_fault(fault) for fault in faults_within(reading))
    return tuple(_relation(only, only, [finding]) for finding in found)


def _of_fault(fault: Fault) -> Finding:
    placed = fault.first, fault.second
    words = as_written(*placed[0]), as_written(*placed[1])
    spans = placed[0].figure.span, placed[1].figure.span
    return Finding("internal_arithmetic", *spans, words, (fault.reason, fault.reason))


def _nothing(a: Reading, b: Reading) -> Finding:
    code = "unaligned" if a.quantities or b.quantities else "no_quantity"
    return Finding(code, Span(0, 0), Span(0, 0), ("", ""))
