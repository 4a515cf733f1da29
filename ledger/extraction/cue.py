"""What one sentence says about its own source: the verb, who speaks, which medium relays."""

from dataclasses import dataclass
from typing import Literal

Span = tuple[int, int]

MOST_VERBS = 40
"""More verbs of saying than this no sentence has; the rest of a longer row is not read."""

Act = Literal["say", "announce", "report"]
Who = Literal["person", "organisation", "unnamed", "pronoun"]


@dataclass(frozen=True, slots=True)
class Speaker:
    """Somebody who speaks, as a sentence names them.

    Attributes:
        start: the first character of the name alone, titles left out.
        end: one past its last.
        who: a person, an organisation, an unnamed collective or a pronoun.
        also: the same name in other letters, in brackets behind it.
    """

    start: int
    end: int
    who: Who
    also: Span | None = None


@dataclass(frozen=True, slots=True)
class Cue:
    """One place where a sentence says who said it.

    Attributes:
        start: the first character of the cue's verb.
        end: one past its last.
        act: saying, making known, or reporting as media do.
        about: the words from the subject to the verb, where the day of speaking stands.
        speaker: who speaks, when that is sure enough.
        relay: the name of the medium that relays.
        of_report: whether the words are those of a report named earlier.
        sure: whether somebody must have spoken, and not only expected, felt or done something.
    """

    start: int
    end: int
    act: Act
    about: Span
    speaker: Speaker | None = None
    relay: Span | None = None
    of_report: bool = False
    sure: bool = True
