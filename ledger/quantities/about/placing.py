"""When a figure is for and whether it is fact, and what its neighbours say of it too."""

from itertools import pairwise

from ledger.quantities.about.periods import Times, period_of, times
from ledger.quantities.about.reading import Reading
from ledger.quantities.figures.figure import Figure
from ledger.quantities.figures.lists import share_out
from ledger.quantities.scanning.signals import last_before, within
from ledger.text.patterns import lazily


def place(reading: Reading) -> None:
    """Tell each figure of a text its time and its hedge, and let it share what is said once."""
    lower, figures, kinds = reading.line.lower, reading.figures, reading.kinds
    when = times(lower, figures, reading.dates, kinds["when"])
    if kinds["past"] or kinds["hedge"] or when.own or when.shared:
        for figure in figures:
            if figure.dimension != "ordinal":
                _date(reading, figure, when)
    if len(figures) > 1:
        carry_on(lower, figures)
    for mention in kinds["each"]:
        share_out(lower, mention, reading.clauses, figures, reading.measures, when.shared)
    points(lower, figures)


def _date(reading: Reading, figure: Figure, when: Times) -> None:
    """Give a figure its period and its hedge.

    An unknown past is its period where its clause says so and names no other.
    """
    lower, clauses, kinds = reading.line.lower, reading.clauses, reading.kinds
    at, clause = figure.core[0], clauses.clause(figure.core[0])
    figure.period = period_of(lower, when, clauses, figure) or figure.period
    if last_before(kinds["past"], at, clause[0]) and not within(when.shared, *clause):
        figure.period = "past"
    if (hedge := last_before(kinds["hedge"], at, clause[0])) is not None:
        figure.modality = lower[hedge.start : hedge.end]


# Fell 412 points, or 0.9%, to 44,870.
_THAT_IS = lazily(r",? \(?or |,? ?\(|,?或|,?即")
# 12 % in 2024, up from 9 %; climbed 0.4 % in November and 3.8 % from a year earlier.
_NOW_FROM = lazily(
    r"(?: of [a-z ]{2,24})?(?: (?:in|on|for) [a-z0-9 ]{2,16})?(?: [a-z]{2,12})?,? (up|down) from "
    r"(?:about |around )?"
)
_AND = lazily(r"(?: (?:in|on|for) [a-z]{3,9})?,? and ")
_THEN_AT = lazily(
    r",? (?:or )?(?:to|at) (?:an? (?:[a-z-]+ ){1,3}(?:of )?)?|,?(?:报|收报|收于|收在|至|到)"
)


def carry_on(lower: str, figures: list[Figure]) -> None:
    """Let a figure that says again how far something moved, or where to, share in the move."""
    for first, second in pairwise(figures):
        between = first.end, second.start
        if second.role == "from" and first.change is None and first.end < second.start:
            now = _NOW_FROM.fullmatch(lower, *between)
            if now is not None:
                first.change = second.change = "up" if now[1] == "up" else "down"
        if first.role != "by" or second.role != "level" or second.change is not None:
            continue
        alike = first.dimension == second.dimension == "percent" and not lower.startswith(
            " of ", second.end
        )
        if (alike and _AND.fullmatch(lower, *between)) or (
            first.dimension != second.dimension and _THAT_IS.fullmatch(lower, *between)
        ):
            second.role, second.change = "by", first.change
        elif second.dimension != "percentage_point" and _THEN_AT.fullmatch(lower, *between):
            second.role, second.change = "to", first.change


_ON_TO = ("to", "at", "on", "至", "到", ",至")
_RATES = ("rate", "inflation", "growth", "margin", "share", "yield", "rate_cut", "rate_hike")


# 68.4 percent, up 5.1 points; 41 %, a fall of three points.
_MOVED_BY = lazily(
    r",? (?:or )?(?:up|down|an? (?:rise|fall|drop|gain|increase|decrease|jump|swing) of)(?: by)? "
)


# 37 percent, two points lower than in May.
_OTHER_LEVEL = lazily(r" (?:lower|higher|up|down|more|less|fewer|ahead|behind)(?![a-z])")


def points(lower: str, figures: list[Figure]) -> None:
    """Points of a percentage are percentage points: a quarter-point cut, 0.3 points to 4.1 %."""
    for index, figure in enumerate(figures):
        if figure.dimension != "index_point" or figure.unit_of is None:
            continue
        partner = figures[index + 1] if index + 1 < len(figures) else None
        level = figures[index - 1] if index else None
        fraction = figure.numeral is not None and figure.numeral.form == "fraction"
        to_percent = (
            partner is not None
            and partner.dimension == "percent"
            and (
                lower[figure.end : partner.start].strip() in _ON_TO
                or (figure.measure == "lead" and lower[figure.end : partner.start] == ", ")
            )
        )
        off_percent = (
            level is not None
            and level.dimension == "percent"
            and (
                _MOVED_BY.fullmatch(lower, level.end, figure.start) is not None
                or (
                    lower[level.end : figure.start] == ", "
                    and _OTHER_LEVEL.match(lower, figure.core[1]) is not None
                )
            )
        )
        rate = figure.measure != "exchange_rate" and (figure.measure or "").endswith(_RATES)
        if fraction or to_percent or off_percent or rate:
            figure.dimension = figure.unit = "percentage_point"
