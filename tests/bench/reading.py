"""Reading figures and comparing statements, beside the libraries that read quantities."""

import json
import random
import subprocess
import sys
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory
from time import perf_counter

from ledger.desk.garbage import seldom_collected
from ledger.disagreement import Side, compare_each
from ledger.quantities import read, read_ahead
from tests.bench.measure import Result, rate

NEWSROOM = Path(__file__).parents[2] / "fixtures" / "newsroom.jsonl"
SENTENCES_A_SECOND = 10_000
PAIRS_A_SECOND = 3_000
TIMES_FASTER = 20
BESIDE_QUANTULUM, BESIDE_RECOGNIZERS = 1_000, 200
"""Sentences both sides read: as many as the slower one reads in a few seconds, as a rate taken in
hundredths of a second is none."""


def bench(rounds: int) -> Iterator[Result]:
    """All sentences of the demo, each made unlike any other by a number, so no cache can help."""
    texts = [json.loads(line)["text"] for line in NEWSROOM.open(encoding="utf-8")]
    sentences = _unlike(texts, 4_000)
    ours = _ours(sentences, rounds)
    yield Result("read", "sentences/s", ours, "asked for", SENTENCES_A_SECOND, 1)
    english = [text for text in sentences if text.isascii()]
    chinese = [text for text in sentences if not text.isascii()]
    yield from _beside_quantulum(english[:BESIDE_QUANTULUM], rounds)
    yield from _beside_recognizers(english[:BESIDE_RECOGNIZERS], "en-us", rounds)
    yield from _beside_recognizers(chinese[:BESIDE_RECOGNIZERS], "zh-cn", rounds)
    pairs = list(zip(_unlike(texts, 2_000), _unlike(texts[1:] + texts[:1], 2_000), strict=True))
    ours = rate(lambda: _compared(pairs), rounds=1)
    what = "compare, in one process"
    yield Result(what, "pairs/s", ours, "asked for", PAIRS_A_SECOND, 1, at_size=False)
    yield _by_the_clock(
        "quantities",
        [{"id": at, "text": text} for at, text in enumerate(_unlike(texts, 20_000))],
        SENTENCES_A_SECOND,
    )
    both = zip(_unlike(texts, 10_000), _unlike(texts[1:] + texts[:1], 10_000), strict=True)
    yield _by_the_clock(
        "compare", [{"id": at, "a": a, "b": b} for at, (a, b) in enumerate(both)], PAIRS_A_SECOND
    )


def _by_the_clock(command: str, batch: Sequence[Mapping[str, object]], asked: int) -> Result:
    """A batch as whoever types the command waits for it, start and end of the program included."""
    with TemporaryDirectory() as folder:
        file = Path(folder) / "batch.jsonl"
        file.write_text("".join(f"{json.dumps(row)}\n" for row in batch), encoding="utf-8")
        words = [sys.executable, "-m", "ledger", command, "--batch", str(file), "--jsonl"]
        begun = perf_counter()
        subprocess.run(words, stdout=subprocess.DEVNULL, check=True)
        reached = len(batch) / (perf_counter() - begun)
    return Result(f"{command} --batch", "lines/s by the clock", reached, "asked for", asked, 1)


def _compared(pairs: list[tuple[str, str]]) -> int:
    with seldom_collected():  # as in the batches of the command line
        return sum(1 for _ in compare_each([(Side(a), Side(b)) for a, b in pairs]))


def _unlike(texts: list[str], count: int) -> list[str]:
    numbers = random.Random(7)
    return [f"{texts[i % len(texts)]} {numbers.randrange(10**6)}" for i in range(count)]


def _each(reader: object, sentences: list[str]) -> int:
    with seldom_collected():  # as in the batches of the command line
        for sentence in sentences:
            reader(sentence)  # type: ignore[operator]
    return len(sentences)


def _ours(sentences: list[str], rounds: int) -> float:
    """Our rate once the tables are loaded, read ahead as batches are.

    Each round knows no sentence from the one before.
    """
    read("5 % of sales")

    def once() -> int:
        read.cache_clear()
        with seldom_collected():
            read_ahead(sentences)
        return _each(read, sentences)

    return rate(once, min(rounds, 2))


def _beside_quantulum(sentences: list[str], rounds: int) -> Iterator[Result]:
    try:
        from quantulum3 import parser
    except ImportError:
        return
    theirs = rate(lambda: _each(parser.parse, sentences), min(rounds, 2))
    yield Result(
        "read English", "sentences/s", _ours(sentences, rounds), "quantulum3", theirs, TIMES_FASTER
    )


def _beside_recognizers(sentences: list[str], culture: str, rounds: int) -> Iterator[Result]:
    try:
        from recognizers_number import NumberRecognizer
        from recognizers_number_with_unit import NumberWithUnitRecognizer
    except ImportError:
        return
    units, numbers = NumberWithUnitRecognizer(culture), NumberRecognizer(culture)
    models = (
        numbers.get_number_model(),
        numbers.get_percentage_model(),
        units.get_currency_model(),
        units.get_dimension_model(),
    )

    def parse(sentence: str) -> None:
        for model in models:
            model.parse(sentence)

    theirs = rate(lambda: _each(parse, sentences), min(rounds, 2))
    name = "recognizers-text"
    what = "read English" if culture.startswith("en") else "read Chinese"
    yield Result(what, "sentences/s", _ours(sentences, rounds), name, theirs, TIMES_FASTER)
