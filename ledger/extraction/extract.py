"""An article in, proposed statements out."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date

from ledger.extraction.attribution import Reader, Source
from ledger.extraction.datelines import dateline
from ledger.extraction.days import dateline_day, leading_day, said_on
from ledger.extraction.outlets import same_outlet
from ledger.extraction.page import Block, blocks, is_fine_print
from ledger.extraction.proposal import Proposal
from ledger.extraction.repeats import Repeats
from ledger.extraction.sentences import sentences
from ledger.extraction.spelling import one_spelling
from ledger.extraction.worth import Finding, findings, score, threshold
from ledger.quantities import Quantity, read

Heard = Callable[[int, int], None]
"""Told how many characters of the page are read, and how many there are."""

LONGEST = 2_000
"""Longer than this a run of text without a full stop is no sentence, and nobody's statement."""

_CUT_SHORT = 2


def _unheard(_done: int, _total: int) -> None:
    """Nobody listens."""


def extract(
    text: str,
    outlet: str | None = None,
    published: date | None = None,
    url: str | None = None,  # noqa: ARG001 - part of the contract; where a page stands says nothing about who speaks in it
    *,
    at_least: float | None = None,
    heard: Heard = _unheard,
) -> list[Proposal]:
    """The sentences of a page worth filing, in the order of the page, none twice.

    Args:
        text: the page as pasted, Markdown or plain text.
        outlet: who published it.
        published: the day it was published; relative dates are read by it.
        url: where it stands.
        at_least: the score from which a sentence is proposed; the shipped threshold if not given.
        heard: told how far the reading is.
    """
    least = threshold() if at_least is None else at_least
    return [found for found in _read(text, outlet, published, heard) if found.score >= least]


def people(text: str) -> dict[str, str]:
    """The fullest name a page gives everybody who speaks in it, by each way it writes the name.

    The keys are folded; a page that introduces 克里斯·米勒(Chris Miller) has him under 米勒 and
    Miller too.
    """
    plain = one_spelling(text)
    found: dict[str, str] = {}
    reader, group = Reader(text, plain), 0
    for number, block in enumerate(blocks(text, plain, None)):
        if block.group != group:
            reader, group = Reader(text, plain), block.group
        begin = dateline(plain, block.start, block.end).end
        for place in sentences(text[begin : block.end]):
            reader.read(begin + place.start, begin + place.end, number)
        found = {**reader.people, **found}
    return found


def _read(text: str, outlet: str | None, published: date | None, heard: Heard) -> Iterator[Proposal]:
    plain = one_spelling(text)
    repeats = Repeats()
    reader, group = Reader(text, plain), 0
    for number, block in enumerate(blocks(text, plain, published)):
        heard(block.start, len(text))
        if block.group != group:
            reader, group = Reader(text, plain), block.group
        yield from _block(text, plain, number, _with_defaults(block, outlet, published), reader, repeats)
    heard(len(text), len(text))


def _with_defaults(block: Block, outlet: str | None, published: date | None) -> Block:
    if block.group:
        return replace(block, published=block.published or published)
    return replace(block, outlet=outlet, published=published)


def _block(
    text: str, plain: str, number: int, block: Block, reader: Reader, repeats: Repeats
) -> Iterator[Proposal]:
    head = dateline(plain, block.start, block.end)
    day = dateline_day(head.written, block.published) or block.published
    places = sentences(text[head.end : block.end])
    for place in places:
        start, end = head.end + place.start, head.end + place.end
        if end - start > LONGEST or repeats.again(plain[start:end]):
            continue
        cut = block.region == "teaser" and place is places[-1] and _is_cut(plain[start:end])
        source = reader.read(start, end, number)
        yield _proposal(text, plain, (start, end), block, source, day, cut=cut)


def _proposal(
    text: str, plain: str, span: tuple[int, int], block: Block, source: Source, day: date | None, *, cut: bool
) -> Proposal:
    sentence, words = text[slice(*span)], plain[slice(*span)]
    quantities = tuple(q for q in read(sentence) if not (cut and _is_cut_off(q, sentence)))
    if same_outlet(source.relay or "", block.outlet):
        source = replace(source, relay=None, relay_basis=None)
    spoken = _said_on(words, source, day)
    found = [*_about_source(sentence, source), *findings(sentence, words, quantities, attributed=bool(source.speaker or source.relay))]
    if block.region == "headline":
        found.append(Finding("headline"))
    if is_fine_print(words):
        found.append(Finding("fine_print"))
    if cut and not quantities and source.cue is None:
        found.append(Finding("fragment"))
    return Proposal(
        sentence=sentence,
        start=span[0],
        end=span[1],
        speaker=source.speaker,
        speaker_span=source.speaker_span,
        relayed_from=source.relay,
        relay_basis=source.relay_basis,
        outlet=block.outlet,
        said_on=spoken,
        said_on_basis="explicit" if spoken is not None else None,
        quantities=quantities,
        score=score(found),
        reasons=tuple(map(str, found)),
        region=block.region,
    )


def _said_on(words: str, source: Source, day: date | None) -> date | None:
    if source.cue is None:
        return None
    start, end = source.cue.about
    spoken = said_on(words, start, end, day)
    leading = leading_day().match(words)
    if spoken is None and leading is not None and leading.end() >= start - 1:
        return said_on(words, 0, leading.end(), day)
    return spoken


def _about_source(sentence: str, source: Source) -> Iterator[Finding]:
    if source.cue is not None:
        if source.speaker is None and source.relay is not None:
            yield Finding("relayed", source.relay)
        else:
            yield Finding("attribution", sentence[source.cue.start : source.cue.end])
    elif source.speaker is not None:
        yield Finding("continued", source.speaker)
    elif source.relay is not None:
        yield Finding("relayed", source.relay)


def _is_cut(words: str) -> bool:
    """Whether a teaser's last sentence stops in the middle."""
    return not words.rstrip(" 」』”’)\"'").endswith(("。", "!", "?", ".")) or words.rstrip().endswith(("...", "…"))


def _is_cut_off(quantity: Quantity, sentence: str) -> bool:
    """Whether a figure stands so near a cut that more of it may have followed."""
    return len(sentence.rstrip(" .…")) - quantity.end < _CUT_SHORT
