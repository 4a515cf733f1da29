"""Recording one statement by hand in a large ledger, beside one match in it.

All of it counts: the near claims shown before, the index, figures, comparisons and the entry. The
second line is taken after some hundred statements more, and may be no slower.
"""

from collections.abc import Iterator
from functools import partial
from itertools import count

from ledger.desk.adding import add
from ledger.desk.comparing import match
from ledger.desk.desk import Desk
from tests.bench.corpus import MANY, MOST, Corpus, ledger_of, made_up
from tests.bench.measure import Result, rate

QUICK = 2_000
EACH = 100
DEARER = 3
"""A record may cost so many times a match."""
_SHOWN = 5


def bench(rounds: int) -> Iterator[Result]:
    """At two thousand claims when quick, at a hundred thousand and a million otherwise."""
    for size in (QUICK,) if rounds == 1 else (MANY, MOST):
        corpus = made_up(size)
        with ledger_of(size) as store:
            desk, fresh = Desk(store, "bench"), count()
            for when in ("first", "later"):
                matched = rate(partial(_match, desk, corpus), rounds=1)
                added = rate(partial(_add, desk, corpus, fresh), rounds=1)
                what = f"record a statement, {size:,} claims, {when}"
                yield Result(what, "/s", added, "match", matched, 1 / DEARER, size >= MOST)


def _match(desk: Desk, corpus: Corpus) -> int:
    for query in corpus.queries[:EACH]:
        match(desk, query, _SHOWN)
    return EACH


def _add(desk: Desk, corpus: Corpus, fresh: Iterator[int]) -> int:
    for query, number in zip(corpus.queries[:EACH], fresh, strict=False):
        add(desk, {"text": f"{query} {number}", "outlet": f"Outlet {number % 40}"})
    return EACH
