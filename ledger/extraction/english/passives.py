"""English cues that turn the sentence round: was quoted as saying, as the minister put it."""

import re
from collections.abc import Iterator

from ledger.extraction.cue import Cue, Span, Speaker
from ledger.extraction.english.names import after_verb
from ledger.extraction.english.subjects import subject

_QUOTED = re.compile(r"\b(?:quoted|quotes|cited|cites|reported)\b", re.IGNORECASE)
_PASSIVE = re.compile(r"\b(?:is|are|was|were|been|being)\s+(?:also |widely |later )?$")
_AS_SAYING = re.compile(
    r"(?:\s{1,9}(?:last|this|on|in|earlier)\s[\w ]{1,20})?\s{1,9}as\s+"
    r"(?:saying|telling|stating|claiming|describing|calling|having said)\b"
)
_BY = re.compile(r"\s+by\s+")
_REACH = 100


def quoted_as(plain: str, masked: str, media: list[Span]) -> Iterator[Cue]:
    """Whom a medium quotes: X was quoted by the Gazette as saying; the Gazette quoted X as saying.

    Args:
        plain: the sentence in one spelling.
        masked: the same with quotations made unreadable.
        media: the media it names.
    """
    for verb in _QUOTED.finditer(masked):
        as_saying = _AS_SAYING.search(masked, verb.end(), verb.end() + _REACH)
        if as_saying is None:
            continue
        passive = _PASSIVE.search(masked, max(0, verb.start() - _REACH), verb.start())
        if passive is not None:
            speaker = subject(plain, masked, passive.start())
            by = _BY.match(masked, verb.end())
            medium = after_verb(plain, by.end(), as_saying.start()) if by is not None else None
        else:
            speaker = after_verb(plain, verb.end(), as_saying.start())
            known = (span for span in media if not plain[span[1] : verb.start()].strip())
            named = next((Speaker(*span, "organisation") for span in known), None)
            medium = named or subject(plain, masked, verb.start())
        if speaker is not None:
            yield _cue(verb, as_saying, speaker, medium)


def _cue(
    verb: re.Match[str], as_saying: re.Match[str], speaker: Speaker, medium: Speaker | None
) -> Cue:
    relay = (medium.start, medium.end) if medium is not None and medium.who != "pronoun" else None
    about = (min(verb.start(), speaker.start), as_saying.end())
    return Cue(verb.start(), as_saying.end(), "say", about, speaker, relay)
