"""Loading an archive: statements are checked, filed and indexed, some thousand at a time.

Nothing is read, matched or compared until a rescan: each statement stands under the claim the file
names, or under one of its own. No statement waits for another, so the file is taken as it comes and
memory stays flat.
"""

from array import array
from collections.abc import Iterable, Mapping, Sequence
from itertools import islice
from typing import Any, NamedTuple, overload

import numpy as np

from ledger.desk.entering import Entering, Place
from ledger.desk.filing import Filed, claim_key, wording_of
from ledger.desk.nearest import searchable
from ledger.desk.pending import plain_tokens_of_each, tokens
from ledger.desk.progress import Progress
from ledger.desk.recording import Recorded, Recording
from ledger.model import NewStatement
from ledger.store import lookups, postings, queries
from ledger.store.act import Act
from ledger.store.columns import CLAIM, STATEMENT
from ledger.store.inversion import Inversion
from ledger.store.postings import claim_document, statement_document
from ledger.store.tables import Claim, Filing, Reading
from ledger.text.codes import folds

_AT_ONCE = 2_000
"""Statements taken at a time."""
_WAITING = 500_000
"""Tokens that wait for the index before they are written: those of 25,000 statements."""
_BASES = ("archived", "given", "matched", "new", "person")


class Loaded(Sequence[Recorded]):
    """What became of each statement, kept in ten bytes."""

    def __init__(self) -> None:
        self._statements, self._claims = array("I"), array("I")
        self._bases, self._added = bytearray(), bytearray()

    def extend(self, statements: Sequence[int], filed: Iterable[Filed], added: bytes) -> None:
        """Keep some more; a score they were filed by before is not kept."""
        self._statements.extend(statements)
        for place in filed:
            self._claims.append(place.claim)
            self._bases.append(_BASES.index(place.basis))
        self._added += added

    def added(self) -> int:
        """How many statements were added; a repeated one counts once."""
        added = np.frombuffer(self._added, dtype=np.bool_)
        return len(set(np.frombuffer(self._statements, dtype=np.uint32)[added].tolist()))

    def __len__(self) -> int:
        """How many there are."""
        return len(self._statements)

    @overload
    def __getitem__(self, at: int) -> Recorded: ...
    @overload
    def __getitem__(self, at: slice) -> list[Recorded]: ...
    def __getitem__(self, at: int | slice) -> Recorded | list[Recorded]:
        """What became of one of them, in the order they came."""
        if isinstance(at, slice):
            return [self[one] for one in range(*at.indices(len(self)))]
        filed = Filed(self._claims[at], _BASES[self._bases[at]])
        return Recorded(self._statements[at], filed, bool(self._added[at]))


def load(
    act: Act,
    statements: Iterable[NewStatement],
    places: Mapping[str, Place],
    total: int,
    progress: Progress,
) -> Recording:
    """Load an archive.

    A statement the ledger holds is left as it is; one whose recording was undone is filed again.

    Args:
        act: the transaction it happens in.
        statements: what was said, already validated; taken as it comes.
        places: by statement id, where those taken from an archived document stand in it.
        total: how many statements there are, about.
        progress: told how far the work is.
    """
    loading = _Loading(act, places)
    rows = Loaded()
    waiting = iter(statements)
    while chunk := list(islice(waiting, _AT_ONCE)):
        progress("loading", min(len(rows), total), total)
        rows.extend(*loading.take(chunk))
    loading.close()
    progress("loading", total, total)
    return Recording(rows, rows.added())


class _Standing(NamedTuple):
    """The statements of one lot by number: those to be filed, and how those that are stand."""

    numbers: dict[str, int]
    filed: dict[int, Filed]
    to_file: dict[int, NewStatement]
    again: set[int]


class _Loading:
    """One archive on its way in."""

    def __init__(self, act: Act, places: Mapping[str, Place]) -> None:
        self._act = act
        self._entering = Entering(act, places)
        self._last_statement = lookups.highest(act.session, STATEMENT)
        self._last_claim = lookups.highest(act.session, CLAIM)
        self._named: dict[str, int] = {}
        self._refiled: set[int] = set()
        self._inversion = Inversion()

    def take(self, statements: Sequence[NewStatement]) -> tuple[list[int], list[Filed], bytes]:
        """Enter, file and index some statements; their numbers, places, and which are new."""
        keys = [new.identity() for new in statements]
        standing = self._enter(dict(zip(keys, statements, strict=True)))
        filed = self._file(standing.to_file)
        self._write_filings(filed, standing.again)
        self._index({n: new for n, new in standing.to_file.items() if n > self._last_statement})
        self._refiled |= standing.again
        stands = {**standing.filed, **filed}
        numbers = [standing.numbers[key] for key in keys]
        new = bytes(n > self._last_statement or n in self._refiled for n in numbers)
        return numbers, [stands[number] for number in numbers], new

    def close(self) -> None:
        """Write what waits, and remember what is to be read; numbers of one act have no gaps."""
        self._flush()
        last = lookups.highest(self._act.session, STATEMENT)
        if last > self._last_statement:
            row = {"number": self._act.next_number(Reading), "reader": 0}
            self._act.insert(Reading, [{**row, "first": self._last_statement + 1, "last": last}])

    def _enter(self, by_id: Mapping[str, NewStatement]) -> _Standing:
        session = self._act.session
        held = queries.known_ids(session, by_id)
        standing = {
            filing.statement_number: Filed(filing.claim_number, filing.basis)
            for filing in queries.filings(session, of_statements=held.values())
        }
        fresh = [(key, new) for key, new in by_id.items() if key not in held]
        numbers = {**held, **self._entering.enter(fresh)}
        to_file = {numbers[key]: new for key, new in by_id.items() if numbers[key] not in standing}
        return _Standing(numbers, standing, to_file, to_file.keys() & set(held.values()))

    def _file(self, statements: Mapping[int, NewStatement]) -> dict[int, Filed]:
        """Where statements go; the claims that are new are written."""
        self._look_up(claim_key(new.claim) for new in statements.values() if new.claim)
        folded = folds([new.text for new in statements.values()])
        filed: dict[int, Filed] = {}
        claims: list[dict[str, Any]] = []
        for (number, new), key in zip(statements.items(), folded, strict=True):
            named = claim_key(new.claim) if new.claim else None
            claim = self._named.get(named) if named else None
            if claim is None:
                claim = self._act.next_number(Claim)
                claims.append(self._claim(claim, new, key))
            if named:
                self._named[named] = claim
            filed[number] = Filed(claim, "given" if named else "archived")
        self._act.insert(Claim, claims)
        return filed

    def _look_up(self, keys: Iterable[str]) -> None:
        """Find the claims that bore these wordings before the act began."""
        unmet = set(keys) - self._named.keys()
        found = queries.claims_by_key(self._act.session, unmet).items()
        self._named |= {key: claim for key, claim in found if claim <= self._last_claim}

    def _claim(self, number: int, new: NewStatement, folded: str) -> dict[str, Any]:
        """The row of a new claim, which is indexed unless its statement's own words say it all."""
        wording = new.claim or wording_of(new.text)
        if wording != new.text or new.topic:
            words = tokens(searchable(wording, new.topic))
            self._inversion.add(claim_document(number), words)
        key = claim_key(wording, folded if wording == new.text else None)
        return {"number": number, "wording": wording, "key": key, "topic": new.topic}

    def _write_filings(self, filed: Mapping[int, Filed], again: set[int]) -> None:
        """File for the first time, or again where an earlier filing was undone."""
        columns = {
            number: {"claim_number": place.claim, "basis": place.basis, "score": None}
            for number, place in filed.items()
        }
        for number in sorted(again):
            self._act.update(Filing, number, live=True, **columns.pop(number))
        rows = ({"statement_number": number, **row} for number, row in sorted(columns.items()))
        self._act.insert(Filing, rows)

    def _index(self, statements: Mapping[int, NewStatement]) -> None:
        """Let statements be found by their plain words."""
        texts = [searchable(new.text, new.speaker, new.notes) for new in statements.values()]
        documents = list(map(statement_document, statements))
        words, signs = plain_tokens_of_each(texts)
        for document, held in zip(documents, words, strict=True):
            self._inversion.add(document, held)
        of_signs = np.array(documents, dtype=np.uint32)[signs.key]
        self._inversion.add_signs(of_signs, signs.first, signs.second)
        if len(self._inversion) > _WAITING:
            self._flush()

    def _flush(self) -> None:
        postings.append_inverted(self._act.session, self._inversion)
        self._inversion = Inversion()
