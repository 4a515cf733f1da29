"""Loading an archive: statements are checked, filed and indexed, some thousand at a time.

Nothing is read, matched or compared until a rescan: each statement stands under the claim the file
names, or under one of its own. No statement waits for another, so the file is taken as it comes and
memory stays flat.
"""

from collections.abc import Iterable, Mapping, Sequence

import numpy as np

from ledger.desk.files_in.met import Met
from ledger.desk.index.nearest import searchable
from ledger.desk.index.pending import plain_token_of_each, tokens
from ledger.desk.statements.entering import Entering, Place
from ledger.desk.statements.outcomes import Filed, Outcomes, Recording
from ledger.desk.statements.wording import claim_key, wording_of
from ledger.exchange.batches import Batch
from ledger.matching import words_of_each
from ledger.progress import Progress
from ledger.store.asking import membership, on_record
from ledger.store.bulk.columns import CLAIM, FILING, STATEMENT
from ledger.store.bulk.late import indexed_late
from ledger.store.index import lookups, postings
from ledger.store.index.inversion import Inversion
from ledger.store.index.postings import claim_document, statement_document
from ledger.store.journal.act import Act
from ledger.store.tables.ledger import Claim, Filing, Reading
from ledger.text.codes import folds


def load(
    act: Act,
    batches: Iterable[Batch],
    places: Mapping[str, Place],
    total: int,
    progress: Progress,
) -> Recording:
    """Load an archive.

    A statement the ledger holds is left as it is; one whose recording was undone is filed again.

    Args:
        act: the transaction it happens in.
        batches: what was said, taken as it comes.
        places: by statement id, where those taken from an archived document stand in it.
        total: how many statements there are, about.
        progress: told how far the work is.
    """
    loading = _Loading(act, places)
    rows = Outcomes()
    with indexed_late(act.session.connection(), (STATEMENT, CLAIM, FILING)):
        for batch in batches:
            progress("loading", min(len(rows), total), total)
            rows.extend(*loading.take(batch))
    loading.close()
    progress("loading", total, total)
    return Recording(rows, loading.added)


class _Loading:
    """One archive on its way in.

    Attributes:
        added: how many statements were entered, or filed again.
    """

    def __init__(self, act: Act, places: Mapping[str, Place]) -> None:
        self._act = act
        self._entering = Entering(act, places)
        self._last_statement = lookups.highest(act.session, STATEMENT)
        self._last_claim = lookups.highest(act.session, CLAIM)
        self._is_first = self._last_statement == 0
        self._met = Met()
        self._named: dict[str, int] = {}
        self._refiled: set[int] = set()
        self.added = 0
        self._inversion = Inversion(plain_token_of_each)

    def take(self, batch: Batch) -> tuple[Sequence[int], list[Filed], bytes]:
        """Enter, file and index some statements; their numbers, places, and which are new."""
        last = dict(zip(batch.ids, range(len(batch)), strict=True))
        asked = self._met.perhaps(last) if self._is_first else last
        known = on_record.known_ids(self._act.session, asked)
        if known or len(last) < len(batch):
            return self._take_beside(batch, last, known)
        entered, filed = self._entering.enter(batch), self._file(batch)
        self._write_filings(entered, filed)
        self._index(batch, entered)
        self.added += len(entered)
        return entered, filed, b"\1" * len(batch)

    def _take_beside(
        self, batch: Batch, last: Mapping[str, int], known: Mapping[str, int]
    ) -> tuple[Sequence[int], list[Filed], bytes]:
        """Take statements of which some stand in the ledger, or come more than once."""
        numbers = dict(known)
        stands = {
            filing.statement_number: Filed(filing.claim_number, filing.basis)
            for filing in membership.filings(self._act.session, of_statements=numbers.values())
        }
        again = set(numbers.values()) - stands.keys()
        fresh = batch.taken([at for key, at in last.items() if key not in numbers])
        entered = self._entering.enter(fresh)
        numbers |= zip(fresh.ids, entered, strict=True)
        to_file = {numbers[key]: at for key, at in last.items() if numbers[key] not in stands}
        filed = self._file(batch.taken(list(to_file.values())))
        stands |= zip(to_file, filed, strict=True)
        self._file_again({number: stands[number] for number in sorted(again)})
        self._write_filings(entered, [stands[number] for number in entered])
        self._index(fresh, entered)
        self._refiled |= again
        self.added += len(entered) + len(again)
        every = [numbers[key] for key in batch.ids]
        new = bytes(n > self._last_statement or n in self._refiled for n in every)
        return every, [stands[number] for number in every], new

    def close(self) -> None:
        """Write what waits, and remember what is to be read; numbers of one act have no gaps."""
        postings.append_inverted(self._act.session, self._inversion)
        last = lookups.highest(self._act.session, STATEMENT)
        if last > self._last_statement:
            row = {"number": self._act.next_number(Reading), "reader": 0}
            self._act.insert(Reading, [{**row, "first": self._last_statement + 1, "last": last}])

    def _file(self, batch: Batch) -> list[Filed]:
        """Where statements go; the claims that are new are written."""
        named = [claim_key(claim) if claim else None for claim in batch.columns["claim"]]
        self._look_up(filter(None, named))
        first = self._act.next_numbers(Claim, 0).start
        founding: list[int] = []
        filed: list[Filed] = []
        for at, key in enumerate(named):
            claim = self._named.get(key) if key else None
            if claim is None:
                claim = first + len(founding)
                founding.append(at)
            if key:
                self._named[key] = claim
            filed.append(Filed(claim, "given" if key else "archived"))
        self._found(batch.taken(founding))
        return filed

    def _look_up(self, keys: Iterable[str]) -> None:
        """Find the claims that bore these wordings before the act began."""
        unmet = set(keys) - self._named.keys() if self._last_claim else ()
        found = membership.claims_by_key(self._act.session, unmet).items()
        self._named |= {key: claim for key, claim in found if claim <= self._last_claim}

    def _found(self, batch: Batch) -> None:
        """Write a claim for each statement; it is indexed unless those words say it all."""
        numbers = self._act.next_numbers(Claim, len(batch))
        texts, topics, given = (batch.columns[name] for name in ("text", "topic", "claim"))
        wordings = [claim or wording_of(text) for claim, text in zip(given, texts, strict=True)]
        keys = [
            claim_key(wording, key if wording == text else None)
            for wording, text, key in zip(wordings, texts, batch.keys, strict=True)
        ]
        told = {"number": numbers, "wording": wordings, "key": keys, "topic": topics}
        self._act.insert_block(Claim, told)
        apart = {
            claim_document(number): tokens(searchable(wording, topic))
            for number, wording, text, topic in zip(numbers, wordings, texts, topics, strict=True)
            if wording != text or topic
        }
        self._inversion.add_each([*apart], [*apart.values()])

    def _file_again(self, stands: Mapping[int, Filed]) -> None:
        """File statements whose earlier filing was undone."""
        for number, (claim, basis, score) in stands.items():
            told = {"claim_number": claim, "basis": basis, "score": score}
            self._act.update(Filing, number, live=True, **told)

    def _write_filings(self, entered: Sequence[int], filed: Sequence[Filed]) -> None:
        """File statements for the first time."""
        claims, bases = [place.claim for place in filed], [place.basis for place in filed]
        rows = {"statement_number": entered, "claim_number": claims, "basis": bases}
        self._act.insert_block(Filing, rows)

    def _index(self, batch: Batch, numbers: Sequence[int]) -> None:
        """Let statements be found by their plain words."""
        texts = _searchable(*(batch.columns[name] for name in ("text", "speaker", "notes")))
        is_text_alone = texts is batch.columns["text"]
        words, signs = words_of_each(texts, batch.keys if is_text_alone else folds(texts))
        documents = np.array([*map(statement_document, numbers)], dtype=np.uint32)
        self._inversion.add_written(documents[words.key], words.written)
        self._inversion.add_signs(documents[signs.key], signs.first, signs.second)


def _searchable(texts: Sequence[str], *others: Sequence[str | None]) -> Sequence[str]:
    """What each statement is found by; the texts themselves where they say it all."""
    if not any(map(any, others)):
        return texts
    return [*map(searchable, texts, *others)]
