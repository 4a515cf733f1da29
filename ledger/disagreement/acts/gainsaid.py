"""What one text denies by name and the other says: the driver did not brake, the driver braked.

Where two texts are likely of one event, a clause that negates little but what the other says needs
no other words in common with it. The other text must negate nothing at all: it may deny the same
in other words.
"""

import re
from collections.abc import Callable, Iterator
from itertools import product

from ledger.disagreement.acts.denial import denies, denies_of_some, names_what_it_denies
from ledger.disagreement.acts.refuted import is_refuted
from ledger.disagreement.finding import Finding
from ledger.disagreement.one_thing.heads import other_kind
from ledger.disagreement.one_thing.kinship import kinship, other_subject
from ledger.disagreement.one_thing.lookalikes import SIGNS
from ledger.disagreement.one_thing.one_event import Nearness
from ledger.disagreement.one_thing.whom import names_else
from ledger.disagreement.statement.passage import Passage
from ledger.disagreement.statement.prepared import Prepared
from ledger.disagreement.statement.surroundings import other_times
from ledger.disagreement.wording import quoted

_SHARE = {True: 0.4, False: 0.6}
"""Evidence, as a share, from which two clauses of one event speak of one thing: in Chinese, whose
pairs of characters break where a word is another, and otherwise."""
_MOST = 8
"""Clauses of a text; a long one has words enough for any other."""
_FACTS = frozenset({"fact", "done"})


def denial_findings(a: Prepared, b: Prepared, near: Callable[[], Nearness]) -> Iterator[Finding]:
    """The clauses of which one denies what the other says.

    Args:
        a: a text.
        b: another.
        near: asks how surely they tell of one event.
    """
    if max(len(a.clauses), len(b.clauses)) > _MOST or _denies_anything(a) == _denies_anything(b):
        return
    if near() < Nearness.LIKELY:
        return
    for x, y in product(a.passages, b.passages):
        if x.stance.negated != y.stance.negated and _gainsays(x, y):
            yield Finding("polarity", x.span, y.span, quoted(a, b, x.span, y.span))
            return


def _denies_anything(reading: Prepared) -> bool:
    return (
        "negation" in reading.kinds
        or any(one.side == "-" and one.group == "report" for one in reading.outcomes)
        or any(cue.kind == "nil" for cue in reading.cues)
        or any(figure.quantity.value == 0 for figure in reading.figures)
    )


def _gainsays(x: Passage, y: Passage) -> bool:
    no, yes = (x, y) if x.stance.negated else (y, x)
    return (
        {no.stance.mood, yes.stance.mood} <= _FACTS
        and not _of_two(no, yes)
        and _NEGATIVE.search(yes.key) is None
        and names_what_it_denies(no, yes)
        and denies(no, yes)
        and kinship(x.evidence, y.evidence).share >= _SHARE[x.reading.is_chinese]
        and not any(sign(x, y) for sign in SIGNS if sign is not names_else)
    )


_NEGATIVE = re.compile(r"[不没无未非勿]|除了|\b(?:besides|apart from|except)\b")
"""What may negate, or set aside, in a clause in which no table finds a negation."""


def _of_two(no: Passage, yes: Passage) -> bool:
    """Whether the two do not speak of one thing at one time, or not of all of it."""
    return (
        is_refuted(no)
        or other_times(no.times, yes.times)
        or other_subject(no.subject, yes.subject)
        or any(no.acts[act][0] != yes.acts[act][0] for act in no.acts.keys() & yes.acts.keys())
        or other_kind(no, yes)
        or denies_of_some(no)
        or any(s.group == "since" for s in no.signals)
        or _NOT_SAID.search(yes.words) is not None
        or not _begins_alike(no, yes)
    )


def _begins_alike(no: Passage, yes: Passage) -> bool:
    """Whether the first character of what is denied stands on the other side, in Chinese."""
    ends = [s.end for s in no.signals if s.kind == "negation"]
    if not ends or not (no.reading.is_chinese and yes.reading.is_chinese):
        return True
    return no.reading.folded.key[ends[-1] : no.end].lstrip(_NO_VERB)[:1] in yes.key


_NO_VERB = "遭被获曾再有受"
"""Characters before a verb that say nothing of what is done."""


_NOT_SAID = re.compile(r"[不没未无]|^(?:除了?|besides|apart from|in addition to)|[后前时]$")
"""What makes of a clause a denial in other words, or only says of what else it is, or when."""
