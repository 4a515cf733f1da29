"""Who said each sentence of a page: what the sentences say themselves, and what carries over.

Pronouns, reports named once and media a speaker talked to are carried from sentence to sentence by
the rules below, each with its basis. Unnamed collectives are never carried over: two "analysts" of
one page need not be one.
"""

import re
from dataclasses import dataclass, replace

from ledger.extraction.cataphora import NamedLater, named_later
from ledger.extraction.chinese.cues import chinese_cues
from ledger.extraction.chinese.people import presented
from ledger.extraction.cue import Cue, Span, Speaker
from ledger.extraction.english.cues import english_cues
from ledger.extraction.english.names import introduced
from ledger.extraction.lexicon import words
from ledger.extraction.page.quotations import leaves_open
from ledger.extraction.proposal import Basis
from ledger.extraction.spelling import is_chinese
from ledger.text.fold import fold
from ledger.text.names import names

_QUOTE_OPENS = re.compile(r"\s*[「『“\"]")
_QUOTE_ALONE = re.compile(r"\s*[「『“\"].*[」』”\"][。.]?\s*$", re.DOTALL)
_GOES_ON = re.compile(
    r"(?:因此|因而|所以|也就是说|因为|例如|而且|并且)"
    r"|^(?:because|therefore|so|thus|for example|moreover)\b",
    re.IGNORECASE,
)
_NEW_TOPIC = re.compile(
    r"\s*(?:此外|另外|另一方面|不过|然而|与此同时|反观|再者|但|meanwhile|however|separately|but"
    r"|in addition)(?![^,。]{0,3},?[^,。]{0,12}(?:也|还|亦))",
    re.IGNORECASE,
)
_THE_SAME = re.compile(r"该|这|上述|(?:one of )?the (?:same )?", re.IGNORECASE)
_POINTING = re.compile(r"(?:这|该|那|上述)[位名]?(?=.)")
_LONGEST_TITLE = 12
_MOST_READ = 2_000
_LAST_NAME = re.compile(r"[·• ]([^·• ]+)$")


@dataclass(frozen=True, slots=True)
class Source:
    """Where one sentence comes from; places are those of the page.

    Attributes:
        speaker: the name as the page writes it.
        speaker_span: where the sentence itself names the speaker.
        relay: the medium's name as the page writes it.
        relay_basis: how the relay is known.
        cue: the sentence's own cue, if it has one.
        unnamed: whether the speaker is a collective nobody can be asked about.
        organisation: whether the speaker is a body and not a person.
        named_later: set when the sentence names the medium of people quoted before it.
        carried: whether the speaker is carried over from an earlier sentence.
    """

    speaker: str | None = None
    speaker_span: Span | None = None
    relay: str | None = None
    relay_basis: Basis | None = None
    cue: Cue | None = None
    unnamed: bool = False
    organisation: bool = False
    named_later: NamedLater | None = None
    carried: bool = False

    def carried_over(self, basis: Basis = "inherited") -> "Source":
        """The source of another sentence that goes by this one's; how its relay is known then."""
        known = basis if self.relay else None
        return replace(self, speaker_span=None, relay_basis=known, cue=None, carried=True)


class Reader:
    """Reads the sentences of one article in order and remembers who spoke.

    Attributes:
        people: the fullest name of everybody by the folded form of each way the page writes it.
    """

    def __init__(self, page: str, plain: str) -> None:
        self._page, self._plain = page, plain
        self.people: dict[str, str] = {}
        self._asked_by: dict[str, tuple[str, int]] = {}
        self._unnamed_told: tuple[str | None, int] = (None, 0)
        self._last_person: str | None = None
        self._titles: dict[str, str] = {}
        self._pronouns: dict[str, str] = {}
        self._report: tuple[str | None, int] = (None, 0)
        self._paragraph = -1
        self._before = Source()
        self._quoted: Source | None = None

    def read(self, start: int, end: int, paragraph: int) -> Source:
        """The source of one sentence.

        Args:
            start: where it begins in the page.
            end: where it ends.
            paragraph: a number for the block it stands in.
        """
        sentence = self._plain[start : min(end, start + _MOST_READ)]
        if paragraph != self._paragraph:
            self._paragraph = paragraph
            self._before = replace(self._before, relay=None, carried=True, cue=None, speaker=None)
            if _QUOTE_OPENS.match(sentence) is None:
                self._quoted = None
        source = self._source(sentence, start)
        self._keep_open(sentence, source)
        self._remember(source)
        return source

    def _source(self, sentence: str, start: int) -> Source:
        """Where a sentence comes from, before anything is remembered of it."""
        found = cues(sentence)
        if self._quoted is not None and not found:
            return self._quoted
        later = named_later(sentence)
        if later is not None:
            source = self._pointing_back(later, start, found)
        else:
            source = self._explicit(sentence, start, found) if found else self._carried(sentence)
        if source.speaker is None:
            self._introduce(sentence, start, len(sentence))
        return source

    def _keep_open(self, sentence: str, source: Source) -> None:
        """Remember whose words go on where a quotation is not closed: over paragraphs, too."""
        inside = self._quoted is not None and _QUOTE_OPENS.match(sentence) is None
        if not leaves_open(sentence, inside=inside):
            self._quoted = None
        elif source.speaker is not None:
            self._quoted = source.carried_over()

    def _pointing_back(self, later: NamedLater, start: int, found: list[Cue]) -> Source:
        """The people and the medium of a sentence that names both for the sentences before it."""
        span = (start + later.who[0], start + later.who[1])
        return Source(
            speaker=self._page[slice(*span)],
            speaker_span=span,
            relay=self._medium(start, later.medium),
            relay_basis="explicit",
            cue=found[-1] if found else None,
            unnamed=True,
            named_later=later,
        )

    def _explicit(self, sentence: str, start: int, found: list[Cue]) -> Source:
        spoken = _best(found)
        relay = next((cue.relay for cue in found if cue.relay is not None), None)
        cue = spoken or found[0]
        source = Source(cue=cue)
        if spoken is not None and spoken.speaker is not None:
            source = self._spoken(source, spoken.speaker, sentence, start)
        if relay is not None:
            return replace(source, relay=self._medium(start, relay), relay_basis="explicit")
        report, paragraph = self._report
        if report is not None and any(one.of_report for one in found):
            if (source.speaker or "").lower() not in words("english_speech", "reports"):
                return replace(source, relay=report, relay_basis="inherited")
            if self._paragraph - paragraph <= 1:
                return Source(relay=report, relay_basis="inherited", cue=cue)
        asked_by, paragraph = self._asked_by.get(self._person(source.speaker), (None, 0))
        if asked_by is not None and not source.unnamed and self._paragraph - paragraph <= 1:
            return replace(source, relay=asked_by, relay_basis="inherited")
        told, paragraph = self._unnamed_told
        if source.unnamed and self._paragraph - paragraph <= 1 and self._points_back(source):
            return replace(source, relay=told, relay_basis="inherited" if told else None)
        return source

    def _points_back(self, source: Source) -> bool:
        """Whether unnamed people are said to be those just quoted: 該名人士, the official."""
        span = source.speaker_span
        return span is not None and _THE_SAME.match(self._plain, *span) is not None

    def _spoken(self, source: Source, speaker: Speaker, sentence: str, start: int) -> Source:
        span = (start + speaker.start, start + speaker.end)
        if speaker.who == "pronoun":
            self._introduce(sentence, start, speaker.start)
            name = self._meant_by(sentence[speaker.start : speaker.end].lower())
            return replace(source, speaker=name, speaker_span=span if name else None)
        name = self._page[slice(*span)].strip('「」『』“”"《》 ')
        pointed = _POINTING.match(sentence, speaker.start, speaker.end)
        if pointed is not None:
            meant = self._titled(sentence[pointed.end() : speaker.end])
            if meant is not None:
                return replace(source, speaker=meant, speaker_span=span)
        elif speaker.who == "person" or _key(name) in self.people:
            self._learn(name, speaker, start)
            self._titles[self.people[_key(name)]] = self._plain[
                max(0, span[0] - _LONGEST_TITLE) : span[0]
            ]
        return replace(
            source,
            speaker=name,
            speaker_span=span,
            unnamed=speaker.who == "unnamed",
            organisation=speaker.who == "organisation" and _key(name) not in self.people,
        )

    def _titled(self, title: str) -> str | None:
        """Whom 這位鎮長 points back at: the last person, when the page gave them that title."""
        name = self._last_person
        return name if name is not None and self._titles.get(name, "").endswith(title) else None

    def _meant_by(self, pronoun: str) -> str | None:
        """The last person who spoke and is not known by another pronoun."""
        if pronoun == "it":
            return self._before.speaker if self._before.organisation else None
        if pronoun in ("他们", "她们", "they", "其"):
            return None
        name = self._last_person
        if name is None or self._pronouns.get(name, pronoun) != pronoun:
            return None
        self._pronouns[name] = pronoun
        return name

    def _learn(self, name: str, speaker: Speaker, start: int) -> None:
        """Remember a person, and the other ways this page writes the name."""
        full = self.people.setdefault(_key(name), name)
        self._last_person = full
        if speaker.also is not None:
            self.people.setdefault(_key(self._words(start, speaker.also)), full)
        for form in [name] if speaker.also is None else [name, self._words(start, speaker.also)]:
            last = _LAST_NAME.search(form)
            if last is not None:
                self.people.setdefault(_key(last[1]), full)

    def _person(self, name: str | None) -> str:
        """The fullest way the page writes a name, to tell people by."""
        return _key(self.people.get(_key(name), name))

    def _introduce(self, sentence: str, start: int, end: int) -> None:
        """Somebody presented before a place of a sentence may be meant by the next he or she."""
        named = presented(sentence) if is_chinese(sentence) else introduced(sentence, self.people)
        for speaker in named:
            if speaker.end > end:
                break
            self._last_person = None
            if speaker.start < speaker.end:
                name = self._page[start + speaker.start : start + speaker.end]
                self._learn(name, speaker, start)

    def _carried(self, sentence: str) -> Source:
        """A sentence without a source of its own goes on with that of the one before."""
        before = self._before
        if (before.cue is None and not before.carried) or _NEW_TOPIC.match(sentence):
            return Source()
        quoted = is_quotation(sentence) or _begins_quotation(sentence)
        goes_on = quoted or (not before.unnamed and _GOES_ON.search(sentence[:40]) is not None)
        if before.speaker is not None and goes_on:
            return before.carried_over()
        if before.speaker is None and before.relay is not None:
            return Source(relay=before.relay, relay_basis="inherited", carried=True)
        return Source()

    def _remember(self, source: Source) -> None:
        self._before = source
        if source.relay is None:
            return
        if source.unnamed:
            self._unnamed_told = source.relay, self._paragraph
        if source.speaker is not None and not source.unnamed:
            self._asked_by[self._person(source.speaker)] = source.relay, self._paragraph
        elif source.relay_basis == "explicit":
            self._report = source.relay, self._paragraph

    def _medium(self, start: int, span: Span) -> str:
        """A medium by its name as written; 路透 and 路透社, long and short, by their one name."""
        written = self._words(start, span)
        known = names().lookup(written)
        if known is None or known.kind != "agency" or " " in known.id:
            return written
        long_and_short = any(
            form != written and (form.startswith(written) or written.startswith(form))
            for form in known.written()
        )
        return known.id if long_and_short else written

    def _words(self, start: int, span: Span) -> str:
        return self._page[start + span[0] : start + span[1]].strip("《》 ")


def is_quotation(sentence: str) -> bool:
    """Whether a sentence is a quotation and nothing else."""
    return _QUOTE_ALONE.match(sentence) is not None


def _begins_quotation(sentence: str) -> bool:
    """Whether a sentence opens a quotation that goes on behind it."""
    return _QUOTE_OPENS.match(sentence) is not None and leaves_open(sentence, inside=False)


def cues(sentence: str) -> list[Cue]:
    """The cues of a sentence in one spelling, by the language it is in."""
    return chinese_cues(sentence) if is_chinese(sentence) else english_cues(sentence)


def _best(found: list[Cue]) -> Cue | None:
    """The cue whose speaker the sentence belongs to.

    Who says it goes before who makes it known, and that before who expects or fears it. What a
    medium reports may be what anybody expects; there only words that were said count.
    """
    relayed = found[0].speaker is None
    spoken = [cue for cue in found if cue.speaker is not None and (cue.sure or not relayed)]
    return min(spoken, key=lambda cue: (not cue.sure, cue.start), default=None)


def _key(name: str | None) -> str:
    return fold(name) if name else ""
