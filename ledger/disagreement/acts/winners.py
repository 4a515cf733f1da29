"""Who won: one contest has one winner, and two reports that each name another cannot both hold.

Asked only where one report tells of the other's winner as of somebody who did not win, or where the
two winners are of one kind that tables know: a Kenyan, a Chinese runner. That Penfold won the seat
and that Labour did names two who may be one side.
"""

from collections.abc import Callable, Iterator
from typing import NamedTuple

from ledger.disagreement.finding import Finding
from ledger.disagreement.one_thing.one_event import Nearness, in_common
from ledger.disagreement.one_thing.whom import other_scope
from ledger.disagreement.statement.passage import Passage
from ledger.disagreement.statement.prepared import Prepared
from ledger.disagreement.statement.stance import PLAIN, stance_at
from ledger.disagreement.statement.surroundings import naming, other_times
from ledger.disagreement.wording import quoted
from ledger.text.patterns import lazily

_WON = lazily(
    r"(?P<to>\b(?:awarded|handed|presented|given|goes|went|go)\b(?: on [a-z]+day)? to\b)"
    r"|\b(?:wins?|won|winning|takes?|took|claim(?:s|ed)|clinch(?:es|ed)|capture[sd]?|retain(?:s|ed)"
    r"|lift(?:s|ed)|outsprint(?:s|ed)|is crowned|was crowned|is named|was named)\b"
    r"(?! (?:silver|bronze|second|third))"
    r"|(?P<by>[被由][^,。]{2,12}(?:摘得|夺冠|夺得|拿下|摘下|赢得|获得|抱走|封王|封后))"
    r"|夺冠|(?:夺得|摘得|摘下|拿下)(?![银铜亚季])"
    r"|勇夺|荣获|赢得|封王|封后|称霸|夺金|捧杯|登顶|率先冲线"
)
_CONTEST = lazily(
    r"\b(?:race|marathon|prize|award|title|final|championships?|cup|medal|gold|election|by-election"
    r"|run-off|bee|tournament|contest|competition|metres|open|grand prix|tour|trophy|derby|match"
    r"|oscar|seat|best [a-z]+)\b|赛|奖|冠|金牌|锦标|杯|决选|选举|金马|金曲"
    r"|奥运|王座|后座|席位|马拉松"
)
_SHARE = 0.5
"""Share of what the poorer side says that holds the two to one contest."""
_SHARE_OF_TWO = 0.25
"""The same where each tells of the other's winner."""


class _Win(NamedTuple):
    """A winner as a text tells of it."""

    names: frozenset[str]
    kinds: frozenset[str]
    passage: Passage


def winner_findings(a: Prepared, b: Prepared, _: Callable[[], Nearness]) -> Iterator[Finding]:
    """Two winners of one contest."""
    if not _may_tell(a) or not _may_tell(b):
        return
    ours, theirs = _winner(a, b), _winner(b, a)
    if ours is None or theirs is None or not ours.names.isdisjoint(theirs.names):
        return
    lost = [_lost(ours, theirs), _lost(theirs, ours)]
    if not any(lost):
        of_a_kind = "place" in ours.kinds & theirs.kinds
        if not of_a_kind or other_scope(ours.passage, theirs.passage):
            return
    if other_times(a.times, b.times):
        return
    least = _SHARE_OF_TWO if all(lost) else _SHARE
    if in_common(a, b, but=ours.names | theirs.names).share >= least:
        spans = ours.passage.span, theirs.passage.span
        yield Finding("polarity", *spans, quoted(a, b, *spans))


def _may_tell(reading: Prepared) -> bool:
    return reading.tells_of("winner") and _CONTEST.search(reading.folded.key) is not None


def _winner(reading: Prepared, other: Prepared) -> _Win | None:
    """Whom a text names as the winner; ``None`` if nobody, or more than one clause does."""
    names = {item.id for item in naming(other.told)}
    found = [win for passage in reading.passages if (win := _won_in(passage, names)) is not None]
    return found[0] if len(found) == 1 else None


def _won_in(passage: Passage, names: set[str]) -> _Win | None:
    """Whom a clause names so; a word at its head is a name if the other text has it as one."""
    reading = passage.reading
    found = _WON.search(reading.folded.key, passage.start, passage.end)
    if found is None or stance_at(reading, passage.clause, found.start()) != PLAIN:
        return None
    sure = naming(passage.items)
    named = [item for item in passage.items if item in sure or item.id in names]
    if found["to"]:
        named = [item for item in named if item.start >= found.end()]
    elif found["by"]:
        named = [item for item in named if found.start() <= item.start < found.end()]
    else:
        named = [item for item in named if item.end <= found.start()]
    if not named:
        return None
    return _Win(frozenset(i.id for i in named), frozenset(i.kind for i in named), passage)


def _lost(x: _Win, y: _Win) -> bool:
    """Whether the other text tells of a winner as of somebody who did not win."""
    return x.names <= y.passage.reading.told_ids
