"""The figures of one text, for people and for programs. No ledger is opened."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from ledger.desk.looking.directions import figure_text
from ledger.quantities import (
    Quantity,
    as_contract,
    period_text,
    read,
    read_ahead,
    read_once,
)
from ledger.text.terms import terms


@dataclass(frozen=True, slots=True)
class ReadQuantity:
    """One figure, for people and as the contract spells it."""

    interval: str
    note: str
    contract: dict[str, Any]


def quantities(text: str) -> list[ReadQuantity]:
    """The figures in a text."""
    return [ReadQuantity(figure_text(q), _note(q), as_contract(q)) for q in read(text)]


def contracts(texts: Sequence[str]) -> Iterator[list[dict[str, Any]]]:
    """The figures in each of many texts as the contract spells them, nothing for people."""
    read_ahead(texts)
    return ([*map(as_contract, read_once(text))] for text in texts)


def _note(quantity: Quantity) -> str:
    """What is measured and for when, where the text says so; a date is its own when."""
    measure = terms().label(quantity.measure) if quantity.measure else ""
    is_when = quantity.dimension == "date"
    period = period_text(quantity.period) if quantity.period and not is_when else ""
    return ", ".join(part for part in (measure, period, quantity.modality) if part)
