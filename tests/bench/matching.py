"""Matching against a ledger of many claims, beside RapidFuzz over all of them and tantivy.

The corpus is made up from a seed: half English, half Chinese, words as unevenly common as in
news, a figure in every sentence. Queries are sentences of the ledger told again with another
figure, other words or fewer; each has one right answer.
"""

import random
import tempfile
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from itertools import accumulate, islice
from pathlib import Path
from time import process_time

from rapidfuzz import fuzz, process
from sqlalchemy import Connection, insert

from ledger.desk.nearest import Index
from ledger.matching import features
from ledger.matching.profile import profile
from ledger.store import postings
from ledger.store.inversion import Inversion
from ledger.store.ledger import Store, open_ledger
from ledger.store.table import Table
from ledger.text.fold import fold
from tests.bench.measure import Result, rate

QUICK, MANY, MOST = 10_000, 100_000, 1_000_000
QUERIES = 200
ROUNDS = 3
TYPED = 1_000
SLOWEST = 50
"""Times as fast as one pass of RapidFuzz over a million."""
TIMES_FASTER = 300
GROWTH = 4
RECALL = 99
_BATCH = 20_000
_BEST = 10
_SHORTEST = 3
"""Characters; a match is looked for from so many on."""


@dataclass(frozen=True, slots=True)
class Corpus:
    """Sentences, the queries made from some of them, and which sentence each query retells."""

    sentences: list[str]
    queries: list[str]
    answers: list[int]


def bench(rounds: int) -> Iterator[Result]:
    """At ten thousand claims when quick, at a hundred thousand and a million otherwise."""
    sizes = (QUICK,) if rounds == 1 else (MANY, MOST)
    rates: list[float] = []
    for size in sizes:
        corpus = made_up(size)
        with tempfile.TemporaryDirectory() as folder:
            store = filled(Path(folder) / "bench.db", corpus.sentences)
            ours, right = _match(store, corpus)
            slowest = _typed(store, corpus)
            store.close()
        rates.append(ours)
        what = f"match, {size:,} claims"
        yield Result(f"{what}: right among ten", "%", 100 * right, "asked for", RECALL, 1)
        yield from _beside_rapidfuzz(what, corpus, ours, slowest)
        yield from _beside_tantivy(what, corpus, ours)
    if len(rates) > 1:
        yield Result(
            "match, ten times the claims", "/s", rates[-1], "so much", rates[0], 1 / GROWTH
        )


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


def filled(path: Path, sentences: Sequence[str]) -> Store:
    """A ledger that holds each sentence under a claim of its own, written past the journal."""
    store = open_ledger(str(path), create=True)
    with store.acting("bench", actor="bench", at=datetime(2026, 1, 1, tzinfo=UTC)) as act:
        connection = act.session.connection()
        connection.exec_driver_sql("PRAGMA defer_foreign_keys = ON")
        _insert(connection, "outlet", [{"number": 1, "name": "Bench", "live": True, "entry": 1}])
        _insert(connection, "entry", [_entry()])
        inversion = Inversion()
        for start in range(0, len(sentences), _BATCH):
            batch = list(enumerate(sentences[start : start + _BATCH], start + 1))
            for table, row in (("statement", _statement), ("claim", _claim), ("filing", _filing)):
                _insert(connection, table, [row(number, text) for number, text in batch])
            documents = [postings.statement_document(number) for number, _ in batch]
            inversion.add_each(documents, [features(text) for _, text in batch])
            postings.append_inverted(act.session, inversion, more=True)
        postings.append_inverted(act.session, inversion)
    return store


def _insert(connection: Connection, table: str, rows: list[dict[str, object]]) -> None:
    connection.execute(insert(Table.metadata.tables[table]), rows)


def _entry() -> dict[str, object]:
    blank = dict.fromkeys(("actor", "act", "summary", "changes", "previous", "hash"), "")
    return {"number": 1, "at": datetime(2026, 1, 1, tzinfo=UTC), **blank}


def _statement(number: int, text: str) -> dict[str, object]:
    identity = {"number": number, "id": str(number), "text": text, "entry": 1}
    return {**identity, "language": "en", "outlet": "Bench", "outlet_number": 1}


def _claim(number: int, text: str) -> dict[str, object]:
    return {"number": number, "wording": text, "key": str(number), "live": True, "entry": 1}


def _filing(number: int, _: str) -> dict[str, object]:
    filed = {"statement_number": number, "claim_number": number}
    return {**filed, "basis": "new", "live": True, "entry": 1}


def _forget() -> None:
    """Whoever asks next reads the queries anew."""
    features.cache_clear()
    profile.cache_clear()


def _match(store: Store, corpus: Corpus) -> tuple[float, float]:
    """Queries a second, and the share of them whose claim is among the first ten."""
    found: list[bool] = []
    with store.reading() as session:
        index = Index(session)

        def ask() -> int:
            _forget()
            for query, answer in zip(corpus.queries, corpus.answers, strict=True):
                near = index.nearest(query, _BEST)
                found.append(answer + 1 in [one.claim for one in near])
            return QUERIES

        index.nearest(corpus.sentences[0], _BEST)
        ours = rate(ask, ROUNDS)
    return ours, sum(found) / len(found)


def _typed(store: Store, corpus: Corpus) -> float:
    """The CPU seconds of the slowest match while queries are typed, one character after another."""
    typed = (query[:end] for query in corpus.queries for end in range(_SHORTEST, len(query) + 1))
    slowest = 0.0
    with store.reading() as session:
        index = Index(session)
        for text in islice(typed, TYPED):
            begun = process_time()
            index.nearest(text, _BEST)
            slowest = max(slowest, process_time() - begun)
    return slowest


def _beside_rapidfuzz(what: str, corpus: Corpus, ours: float, slowest: float) -> Iterator[Result]:
    keys = [fold(sentence) for sentence in corpus.sentences]
    asked = corpus.queries[: max(2, QUERIES * 1_000 // len(keys))]

    def extract() -> int:
        for query in asked:
            process.extract(fold(query), keys, scorer=fuzz.token_set_ratio, limit=_BEST)
        return len(asked)

    theirs = rate(extract, rounds=1)
    full = len(keys) >= MOST
    yield Result(what, "/s", ours, "RapidFuzz over all", theirs, TIMES_FASTER, full)
    if full:
        typed = f"{what}: slowest of {TYPED:,} typed"
        yield Result(typed, "/s", 1 / slowest, "RapidFuzz over all", theirs, SLOWEST)


def _beside_tantivy(what: str, corpus: Corpus, ours: float) -> Iterator[Result]:
    try:
        import tantivy  # type: ignore[import-not-found,unused-ignore]
    except ImportError:
        return
    schema = tantivy.SchemaBuilder()
    schema.add_text_field("tokens", stored=False, tokenizer_name="whitespace")
    schema.add_text_field("key", stored=True, tokenizer_name="raw")
    index = tantivy.Index(schema.build())
    writer = index.writer(200_000_000, 1)
    for sentence in corpus.sentences:
        tokens = " ".join(token.replace(" ", "_") for token in features(sentence))
        writer.add_document(tantivy.Document(tokens=[tokens], key=[fold(sentence)]))
    writer.commit()
    index.reload()
    theirs = rate(_asking(index, corpus), ROUNDS)
    full = len(corpus.sentences) >= MANY
    yield Result(what, "/s", ours, "tantivy and re-rank", theirs, 1, full)


def _asking(index: object, corpus: Corpus) -> Callable[[], int]:
    from tantivy import Occur, Query  # type: ignore[import-not-found,unused-ignore]

    searcher, schema = index.searcher(), index.schema  # type: ignore[attr-defined]

    def ask() -> int:
        _forget()
        for query in corpus.queries:
            tokens = sorted(token.replace(" ", "_") for token in features(query))
            wanted = [(Occur.Should, Query.term_query(schema, "tokens", t)) for t in tokens]
            hits = searcher.search(Query.boolean_query(wanted), 100).hits
            keys = [searcher.doc(address)["key"][0] for _, address in hits]
            process.extract(fold(query), keys, scorer=fuzz.token_set_ratio, limit=_BEST)
        return len(corpus.queries)

    return ask
