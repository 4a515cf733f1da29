"""Extracting from articles: sentences a second, and whether hostile pages cost no more a character.

A page four times as long is to be read at nearly the same rate.
"""

import random
from collections.abc import Iterator
from datetime import date
from pathlib import Path

from ledger.extraction import extract
from ledger.extraction.page.sentences import sentences
from tests.bench.measure import Result, rate

ARTICLES = Path(__file__).parents[2] / "fixtures" / "articles"
SENTENCES_A_SECOND = 1_000
NEARLY_THE_SAME = 0.6
DAY = date(2026, 1, 7)
SHORT, LONG = 50_000, 200_000

HOSTILE = {
    "one line without a stop": "the bank said rates rise ",
    "one line of Chinese without a stop": "市長王大明表示出口成長",
    "quotations never closed": "「他說",
    "one character": "A",
    "nothing but verbs": "說",
    "a row of capitals": "Aa Bb ",
    "lines of nothing but verbs": f"{'說' * 1_900}\n",
    "lines of capitals": f"{'A' * 1_900} \n",
}


def bench(rounds: int) -> Iterator[Result]:
    """The articles with answers, their lines made unlike by a number; then pages nobody wrote."""
    page = _unlike_lines()
    count = len(sentences(page))
    ours = rate(lambda: _read(page) and count, rounds=1)
    yield Result("extract", "sentences/s", ours, "asked for", SENTENCES_A_SECOND, 1)
    for name, piece in HOSTILE.items():
        short, long = _page(piece, SHORT), _page(piece, LONG)
        ours = rate(lambda page=long: _read(page), rounds)  # type: ignore[misc]
        theirs = rate(lambda page=short: _read(page), rounds)  # type: ignore[misc]
        yield Result(
            f"extract: {name}", "characters/s", ours, "a shorter page", theirs, NEARLY_THE_SAME
        )


def _page(piece: str, size: int) -> str:
    """Copies of a piece; lines made unlike, as what repeats itself is not read again."""
    copies = size // len(piece)
    return "".join(piece.replace("\n", f"{number}\n") for number in range(copies))


def _unlike_lines() -> str:
    numbers = random.Random(7)
    texts = [path.read_text("utf-8") for path in sorted(ARTICLES.glob("*.txt"))]
    lines = [line for text in texts for line in text.splitlines() if line]
    return "\n".join(f"{line} {numbers.randrange(10**6)}" for line in lines * 4)


def _read(page: str) -> int:
    extract(page, "Gazette", DAY)
    return len(page)
