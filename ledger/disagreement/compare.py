"""Two statements in, their relation out: the parts that speak of one thing and what follows.

Where many pairs are at hand, some of them go through each stage together: the stages have tables
and code of their own, more than a processor keeps at hand.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import NamedTuple

from ledger.disagreement.acts.attribution import attribution_findings
from ledger.disagreement.acts.clausal import clause_findings
from ledger.disagreement.acts.courses import course_findings
from ledger.disagreement.acts.filled import filled_findings
from ledger.disagreement.acts.implied import implied_findings
from ledger.disagreement.acts.negated import negated_findings
from ledger.disagreement.acts.nobody import nobody_findings
from ledger.disagreement.acts.opposed import opposed_findings
from ledger.disagreement.acts.portions import portion_findings
from ledger.disagreement.acts.roles import role_findings
from ledger.disagreement.acts.winners import winner_findings
from ledger.disagreement.acts.within import within_findings
from ledger.disagreement.agreeing.retold import retold
from ledger.disagreement.agreeing.scores import the_same_score
from ledger.disagreement.aligning.alike import of_one_sort
from ledger.disagreement.aligning.lone import with_the_lone
from ledger.disagreement.aligning.pairing import Pair, pairs_in_place, pairs_of
from ledger.disagreement.aligning.told import told_alike, with_the_told
from ledger.disagreement.aligning.twins import the_only_other
from ledger.disagreement.finding import Finding, Told
from ledger.disagreement.judging.rules import judge, judge_retold
from ledger.disagreement.one_thing.dissent import at_odds
from ledger.disagreement.one_thing.one_event import Near, Nearness
from ledger.disagreement.one_thing.within import Claimed
from ledger.disagreement.side import RELATIONS, Part, Relation, Side, Span
from ledger.disagreement.sources import other_day
from ledger.disagreement.spelled import differs_in_spelling
from ledger.disagreement.staged import Staged, together
from ledger.disagreement.statement.prepared import TOGETHER, Prepared, prepare, prepared
from ledger.disagreement.statement.reading import LONGEST, Reading
from ledger.disagreement.sums.arithmetic import faults_between, faults_within
from ledger.disagreement.sums.faults import Fault
from ledger.disagreement.two_things import TwoThings
from ledger.disagreement.wording import as_written, clause_words, measures, quoted, sentence
from ledger.quantities import read

_FEWEST_FIGURES = 2
"""A fault lies between two figures; most statements have fewer and need no closer reading."""
_OF_CLAUSES = frozenset({"polarity", "modality"})
"""Codes that are not about a figure alone, so that the sentence quotes all of the clause."""
_OF_ONE_STORY = (
    opposed_findings,
    winner_findings,
    course_findings,
    nobody_findings,
    implied_findings,
    portion_findings,
)
"""What may set two texts apart that tell of one story, for all that no figures can be paired: asked
of both, with what tells how surely they are of one event."""
_RANK = {code: rank for rank, code in enumerate(RELATIONS)}


class _Asked(NamedTuple):
    """What is asked of two texts, and worked out only then.

    Attributes:
        near: how surely they tell of one event.
        claimed: which of them is a short claim, and the other a longer text.
        one_claim: whether they are filed under one claim.
    """

    near: Callable[[], Nearness]
    claimed: Claimed
    one_claim: bool


def compare(a: Side | str, b: Side | str, *, one_claim: bool = False) -> Relation:
    """Set two statements against each other.

    ``compare(b, a)`` is the mirror image: the same relation and code, everything else changed
    round.

    Args:
        a: a statement, or only its text.
        b: the other.
        one_claim: whether they are filed under one claim, and so speak of one thing even where each
            names it in a language of its own.

    Returns:
        Their relation. The pair disagrees if any part does; of several parts the most telling
        gives the code and the sentence.
    """
    first = Side(a) if isinstance(a, str) else a
    second = Side(b) if isinstance(b, str) else b
    return together([_compared(first, second, one_claim=one_claim)])[0]


def compare_each(pairs: Sequence[tuple[Side, Side]]) -> Iterator[Relation]:
    """Set many statements against each other: quicker than ``compare`` one by one.

    Args:
        pairs: statements that may not be filed under one claim.

    Yields:
        The relation of each pair, in their order.
    """
    for start in range(0, len(pairs), TOGETHER):
        block = pairs[start : start + TOGETHER]
        prepare([(a.text, b.text) for a, b in block])
        yield from together([_compared(a, b, one_claim=False) for a, b in block])


def _compared(a: Side, b: Side, *, one_claim: bool) -> Staged[Relation]:
    if a.text < b.text or (a.text == b.text and _order(a) <= _order(b)):
        found = yield from _findings(a, b, one_claim=one_claim)
    else:
        mirrored = yield from _findings(b, a, one_claim=one_claim)
        found = [finding.mirrored() for finding in mirrored]
    yield
    return _relation(a, b, found)


def _relation(a: Side, b: Side, found: list[Finding]) -> Relation:
    most_telling = found[0] if len(found) == 1 else min(found, key=_rank)
    code = most_telling.code
    parts = sorted([(x, y, part) for part, x, y, _ in found if x[1] or y[1]])
    return Relation(
        RELATIONS[code],
        code,
        sentence(most_telling, a, b),
        tuple([Part(x, y, part, RELATIONS[part]) for x, y, part in parts]),
    )


def _rank(finding: Finding) -> int:
    return _RANK[finding.code]


def _order(side: Side) -> tuple[str, ...]:
    """Of one text, any order will do that does not depend on which side came first."""
    said_on = side.said_on.isoformat() if side.said_on else ""
    return side.speaker or "", side.outlet or "", said_on, side.relayed_from or ""


def _findings(a: Side, b: Side, *, one_claim: bool) -> Staged[list[Finding]]:
    """Everything found, in the order of the first text; never empty."""
    ours, theirs = prepared(a.text), prepared(b.text)
    found = list(attribution_findings((a, ours), (b, theirs)))
    if ours.folded.key == theirs.folded.key and a.text[LONGEST:] == b.text[LONGEST:]:
        return found or [_the_same(a, b)]
    yield
    only = the_only_other(ours, theirs)
    near = Near(ours, theirs)
    claimed = Claimed(ours, theirs)
    if only is None:
        yield
        alike = of_one_sort(ours, theirs)
        pairs = yield from pairs_of(ours, theirs, alike, one_claim=one_claim)
        yield
        pairs = with_the_lone(pairs, alike, ours, theirs, near, one_claim=one_claim)
        yield
        pairs = with_the_told(pairs, ours, theirs, claimed, one_claim=one_claim)
    else:
        pairs = [*pairs_in_place(ours, theirs, only, one_claim=one_claim)]
    yield
    judged = [(pair, judge(pair, (a, ours), (b, theirs))) for pair in pairs]
    found += [_of_figures(pair, code, ours, theirs) for pair, code in judged]
    yield
    found += [_of_fault(fault) for fault in faults_between(ours, theirs)]
    if only is None or len(ours.clauses) > 1:  # else the one clause of both says the same
        apart = [pair for pair, code in judged if RELATIONS[code] != "agree"]
        yield
        found += _of_clauses(ours, theirs, apart, near, one_day=not other_day(a, b))
        yield
        found += _of_the_story(ours, theirs, near, found)
        yield
        found += _of_a_claim(ours, theirs, claimed, found)
    yield
    if all(finding.code == "unaligned" for finding in found):  # or nothing is found
        if differs_in_spelling(ours.folded.key, theirs.folded.key):
            found.append(_the_same(a, b))
        elif ours.quantities and theirs.quantities:
            asked = _Asked(near, claimed, one_claim)
            found = _with_the_retold(found, (a, ours), (b, theirs), asked)
    yield
    if only is None:
        found = _of_one_thing(found, TwoThings(ours, theirs))
        found += [] if _are_apart(found) else filled_findings(theirs, claimed)
    if len(found) > 1:
        found.sort(key=_places)
    return found or [_nothing(ours, theirs)]


def _with_the_retold(
    found: list[Finding], a: tuple[Side, Prepared], b: tuple[Side, Prepared], asked: _Asked
) -> list[Finding]:
    """What was found, and the figures and scores that both give in words of their own."""
    score = the_same_score(a[1], b[1])
    if score is not None:
        x, y = (one.span for one in score)
        return [Finding("same", x, y, quoted(a[1], b[1], x, y))]
    pairs: Sequence[Pair] = retold(a[1], b[1], asked.near, one_claim=asked.one_claim)
    told = _judged_alike(pairs, a, b)
    if not told and not at_odds(a[1], b[1]):
        pairs = told_alike(a[1], b[1], asked.claimed, one_claim=asked.one_claim)
        told = _judged_alike(pairs, a, b)
    ours, theirs = {pair.a.span for pair, _ in told}, {pair.b.span for pair, _ in told}
    rest = [one for one in found if one.a not in ours and one.b not in theirs]
    return [*rest, *(_of_figures(pair, code, a[1], b[1]) for pair, code in told)]


def _judged_alike(
    pairs: Iterable[Pair], a: tuple[Side, Prepared], b: tuple[Side, Prepared]
) -> list[tuple[Pair, str]]:
    """The pairs that agree, and how."""
    return [(pair, code) for pair in pairs if (code := judge_retold(pair, a, b)) is not None]


def _of_a_claim(a: Prepared, b: Prepared, claimed: Claimed, found: list[Finding]) -> list[Finding]:
    """What sets a short claim apart from a longer text of which it takes one fact."""
    if _are_apart(found):
        return []
    return [*within_findings(a, b, claimed)] or [*negated_findings(a, b, claimed)]


def _are_apart(found: list[Finding]) -> bool:
    return any(RELATIONS[finding.code] == "disagree" for finding in found)


def _of_clauses(
    a: Prepared, b: Prepared, apart: list[Pair], near: Callable[[], Nearness], *, one_day: bool
) -> list[Finding]:
    """What clauses deny, turn round or hedge, but those whose figures are apart already."""
    taken = {pair.a.clause for pair in apart}, {pair.b.clause for pair in apart}
    return [
        *clause_findings(a, b, taken, near, one_day=one_day),
        *role_findings(a, b),
    ]


def _of_the_story(
    a: Prepared, b: Prepared, near: Callable[[], Nearness], found: list[Finding]
) -> list[Finding]:
    """What alone sets two tellings of one story apart: whatever is found first."""
    if _are_apart(found):
        return []
    return next((told for ask in _OF_ONE_STORY if (told := [*ask(a, b, near)])), [])


def _of_one_thing(found: list[Finding], two: TwoThings) -> list[Finding]:
    """What was found; what is of two things sets nothing apart."""
    return [one._replace(code="unaligned") if two.set_nothing_apart(one) else one for one in found]


def _places(finding: Finding) -> tuple[Span, Span]:
    return finding.a, finding.b


def _the_same(a: Side, b: Side) -> Finding:
    told = Told((a.text, b.text), ("text", "text"))
    return Finding("same", Span(0, len(a.text)), Span(0, len(b.text)), lambda: told)


def _of_figures(pair: Pair, judged: str, a: Prepared, b: Prepared) -> Finding:
    """What comes of a pair; figures that agree bear nothing out where the texts are at odds."""
    x, y = pair.a, pair.b
    odd = RELATIONS[judged] == "agree" and not pair.alike and at_odds(a, b)
    code = "unaligned" if odd else judged
    words = clause_words if code in _OF_CLAUSES else as_written
    return Finding(code, x.span, y.span, lambda: Told((words(a, x), words(b, y)), measures(x, y)))


def inconsistencies(side: Side | str) -> tuple[Relation, ...]:
    """Figures of one statement that cannot all hold.

    Returns:
        For each fault a relation ``disagree`` with code ``internal_arithmetic``, whose one part
        has both spans in the statement's own text.
    """
    only = Side(side) if isinstance(side, str) else side
    if len(read(only.text[:LONGEST])) < _FEWEST_FIGURES:  # most texts need not be made ready
        return ()
    found = (_of_fault(fault) for fault in faults_within(prepared(only.text)))
    return tuple(_relation(only, only, [finding]) for finding in found)


def _of_fault(fault: Fault) -> Finding:
    first, second, reason = fault
    words = as_written(*first), as_written(*second)
    told = Told(words, (reason, reason))
    return Finding("internal_arithmetic", first.figure.span, second.figure.span, lambda: told)


def _nothing(a: Reading, b: Reading) -> Finding:
    code = "unaligned" if a.quantities or b.quantities else "no_quantity"
    return Finding(code, Span(0, 0), Span(0, 0), lambda: Told(("", "")))
