"""What a short claim negates and the longer text that tells all of it states, or the other way.

"The president did not return home" over "had returned home on Monday from a two-month stay":
nothing but the negation is left to differ, so that no opposite need be known.
"""

from collections.abc import Iterator, Sequence

from ledger.disagreement.acts.refuted import is_refuted
from ledger.disagreement.acts.told import FACTS
from ledger.disagreement.finding import Finding
from ledger.disagreement.lists.signals import Signal
from ledger.disagreement.one_thing.within import Claimed, is_light
from ledger.disagreement.statement.item import Item
from ledger.disagreement.statement.passage import Passage
from ledger.disagreement.statement.prepared import Prepared
from ledger.disagreement.statement.stance import stance_at
from ledger.disagreement.wording import quoted

_WORDS = {True: 3, False: 2}
"""How many words, or pairs of characters, right behind a negation the other text must have."""
_REACH = {True: 8, False: 30}
"""Characters of the key within which they stand behind a negation, and together."""


def negated_findings(a: Prepared, b: Prepared, claimed: Claimed) -> Iterator[Finding]:
    """What one of a claim and the longer text negates and the other states."""
    if "negation" not in a.kinds and "negation" not in b.kinds:
        return
    if a.is_chinese != b.is_chinese or (claim := claimed()) is None or not claim.is_within:
        return
    for no, yes in ((claim.short, claim.long), (claim.long, claim.short)):
        places = _denied(no, yes)
        if places is not None:
            spans = no.span_of(places[0]), yes.span_of(places[1])
            found = Finding("polarity", *spans, quoted(no, yes, *spans))
            yield found if no is a else found.mirrored()
            return


def _denied(no: Prepared, yes: Prepared) -> tuple[int, int] | None:
    """The clause that negates, and the clause that states what it negates."""
    for passage in no.passages:
        negations = [s for s in passage.signals if s.kind == "negation"]
        if len(negations) != 1 or negations[0].group != "not" or is_refuted(passage):
            continue
        words = _behind(passage, negations[0])
        if words is None or _mood(no, passage.clause, words[-1].end) not in FACTS:
            continue
        clause = _states(yes, [word.id for word in words])
        if clause is not None and _states(no, [word.id for word in words]) is None:
            return passage.clause, clause
    return None


def _behind(passage: Passage, negation: Signal) -> Sequence[Item] | None:
    """The words right behind a negation; ``None`` where they say too little."""
    chinese = passage.reading.is_chinese
    end = negation.end + _REACH[chinese]
    items = [
        i
        for i in passage.items
        if negation.end <= i.start and i.end <= end and ":" not in i.id and not is_light(i)
    ][: _WORDS[chinese]]
    return items if len(items) == _WORDS[chinese] else None


def _mood(reading: Prepared, clause: int, at: int) -> str:
    return stance_at(reading, clause, at).mood


def _states(reading: Prepared, words: Sequence[str]) -> int | None:
    """The clause that says the words near each other and does not negate them."""
    reach = _REACH[reading.is_chinese]
    for passage in reading.passages:
        places = {i.id: i for i in reversed(passage.items) if i.id in words}
        if len(places) < len({*words}) or is_refuted(passage):
            continue
        starts, ends = [i.start for i in places.values()], [i.end for i in places.values()]
        stance = stance_at(reading, passage.clause, max(ends))
        if max(starts) - min(ends) <= reach and not stance.negated and stance.mood in FACTS:
            return passage.clause
    return None
