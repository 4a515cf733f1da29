"""Makes that go by one name in Latin letters in every language: iPhone, YouTube, LinkedIn."""

import re
from functools import cache

from ledger.disagreement.statement.prepared import Prepared
from ledger.text.patterns import lazily
from ledger.text.tables import rows

# Mac in a Chinese text is Mac in English too; two words are of a person, who may only be quoted.
_IN_CHINESE = lazily(
    r"(?<![A-Za-z ])(?:[A-Z][a-z]{2,}|[A-Z]?[a-z]+[A-Z][A-Za-z]+)"
    r"(?![A-Za-z说称指表]| [A-Za-z])"
)


def of_another_make(a: Prepared, b: Prepared) -> bool:
    """Whether a Chinese text names another make in Latin letters than the English one."""
    if a.is_chinese == b.is_chinese:
        return False
    ours, theirs = (a, b) if a.is_chinese else (b, a)
    makes = _in_english().findall(theirs.folded.original)
    if not makes or any(make.lower() in ours.folded.key for make in makes):
        return False
    names = _IN_CHINESE.findall(ours.folded.original)
    return bool(names) and not any(name.lower() in theirs.folded.key for name in names)


@cache
def _in_english() -> re.Pattern[str]:
    """A word with a capital inside, which no other language writes in letters of its own.

    McBride it does: a particle of names tells of no make.
    """
    particles = "|".join(row["word"] for row in rows("ledger.disagreement", "particles.csv"))
    return re.compile(rf"(?<![A-Za-z])(?!{particles})[A-Z]?[a-z]+[A-Z][A-Za-z]*")
