"""Two statements of one event that tell of outcomes of which it has only one.

That the bill passed and that it was voted down cannot both hold, in whatever words the two reports
tell of the bill. Asked only where each text tells of one outcome alone: who reports that he first
denied it and then admitted it contradicts neither.
"""

from collections.abc import Callable, Iterator

from ledger.disagreement.acts.denial import denies
from ledger.disagreement.acts.refuted import is_refuted
from ledger.disagreement.acts.roles import end_alike
from ledger.disagreement.acts.told import FACTS, Told, told_of
from ledger.disagreement.finding import Finding
from ledger.disagreement.one_thing.heads import other_kind
from ledger.disagreement.one_thing.kinship import Kinship, other_side
from ledger.disagreement.one_thing.lookalikes import SIGNS
from ledger.disagreement.one_thing.narrowed import narrowed
from ledger.disagreement.one_thing.one_event import Nearness, in_common, names_shared
from ledger.disagreement.one_thing.turned import turned_round
from ledger.disagreement.one_thing.whom import names_else
from ledger.disagreement.statement.figures import Figure
from ledger.disagreement.statement.parts import is_whole, scope_of
from ledger.disagreement.statement.passage import Passage
from ledger.disagreement.statement.prepared import Prepared
from ledger.disagreement.statement.surroundings import naming, other_times
from ledger.disagreement.two_sets import share_nothing
from ledger.disagreement.wording import quoted
from ledger.text.patterns import lazily

_SHARE, _WEIGHT = 0.35, 2.0
"""Evidence, as a share of what the poorer side says and in words, that holds them to one event: an
outcome and its opposite are seldom told of two things that share so much."""
_UNNAMED = 0.6
"""The same share where they share no name."""
_MOST, _MUTUAL = 0.6, 0.4
"""Shares of the poorer and the richer side from which they speak of one measure as well."""
_OF_A_MEASURE = frozenset(
    {
        *("trend", "policy", "record", "result", "quality", "risk", "compare", "forecast"),
        *("expect", "longer", "cheaper", "faster", "warmth", "earlier", "moves"),
    }
)
"""Groups of which one event may have many: turnover rose and profit fell."""
_OF_A_TIME = frozenset({"trend", "record"})
"""Groups that are of a time: they rise today, and fell last year."""
_AT_ANY_TIME = frozenset({"payment", "time"})
"""Groups that tell how something is to be done, whether it has been or not."""
_CONTRASTS_ITSELF = frozenset({"result", "intact", "dead", "hurt", "found", "survive", "bail"})
"""Groups whose own words tell two sides of a contrast: a profit, a loss."""


def opposed_findings(a: Prepared, b: Prepared, near: Callable[[], Nearness]) -> Iterator[Finding]:
    """The outcomes of one event that shut each other out, one finding for each group."""
    groups = a.outcome_groups & b.outcome_groups
    if not groups:
        return
    ours, theirs = a.times, b.times
    if other_times(ours, theirs):
        return
    kin: Kinship | None = None
    for group in sorted(groups):
        x, y = told_of(a, group), told_of(b, group)
        if x is None or y is None or not _shut_out(x, y, group):
            continue
        if group in _OF_A_PARTY and end_alike(a, b):
            continue
        if group in _OF_A_TIME and (ours.keys() != theirs.keys() or _span(x) ^ _span(y)):
            continue
        kin = kin or in_common(a, b)
        if _near_enough(kin, x, y, group) and not _of_two(x, y, group, near):
            spans = x.passage.span, y.passage.span
            yield Finding("polarity", *spans, quoted(a, b, *spans))


def _span(told: Told) -> set[str]:
    """Over how long: on the day, in the year."""
    passage, reading = told.passage, told.passage.reading
    start = reading.sentence_start(passage.clause)
    return {*_SPAN.findall(reading.folded.key, start, passage.end)}


_SPAN = lazily(r"今年|今天|今日|本周|本月|[上下]半年|全年|一直|\b(?:year|quarter|month|week|day)\b")


def _shut_out(one: Told, other: Told, group: str) -> bool:
    """Whether only one of two outcomes can be; what is planned or weighed may come otherwise."""
    moods = {one.mood, other.mood}
    at_any_time = group in _AT_ANY_TIME and moods <= FACTS | {"future"}
    if not (moods <= FACTS or moods == {"future"} or at_any_time):
        return False
    if one.side == other.side:
        return one.denied != other.denied
    return not one.denied and not other.denied


def _near_enough(kin: Kinship, x: Told, y: Told, group: str) -> bool:
    """Whether what the texts share holds them to one event, and to one measure."""
    if group in _OF_A_MEASURE:
        alike = kin.share >= _MOST and kin.mutual >= _MUTUAL
        return alike and (group != "trend" or not _measured(x).isdisjoint(_measured(y)))
    if kin.weight < _WEIGHT:
        return False
    a, b = x.passage.reading, y.passage.reading
    named = (a.is_chinese and b.is_chinese) or names_shared(a, b)
    return kin.share >= (_SHARE if named else _UNNAMED)


def _measured(told: Told) -> set[str]:
    """The measures of a sentence."""
    items = told.passage.reading.sentence_items(told.passage.clause)
    return {item.id for item in items if item.kind == "measure"}


def _of_two(x: Told, y: Told, group: str, near: Callable[[], Nearness]) -> bool:
    """Whether they are about two: two defendants, two chambers, two offers, a part and all."""
    if of_two_things(x, y, group):
        return True
    ours, theirs = x.passage, y.passage
    if not _is_a_word_and_its_denial(x, y):
        return False
    look_alike = any(sign(ours, theirs) for sign in SIGNS if sign is not names_else)
    if look_alike or _is_since(x) or _is_since(y) or other_kind(ours, theirs):
        return True
    return not (near() >= Nearness.LIKELY or _denied_by_name(x, y))


def of_two_things(x: Told, y: Told, group: str) -> bool:
    """Whether what stands beside two outcomes says that they are of two things."""
    ours, theirs = x.passage, y.passage
    if any(sign(x, y) for sign in _SIGNS) or is_refuted(ours) or is_refuted(theirs):
        return True
    if group not in _CONTRASTS_ITSELF and other_side(ours.subject, theirs.subject):
        return True
    sign = _SIGN_OF.get(group)
    return sign is not None and sign(x, y)


def _is_since(told: Told) -> bool:
    """Whether it is told of all the time since: who has not won since 1998 may have won then."""
    return told.negated and any(s.group == "since" for s in told.passage.signals)


def _counts_otherwise(x: Told, y: Told) -> bool:
    """Whether each is done to another number right behind it: a 4% offer, a 3% one."""
    ours, theirs = _counted(x), _counted(y)
    return ours is not None and theirs is not None and ours != theirs


def _counted(told: Told) -> float | None:
    figures = told.passage.reading.figures
    near = (f for f in figures if 0 <= f.start - told.end <= _RIGHT_BEHIND and f.day is None)
    return next((f.low for f in near), None)


_RIGHT_BEHIND = 6
"""Characters, with room for an article."""


def _of_other_amounts(x: Told, y: Told) -> bool:
    """Whether one is told of most of them, and the other of some."""
    ours, theirs = (one.passage.subject.contrasts.get("contrast:amount") for one in (x, y))
    return ours != theirs


def _of_some(x: Told, y: Told) -> bool:
    """Whether both tell how many, and one of some of them: three of five freed, two still held."""
    ours, theirs = _numbers(x), _numbers(y)
    return bool(ours) and bool(theirs) and any(some for _, some in (*ours, *theirs))


def _numbers(told: Told) -> list[tuple[Figure, bool]]:
    """The figures ahead of an outcome in its clause, each with whether it counts but some."""
    reading = told.passage.reading
    return [
        (one, "part" in scope_of(reading, one) or any(is_whole(reading, f) for f in behind))
        for one in reading.figures
        if one.clause == told.passage.clause and one.end <= told.start and one.day is None
        for behind in [reading.figures[one.at + 1 : one.at + 2]]
    ]


def _other_person(x: Told, y: Told) -> bool:
    """Whether one is about a deputy, a son or some members, and the other is not."""
    ours, theirs = ({s.group for s in one.passage.signals if s.group in _PERSONS} for one in (x, y))
    return ours != theirs


_PERSONS = frozenset({"kin", "acquaintance", "office", "order", "opinion"})


def _each_has_its_end(x: Told, y: Told) -> bool:
    """Whether who is named before the one outcome is named behind the other: winner and loser."""
    names = {item.id for one in (x, y) for item in naming(one.passage.reading.told)}
    (before, behind), (first, second) = _named_around(x, names), _named_around(y, names)
    return bool(before & second) and bool(behind & first) and not before & first


def _named_around(told: Told, names: set[str]) -> tuple[set[str], set[str]]:
    """The first name before an outcome, and all behind it."""
    named = [item for item in told.passage.reading.told if item.id in names]
    before = [item.id for item in named if item.end <= told.start]
    return {*before[:1]}, {item.id for item in named if item.start >= told.end}


def _is_a_word_and_its_denial(x: Told, y: Told) -> bool:
    return x.negated != y.negated and x.word[:_STEM] == y.word[:_STEM]


_STEM = 4
"""Characters by which two forms of a word are told to be of one."""


def _denied_by_name(x: Told, y: Told) -> bool:
    """Whether the very words that one text denies are what the other says."""
    no, yes = (x.passage, y.passage) if x.negated else (y.passage, x.passage)
    return denies(no, yes) and not names_else(no, yes)


def _names_apart(x: Told, y: Told) -> bool:
    """Whether each names somebody of whom the other text does not speak.

    Between two languages only of one kind that tables know: an unknown name has no other form.
    """
    ours, theirs = _strangers(x.passage, y.passage), _strangers(y.passage, x.passage)
    if x.passage.reading.is_chinese == y.passage.reading.is_chinese:
        return bool(ours) and bool(theirs)
    return not ({kind for _, kind in ours} & {kind for _, kind in theirs}) <= {"proper"}


def _strangers(x: Passage, y: Passage) -> set[tuple[str, str]]:
    told = y.reading.told_ids
    return {(item.id, item.kind) for item in naming(x.items) if item.id not in told}


def _by_others(x: Told, y: Told) -> bool:
    """Whether the nearest name before each is not the same one."""
    ours, theirs = _doer(x), _doer(y)
    return ours is None or ours != theirs


def _by_other_players(x: Told, y: Told) -> bool:
    """The same of who won and who lost.

    Chinese names that no table knows look like any words: there both texts must begin with one.
    """
    a, b = (told.passage.reading.folded.key[:_A_NAME] for told in (x, y))
    return (a != b or a.isascii() or not a.isalpha()) and _by_others(x, y)


_A_NAME = 3
"""Characters of most Chinese names."""


def _doer(told: Told) -> str | None:
    passage = told.passage
    names = {item.id for item in naming(passage.reading.told)}
    before = [item for item in passage.items if item.end <= told.start and item.id in names]
    return before[-1].id if before else None


def _done_to_others(x: Told, y: Told) -> bool:
    """Whether neither what it is done to nor who does it is spoken of on the other side."""
    ours, theirs = x.passage.reading.told_ids, y.passage.reading.told_ids
    return _beside(x).isdisjoint(theirs) and _beside(y).isdisjoint(ours)


def _decides_on_others(x: Told, y: Told) -> bool:
    """Whether neither thing decided on is spoken of on the other side: in Chinese it stands behind.

    Whose decision it was, which stands ahead, may be the same: 選民通過新憲法, 選民否決公投案.
    """
    if _done_to_others(x, y):
        return True
    return all(_decides_on_another(one, other) for one, other in ((x, y), (y, x)))


def _decides_on_another(one: Told, other: Told) -> bool:
    """Whether a Chinese text decides on something of which the other does not speak."""
    own = _behind(one) if one.passage.reading.is_chinese else set()
    return bool(own) and own.isdisjoint(other.passage.reading.told_ids)


def _behind(told: Told) -> set[str]:
    passage = told.passage
    items = (i for i in passage.items if i.kind not in _NO_THING)
    return {*[i.id for i in items if told.end <= i.start][:_NEAR]}


def _beside(told: Told) -> set[str]:
    """The words nearest to an outcome: its object, or its subject where none follows."""
    reading, passage = told.passage.reading, told.passage
    sentence = [i for i in reading.sentence_items(passage.clause) if i.kind not in _NO_THING]
    behind = [i.id for i in sentence if told.end <= i.start < passage.end][:_NEAR]
    before = [i.id for i in sentence if i.end <= told.start][-_NEAR:]
    if reading.is_chinese:
        return {*before, *behind}
    key = reading.folded.key
    passive = _WAS.search(key, max(0, told.start - _REACH_OF_WAS), told.start)
    if behind and not passive and not _NO_OBJECT.match(key, told.end):
        return {*behind}
    return {*before} or {*behind}


_NEAR = 3
"""Words beside an outcome among which its object is."""
_NO_OBJECT = lazily(
    r"[,.;:!?)]|$| (?:by|with|on|in|at|for|from|to|after|before|despite|as|when|while|because|over"
    r"|during|until)\b"
)
_WAS = lazily(r" (?:was|were|be|been|is|are|gets|got|being) (?:\w+ )?$")
_REACH_OF_WAS = 24
_NO_THING = frozenset({"act", "pole", "contrast"})


def _of_another(x: Told, y: Told) -> bool:
    """Whether each says which it was, and not the same one: the first blast, the second."""
    return share_nothing(*({f.low for f in one.passage.reading.ordinals} for one in (x, y)))


_SIGNS = (
    *(_names_apart, _other_person, _each_has_its_end, _of_other_amounts, _counts_otherwise),
    *(_of_another, _of_some),
)
"""What is asked of two outcomes before they are taken for those of one event."""


def _of_the_other_party(x: Told, y: Told) -> bool:
    """Whether one went through and the other, whom it beat, did not."""
    return turned_round(x.passage, y.passage)


def _of_a_part(x: Told, y: Told) -> bool:
    """Whether a measure is narrowed on one side, or to other kinds: white sugar, brown sugar."""
    return narrowed(x.passage, y.passage)


_OF_A_PARTY = ("through",)
"""Outcomes of a match that each party has one of."""
_BY_ONE = ("stand", "candidacy", "invite")
"""Groups of which each may tell of its own: one party is for it, another against."""
_DONE_TO_SOMETHING = ("report", "feat", "party", "presence")
"""Acts of which there are many, so that what is done it to must be spoken of on both sides."""
_DECIDED = ("vote", "ban", "rule", "lawful")
"""Decisions, of which whoever decides makes many."""
_SIGN_OF = (
    dict.fromkeys(_OF_A_PARTY, _of_the_other_party)
    | {"match": _by_other_players, "trend": _of_a_part}
    | dict.fromkeys(_BY_ONE, _by_others)
    | dict.fromkeys(_DONE_TO_SOMETHING, _done_to_others)
    | dict.fromkeys(_DECIDED, _decides_on_others)
)
