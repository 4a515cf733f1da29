"""One thing found between two statements; it is put into words only if it is the one reported."""

from collections.abc import Callable
from typing import NamedTuple

from ledger.disagreement.side import Span


class Told(NamedTuple):
    """What the sentence says of a finding.

    Attributes:
        words: the first text's and the second's own words there.
        about: what each measures, in English, nothing where that is not known; or, twice, the
            reason.
    """

    words: tuple[str, str]
    about: tuple[str, str] = ("", "")

    def mirrored(self) -> "Told":
        """The same with the texts changed round."""
        return Told(self.words[::-1], self.about[::-1])


class Finding(NamedTuple):
    """Two places and the code of their relation.

    Attributes:
        code: one of ``side.RELATIONS``.
        a: where in the first text.
        b: where in the second.
        tell: gives what there is to say of it.
    """

    code: str
    a: Span
    b: Span
    tell: Callable[[], Told]

    def mirrored(self) -> "Finding":
        """The same finding with the texts changed round."""
        return Finding(self.code, self.b, self.a, lambda: self.tell().mirrored())
