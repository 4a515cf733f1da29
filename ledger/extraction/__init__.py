"""Article to proposed statements: where each sentence begins and ends, who said it, and when."""

from ledger.extraction.extract import day_published, extract, full_name
from ledger.extraction.page.blocks import is_headline
from ledger.extraction.page.own_day import own_day
from ledger.extraction.proposal import Proposal, as_contract

__all__ = [
    "Proposal",
    "as_contract",
    "day_published",
    "extract",
    "full_name",
    "is_headline",
    "own_day",
]
