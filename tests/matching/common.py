"""What each CJK character tells: ``python -m tests.matching.common WORDS`` writes the table.

WORDS holds lines of ``word count …``, as the dictionary of the word cutter jieba does (0.42.1, MIT
licence; its counts come from a newspaper's year and from novels). A character tells the more, the
rarer it is there: nothing where it is one in ``e**5`` or commoner, 1 on average in running text.
"""

import sys
from collections import Counter, defaultdict
from collections.abc import Iterable
from math import log
from pathlib import Path

import numpy as np

import ledger
from ledger.matching.signs import RARE, SIGN, kinds_of
from ledger.text.fold import fold

FILE = Path(ledger.__file__).parent / "matching/data/common.txt"
_COMMONEST = 5.0
_AVERAGE = 2.0
"""In natural logarithms, as is the one above."""
_STEPS = 5
"""Of a whole; finer ones tell no more."""
_LAST = 0xA000
"""Behind this stand the rarest alone."""


def table(words: Iterable[str]) -> str:
    """The characters that tell less than the rarest, a line for each step."""
    counts = Counter[str]()
    for line in words:
        word, count, *_ = line.split(" ")
        for character in fold(word):
            counts[character] += int(count)
    whole, steps = log(counts.total()), defaultdict[int, list[str]](list)
    for character in sorted(filter(_is_told, counts)):
        tells = max(whole - log(counts[character]) - _COMMONEST, 0.0) / _AVERAGE
        steps[round(tells * _STEPS)].append(character)
    listed = [at for at in sorted(steps) if at < RARE * _STEPS]
    return "".join(f"{at / _STEPS:.1f} {''.join(steps[at])}\n" for at in listed)


def _is_told(character: str) -> bool:
    return ord(character) < _LAST and bool(kinds_of(np.array([ord(character)]))[0] == SIGN)


if __name__ == "__main__":
    with Path(sys.argv[1]).open(encoding="utf-8") as source:
        FILE.write_text(table(source), encoding="utf-8")
