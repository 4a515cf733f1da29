"""One plain English sentence for a relation, with both sides' own words."""

from collections.abc import Callable
from itertools import islice

from ledger.disagreement.finding import Finding, Told
from ledger.disagreement.lists.measures import is_a_count, is_an_amount, label_of
from ledger.disagreement.side import Side, Span
from ledger.disagreement.statement.figures import Figure
from ledger.disagreement.statement.reading import Reading
from ledger.text.patterns import lazily
from ledger.text.terms import terms

_SENTENCES = {
    "numeric_disjoint": "{a} says {x}, {b} says {y}{of}: they cannot both hold.",
    "unit_mismatch": "{a} says {x}, {b} says {y}{of}: one is probably a slip of the unit.",
    "bound_dropped": "{a} says {x}, {b} says {y}{of}: the headline drops the bound.",
    "polarity": "{a} says “{x}”, {b} says “{y}”: they cannot both hold.",
    "attribution_conflict": "{a} says “{x}”, {b} says “{y}”: they differ on who said it.",
    "internal_arithmetic": "{a} says {x}, {b} says {y}: {thing}.",
    "same": "{a} says {x}, {b} says {y}{of}: they agree.",
    "unit_equivalence": "{a} says {x}, {b} says {y}: the same {thing} in another unit.",
    "rounding": "{a} says {x}, {b} says {y}: the same {thing}, rounded.",
    "bounds_overlap": "{a} says {x}, {b} says {y}{of}: both can hold.",
    "measure_mismatch": (
        "{a} says {x} ({thing}), {b} says {y} ({other}): not the same measure, worth a look."
    ),
    "modality": "{a} says “{x}”, {b} says “{y}”: what one leaves open, the other states.",
    "revision": "{a} says {x}, {b} says {y}{of}, on another day: a revision.",
    "period_mismatch": "{a} says {x}, {b} says {y}, but for different times: nothing to compare.",
    "unaligned": "{a} and {b} say nothing that can be set side by side.",
    "no_quantity": "{a} and {b} give no figures, and neither denies what the other says.",
}
_MOST_WORDS, _REACH_OF_A_NOUN = 4, 40
"""Words and characters from a count to the noun it counts: 40 narrow-body passenger jets."""
_WORD = lazily(r"[^\W\d_]+")


def sentence(finding: Finding, a: Side, b: Side) -> str:
    """The sentence for a finding; its clauses and figures quoted as written."""
    first, second = _callings(a, b)
    told = finding.tell()
    x, y = (" ".join(words.split()) for words in told.words)
    thing, other = told.about
    if finding.code == "internal_arithmetic" and a is b:
        return f"{a.speaker or a.outlet or 'The text'} says {x} and {y}: {thing}."
    if finding.code == "unaligned" and x:
        return f"{first} says {x}, {second} says {y}: nothing shows that they measure one thing."
    of = f", for the same {thing}" if thing else ""
    thing = thing or "figure"
    return _SENTENCES[finding.code].format(
        a=first, b=second, x=x, y=y, of=of, thing=thing, other=other
    )


def _callings(a: Side, b: Side) -> tuple[str, str]:
    """What the two sides are called: speaker or outlet; A and B when that does not tell."""
    first, second = a.speaker or a.outlet, b.speaker or b.outlet
    if first is not None and first == second:
        return f"{first} (A)", f"{first} (B)"
    return first or "A", second or "B"


def quoted(a: Reading, b: Reading, x: Span, y: Span) -> Callable[[], Told]:
    """What is said of a place in each text: its own words."""
    return lambda: Told((a.words(x), b.words(y)))


def as_written(reading: Reading, figure: Figure) -> str:
    """A figure with its comparator and what it counts, in the words of its text."""
    comparator, words = figure.quantity.comparator_text, reading.words(figure.span)
    if figure.quantity.dimension == "count":
        words += _counted(reading, figure)
    if comparator is None or comparator in words:
        return words
    return f"{comparator} {words}" if comparator[-1:].isascii() else comparator + words


def _counted(reading: Reading, figure: Figure) -> str:
    """The words behind a count up to the English noun that it counts, if that stands there."""
    unit = figure.quantity.unit or ""
    nouns = ("people", "persons") if unit == "person" else (unit[:-1] or "-",)
    end = figure.span.end
    text = reading.folded.original[end : end + _REACH_OF_A_NOUN]
    for word in islice(_WORD.finditer(text), _MOST_WORDS):
        if word[0].lower().startswith(nouns):
            return text[: word.end()]
    return ""


def clause_words(reading: Reading, figure: Figure) -> str:
    """The clause of a figure, in the words of its text."""
    return reading.words(reading.span_of(figure.clause))


def measures(a: Figure, b: Figure) -> tuple[str, str]:
    """What two figures measure, in English; one that does not say takes the other's word.

    Nothing, where neither says, and where the word for it is no count but the figures are.
    """
    first, second = a.measure or b.measure, b.measure or a.measure
    if first is None or second is None:
        return "", ""
    if a.quantity.dimension == "count" and not (is_a_count(first) and is_a_count(second)):
        return "", ""
    return _label(first, a), _label(second, b)


def _label(measure: str, figure: Figure) -> str:
    quantity = figure.quantity
    label = label_of(measure) or terms().label(measure)
    changed = quantity.dimension == "percent" and quantity.change is not None
    return f"change in {label}" if changed and is_an_amount(measure) else label
