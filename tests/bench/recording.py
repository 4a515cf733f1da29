"""Recording one statement by hand in a large ledger, beside one match in it.

All of it counts: the near claims shown before, the index, figures, comparisons and the entry. Both
are asked about statements nobody met before, in turn; each contradicts a claim of its own. The
second line is taken after some hundred more were recorded, and may be no slower.
"""

import gc
import re
from collections.abc import Callable, Iterator
from itertools import islice
from time import process_time

from ledger.desk.desk import Desk
from ledger.desk.garbage import collected_when_asked
from ledger.desk.statements.adding import SHOWN, add
from ledger.desk.texts.matching import match
from tests.bench.corpus import MANY, MOST, Corpus, ledger_of, made_up
from tests.bench.measure import Result

QUICK = 5_000
EACH, DAY = 100, 500
"""Statements timed at once, and those recorded in between."""
DEARER = 3
"""A record may cost so many times a match."""
STEADY = 0.9
"""Share of its rate, beside a match's, that recording keeps through a day."""
_WARMED = 20
_FIGURE = re.compile(r"\d+")


def bench(rounds: int) -> Iterator[Result]:
    """At five thousand claims when quick, at a hundred thousand and a million otherwise."""
    for size in (QUICK,) if rounds == 1 else (MANY, MOST):
        fresh = _retold(made_up(size))
        gc.collect()
        with ledger_of(size) as store, collected_when_asked():  # as the screen runs
            desk = Desk(store, "bench")
            _beside(desk, fresh, _WARMED)
            matched, first = _beside(desk, fresh, EACH)
            what = f"record a statement, {size:,} claims"
            yield Result(what, "/s", first, "match", matched, 1 / DEARER, size >= MOST)
            for text in islice(fresh, DAY):
                _add(desk, text)
            matched_later, later = _beside(desk, fresh, EACH)
            rates = (100 * later / matched_later, 100 * first / matched)
            what = f"{what}: of a match's rate, {DAY} later"
            yield Result(what, "%", rates[0], "before them", rates[1], STEADY)


def _retold(corpus: Corpus) -> Iterator[str]:
    """Sentences from all through the ledger, told again with another figure."""
    every = len(corpus.sentences) // (2 * (_WARMED + 2 * EACH) + DAY) - 1 | 1  # of both scripts
    for number, sentence in enumerate(corpus.sentences[::every], 10_000):
        yield _FIGURE.sub(str(number), sentence)


def _beside(desk: Desk, fresh: Iterator[str], count: int) -> tuple[float, float]:
    """How many statements are matched, and how many others recorded, in a second."""
    matched = added = 0.0
    for _ in range(count):
        matched += _seconds(_match, desk, next(fresh))
        added += _seconds(_add, desk, next(fresh))
    return count / matched, count / added


def _seconds(act: Callable[[Desk, str], object], desk: Desk, text: str) -> float:
    begun = process_time()
    act(desk, text)
    return process_time() - begun


def _match(desk: Desk, text: str) -> None:
    match(desk, text, SHOWN)


def _add(desk: Desk, text: str) -> None:
    add(desk, {"text": text, "outlet": f"Outlet {len(text) % 40}"})
