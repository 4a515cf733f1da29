"""What a line may be about: words that some stages cannot do without, looked for all at once.

Most lines hold none of them, and are then spared the stage.
"""

from bisect import bisect
from collections.abc import Set as AbstractSet
from functools import cache

from ahocorasick_rs import AhoCorasick, Implementation

from ledger.quantities.about.inferred import BLOWING, MARKET, QUAKE
from ledger.quantities.about.measures import VOTED
from ledger.quantities.figures.casualties import FATED
from ledger.quantities.figures.counts import NUMBERED
from ledger.quantities.figures.exchange_rates import EXCHANGED, QUOTED
from ledger.quantities.figures.indices import INDICES
from ledger.quantities.figures.nobody import SPARED
from ledger.quantities.figures.tails import EACH
from ledger.quantities.figures.unsaid import HANDLED, SIZES
from ledger.quantities.scanning.identifiers import ADDRESSED
from ledger.text.phrases import Page

WORDS = {
    "addressed": ADDRESSED,
    "each": EACH,
    "exchanged": EXCHANGED,
    "quoted": QUOTED,
    "fated": FATED,
    "indexed": INDICES,
    "market": MARKET,
    "quake": QUAKE,
    "handled": HANDLED,
    "numbered": NUMBERED,
    "sized": SIZES,
    "spared": SPARED,
    "voted": VOTED,
    "weather": BLOWING,
}
"""The words of each stage, by the clue that one of them is."""
_CLUES = [clue for clue, words in WORDS.items() for _ in words]
_NONE: AbstractSet[str] = frozenset()


@cache
def _words() -> AhoCorasick:
    # A few hundred letters: this kind takes no room for so few, and half the time.
    every = [word for words in WORDS.values() for word in words]
    return AhoCorasick(every, implementation=Implementation.DFA)


def clues(page: Page) -> list[AbstractSet[str]]:
    """Which clues each line of a page holds."""
    begins = page.begins
    told = [_NONE] * len(begins)
    for word, start, _ in _words().find_matches_as_indexes(page.key, overlapping=True):
        at = bisect(begins, start) - 1
        told[at] = told[at] | {_CLUES[word]}
    return told
