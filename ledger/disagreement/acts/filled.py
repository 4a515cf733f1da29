"""One place of a fact that two texts fill otherwise: who did it, where and when it was.

"She won the London marathon" and "she won the Berlin marathon" are of two races, where each tells
more of its own. Where a short claim speaks of nothing that the longer text does not tell but for
that one name, and both names stand in one frame, it is the same fact told otherwise.
"""

from collections.abc import Iterator

from ledger.disagreement.finding import Finding
from ledger.disagreement.lists.places import sort_of_place
from ledger.disagreement.one_thing.within import Claimed
from ledger.disagreement.statement.item import Item
from ledger.disagreement.statement.prepared import Prepared
from ledger.disagreement.statement.surroundings import naming
from ledger.disagreement.wording import quoted
from ledger.text.patterns import lazily
from ledger.text.tokens import stem, stop_words

_LEFT = lazily(
    r"\b([a-z]{3,20}) (?:(?P<to>in|at|near|off|outside|by|to|for|against|from|with|over|of) )?"
    r"(?:(?:the|a|an|its|his|her) )?(?:[a-z-]{3,20} ){0,2}$"
)
_RIGHT = lazily(r" ([a-z]{3,20})\b")
_LOCATIVE = lazily(r"([在由于从]|位于|设在|设于)$")
_NEAR, _BEHIND = 60, 4


def filled_findings(b: Prepared, claimed: Claimed) -> Iterator[Finding]:
    """Where a claim fills one place of a fact otherwise than the longer text that tells it.

    Args:
        b: the second of the two texts.
        claimed: asks which of them is a short claim.
    """
    claim = claimed()
    if claim is None:
        return
    short, long = claim.short, claim.long
    if claim.own_name:
        other = _in_its_place(short, claim.own_name, long)
        if other is not None:
            yield _finding(short, claim.own_name[0].start, long, other.start, turned=short is b)
    elif claim.own_time is not None:
        places = _time_of_one_act(short, long, claim.own_time)
        if places is not None:
            yield _finding(short, places[0], long, places[1], turned=short is b)


def _finding(short: Prepared, at: int, long: Prepared, there: int, *, turned: bool) -> Finding:
    spans = short.span_of(short.clause_at(at)), long.span_of(long.clause_at(there))
    found = Finding("polarity", *spans, quoted(short, long, *spans))
    return found.mirrored() if turned else found


def _in_its_place(short: Prepared, named: list[Item], long: Prepared) -> Item | None:
    """The one name of the longer text in the frame of the name that the claim has of its own."""
    if short.is_chinese != long.is_chinese:
        return None
    start, end = named[0].start, named[-1].end
    ours = {item.id for item in short.told}
    frame = _frame(short, start, end)
    found: dict[str, Item] = {}
    for item in naming(long.told):
        if item.id in ours or not _of_one_sort(named[0], item):
            continue
        if frame & _frame(long, item.start, item.end):
            found.setdefault(item.id, item)
    return next(iter(found.values())) if found else None


def _of_one_sort(x: Item, y: Item) -> bool:
    """Whether one name can stand for another: two cities, but not a city and its country."""
    if "place" in (x.kind, y.kind):
        return x.kind == y.kind and sort_of_place(x.id) == sort_of_place(y.id)
    return True


def _frame(reading: Prepared, start: int, end: int) -> set[tuple[str, ...]]:
    """What a name stands between: what is done, and where or by whom; the thing it is of."""
    key = reading.folded.key
    if reading.is_chinese:
        return _chinese_frame(key, start, end)
    found: set[tuple[str, ...]] = set()
    left = _LEFT.search(key, max(0, start - _NEAR), start)
    if left is not None and left[1] not in stop_words():
        found.add((stem(left[1]), left["to"] or ""))
    right = _RIGHT.match(key, end)
    if right is not None and right[1] not in stop_words():
        noun = stem(right[1])
        if any(i.start == end + 1 and i.kind in {"latin", "term"} for i in reading.told):
            found.add(("of", noun))
    return found


def _chinese_frame(key: str, start: int, end: int) -> set[tuple[str, ...]]:
    found: set[tuple[str, ...]] = set()
    before = _LOCATIVE.search(key, max(0, start - 2), start)
    if before is None:
        return found
    if len(before[1]) > 1:
        found.add((before[1],))
    behind = key[end : end + _BEHIND]
    found |= {("at", behind[at : at + 2]) for at in range(len(behind) - 1)}
    return found


def _time_of_one_act(short: Prepared, long: Prepared, sort: str) -> tuple[int, int] | None:
    """Where two texts tell of one act at two times; ``None`` where acts or figures differ."""
    ours, theirs = _time(short, sort), _time(long, sort)
    if ours is None or theirs is None:
        return None
    acts = {i.id for i in short.items[short.clause_at(ours)] if i.kind in _ACTS}
    clause = long.clause_at(theirs)
    told = {i.id for i in long.items[clause]}
    return (ours, theirs) if acts & told else None


_ACTS = frozenset({"act", "latin"})


def _time(reading: Prepared, sort: str) -> int | None:
    starts = [s.start for s in reading.steering if s.kind == "when" and s.group == sort]
    return starts[0] if len(starts) == 1 else None
