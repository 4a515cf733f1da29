"""A text made ready to be compared: its reading, what stands around its figures, its clauses.

Everything is worked out once for a text, however many it is set against. Where many texts are at
hand, a block of them goes through each stage together: the stages have tables and code of their
own, more than a processor keeps at hand.
"""

from collections.abc import Iterable, Sequence
from contextlib import suppress
from itertools import chain
from unicodedata import combining, normalize

from ledger.disagreement.statement.context import Context
from ledger.disagreement.statement.item import Item
from ledger.disagreement.statement.kept import kept
from ledger.disagreement.statement.passage import Passage
from ledger.disagreement.statement.reading import Reading, find_mentions
from ledger.disagreement.statement.score import Score, scores_in
from ledger.disagreement.statement.spoken import spoken_in
from ledger.disagreement.statement.surroundings import Times, times_of
from ledger.quantities import read_ahead
from ledger.text.phrases import cut
from ledger.text.tokens import tokens

TOGETHER = 64
"""Pairs of texts that go through the stages together."""
_STAGES = (
    *("clauses", "steering", "terms", "names", "figures", "ordinals", "scores"),
    *("signals", "words_begin", "sentences", "told", "told_ids", "items", "passages", "contexts"),
    *("cues", "outcome_groups"),
)
"""What the rules ask of nearly every text with figures, in the order of what needs what."""


def plain(word: str) -> str:
    """A word without accents: Noël is Noel."""
    if word.isascii():
        return word
    return "".join(c for c in normalize("NFD", word) if not combining(c))


class Prepared(Reading):
    """One text, ready to be compared with any other."""

    @property
    def between(self) -> list[str]:
        """All that the text says but for its figures, verbatim."""
        text, found, done = self.folded.original, [], 0
        for quantity in self.quantities:
            found.append(text[done : quantity[1]])
            done = quantity[2]
        return [*found, text[done:]]

    @property
    def known(self) -> list[str]:
        """What the tables know of it: its steering words, terms and names."""
        steering = [signal.kind for signal in self.steering]
        return [*steering, *[term.id for term in self.terms], *[name.id for name in self.names]]

    @kept
    def units(self) -> frozenset[str]:
        """The words and signs of its key, each once."""
        return frozenset(cut(self.folded.key).row)

    @kept
    def stems(self) -> frozenset[str]:
        """The stems of all its words, those of terms and measures too."""
        return frozenset(tokens(self.folded.key))

    @kept
    def spoken(self) -> list[Item]:
        """Of what it speaks but for what is done, how much of it, and who says so."""
        return spoken_in(self)

    @kept
    def plain(self) -> frozenset[str]:
        """All that it speaks of, without accents."""
        return frozenset([plain(item.id) for item in self.told])

    @kept
    def times(self) -> Times:
        """The years, months, weekdays and other times that any clause mentions, by sort."""
        return times_of(self, range(len(self.clauses)))

    @kept
    def scores(self) -> list[Score]:
        """Its scores."""
        return scores_in(self.folded.key, self.figures)

    @property
    def score(self) -> Score | None:
        """Its score, ``None`` if it has none or several."""
        return self.scores[0] if len(self.scores) == 1 else None

    @kept
    def contexts(self) -> list[Context]:
        """What stands around each of its figures."""
        return [Context(self, figure) for figure in self.figures]

    @kept
    def passages(self) -> list[Passage]:
        """Its clauses."""
        return [Passage(self, clause) for clause in range(len(self.clauses))]

    def let_go(self) -> None:
        """Forget what points back at it, so that it goes when nobody holds it any more.

        Otherwise the collector of garbage has to find it, a tenth of a long batch.
        """
        for name in ("contexts", "passages"):
            with suppress(AttributeError):  # nobody may have asked for it
                delattr(self, name)


class _Kept(dict[str, Prepared]):
    """The texts made ready so far: a claim's statements are each set against all the others."""

    def __missing__(self, text: str) -> Prepared:
        self.make_room(1)
        self[text] = made = Prepared(text)
        return made

    def make_room(self, texts: int) -> None:
        """Forget everything where there is no room for so many more."""
        if len(self) + texts > MOST:
            for made in self.values():
                made.let_go()
            self.clear()


MOST = 2048
"""Texts that are kept; one takes some five kilobytes."""
KEPT = _Kept()


def prepared(text: str) -> Prepared:
    """A text made ready; never raises."""
    return KEPT[text]


def prepare(pairs: Iterable[Sequence[str]]) -> None:
    """Make texts ready that will soon be set against one another: quicker than as they come.

    Args:
        pairs: which texts will be set against which; of more than ``MOST`` texts only the last
            stay ready.
    """
    every = [*pairs]
    KEPT.make_room(2 * len(every))  # at once, so that none is forgotten before it is asked for
    for start in range(0, len(every), TOGETHER):
        block = every[start : start + TOGETHER]
        fresh = [*dict.fromkeys(text for pair in block for text in pair if text not in KEPT)]
        if fresh:
            KEPT.make_room(len(fresh))
            read_ahead(fresh)
            find_mentions([KEPT[text] for text in fresh])
        ready = [[KEPT[text] for text in pair] for pair in block]
        for made in chain.from_iterable(ready):
            _ = made.kinds
        counting = [made for pair in ready if all(one.quantities for one in pair) for made in pair]
        for made in counting:
            if not made.is_chinese:  # whose words are not asked for one by one
                cut(made.folded.key)  # is remembered, and quick as long as its page is at hand
        for stage in _STAGES:
            for made in counting:
                getattr(made, stage)
