"""Filing statements under claims: as the file says, as a person says, or by the score.

Statements that name their claim go first. The rest are matched in an order that depends on what
they say and not on where they stood, so that a file read backwards, or converted to the other
Chinese script, groups its statements into the same claims.
"""

from collections.abc import Container, Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple

from ledger.desk.index.nearest import Index, Near, searchable
from ledger.desk.index.pending import tokens_of_each
from ledger.desk.statements.entering import FIGURE, figures
from ledger.desk.statements.outcomes import Filed
from ledger.desk.statements.questions import QUESTIONS, ask
from ledger.desk.statements.wording import claim_key, wording_of
from ledger.disagreement import inconsistencies
from ledger.exchange.batches import Batch
from ledger.matching import ATTACH_AT, NEAR_AT, Turns
from ledger.quantities import read
from ledger.store.asking import membership, same_claim
from ledger.store.journal.act import Act
from ledger.store.tables.ledger import Claim, Quantity

_NOTHING: frozenset[str] = frozenset()
_TOGETHER = 64
"""Texts taken apart together."""


@dataclass(frozen=True, slots=True)
class Choice:
    """Where a person wants a statement: under a claim by number, or under a new one."""

    claim: int | None = None


class Cabinet:
    """The claims of one ledger, during one act.

    Attributes:
        near: for a claim founded by a statement that may belong elsewhere, which one, and where.
        faulty: the claims of those filed so far whose own figures cannot all hold.
    """

    def __init__(self, act: Act, again: Container[int]) -> None:
        """Open the cabinet, before statements are entered that are to be filed in it.

        Args:
            act: the transaction the filing happens in.
            again: the statements that were filed before, and withdrawn.
        """
        self._act = act
        self._index = Index(act.session)
        self._again = again
        self._numbers: dict[str, int | None] = {}
        self._refused: dict[int, set[int]] = {}
        self._claims: dict[str, list[Any]] = {name: [] for name in _OF_A_CLAIM}
        self.near: dict[int, tuple[int, tuple[int, ...]]] = {}
        self.faulty: set[int] = set()

    def file(self, numbers: Sequence[int], batch: Batch, choice: Choice | None) -> list[Filed]:
        """File some statements, each beside all before it, and write what they found and state.

        Args:
            numbers: their numbers.
            batch: the statements.
            choice: the claim a person chose for all of them; ``None`` leaves it to file and score.
        """
        again = [number for number in numbers if number in self._again]
        self._refused = same_claim.refused(self._act.session, again)
        self._look_up(batch.columns["claim"])
        filed, near = self._match(numbers, batch, choice)
        self._act.insert_block(Claim, self._claims)
        self._claims = {name: [] for name in _OF_A_CLAIM}
        ask(self._act, near, again)
        self._write_figures(numbers, batch.columns["text"])
        # Now, while what was read in them is at hand: a large file outgrows what is remembered.
        for number, text, place in zip(numbers, batch.columns["text"], filed, strict=True):
            if number in near:
                self.near[place.claim] = number, tuple([one.claim for one in near[number]])
            if inconsistencies(text):
                self.faulty.add(place.claim)
        self._index.settle()
        return filed

    def close(self) -> None:
        """Let what was filed be found from now on."""
        self._index.flush()

    def _look_up(self, claims: Sequence[str | None]) -> None:
        """Find the claims that bear these wordings."""
        keys = {claim_key(claim) for claim in claims if claim} - self._numbers.keys()
        self._numbers |= dict.fromkeys(keys)
        self._numbers |= membership.claims_by_key(self._act.session, keys)

    def _write_figures(self, numbers: Sequence[int], texts: Sequence[str]) -> None:
        """What the reader reads in statements; those filed before were read before."""
        told = sorted(zip(numbers, texts, strict=True))
        fresh = (one for one in told if one[0] not in self._again)
        rows = (row for number, text in fresh for row in figures(number, text))
        self._act.strew(Quantity, FIGURE, rows)

    def _match(
        self, numbers: Sequence[int], batch: Batch, choice: Choice | None
    ) -> tuple[list[Filed], dict[int, list[Near]]]:
        """Where statements go, and the claims near those that found a claim of their own."""
        parts = _taken_apart(batch)
        is_told = [choice is not None or claim is not None for claim in batch.columns["claim"]]
        asked = [
            _NOTHING if told else words for told, words in zip(is_told, parts.words, strict=True)
        ]
        is_new = map(self._index.is_new, numbers)
        joining = [held if new else _NOTHING for new, held in zip(is_new, parts.held, strict=True)]
        self._index.prepare(Turns(asked, joining, parts.claims))
        hopeful = self._index.hopeful()
        filed: list[Filed] = []
        near: dict[int, list[Near]] = {}
        for at, number in enumerate(numbers):
            new = _New(number, batch, at)
            place = self._as_told(new, choice)
            if place is None:
                found = self._near(new) if hopeful[at] else []
                place = self._by_score(new, found)
                if place.basis == "new" and found:
                    near[number] = found[:QUESTIONS]
            self._index.add_statement(number, parts.lines[at], place.claim, at)
            filed.append(place)
        return filed, near

    def _by_score(self, new: "_New", found: Sequence[Near]) -> Filed:
        if found and found[0].score >= ATTACH_AT:
            return Filed(found[0].claim, "matched", found[0].score)
        return Filed(self._new_claim(new), "new")

    def _as_told(self, new: "_New", choice: Choice | None) -> Filed | None:
        """Where a person or the file wants a statement, if either says."""
        if choice is not None:
            chosen = choice.claim if choice.claim is not None else self._new_claim(new)
            return Filed(chosen, "person")
        if claim := new.says("claim"):
            return Filed(self._numbers[claim_key(claim)] or self._new_claim(new), "given")
        return None

    def _near(self, new: "_New") -> list[Near]:
        """Claims near enough to mention, without those a person said it does not belong to.

        Asked with the words alone: notes say where a statement came from as often as what it says.
        """
        refused = self._refused.get(new.number, set())
        found = self._index.likely(new.text, new.at, QUESTIONS + len(refused))
        return [near for near in found if near.score >= NEAR_AT and near.claim not in refused]

    def _new_claim(self, new: "_New") -> int:
        given, topic = new.says("claim"), new.says("topic")
        wording = given or wording_of(new.text)
        number = self._act.next_number(Claim)
        key = claim_key(wording, new.key if wording == new.text else None)
        for name, value in zip(_OF_A_CLAIM, (number, wording, key, topic), strict=True):
            self._claims[name].append(value)
        if given and not self._numbers.get(key):
            self._numbers[key] = number
        if wording != new.text or topic:
            self._index.add_claim(number, wording, topic, new.at)
        return number


_OF_A_CLAIM = ("number", "wording", "key", "topic")


class _New(NamedTuple):
    """One of a batch of statements that are filed."""

    number: int
    batch: Batch
    at: int

    @property
    def text(self) -> str:
        """Its words."""
        return str(self.batch.columns["text"][self.at])

    @property
    def key(self) -> str:
        """The match key of its words."""
        return self.batch.keys[self.at]

    def says(self, name: str) -> str | None:
        """What stands in one of its other fields."""
        said: str | None = self.batch.columns[name][self.at]
        return said


class _Parts(NamedTuple):
    """Statements taken apart.

    Attributes:
        words: the tokens their words are looked for by.
        lines: what each is found by.
        held: the tokens of that.
        claims: those of the claim it would found, where that is found by words of its own.
    """

    words: Sequence[frozenset[str]]
    lines: Sequence[str]
    held: Sequence[frozenset[str]]
    claims: Sequence[frozenset[str]]


def _taken_apart(batch: Batch) -> _Parts:
    """Read statements and find out their tokens."""
    columns = (batch.columns[name] for name in ("text", "speaker", "notes", "claim", "topic"))
    texts, speakers, notes, claims, topics = columns
    words: list[frozenset[str]] = []
    for start in range(0, len(texts), _TOGETHER):
        block = texts[start : start + _TOGETHER]
        words += tokens_of_each(block)  # which reads them too, but for a few
        for text in block:
            read(text)
    beside = [searchable(*own) for own in zip(speakers, notes, strict=True)]
    wordings = [claim or wording_of(text) for claim, text in zip(claims, texts, strict=True)]
    about = [
        searchable(wording, topic) if wording != text or topic else ""
        for wording, text, topic in zip(wordings, texts, topics, strict=True)
    ]
    others = [*dict.fromkeys([*beside, *about])]
    more = dict(zip(others, tokens_of_each(others), strict=True))
    held = [own | more[line] if line else own for own, line in zip(words, beside, strict=True)]
    lines = [*map(searchable, texts, speakers, notes)]
    return _Parts(words, lines, held, [more[own] for own in about])
