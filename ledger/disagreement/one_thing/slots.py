"""One word in the place of another: the charity's treasurer was convicted, its founder acquitted.

Two reporters tell one thing in many other words. Where two short texts say the same but for what is
done and one thing that it is done to, or by, that one thing is another. What is done, how surely,
how much of it, and who says so are left out of it, in both texts.
"""

from collections.abc import Iterator
from difflib import SequenceMatcher
from typing import NamedTuple

from ledger.disagreement.statement.reading import Reading
from ledger.disagreement.statement.words import is_past
from ledger.text.patterns import lazily
from ledger.text.tokens import CJK, stem, stop_words

_TOKEN = lazily(rf"[{CJK}]|[a-z]+(?:'[a-z]+)?|[a-z]*\d[a-z\d]*")
_LEFT_OUT = frozenset({"pole", "negation", "hedge", "speech"})
_OF_ALL = frozenset({"act", "pole", "contrast", "han", "latin"})
"""Kinds of what is known by its own words alone."""
_ON_TELLING = frozenset({"statistics", "result", "resolution", "meeting", "official_statement"})
"""Terms that go with who says so, whatever is told."""
_BESIDE_IT = frozenset({"now", "still", "already", "again", "currently", "writes", "wrote"})
"""Words that say when it is so or that somebody says so, and nothing of what."""
_MOST = 40
"""Words of a text that are set side by side: each of one with each of the other."""
_SHARED, _WIDEST = 1.5, 3.0
"""Words that the two must have in common, and that may stand for another; two Chinese characters
are taken for one."""


class _Word(NamedTuple):
    """A word, or a thing that a table knows, and whether it can name what something is done to."""

    id: str
    width: float
    names: bool


def in_its_place(a: Reading, b: Reading) -> bool:
    """Whether one thing stands in the place of another, and nothing else tells the two apart."""
    if a.is_chinese != b.is_chinese or a.quotations or b.quotations:
        return False
    ours, theirs = [*_words(a)], [*_words(b)]
    if max(len(ours), len(theirs)) > _MOST:
        return False
    first, second = {word.id for word in ours}, {word.id for word in theirs}
    shared, found = 0.0, 0
    aligned = SequenceMatcher(None, [w.id for w in ours], [w.id for w in theirs], autojunk=False)
    for tag, start, end, begin, stop in aligned.get_opcodes():
        mine, other = ours[start:end], theirs[begin:stop]
        if tag == "equal":
            shared += _width(mine)
            continue
        if any(word.id in second for word in mine) or any(word.id in first for word in other):
            return False
        if tag != "replace" or not _are_two(mine, other) or len(ours) == end or len(theirs) == stop:
            return False
        found += 1
    return found > 0 and shared >= _SHARED


def _are_two(mine: list[_Word], other: list[_Word]) -> bool:
    """Whether each names something, in few words."""
    return all(
        1 <= _width(words) <= _WIDEST and all(word.names for word in words)
        for words in (mine, other)
    )


def _width(words: list[_Word]) -> float:
    return sum(word.width for word in words)


def _words(reading: Reading) -> Iterator[_Word]:
    """The words of a text but for those that are left out, things that a table knows as such."""
    key, hidden = reading.folded.key, _hidden(reading)
    inside = {i.start: i for i in reading.told if i.kind not in _OF_ALL}
    acts = {at for act in reading.acts for at in range(act.start, act.end)}
    done = 0
    for token in _TOKEN.finditer(key):
        start, written = token.start(), token[0].removesuffix("'s")
        if start < done or hidden[start]:
            continue
        item = inside.get(start)
        if item is not None:
            done = item.end
            yield _Word(item.id, 1.0, names=item.id not in _ON_TELLING)
        elif written not in stop_words() and written not in _BESIDE_IT:
            width = 1.0 if written.isascii() else 0.5
            does = start in acts or is_past(written) or written.endswith("ing")
            yield _Word(stem(written), width, names=not does)


def _hidden(reading: Reading) -> bytearray:
    """For each character whether it tells what is done, how much of it, or who says so."""
    hidden = reading.spans.covered[:]
    spans = [
        (s.start, s.end) for s in reading.steering if s.kind in _LEFT_OUT or s.group == "against"
    ]
    spans += [(outcome.start, outcome.end) for outcome in reading.outcomes]
    spans += [(cue.start, cue.end) for cue in reading.cues]
    spans += [
        (clause.start, begin)
        for clause, begin in zip(reading.clauses, reading.words_begin, strict=True)
    ]
    for start, end in spans:
        hidden[start:end] = b"\1" * (end - start)
    for term in reading.terms:
        if 1 in hidden[term.start : term.end]:  # to ban exports is one thing that a table knows
            hidden[term.start : term.end] = b"\1" * (term.end - term.start)
    return hidden
