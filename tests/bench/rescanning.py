"""Looking through a whole archive for near claims, beside RapidFuzz over all pairs.

Two hundred sentences of the made-up corpus stand in the archive twice, told again with another
figure, other words or fewer. All pairs take too long at the full size, so that a sample of the rows
of their matrix is computed and the rest reckoned: each row costs the same. The archive is read
first, as an import would have done; the last line counts that too.
"""

import json
import tempfile
from collections.abc import Iterator
from pathlib import Path

from rapidfuzz import fuzz, process

from ledger.desk.desk import Desk
from ledger.desk.files_in.importing import import_file
from ledger.desk.long_work.rescanning import find_near, read_archived
from ledger.store.asking import membership, same_claim
from ledger.store.opening.ledger import open_ledger
from ledger.text.fold import fold
from tests.bench.corpus import Corpus, made_up
from tests.bench.measure import Result, rate

QUICK, MANY = 2_000, 100_000
TIMES_FASTER = 200
RECALL = 95
_OUTLETS = 40
_ROWS = 100
"""Rows of the matrix that are computed."""


def bench(rounds: int) -> Iterator[Result]:
    """Two thousand statements when quick, a hundred thousand otherwise."""
    size = QUICK if rounds == 1 else MANY
    corpus = made_up(size)
    with tempfile.TemporaryDirectory() as folder:
        desk = _archive(Path(folder), corpus)
        reading = rate(lambda: read_archived(desk)[0], rounds=1)
        matching = rate(lambda: find_near(desk)[0], rounds=1)
        right = _found(desk, corpus)
        desk.close()
    what = f"rescan, {size:,} claims"
    yield Result(f"{what}: pairs found", "%", 100 * right, "asked for", RECALL, 1)
    keys = [fold(text) for text in (*corpus.sentences, *corpus.queries)]

    def all_pairs() -> int:
        process.cdist(keys[:_ROWS], keys, scorer=fuzz.token_set_ratio, score_cutoff=80, workers=1)
        return 2 * _ROWS  # a pair stands in two rows, and needs to be looked at once

    theirs = rate(all_pairs, rounds=1)
    both = 1 / (1 / reading + 1 / matching)
    for which, ours in ((what, matching), (f"{what} unread", both)):
        full = size == MANY
        yield Result(which, "/s", ours, "RapidFuzz, all pairs", theirs, TIMES_FASTER, full)


def _archive(folder: Path, corpus: Corpus) -> Desk:
    """A ledger with the sentences and the retellings, each under a claim of its own."""
    file = folder / "archive.jsonl"
    texts = (*corpus.sentences, *corpus.queries)
    rows = ({"text": text, "outlet": f"Outlet {n % _OUTLETS}"} for n, text in enumerate(texts))
    file.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    desk = Desk(open_ledger(str(folder / "ledger.db"), create=True), "bench")
    import_file(desk, file, match=False)
    return desk


def _found(desk: Desk, corpus: Corpus) -> float:
    """The share of retellings that stand in question with what they retell, either way round."""
    with desk.reading() as session:
        claims = {f.statement_number: f.claim_number for f in membership.filings(session)}
        asked = {(q.statement_number, q.claim_number) for q in same_claim.open_questions(session)}
    told = [
        (answer + 1, len(corpus.sentences) + place)
        for place, answer in enumerate(corpus.answers, 1)
    ]
    found = [(a, claims[b]) in asked or (b, claims[a]) in asked for a, b in told]
    return sum(found) / len(found)
