"""Figures that only say which of several the next figure is for, or within what time it came."""

from ledger.disagreement.judging.case import Case
from ledger.disagreement.one_thing.members import is_a_number_of


def only_says_which(case: Case) -> bool:
    """Whether an ordinal, a duration or an adjective only says which of several the next is for.

    Three died in the first crash and five in the second; a ten-year yield is not a two-year one.
    """
    if case.pair.a.quantity.dimension not in _WHICH and not _is_one_adjective(case):
        return False
    beside = [
        {
            other.quantity.dimension
            for other in reading.figures
            if other.clause == figure.clause
            and other.at != figure.at
            and other.quantity.dimension not in _LABELS
            and not is_a_number_of(reading, other)
        }
        for reading, figure in case.placed
    ]
    return not beside[0].isdisjoint(beside[1])


def _is_one_adjective(case: Case) -> bool:
    """Whether both figures describe the noun they are joined to, and alike: the 88-storey tower."""
    return case.pair.met and all(
        reading.folded.key.startswith("-", figure.end) for reading, figure in case.placed
    )


def is_how_long_it_took(case: Case) -> bool:
    """Whether a duration only says within what time another figure came about.

    Five prime ministers in two years is no term of two years; but 200 metres in 21 seconds are set
    beside 200 metres in 22.
    """
    if case.figures[0].quantity.dimension != "duration":
        return False
    within = [r.folded.key.endswith(_WITHIN, 0, figure.start) for r, figure in case.placed]
    came = [
        {
            (one.unit, one.low, one.high)
            for one in reading.figures
            if one.clause == figure.clause and one.at < figure.at
        }
        for reading, figure in case.placed
    ]
    return came[0] != came[1] and any(w and c for w, c in zip(within, came, strict=True))


_WITHIN = (" in ", " within ", " over ", " during ")
_WHICH = frozenset({"ordinal", "duration"})
_LABELS = _WHICH | {"date"}
