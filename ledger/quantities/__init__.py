"""Reading quantities: text in, intervals with units and spans out. Pure."""

from ledger.quantities.conversion import comparable, ends
from ledger.quantities.figures.counted_nouns import counts_people
from ledger.quantities.quantity import Quantity
from ledger.quantities.reader import blocks, read, read_ahead, read_once
from ledger.quantities.scanning.marks import may_be_read
from ledger.quantities.times.period_text import period_text
from ledger.quantities.wording import as_contract, interval_text, plural

READER = 16
"""The reader's version; a change that makes it read any text differently counts it up."""

__all__ = [
    "READER",
    "Quantity",
    "as_contract",
    "blocks",
    "comparable",
    "counts_people",
    "ends",
    "interval_text",
    "may_be_read",
    "period_text",
    "plural",
    "read",
    "read_ahead",
    "read_once",
]
