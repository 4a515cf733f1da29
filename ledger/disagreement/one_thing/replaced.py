"""Two sentences that are one but for a word: the maths exam, the reading exam.

Two reporters tell one thing in many other words. Where all but a word of both sentences is the
same, that word is what tells the two apart, and their figures are of two things.
"""

from ledger.disagreement.statement.passage import Passage
from ledger.text.patterns import lazily
from ledger.text.tokens import CJK, stem, stop_words

_TOKEN = lazily(rf"[{CJK}]|[a-z]+(?:'[a-z]+)?")
_FIGURE = "#"
_ONLY = frozenset({"just", "only", "仅", "只", "才"})
"""Words before a figure that tell nothing apart."""
_OF_BOTH, _OF_BOTH_AT_LEAST = 0.6, 0.5
"""Share of the shorter sentence's words that stand in the same places in the longer one; and where
nothing but the event holds the two together."""
_FEWEST = 3


def replaced(x: Passage, y: Passage, *, or_added: bool = False) -> bool:
    """Whether the sentences of two clauses are the same but for a word or two of their own.

    Args:
        x: a clause.
        y: another.
        or_added: whether a word that only one of them has is enough: a car, an electric car.
    """
    if x.reading.is_chinese != y.reading.is_chinese:
        return False
    ours, theirs = (_tokens(one, known=not or_added) for one in (x, y))
    return _are_replaced(ours, theirs, or_added=or_added)


def in_one_mould(x: Passage, y: Passage) -> bool:
    """Whether words are replaced, or most stand in one order and each sentence has one of its own.

    Two reporters choose words and order for themselves: arrested 37 fans before the match, and
    released 37 fans after the match, are two things told in one mould.
    """
    if x.reading.is_chinese != y.reading.is_chinese:
        return False
    ours, theirs = (_tokens(one, known=True) for one in (x, y))
    own, others = {*ours} - {*theirs}, {*theirs} - {*ours}
    if not own or not others:
        return False
    if _are_replaced(ours, theirs, or_added=False):
        return True
    most = max(len(ours), len(theirs))
    return most <= _LONGEST and _in_one_order(ours, theirs) >= _OF_ONE_MOULD * most


def _are_replaced(ours: list[str], theirs: list[str], *, or_added: bool) -> bool:
    fewest = min(len(ours), len(theirs))
    behind = _alike(ours[::-1], theirs[::-1], fewest)
    before = _alike(ours, theirs, fewest - behind)
    same = [token for token in (*ours[:before], *ours[len(ours) - behind :]) if token != _FIGURE]
    if len(same) < max(_FEWEST, (_OF_BOTH_AT_LEAST if or_added else _OF_BOTH) * fewest):
        return False
    mine, other = ours[before : len(ours) - behind], theirs[before : len(theirs) - behind]
    if {*mine} & {*other} - {_FIGURE}:
        return False
    told = _tell(mine), _tell(other)
    return all(told) or (or_added and any(told) and bool(before and behind))


def _in_one_order(ours: list[str], theirs: list[str]) -> int:
    """How many words stand in both in one order."""
    found = [0] * (len(theirs) + 1)
    for one in ours:
        before = 0
        for at, other in enumerate(theirs, 1):
            here = found[at]
            found[at] = before + 1 if one == other else max(here, found[at - 1])
            before = here
    return found[-1]


_OF_ONE_MOULD = 0.7
"""Share of the longer sentence's words that stand in both in one order."""
_LONGEST = 60
"""Words of a sentence that is looked at."""


def _alike(ours: list[str], theirs: list[str], most: int) -> int:
    for at in range(most):
        if ours[at] != theirs[at]:
            return at
    return most


def _tell(tokens: list[str]) -> bool:
    return any(token != _FIGURE for token in tokens)


def _tokens(passage: Passage, *, known: bool) -> list[str]:
    """The words of a sentence, figures and what steers them alike; terms as such, or not."""
    reading, clause = passage.reading, passage.clause
    start, end = reading.sentence_start(clause), reading.sentence_end(clause)
    hidden = bytearray(reading.spans.covered[start:end])
    for group in (reading.steering, reading.cues):
        for one in group:
            if start <= one.start < end and one.kind in _STEERING:
                hidden[one.start - start : one.end - start] = b"\1" * (one.end - one.start)
    terms = reading.terms if known else ()
    inside = {at: term for term in terms for at in range(term.start, term.end)}
    found: list[str] = []
    for token in _TOKEN.finditer(reading.folded.key, start, end):
        term = inside.get(token.start())
        if term is not None and not hidden[token.start() - start]:
            found += [term.id] if term.start == token.start() else []
        elif not hidden[token.start() - start]:
            if token[0] not in stop_words() and token[0] not in _ONLY:
                found.append(stem(token[0]))
        elif found[-1:] != [_FIGURE]:
            found.append(_FIGURE)
    return found


_STEERING = frozenset({"pole", "negation", "portion", "course", "balance", "nil", "contrast"})
