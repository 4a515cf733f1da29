"""One plain English sentence for a relation, with both sides' own words."""

from ledger.disagreement.figures import Figure
from ledger.disagreement.finding import Finding
from ledger.disagreement.reading import Reading
from ledger.disagreement.side import Side
from ledger.text.terms import terms

_FIGURES = {
    "numeric_disjoint": "{a} says {x}, {b} says {y}, for the same {thing}: they cannot both hold.",
    "unit_mismatch": (
        "{a} says {x}, {b} says {y}, for the same {thing}: one is probably a slip of the unit."
    ),
    "bound_dropped": (
        "{a} says {x}, {b} says {y}, for the same {thing}: the headline drops the bound."
    ),
    "polarity": "{a} says “{x}”, {b} says “{y}”: they cannot both hold.",
    "attribution_conflict": "{a} says “{x}”, {b} says “{y}”: they differ on who said it.",
    "internal_arithmetic": "{a} says {x}, {b} says {y}: {thing}.",
    "same": "{a} says {x}, {b} says {y}, for the same {thing}: they agree.",
    "unit_equivalence": "{a} says {x}, {b} says {y}: the same {thing} in another unit.",
    "rounding": "{a} says {x}, {b} says {y}: the same {thing}, rounded.",
    "bounds_overlap": "{a} says {x}, {b} says {y}, for the same {thing}: both can hold.",
    "measure_mismatch": (
        "{a} says {x} ({thing}), {b} says {y} ({other}): not the same measure, worth a look."
    ),
    "modality": "{a} says “{x}”, {b} says “{y}”: what one calls possible, the other states.",
    "revision": "{a} says {x}, {b} says {y}, for the same {thing}, on another day: a revision.",
    "period_mismatch": "{a} says {x}, {b} says {y}, for another time: nothing to compare.",
    "unaligned": "{a} and {b} say nothing that can be set side by side.",
    "no_quantity": "{a} and {b} give no figures, and neither denies what the other says.",
}


def sentence(finding: Finding, a: Side, b: Side) -> str:
    """The sentence for a finding; its clauses and figures quoted as written."""
    first, second = _callings(a, b)
    x, y = (" ".join(words.split()) for words in finding.words)
    thing, other = finding.about
    if finding.code == "internal_arithmetic" and a is b:
        return f"{a.speaker or a.outlet or 'The text'} says {x} and {y}: {thing}."
    if finding.code == "unaligned" and x:
        return f"{first} says {x}, {second} says {y}: nothing shows that both are of one thing."
    return _FIGURES[finding.code].format(a=first, b=second, x=x, y=y, thing=thing, other=other)


def _callings(a: Side, b: Side) -> tuple[str, str]:
    """What the two sides are called: speaker or outlet; A and B when that does not tell."""
    first, second = a.speaker or a.outlet, b.speaker or b.outlet
    if first is not None and first == second:
        return f"{first} (A)", f"{first} (B)"
    return first or "A", second or "B"


def as_written(reading: Reading, figure: Figure) -> str:
    """A figure with its comparator, in the words of its text."""
    comparator, words = figure.quantity.comparator_text, reading.words(figure.span)
    if comparator is None or comparator in words:
        return words
    return f"{comparator} {words}" if comparator[-1:].isascii() else comparator + words


def clause_words(reading: Reading, figure: Figure) -> str:
    """The clause of a figure, in the words of its text."""
    return reading.words(reading.span_of(figure.clause))


def measures(a: Figure, b: Figure) -> tuple[str, str]:
    """What two figures measure, in English; one that does not say takes the other's word."""
    first, second = a.measure, b.measure
    return _label(first or second), _label(second or first)


def _label(measure: str | None) -> str:
    return "thing" if measure is None else terms().label(measure)
