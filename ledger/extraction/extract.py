"""An article in, proposed statements out."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from itertools import pairwise

from ledger.extraction.attribution import Reader, Source, is_quotation
from ledger.extraction.cataphora import are_the_same
from ledger.extraction.days import day_of_dateline, day_of_speaking
from ledger.extraction.outlets import same_outlet
from ledger.extraction.page.blocks import Block, blocks, is_fine_print
from ledger.extraction.page.conversion import conversion_hint
from ledger.extraction.page.datelines import dateline
from ledger.extraction.page.headlines import Headline, dropped, headline
from ledger.extraction.page.markdown import without_marks
from ledger.extraction.page.repeats import Repeats
from ledger.extraction.page.sentences import sentences
from ledger.extraction.proposal import Proposal
from ledger.extraction.spelling import one_spelling
from ledger.extraction.worth import Finding, findings, score, threshold
from ledger.progress import Progress, unheard
from ledger.quantities import Quantity, read
from ledger.text.fold import fold

LONGEST = 2_000
"""Longer than this a run of text without a full stop is no sentence, and nobody's statement."""

_READING = "reading"
_CUT_SHORT = 2
_MORE_DIGITS = re.compile(r"[\d.,，．]{1,12}")
_SENTENCES_BACK = 6
_NEAR_THE_START = 30


@dataclass(slots=True)
class _Found:
    """A sentence of a page on its way to a proposal."""

    start: int
    end: int
    block: Block
    day: date | None
    source: Source
    cut: bool


def extract(
    text: str,
    outlet: str | None = None,
    published: date | None = None,
    *,
    at_least: float | None = None,
    progress: Progress = unheard,
) -> list[Proposal]:
    """The sentences of a page worth filing, in the order of the page, none twice.

    Args:
        text: the page as pasted, Markdown or plain text.
        outlet: who published it.
        published: the day it was published; relative dates are read by it.
        at_least: the score from which a sentence is proposed; the shipped threshold if not given.
        progress: told how many characters of the page are read, and how many there are.
    """
    least = threshold() if at_least is None else at_least
    plain = without_marks(one_spelling(text))
    heads: dict[int, Headline] = {}
    found = []
    for one in _sentences(text, plain, outlet, published, heads):
        progress(_READING, one.start // 2, len(text))
        found.append(one)
    _name_earlier(plain, found)
    _name_quoted(plain, found)
    proposals = []
    for one in found:
        progress(_READING, (len(text) + one.start) // 2, len(text))
        proposal = _proposal(text, plain, one, heads.get(one.block.group))
        if proposal.score >= least:
            proposals.append(proposal)
    progress(_READING, len(text), len(text))
    return proposals


def full_name(text: str, name: str) -> str:
    """The fullest way a page writes a speaker's name; the name itself when it has no fuller one.

    A page that introduces 克里斯·米勒(Chris Miller) means him by 米勒 and by Miller too.
    """
    plain, wanted = without_marks(one_spelling(text)), one_spelling(name)
    reader = Reader(text, plain)
    for number, block in enumerate(blocks(text, plain, None)):
        if wanted in plain[block.start : block.end]:
            for start, end in _places(text, plain, block):
                if wanted in plain[start:end]:
                    reader.read(start, end, number)
    return reader.people.get(fold(name), name)


def day_published(text: str, place: int, published: date | None) -> date | None:
    """The day what stands at a place of a page was published.

    Returns:
        That day; of a teaser the day its last line says, ``None`` when it says none.
    """
    for block in blocks(text, without_marks(one_spelling(text)), published):
        if block.start <= place < block.end:
            return block.published if block.group else published
    return published


def _sentences(
    text: str, plain: str, outlet: str | None, published: date | None, heads: dict[int, Headline]
) -> Iterator[_Found]:
    """Every sentence with its source, repeated ones left out; headlines are noted by article."""
    repeats = Repeats()
    reader, group = Reader(text, plain), 0
    for number, bare in enumerate(blocks(text, plain, published)):
        block = _with_defaults(bare, outlet, published)
        if block.group != group:
            reader, group = Reader(text, plain), block.group
        if block.region == "headline" and block.group not in heads:
            span = slice(block.start, block.end)
            heads[block.group] = headline(text[span], plain[span])
        head = dateline(plain, block.start, block.end)
        day = day_of_dateline(head.written, block.published) or block.published
        places = list(_places(text, plain, block))
        for start, end in places:
            if end - start <= LONGEST and not repeats.again(plain[start:end]):
                last = (start, end) == places[-1]
                cut = block.region == "teaser" and last and _is_cut(plain[start:end])
                yield _Found(start, end, block, day, reader.read(start, end, number), cut)


def _places(text: str, plain: str, block: Block) -> Iterator[tuple[int, int]]:
    """Where the sentences of a block stand in the page, its dateline left out."""
    begin = dateline(plain, block.start, block.end).end
    for place in sentences(text[begin : block.end]):
        yield begin + place.start, begin + place.end


def _with_defaults(block: Block, outlet: str | None, published: date | None) -> Block:
    if block.group:
        return replace(block, published=block.published or published)
    return replace(block, outlet=outlet, published=published)


def _name_earlier(plain: str, found: list[_Found]) -> None:
    """Give unnamed people the medium that a later sentence says they spoke to."""
    for at, one in enumerate(found):
        later = one.source.named_later
        if later is None:
            continue
        who = plain[one.start + later.who[0] : one.start + later.who[1]]
        for before in found[max(0, at - _SENTENCES_BACK) : at]:
            earlier = before.source
            same_article = before.block.group == one.block.group
            if not same_article or not earlier.unnamed or earlier.relay is not None:
                continue
            if earlier.speaker_span and are_the_same(who, plain[slice(*earlier.speaker_span)]):
                before.source = replace(earlier, relay=one.source.relay, relay_basis="cataphora")


def _name_quoted(plain: str, found: list[_Found]) -> None:
    """Give a quotation that stands alone to whom the sentence right behind it begins with."""
    for one, following in pairwise(found):
        span = following.source.speaker_span
        if one.source.speaker is not None or one.source.cue is not None or span is None:
            continue
        adjacent = one.block == following.block and following.start - one.end <= _CUT_SHORT
        opens = span[0] - following.start <= _NEAR_THE_START
        if adjacent and opens and is_quotation(plain[one.start : one.end]):
            one.source = following.source.carried_over("cataphora")


def _proposal(text: str, plain: str, one: _Found, head: Headline | None) -> Proposal:
    sentence, words = text[one.start : one.end], plain[one.start : one.end]
    block, source = one.block, one.source
    quantities = tuple(q for q in read(sentence) if not (one.cut and _is_cut_off(q, sentence)))
    if same_outlet(source.relay or "", block.outlet):
        source = replace(source, relay=None, relay_basis=None)
    spoken = day_of_speaking(words, source.cue.about, one.day) if source.cue is not None else None
    reasons = list(_reasons(sentence, words, one, source, quantities))
    hints = _hints(sentence, words, head if block.region != "headline" else None, quantities)
    return Proposal(
        sentence=sentence,
        start=one.start,
        end=one.end,
        speaker=source.speaker,
        speaker_span=source.speaker_span,
        relayed_from=source.relay,
        relay_basis=source.relay_basis,
        outlet=block.outlet,
        said_on=spoken,
        said_on_basis="explicit" if spoken is not None else None,
        quantities=quantities,
        score=score(reasons),
        reasons=(*map(str, reasons), *hints),
        region=block.region,
    )


def _reasons(
    sentence: str, words: str, one: _Found, source: Source, quantities: tuple[Quantity, ...]
) -> Iterator[Finding]:
    yield from _about_source(sentence, source)
    attributed = source.speaker is not None or source.relay is not None
    yield from findings(sentence, words, quantities, attributed=attributed)
    if one.block.region == "headline":
        yield Finding("headline")
    if is_fine_print(words):
        yield Finding("fine_print")
    if one.cut and not quantities and source.cue is None:
        yield Finding("fragment")


def _about_source(sentence: str, source: Source) -> Iterator[Finding]:
    if source.relay is not None and (source.speaker is None or source.cue is None):
        yield Finding("relayed", source.relay)
    elif source.cue is not None:
        yield Finding("attribution", sentence[source.cue.start : source.cue.end].strip())
    elif source.speaker is not None:
        yield Finding("continued", source.speaker)


def _hints(
    sentence: str, words: str, head: Headline | None, quantities: Iterable[Quantity]
) -> Iterator[str]:
    """What an editor should look at twice; no hint changes a score."""
    left_out = dropped(head, sentence, words, quantities) if head is not None else None
    for hint in (left_out, conversion_hint(sentence)):
        if hint is not None:
            yield f"look twice: {hint}"


def _is_cut(words: str) -> bool:
    """Whether a teaser's last sentence stops in the middle."""
    bare = words.rstrip(" 」』”’)\"'")
    return not bare.endswith(("。", "!", "?", ".")) or bare.endswith(("...", "…"))


def _is_cut_off(quantity: Quantity, sentence: str) -> bool:
    """Whether a figure stands so near a cut that more of it may have followed."""
    rest = sentence[quantity.end :].rstrip(" .…")
    return len(rest) < _CUT_SHORT or _MORE_DIGITS.fullmatch(rest) is not None
