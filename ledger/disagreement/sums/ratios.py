"""Ratios worked out again: margins from profit and revenue, shares of one total."""

from collections.abc import Iterator, Sequence
from functools import cache
from itertools import islice, product

from ledger.disagreement.one_thing.kinship import other_name
from ledger.disagreement.sums.faults import (
    HUNDRED,
    Fault,
    Placed,
    in_words,
    outside,
    percentage,
    stating,
    subject_of,
    together,
)
from ledger.text.tables import rows

_MOST_TRIPLES = 512
"""Combinations of ratio, part and whole that are tried; a real paragraph has fewer than ten."""


def ratios(placed: Sequence[Placed]) -> Iterator[Fault]:
    """A ratio that contradicts its own numerator and denominator: 35 % from 3.59 of 104."""
    named = {one.figure.measure for one in placed}
    for ratio, part, whole in _ratio_table():
        if not named.issuperset((ratio, part, whole)):
            continue
        triples = product(*(stating(placed, measure) for measure in (ratio, part, whole)))
        for stated, share, total in islice(triples, _MOST_TRIPLES):
            allowed = percentage(share.figure, total.figure)
            if allowed is None or not outside(stated.figure, allowed):
                continue
            if together(stated, share, total):
                other = total if share.reading is stated.reading else share
                words = f"{share.figure.quantity.text} of {total.figure.quantity.text}"
                yield Fault(stated, other, f"{words} is {in_words(allowed)}")


def order_of_margins(placed: Sequence[Placed]) -> Iterator[Fault]:
    """An operating margin above the gross margin: costs of operation cannot be negative."""
    for gross, operating in product(
        stating(placed, "gross_margin"), stating(placed, "operating_margin")
    ):
        low, high = operating.figure.low, gross.figure.high
        if low is not None and high is not None and low > high and together(gross, operating):
            yield Fault(gross, operating, "an operating margin cannot exceed the gross margin")


_WHOLES = frozenset({"market_share", "vote_share", "share_of_total", "revenue_share"})


def shares_over_a_hundred(placed: Sequence[Placed]) -> Iterator[Fault]:
    """Shares of one total that add up to more than all of it, given together to two subjects."""
    for measure in sorted(_WHOLES):
        shares = stating(placed, measure)
        sentences = {_sentence(one) for one in shares}
        lowest = sum(one.figure.low or 0.0 for one in shares)
        alike = len(sentences) == 1 and len(shares) > 1 and _all_different(shares)
        if alike and lowest > HUNDRED and all(o.figure.quantity.unit == "%" for o in shares):
            yield Fault(shares[0], shares[-1], f"the shares add up to more than {lowest:.4g} %")


def _sentence(placed: Placed) -> int:
    return placed.reading.clauses[placed.figure.clause].sentence


def _all_different(placed: Sequence[Placed]) -> bool:
    """Whether every share is another subject's."""
    subjects = [subject_of(one) for one in placed]
    return all(other_name(one, other) for at, one in enumerate(subjects) for other in subjects[:at])


@cache
def _ratio_table() -> tuple[tuple[str, str, str], ...]:
    return tuple(
        (row["ratio"], row["part"], row["whole"])
        for row in rows("ledger.disagreement", "ratios.csv")
    )
