"""Who did it to whom: to beat is a win for one side and a loss for the other.

The same act with its parties changed round is a contradiction that no figure and no negation
shows: Mexico beat Germany, Germany beat Mexico. Two matches may well end both ways, so that the
texts must share something else besides: the final, the opening match, the score.
"""

from collections.abc import Iterable, Iterator
from itertools import product
from math import fsum
from typing import NamedTuple

from ledger.disagreement.finding import Finding
from ledger.disagreement.statement.item import Item
from ledger.disagreement.statement.passage import Passage
from ledger.disagreement.statement.prepared import Prepared
from ledger.disagreement.statement.surroundings import naming, other_times
from ledger.disagreement.wording import quoted
from ledger.text.patterns import lazily

_BETWEEN = r"(?: [\w$€£.%'’-]{1,16}){0,5}?"
"""What may stand inside an act: by how much, in which match."""
_DONE_TO = (
    r"(?:was|were|been|being|is|are|got) (?:[a-z]{2,12}ly )?(?:beaten|defeated|acquired|thrashed"
    r"|outsold|overtaken|knocked out|eliminated|edged(?: out)?|stunned|outsprinted|hammered"
    r"|trounced|overcome|sued|attacked|bought)"
)
_ACT = lazily(
    rf"(?P<to_first>\b(?:lo(?:st|ses?|sing){_BETWEEN} to|f[ae]lls? to|went down{_BETWEEN} to"
    rf"|goes down{_BETWEEN} to|bowed to|{_DONE_TO}{_BETWEEN} by)\b"
    r"|败给|输给|不敌|负于|败于|惜败|惨败给|[遭被][^,。]{1,8}(?:击败|打败|收购|并购|淘汰|横扫|超越|逆转))"
    rf"|(?P<by_nobody>\b{_DONE_TO}\b)"
    r"|\b(?:beats?|defeat(?:s|ed)?|acquire[sd]?|thrash(?:es|ed)?|outsell(?:s)?|outsold"
    r"|overt(?:akes?|ook)|edge[sd]|outsprint(?:s|ed)?|stun(?:s|ned)|trounce[sd]?|hammer(?:s|ed)"
    r"|overc(?:omes?|ame)|knock(?:s|ed) out|eliminate[sd]?|outpolled|outscored|sue[sd]?"
    rf"|(?:win|won|wins|victory|triumph|triumphed|prevailed){_BETWEEN} (?:over|against|at))\b"
    r"|击败|战胜|打败|收购|并购|力克|力退|击退|横扫|逆转|击溃|完胜|险胜|超越|领先"
)
_SHARED_BESIDES = 1.0
"""Evidence, in English words, that the two must share beside their parties."""


class _Act(NamedTuple):
    """One such act: who won by it, and who lost."""

    winners: set[str]
    losers: set[str]


def role_findings(a: Prepared, b: Prepared) -> Iterator[Finding]:
    """Clauses that tell of one act with its parties changed round."""
    if not (_may_tell(a) and _may_tell(b)):
        return
    ours_told, theirs_told = ([*_told(reading)] for reading in (a, b))
    for (x, ours), (y, theirs) in product(ours_told, theirs_told):
        if x.stance != y.stance or x.stance.negated:
            continue
        parties = _changed_round(ours, theirs)
        if parties and not other_times(x.times, y.times) and _share_besides(x, y, parties):
            spans = x.span, y.span
            yield Finding("polarity", *spans, quoted(a, b, *spans))


def _may_tell(reading: Prepared) -> bool:
    return reading.tells_of("versus") or "match" in reading.outcome_groups


def end_alike(a: Prepared, b: Prepared) -> bool:
    """Whether both tell of one such act, and neither changes its parties round."""
    acts = [[act for _, act in _told(reading)] for reading in (a, b)]
    return any(
        not _changed_round(ours, theirs)
        and (ours.winners & theirs.winners or ours.losers & theirs.losers)
        for ours, theirs in product(*acts)
    )


def _told(reading: Prepared) -> Iterator[tuple[Passage, _Act]]:
    """The clauses that tell of such an act."""
    if _ACT.search(reading.folded.key):
        for passage in reading.passages:
            act = _act_of(passage)
            if act is not None:
                yield passage, act


def _act_of(passage: Passage) -> _Act | None:
    found = _ACT.search(passage.reading.folded.key, passage.start, passage.end)
    if found is None or found["by_nobody"]:
        return None
    first = {item.id for item in _parties(passage.items) if item.end <= found.start()}
    second = {item.id for item in _parties(passage.items) if item.start >= found.start()}
    return _Act(second, first) if found["to_first"] else _Act(first, second)


def _parties(items: Iterable[Item]) -> list[Item]:
    """What may name a party: a name or any word, as the hosts are one too."""
    return [*naming(items), *(item for item in items if item.kind in {"han", "latin"})]


def _changed_round(ours: _Act, theirs: _Act) -> set[str]:
    """The parties, where each won on one side and lost on the other; else nobody.

    Where both sides have a winner and a loser in common, only the other words changed places.
    """
    of_both = (ours.winners & ours.losers) | (theirs.winners & theirs.losers)
    if (ours.winners & theirs.winners) - of_both and (ours.losers & theirs.losers) - of_both:
        return set()
    first = (ours.winners & theirs.losers) - of_both
    second = (ours.losers & theirs.winners) - of_both
    return first | second if first and second else set()


def _share_besides(x: Passage, y: Passage, parties: set[str]) -> bool:
    ours, theirs = (
        {
            item.id: item.weight
            for items in passage.reading.items
            for item in items
            if item.kind not in _NO_EVENT and item.id not in parties
        }
        for passage in (x, y)
    )
    one, other = _scores(x), _scores(y)
    if one and other:
        return not one.isdisjoint(other)
    return fsum(ours[item] for item in ours.keys() & theirs.keys()) >= _SHARED_BESIDES


def _scores(passage: Passage) -> set[frozenset[str]]:
    """How it ended, whoever is named first: 3-1, 1比3."""
    found = _SCORE.findall(passage.reading.folded.key, passage.start, passage.end)
    return {frozenset(score) for score in found}


_SCORE = lazily(r"(?<!\d)(\d{1,3})(?: ?[-:比] ?| to )(\d{1,3})(?!\d)")
_NO_EVENT = frozenset({"act", "pole", "contrast"})
