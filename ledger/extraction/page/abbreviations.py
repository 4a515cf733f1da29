"""The words of English after which a full stop is not the end of a sentence."""

import re
from dataclasses import dataclass
from functools import cache

from ledger.extraction.lexicon import table

# J., J.P., U.S., and Ph.D.-like runs: single letters, each with its full stop but the last.
_INITIALS = re.compile(r"[a-z](?:\.[a-z])*")


@dataclass(frozen=True, slots=True)
class Abbreviations:
    """What is known of words before a full stop; every word in lower case without the stop.

    Attributes:
        never: words that cannot be the last of a sentence (Mr.).
        before_figure: words that are not the last one when a figure follows (No. 5).
        may_end: words that are the last one only when the next begins sentences (Inc.).
        starters: words that begin sentences.
    """

    never: frozenset[str]
    before_figure: frozenset[str]
    may_end: frozenset[str]
    starters: frozenset[str]

    def joins(self, word: str, following: str, mark: str = ".") -> bool:
        """Whether ``word`` with its mark and ``following`` stand in one sentence."""
        word, following = word.lower(), following.lower()
        if word in self.never or mark != ".":
            return word in self.never
        if word in self.before_figure and following[:1].isdigit():
            return True
        if word in self.may_end or _INITIALS.fullmatch(word):
            return following not in self.starters
        return False


@cache
def abbreviations() -> Abbreviations:
    """The table shipped with the program."""
    return Abbreviations(
        **{name: frozenset(words) for name, words in table("abbreviations").items()}
    )


@cache
def not_a_title() -> str:
    """What stands in a pattern before a full stop, so that none of a title or an initial is met."""
    titles = sorted(word.capitalize() for word in abbreviations().never if word.isalpha())
    return "".join(rf"(?<!\b{title})" for title in (*titles, "[A-Z]"))
