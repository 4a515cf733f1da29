"""Matching against a ledger of many claims, beside RapidFuzz over all of them and tantivy.

Queries are sentences of the ledger told again; each has one right answer.
"""

from collections.abc import Callable, Iterator
from itertools import islice
from time import process_time

from rapidfuzz import fuzz, process

from ledger.desk.index.nearest import Index
from ledger.desk.index.pending import tokens_of_each
from ledger.matching import features
from ledger.matching.profile import profile
from ledger.store.opening.ledger import Store
from ledger.text.codes import folds
from ledger.text.fold import fold
from tests.bench.corpus import MANY, MOST, QUERIES, QUICK, Corpus, ledger_of, made_up
from tests.bench.measure import Result, rate, rates

ROUNDS = 3
_TURNS = 7
"""So many times we and tantivy are asked in turn: the two are close, and a machine has moods."""
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


def bench(rounds: int) -> Iterator[Result]:
    """At ten thousand claims when quick, at a hundred thousand and a million otherwise."""
    sizes = (QUICK,) if rounds == 1 else (MANY, MOST)
    grown: list[float] = []
    for size in sizes:
        corpus = made_up(size)
        with ledger_of(size) as store:
            ours, right = _match(store, corpus)
            slowest = _typed(store, corpus)
            beside = [*_beside_tantivy(f"match, {size:,} claims", corpus, store)]
        grown.append(ours)
        what = f"match, {size:,} claims"
        yield Result(f"{what}: right among ten", "%", 100 * right, "asked for", RECALL, 1)
        yield from _beside_rapidfuzz(what, corpus, ours, slowest)
        yield from beside
    if len(grown) > 1:
        yield Result(
            "match, ten times the claims", "/s", grown[-1], "so much", grown[0], 1 / GROWTH
        )


def _forget() -> None:
    """Whoever asks next reads the queries anew."""
    features.cache_clear()
    profile.cache_clear()


def _match(store: Store, corpus: Corpus) -> tuple[float, float]:
    """Queries a second, and the share of them whose claim is among the first ten."""
    found: list[bool] = []
    with store.reading() as session:
        ours = rate(_asking_ledger(Index(session), corpus, found), ROUNDS)
    return ours, sum(found) / len(found)


def _asking_ledger(index: Index, corpus: Corpus, found: list[bool]) -> Callable[[], int]:
    """Ask every query; whether its claim is among the first ten goes to what was found."""

    def ask() -> int:
        _forget()
        for query, answer in zip(corpus.queries, corpus.answers, strict=True):
            near = index.nearest(query, _BEST)
            found.append(answer + 1 in [one.claim for one in near])
        return QUERIES

    index.nearest(corpus.sentences[0], _BEST)
    return ask


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


def _keys(corpus: Corpus) -> list[str]:
    """The match key of every sentence."""
    starts = range(0, len(corpus.sentences), _BATCH)
    return [key for at in starts for key in folds(corpus.sentences[at : at + _BATCH])]


def _beside_rapidfuzz(what: str, corpus: Corpus, ours: float, slowest: float) -> Iterator[Result]:
    keys = _keys(corpus)
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


def _beside_tantivy(what: str, corpus: Corpus, store: Store) -> Iterator[Result]:
    try:
        import tantivy  # type: ignore[import-not-found,unused-ignore]
    except ImportError:
        return
    schema = tantivy.SchemaBuilder()
    schema.add_text_field("tokens", stored=False, tokenizer_name="whitespace")
    schema.add_text_field("key", stored=True, tokenizer_name="raw")
    index = tantivy.Index(schema.build())
    writer = index.writer(200_000_000, 1)
    keys = _keys(corpus)
    for start in range(0, len(keys), _BATCH):
        some = slice(start, start + _BATCH)
        held = tokens_of_each(corpus.sentences[some])
        for found, key in zip(held, keys[some], strict=True):
            tokens = " ".join(token.replace(" ", "_") for token in found)
            writer.add_document(tantivy.Document(tokens=[tokens], key=[key]))
    writer.commit()
    index.reload()
    with store.reading() as session:
        asking = _asking_ledger(Index(session), corpus, []), _asking(index, corpus)
        ours, theirs = rates(asking, _TURNS)
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
