"""The made-up corpus that benches ask about, and ledgers that hold it.

It is made from a seed: half English, half Chinese, words as unevenly common as in news, a figure in
every sentence. Queries are sentences of the corpus told again with another figure, other words or
fewer; each has one right answer. A ledger of a size is filled once in a run, and every bench gets a
copy of its own.
"""

import random
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import cache
from itertools import accumulate
from pathlib import Path
from shutil import copyfile
from tempfile import TemporaryDirectory

from sqlalchemy import Connection, insert

from ledger.desk.index.pending import tokens_of_each
from ledger.store.index import postings
from ledger.store.opening.ledger import Store, open_ledger
from ledger.store.tables.base import Table

QUICK, MANY, MOST = 10_000, 100_000, 1_000_000
QUERIES = 200
_BATCH = 20_000


@dataclass(frozen=True, slots=True)
class Corpus:
    """Sentences, the queries made from some of them, and which sentence each query retells."""

    sentences: list[str]
    queries: list[str]
    answers: list[int]


@cache
def made_up(size: int) -> Corpus:
    """A corpus of so many sentences; the same for the same size."""
    dice = random.Random(size)
    english = _Vocabulary([_word(dice) for _ in range(30_000)])
    chinese = _Vocabulary(["".join(_sign(dice) for _ in range(2)) for _ in range(20_000)])
    spoken = [_said(dice, english if n % 2 else chinese) for n in range(size)]
    asked = [dice.randrange(size) for _ in range(QUERIES)]
    return Corpus(
        [_written(words, n % 2 == 1, 10 + n % 9_000) for n, words in enumerate(spoken)],
        [
            _written(_told_again(dice, spoken[n], kind), n % 2 == 1, dice.randrange(10, 9_000))
            for kind, n in enumerate(asked)
        ],
        asked,
    )


class _Vocabulary:
    """Words, the n-th of them drawn about n times more seldom than the first."""

    def __init__(self, words: Sequence[str]) -> None:
        self._words = words
        self._shares = list(accumulate(1 / (place + 20) for place in range(len(words))))

    def draw(self, dice: random.Random, count: int) -> list[str]:
        return dice.choices(self._words, cum_weights=self._shares, k=count)


def _word(dice: random.Random) -> str:
    syllables = (dice.choice("bdfgklmnprstv") + dice.choice("aeiou") for _ in range(3))
    return "".join(syllables) + dice.choice("bdgklmnprt")


def _sign(dice: random.Random) -> str:
    return chr(0x4E00 + dice.randrange(3_000))


def _said(dice: random.Random, vocabulary: _Vocabulary) -> list[str]:
    return vocabulary.draw(dice, dice.randint(8, 14))


def _told_again(dice: random.Random, words: list[str], kind: int) -> list[str]:
    """With nothing but the figure changed, with two words left out, or with two put first."""
    told = list(words)
    if kind % 3 == 1:
        for _ in range(2):
            told.pop(dice.randrange(len(told)))
    elif kind % 3 == 2:
        told = told[-2:] + told[:-2]
    return told


def _written(words: Sequence[str], spaced: bool, figure: int) -> str:  # noqa: FBT001 - which of two scripts
    return f"{' '.join(words)} {figure} boats" if spaced else f"{''.join(words)}{figure}人"


@contextmanager
def ledger_of(size: int) -> Iterator[Store]:
    """A ledger that holds each sentence under a claim of its own; what is written to it is lost."""
    with TemporaryDirectory() as folder:
        copy = Path(folder) / "bench.db"
        copyfile(_filled(size), copy)
        store = open_ledger(str(copy))
        try:
            yield store
        finally:
            store.close()


@cache
def _filled(size: int) -> Path:
    """The file that ledgers of a size are copied from, written past the journal."""
    path = Path(_folder().name) / f"{size}.db"
    store = open_ledger(str(path), create=True)
    with store.acting("bench", actor="bench", at=datetime(2026, 1, 1, tzinfo=UTC)) as act:
        connection = act.session.connection()
        connection.exec_driver_sql("PRAGMA defer_foreign_keys = ON")
        _insert(connection, "outlet", [{"number": 1, "name": "Bench", "live": True, "entry": 1}])
        _insert(connection, "entry", [_entry()])
        sentences = made_up(size).sentences
        for start in range(0, size, _BATCH):
            texts = sentences[start : start + _BATCH]
            numbers = range(start + 1, start + len(texts) + 1)
            for table, row in (("statement", _statement), ("claim", _claim), ("filing", _filing)):
                _insert(connection, table, [*map(row, numbers, texts)])
            documents = map(postings.statement_document, numbers)
            postings.append(act.session, dict(zip(documents, tokens_of_each(texts), strict=True)))
    store.close()
    return path


@cache
def _folder() -> "TemporaryDirectory[str]":
    """Where they stand until the run ends."""
    return TemporaryDirectory()


def _insert(connection: Connection, table: str, rows: list[dict[str, object]]) -> None:
    connection.execute(insert(Table.metadata.tables[table]), rows)


def _entry() -> dict[str, object]:
    blank = dict.fromkeys(("actor", "act", "summary", "changes", "previous"), "")
    at = datetime(2026, 1, 1, tzinfo=UTC)
    return {"number": 1, "at": at, "hash": "made up", **blank}  # without one it would be unfinished


def _statement(number: int, text: str) -> dict[str, object]:
    identity = {"number": number, "id": str(number), "text": text, "entry": 1}
    return {**identity, "language": "en", "outlet": "Bench", "outlet_number": 1}


def _claim(number: int, text: str) -> dict[str, object]:
    return {"number": number, "wording": text, "key": str(number), "live": True, "entry": 1}


def _filing(number: int, _: str) -> dict[str, object]:
    filed = {"statement_number": number, "claim_number": number}
    return {**filed, "basis": "new", "live": True, "entry": 1}
