"""The rules for two aligned figures, in the order they are asked; the first that answers decides.

Each rule looks at one pair with both texts and returns a code of ``side.RELATIONS`` or ``None``.
The table at the end says what each rule is about; where there is none of it, it is not asked.
"""

from collections.abc import Callable
from functools import lru_cache
from typing import NamedTuple

from ledger.disagreement.acts.denial import denies
from ledger.disagreement.agreeing.scores import is_half_of_another
from ledger.disagreement.aligning import intervals
from ledger.disagreement.aligning.closeness import are_close
from ledger.disagreement.aligning.contests import names_a_contest
from ledger.disagreement.aligning.pairing import Pair
from ledger.disagreement.aligning.went_up import went_up
from ledger.disagreement.judging.case import Case
from ledger.disagreement.judging.labels import is_how_long_it_took, only_says_which
from ledger.disagreement.judging.timing import other_period, told_of_other_sorts_of_time
from ledger.disagreement.lists.measures import is_cumulative, is_kind_of
from ledger.disagreement.side import Side
from ledger.disagreement.sources import other_day, same_source
from ledger.disagreement.statement.figures import Figure, told_with_by
from ledger.disagreement.statement.prepared import Prepared
from ledger.disagreement.statement.stance import PLAIN
from ledger.text.patterns import lazily

_APART, _MEETING, _MEASURES, _PERIOD, _RATES, _STANCE, _DIRECTIONS, _BOUND, _DAYS = (
    1 << bit for bit in range(9)
)
"""What a rule can be about: figures that do not meet, or do; a measure on both sides; a time on
either; so much for each of something on both; words that negate, hedge or ask in either text; a
rise and a fall; "up to"; two days of saying."""


class Rule(NamedTuple):
    """One rule.

    Attributes:
        ask: gives the code for a pair, ``None`` where the rule does not decide.
        needs: what it is about, as the bits above; it is asked only where there is any of it.
    """

    ask: Callable[[Case], str | None]
    needs: int


def judge(pair: Pair, a: tuple[Side, Prepared], b: tuple[Side, Prepared]) -> str:
    """The code of the first rule that answers; of what is said alike in all, what it must be."""
    if pair.alike and not other_day(a[0], b[0]):
        return "same"
    case = Case.of(pair, a, b)
    rules = _rules_for(_there_is(case))
    return next(code for ask in rules if (code := ask(case)) is not None)  # they meet or do not


def judge_retold(pair: Pair, a: tuple[Side, Prepared], b: tuple[Side, Prepared]) -> str | None:
    """How two figures agree that are alike in what else is told; ``None`` if of two times."""
    case = Case.of(pair, a, b)
    if other_period(case) is not None or _is_how_far_and_how_much(case):
        return None
    return meeting(case)


@lru_cache(maxsize=512)
def _rules_for(there_is: int) -> tuple[Callable[[Case], str | None], ...]:
    """The rules that may decide a pair of which so much is known."""
    return tuple(rule.ask for rule in RULES if rule.needs & there_is)


def _there_is(case: Case) -> int:
    """What there is in a pair for rules to be about."""
    x, y = case.figures
    one, other = x.quantity, y.quantity
    found = _MEETING if case.pair.met else _APART
    if x.measure is not None and y.measure is not None:
        found |= _MEASURES
    if x.period is not None or y.period is not None or _tell_when(case):
        found |= _PERIOD
    if one.per is not None and other.per is not None:
        found |= _RATES
    if case.stance_a is not PLAIN or case.stance_b is not PLAIN:
        found |= _STANCE
    if one.change is not None and other.change is not None:
        found |= _DIRECTIONS
    if "<=" in (one.comparator, other.comparator):
        found |= _BOUND
    if other_day(case.a, case.b):
        found |= _DAYS
    return found


def _tell_when(case: Case) -> bool:
    return "when" in case.reading_a.kinds or "when" in case.reading_b.kinds


def other_measure(case: Case) -> str | None:
    """Both name a measure, and not the same one.

    A 20 % market share and 30 % of revenue are no contradiction, but they are taken for one
    another (BBC and Caixin on one company's business in China), so a person should look. Growth of
    3 % may be told of an economy as GDP growth of 3 %.
    """
    a, b = (figure.measure for figure in case.figures)
    if a == b or case.pair.measure is not None:
        return None
    told_of_both = a and b and case.pair.met and is_kind_of(a, b)
    return None if told_of_both else "measure_mismatch"


def thin(case: Case) -> str | None:
    """The evidence holds an agreement, but not a contradiction: a part is not the whole.

    "Five of the dead" against "twelve died", a child's fare against a fare, a rate of 1.1 %
    against one raised by 0.3, another month.
    """
    a, b = case.figures
    if a.moved != b.moved or not case.pair.firm:
        return "unaligned"
    if any(names_a_contest(*told) for told in case.placed):
        return "unaligned"
    dimensions = {a.quantity.dimension, b.quantity.dimension}
    if dimensions == _AGE_AND_TIME or told_of_other_sorts_of_time(case):
        return "unaligned"
    return "unaligned" if only_says_which(case) or is_how_long_it_took(case) else None


def of_a_part(case: Case) -> str | None:
    """So many in one place are a part of all of them: 190,000 sold in China, and 310,000 sold.

    Only the smaller of two figures can be a part, and only a place of which the larger one's text
    says nothing makes it one.
    """
    if case.pair.twins:
        return None  # all that the one says stands in the other
    (part, small), (whole, _) = sorted(case.placed, key=lambda told: told[1].low or 0.0)
    if small.quantity.dimension not in _ADDS_UP:
        return None
    here = {item.id for item in part.items[small.clause] if item.kind == "place"}
    elsewhere = {item.id for item in whole.told if item.kind == "place"} - part.told_ids
    return "unaligned" if here - whole.told_ids and not elsewhere else None


_ADDS_UP = frozenset({"count", "number", "currency", "mass", "volume", "energy"})
"""Dimensions of what a place has its part of."""
_AGE_AND_TIME = {"age", "duration"}
"""How old somebody is against how long something took."""


def revision(case: Case) -> str | None:
    """A later figure of the same source is a revision: 1.6 % in September, 1.7 % in December.

    A count of what has happened so far may be higher the next day whoever gives it. One that
    falls is no revision, unless both figures are loose enough to meet.
    """
    if case.pair.met:
        return None
    if any(is_cumulative(figure.measure) for figure in case.figures):
        return "revision" if _grows(case) else None
    return "revision" if same_source(case.a, case.b) else None


def _grows(case: Case) -> bool:
    """Whether the later of two figures that are apart is the higher one."""
    first, second = case.figures
    said_a, said_b = case.a.said_on, case.b.said_on
    if said_a is not None and said_b is not None and said_a > said_b:
        first, second = second, first
    return first.high is not None and second.low is not None and first.high <= second.low


def risen(case: Case) -> str | None:
    """A toll that has risen to 83 was lower before: 58 of an earlier report are no other toll.

    So is what anything was before it was cut or raised to what it is: a fine of 20 million, reduced
    to 12; and the count of those who were still being searched for is none of all there were.
    """
    low, high = sorted(case.figures, key=lambda figure: figure.low or 0.0)
    now, was = high.quantity, low.quantity
    if is_cumulative(high.measure):
        rose = now.role == "to" and now.change == "up"
        return "revision" if (rose and was.role != "to") or _was_not_over(case, low) else None
    if case.reading_a.is_chinese != case.reading_b.is_chinese or _says_from_what(case):
        return None
    if now.dimension == "percent":
        return None  # a share or a rate is measured again and again, and each time by many
    rose = now.role == "to" and now.change == "up" and was.role == "level"
    fell = was.role == "to" and was.change == "down" and now.role == "level"
    return "period_mismatch" if (rose or fell) and not _name_one_time(case) else None


def _says_from_what(case: Case) -> bool:
    """Whether either text says itself what it was before."""
    figures = (*case.reading_a.figures, *case.reading_b.figures)
    return any(figure.quantity.role == "from" for figure in figures)


def _was_not_over(case: Case, low: Figure) -> bool:
    """Whether only the text with the lower figure tells that more may yet be found."""
    first = low.quantity is case.figures[0].quantity
    texts = case.reading_a.folded.key, case.reading_b.folded.key
    lower, higher = texts if first else texts[::-1]
    return _NOT_OVER.search(lower) is not None and _NOT_OVER.search(higher) is None


_NOT_OVER = lazily(
    r"\bso far\b|\bstill (?:searching|looking|missing|trapped|being)\b"
    r"|\b(?:search|rescue)[a-z ]{1,20}(?:continu|under way|underway|ongoing)"
    r"|(?:搜救|搜寻|救援|清理)[^,。]{0,6}(?:仍在|持续|继续|进行)|恐再|可能上升|初步"
)


def _name_one_time(case: Case) -> bool:
    """Whether both texts name a day, a month or a year, and the same one."""
    ours, theirs = (reading.contexts[figure.at].when for reading, figure in case.placed)
    same = any(not ours[sort].isdisjoint(theirs[sort]) for sort in ours.keys() & theirs)
    periods = {figure.period for figure in case.figures}
    return same or (len(periods) == 1 and None not in periods)


def modality(case: Case) -> str | None:
    """Considered, possible or asked on one side, a fact or a promise on the other.

    "May lay off 300" against "laid off 450", 擬調漲 against 調漲: shown as worth a look, because a
    reader who drops the hedge makes news of a plan. Source: the hedges of ``data/signals.csv``.
    """
    moods = {case.stance_a.mood, case.stance_b.mood}
    return "modality" if moods & {"may", "open"} and len(moods) > 1 else None


def polarity(case: Case) -> str | None:
    """One side denies the figure the other gives, or gives it the other direction.

    "Did not cut by a quarter point" against "cut by a quarter point"; "up 3 %" against "down 3 %",
    unless they were said on two days: then they do not agree either. To deny one figure is not to
    contradict another: "not 25 but 50" and "50" agree.
    """
    a, b = (figure.quantity for figure in case.figures)
    if case.stance_a.negated != case.stance_b.negated:
        loose = a.dimension == "ordinal" and case.pair.kin.mutual < _SAME_SENTENCE
        within = case.pair.a.day is not None or _is_denied(case)
        denied = case.pair.firm and not loose and case.pair.met and within
        return "polarity" if denied else "unaligned"
    turned = {a.change, b.change} == {"up", "down"} and "to" not in (a.role, b.role)
    if not turned:
        return None
    if other_day(case.a, case.b) or not case.pair.firm:
        return "unaligned" if case.pair.met else None
    return "polarity" if case.pair.met or thin(case) is None else None


def _is_denied(case: Case) -> bool:
    """Whether what is negated beside the one figure is what is said beside the other."""
    x = case.reading_a.passages[case.pair.a.clause]
    y = case.reading_b.passages[case.pair.b.clause]
    return denies(x, y) if case.stance_a.negated else denies(y, x)


def leg(case: Case) -> str | None:
    """A figure by which something moved and a bound it passed may meet, and bear out nothing.

    A population that fell by 2 million did not therefore fall below 100 million.
    """
    legs = {figure.quantity.role for figure in case.figures}
    plain = all(figure.quantity.comparator == "=" for figure in case.figures)
    return "unaligned" if "by" in legs and not plain and not legs.isdisjoint(_ENDS) else None


_ENDS = frozenset({"from", "to"})

_SAME_SENTENCE = 0.9
"""Share of the richer side's words from which a denied ordinal is the same one: "not the first time
he ran" says nothing of "the first time he ran was in 2004"."""


def other_unit(case: Case) -> str | None:
    """The same digits in another unit: 0.25 % and 0.25 percentage points, $5.5 bn and 5.5 bn yuan.

    Other figures in two currencies may be the same amount at some rate, and are left alone, but
    where 元 can only be the other's NT$; so are 200 dollars beside 200元, which may be Hong Kong's
    or Taiwan's on both sides. Source: slips of 百分點 for 百分比 and of 元 for 美元,
    which keep the digits.
    """
    a, b = case.figures
    if intervals.same_unit(a, b) or a.quantity.dimension == "count":
        return None
    if intervals.surely_one_currency(a, b):
        return None
    if a.quantity.assumed and b.quantity.assumed:
        return "unaligned"
    slip = a.quantity.value is not None and a.quantity.value == b.quantity.value
    return "unit_mismatch" if slip else "unaligned"


_SLIPS = (1e2, 1e3, 1e4, 1e8)
"""Ratios that come of a misread unit: percent and fraction, thousand, 萬, 億."""


def slipped_scale(case: Case) -> str | None:
    """Figures whose ratio a misread unit explains: 100萬 against 100億, $40 million and billion.

    Source: the units of the two languages part at thousands, 萬 and 億; percent and a fraction
    part at a hundred.
    """
    a, b = case.figures
    if a.quantity.dimension in _NO_SCALE:
        return None
    values = a.quantity.value or 0.0, b.quantity.value or 0.0
    small, large = sorted(map(abs, values))
    slip = small > 0 and any(abs(large / small / ratio - 1) < _ALIKE for ratio in _SLIPS)
    return "unit_mismatch" if slip else None


_ALIKE = 1e-9
_NO_SCALE = frozenset({"date", "ordinal"})


def disjoint(_: Case) -> str:
    """No value fits both, whatever rounding their words allow: 18 months and 12 for one lead.

    Source: the intervals of ``intervals`` (about is ten percent, a plain figure half its last
    digit; two lower bounds always meet).
    """
    return "numeric_disjoint"


def bound_dropped(case: Case) -> str | None:
    """A headline states flatly what the text behind it gives as "up to".

    "Country adds 50 % tariff" over "tariffs of up to 50 %": the number is the same, what it says
    of most goods is not. Only a headline is taken to have dropped the words, only for a named
    measure, and never "at least", which a flat figure fulfils, nor a time within which (90天內).
    """
    a, b = case.figures
    if a.quantity.dimension == "duration" or any(went_up(*told) for told in case.placed):
        return None
    if a.quantity.value is None or a.quantity.value != b.quantity.value or a.measure is None:
        return None
    plain, bound = sorted((a, b), key=lambda figure: figure.quantity.comparator != "=")
    reading = case.reading_a if plain is a else case.reading_b
    dropped = (plain.quantity.comparator, bound.quantity.comparator) == ("=", "<=")
    return "bound_dropped" if dropped and reading.is_headline else None


def not_borne_out(case: Case) -> str | None:
    """The figures meet, and yet neither bears the other out: they only stand beside like words.

    The same 120 seats of which some are held by women and others by a party; an 88-storey tower of
    which each side counts something else.
    """
    if not case.pair.twins and _is_of_the_setting(case) and case.pair.kin.mutual < _ALL_BUT_ALIKE:
        return "unaligned"
    if not case.pair.twins and only_says_which(case) and case.pair.kin.mutual < _SAME_SENTENCE:
        return "unaligned"
    went = any(went_up(reading, figure) for reading, figure in case.placed)
    if went or _only_touch(*case.figures) or _is_how_far_and_how_much(case):
        return "unaligned"
    if is_half_of_another(case.reading_a, case.figures[0], case.reading_b, case.figures[1]):
        return "unaligned"
    if not are_close(*case.figures, bounded=_LEAVES_ROOM) and (
        _are_bounded_alike(*case.figures) or _may_be_of_two(case)
    ):
        return "unaligned"
    return None if case.pair.borne_out() else "unaligned"


def _is_how_far_and_how_much(case: Case) -> bool:
    """Whether a measure moved by so much on one side, and stands there on the other.

    Profit that rose by 3 million, or by 3 million to 8, was not 3 million.
    """
    if case.figures[0].moved == case.figures[1].moved or case.pair.measure is None:
        return False
    (reading, far), (_, much) = sorted(case.placed, key=lambda told: not told[1].moved)
    stands = much.quantity.role == "level" and much.quantity.change is None
    return stands and far.quantity.role == "by" and _is_told_as_a_move(reading, far)


def _is_told_as_a_move(reading: Prepared, figure: Figure) -> bool:
    """Whether it is told with "by", or with the level that was reached."""
    behind = reading.figures[figure.at + 1 : figure.at + 2]
    return told_with_by(reading.folded.key, figure.start) or any(
        one.quantity.role == "to" and one.clause == figure.clause for one in behind
    )


def _only_touch(x: Figure, y: Figure) -> bool:
    """Whether one range ends where the other begins: a rate of 4.25 to 4.5 %, of 4 to 4.25 %."""
    ranges = x.quantity.comparator == y.quantity.comparator == "range"
    return ranges and x.unit == y.unit and (x.high == y.low or y.high == x.low)


def _are_bounded_alike(x: Figure, y: Figure) -> bool:
    """Whether both are lower bounds, or upper: who says over 70,000 does not mean 200,000."""
    pair = {x.quantity.comparator, y.quantity.comparator}
    return any(pair <= side for side in _SIDES)


_SIDES = (frozenset({">", ">="}), frozenset({"<", "<="}))
_LEAVES_ROOM = 0.5
"""How far, as a share of the larger, a figure may lie from one that only bounds it and be borne out
whatever else is told: over 60 % leaves room for 64 %, but over 70,000 says little of 400,000."""
_ALL_BUT_ALIKE = 0.8
"""Share of the richer side's words from which two texts say the same but for a word or two."""


def _may_be_of_two(case: Case) -> bool:
    """Whether anything beside two figures that are not close tells them apart.

    What fell, and what was expected; all that was sold, and what was sold abroad.
    """
    if case.stance_a.mood != case.stance_b.mood or case.pair.kin.share < _OF_ONE:
        return True
    scopes = (reading.contexts[figure.at].scope for reading, figure in case.placed)
    return len({*scopes}) > 1


_OF_ONE = 0.75
"""Share of the poorer side's words from which two bounds far from each other are of one thing."""


def _is_of_the_setting(case: Case) -> bool:
    """Whether a figure only says on which day it was, for whom a rule is, or which race."""
    x = case.pair.a
    if x.quantity.dimension in _OF_THE_SETTING:
        return x.day is None
    if all(names_a_contest(reading, figure) for reading, figure in case.placed):
        return True
    if all(_is_of_a_term(reading, figure) for reading, figure in case.placed):
        return True
    of_a_name = x.quantity.dimension == "length" and case.pair.measure is None
    return of_a_name and case.reading_a.folded.key.endswith("'s ", 0, x.start)


def _is_of_a_term(reading: Prepared, figure: Figure) -> bool:
    """Whether an ordinal only says in which part of a year it was, or in which year of a firm."""
    ordinal = figure.quantity.dimension == "ordinal"
    return ordinal and _TERM.match(reading.folded.key, figure.end) is not None


_TERM = lazily(r"[ -]?(?:fiscal )?(?:财季|财年|会计年|quarter|half|year)")
_OF_THE_SETTING = frozenset({"date", "age"})


def meeting(case: Case) -> str:
    """The figures meet: how.

    4.2 km and 4,200 metres are one figure in two units, 12 % and 12 % the same, 61.7 % rounds to
    62 %, and over 60 % leaves room for 64 %. Source: the four codes that agree in ``side``.
    """
    a, b = (figure.quantity for figure in case.figures)
    if a.unit != b.unit:
        return "unit_equivalence" if case.pair.a.day is None else "bounds_overlap"
    if (a.low, a.high, a.comparator) == (b.low, b.high, b.comparator):
        return "same"
    return "rounding" if a.comparator == b.comparator == "=" else "bounds_overlap"


RULES = (
    Rule(other_measure, _MEASURES),
    Rule(other_period, _PERIOD | _RATES | _STANCE),
    Rule(revision, _DAYS),
    Rule(risen, _APART),
    Rule(modality, _STANCE),
    Rule(polarity, _STANCE | _DIRECTIONS),
    Rule(leg, _DIRECTIONS),
    Rule(thin, _APART),
    Rule(of_a_part, _APART),
    Rule(other_unit, _APART),
    Rule(slipped_scale, _APART),
    Rule(disjoint, _APART),
    Rule(bound_dropped, _BOUND),
    Rule(not_borne_out, _MEETING),
    Rule(meeting, _MEETING),
)
"""The order of the design: measure, period, revision, modality, polarity, unit, intervals; a
pair held together too loosely for a contradiction is let go before the last ones."""
