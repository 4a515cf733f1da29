"""One thing found between two statements, before it is put into words."""

from typing import NamedTuple, Self

from ledger.disagreement.side import Span


class Finding(NamedTuple):
    """Two places and the code of their relation.

    Attributes:
        code: one of ``side.RELATIONS``.
        a: where in the first text.
        b: where in the second.
        words: the first text's and the second's own words there.
        about: what each measures, in English, for the sentence, nothing where that is not known;
            or, twice, the reason.
    """

    code: str
    a: Span
    b: Span
    words: tuple[str, str]
    about: tuple[str, str] = ("", "")

    def mirrored(self) -> Self:
        """The same finding with the texts changed round."""
        return self._replace(a=self.b, b=self.a, words=self.words[::-1], about=self.about[::-1])
