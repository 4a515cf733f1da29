"""What an archived text gains and loses by being read: a few of the tokens it is found by.

Until then it is found by all its words; from then on by its names, terms and figures too, but no
more by what spells out a number or a date. So most of its words need not be looked at.
"""

from collections.abc import Sequence

from ledger.matching.features import Line, single
from ledger.text.tokens import pieces, tokens_in

Tokens = frozenset[str]


def gained_and_lost(lines: Sequence[Line], key: str) -> tuple[Tokens, Tokens]:
    """What ``features`` finds of a text's lines and ``words`` does not of all of it; the reverse.

    Args:
        lines: what each of its lines says.
        key: the match key of all of it.
    """
    concepts = Tokens().union(*[line.concepts for line in lines])
    written = Tokens(pieces(key))
    left = Tokens().union(*[pieces(line.unnumbered) for line in lines])
    gained, lost = Tokens(tokens_in(left - written)), Tokens(tokens_in(written - left))
    if gained or lost or len(lines) > 1:
        by_line = Tokens().union(*[single(line.key) for line in lines])
        gained = gained.union(by_line).difference(single(key), tokens_in(written))
        lost = lost.union(single(key)).difference(by_line, tokens_in(left))
    return gained | concepts, lost
