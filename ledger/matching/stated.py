"""Which figures of a query a text states that was archived and is in no figure's list yet."""

import re
from collections.abc import Sequence

from ledger.matching.profile import figures, profile, spells_out
from ledger.matching.written import plain
from ledger.quantities import read

_READ = 20
"""So many of the best candidates are read at most; it takes a tenth of a millisecond each."""
_DIGITS = re.compile(r"\d++")


def stated(query: str, texts: Sequence[str]) -> list[frozenset[str]]:
    """Of each text the query's figures and dates that it states.

    Only texts are read that have digits of the query's, or spell a number out.

    Args:
        query: the query as written.
        texts: the texts, best first; those behind the first ones that may state a figure are not
            read.
    """
    wanted = profile(query).figures
    digits = frozenset(_DIGITS.findall(query)) if wanted else frozenset[str]()
    found: list[frozenset[str]] = []
    reading = _READ if wanted else 0
    for text in texts:
        is_likely = reading > 0 and (any(digit in text for digit in digits) or spells_out(text))
        reading -= is_likely
        found.append(wanted & figures(read(plain(text))) if is_likely else frozenset())
    return found
